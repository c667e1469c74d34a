"""The judgement: plain data and functions that read, group and match news. No I/O, no clock."""
