"""The commands of the console: one module each."""
