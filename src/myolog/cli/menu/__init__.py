"""An icon for Myolog in the menu of the computer: one small file for each kind of system."""
