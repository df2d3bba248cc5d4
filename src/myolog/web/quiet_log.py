"""What goes to the log when something fails: what kind and where, never what was in it.

An exception's message can repeat what a person typed, and an address can hold a launch token. So a
line holds the time, the level, the exception's class and the places in the code.
"""

import logging
import traceback


class QuietFormatter(logging.Formatter):
    """Format a record without its message's arguments and without any exception's text."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, and one for each place in the code that the failure passed."""
        stamp = self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z")
        lines = [f"{stamp} {record.levelname} {record.name}"]
        if record.exc_info and record.exc_info[0] is not None:
            lines[0] += f" {record.exc_info[0].__name__}"
            lines += [
                f"  {place.filename}:{place.lineno} in {place.name}"
                for place in traceback.extract_tb(record.exc_info[2])
            ]
        return "\n".join(lines)
