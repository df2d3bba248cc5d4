"""The five steps, day by day, and whether they changed anything after three to four weeks."""

from __future__ import annotations

from myolog.programme.caffeine import taper

__all__ = ["taper"]
