"""What is run by hand when releasing."""
