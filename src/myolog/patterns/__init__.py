"""When, where and for how long it twitches: what a journal shows, and what it cannot show yet."""
