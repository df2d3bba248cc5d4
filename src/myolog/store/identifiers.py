"""Keys of stored rows: UUID version 7, made in Python because PostgreSQL 15 cannot.

They sort by the millisecond of their making, so that an index grows at its end. Source: RFC 9562,
section 5.7.
"""

import os
import time
from typing import Final
from uuid import UUID

_RANDOM_BITS: Final = 74


def new_id() -> UUID:
    """Return a fresh UUIDv7: 48 bits of Unix milliseconds, 74 random bits, version and variant."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big") & ((1 << _RANDOM_BITS) - 1)
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
