"""How often the person wants to be asked, in words: on Today, and on its own page in Settings."""

from collections.abc import Mapping
from typing import Any, Final

from myolog.attention.rest import Noting
from myolog.attention.windows import window_times
from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.journal.model import Journal
from myolog.journal.tracking import COMMON, OFFERED, tracked
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import WINDOWS_AT_MOST, say_times
from myolog.web.shown import boxes, now_says

BETWEEN_TIMES: Final = ";"
"""What stands between times in one field: a time may hold a blank, as "8:15 pm" does."""


def noting_fields(journal: Journal, noting: Noting) -> dict[str, str]:
    """Return each field of the page, and what it holds as things are."""
    chosen = tracked(journal)
    return {
        "way": noting.way,
        **boxes("code", EXPOSURES, chosen),
        "window": say_times(window_times(journal)).replace(" ", BETWEEN_TIMES),
    }


def said_of_noting(name: str, text: str) -> str:
    """Return what a field of the page says by now, in words."""
    words = load()
    if name == "way":
        told = words.text(f"attention.noting.{text}.name")
        return now_says(words.text("attention.noting.title"), told)
    if name == "window":
        return now_says(words.text("page.window.title"), text.replace(BETWEEN_TIMES, ", "))
    told = words.text("answer.yes" if text else "answer.no")
    return now_says(exposure_name(name.removeprefix("code:")), told)


def times_of(data: Mapping[str, str]) -> list[str]:
    """Return the times of check windows as they were typed, or as they are."""
    return [text for text in data.get("window", "").split(BETWEEN_TIMES) if text]


def offered_to_track(data: Mapping[str, str]) -> dict[str, Any]:
    """Return what can be kept track of and what is chosen, with the times of check windows."""
    times = times_of(data)
    return {
        "times": (*times, *[""] * (WINDOWS_AT_MOST - len(times))),
        "tracked": tuple(code for code in OFFERED if data.get(f"code:{code}")),
        "common": tuple(EXPOSURES[code] for code in OFFERED if code in COMMON),
        "rest": tuple(EXPOSURES[code] for code in OFFERED if code not in COMMON),
    }
