"""The command line: parsing and printing, nothing decided here."""
