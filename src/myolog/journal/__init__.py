"""One person's journal: entries, days, the native file and simulated journals."""
