"""Django's settings: `base` for what every edition shares, and one module for each edition."""
