"""What this computer says of where it stands: its time zone and its country.

Decides when that is believed. A zone counts only if its hours are those of the computer's own clock
in winter, in summer and now; anything else (`TZ=CET-1CEST`, two settings that differ) is unknown,
and the person is asked. A country sets the number for help, so a doubtful one is left open: the
language setting counts where it fits the zone ("en_US" is spoken everywhere), the zone alone where
the time-zone database gives it to one country only, and on Windows, whose zones are rough, never.
"""

import os
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Final
from zoneinfo import available_timezones

from myolog.errors import InvalidEntry
from myolog.journal.checks import unknown_zone, zone_of

_NAMES_OF_NO_PLACE: Final = ("localtime", "posixrules", "Factory", "right/")


def put_clock_back(tz: str | None) -> None:
    """Give the process the zone it was started in, which Django overwrites with its own."""
    if tz is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = tz
    if hasattr(time, "tzset"):
        time.tzset()


def computer_zone() -> str | None:
    """Return this computer's time zone by its IANA name, or None where that is not certain."""
    told = os.environ.get("TZ", "").removeprefix(":")
    name = told if told and not told.startswith("/") else _named_by_system()
    name = name.removeprefix("posix/")
    if not name or name.startswith(_NAMES_OF_NO_PLACE):
        return None
    try:
        return name if _keeps_its_hours(name) else None
    except InvalidEntry:
        return None


def zone_meant(text: str) -> str:
    """Return the zone that a person names: its IANA name in any letter case, or its city alone.

    Raises
    ------
    InvalidEntry
        No time zone is called so, or several are.

    Examples
    --------
    >>> zone_meant("new york")
    'America/New_York'
    """
    wanted = text.strip().replace(" ", "_").casefold()
    names = _zone_names()
    found = {name for name in names if name.casefold() == wanted} or {
        name for name in names if "/" in name and name.casefold().rpartition("/")[2] == wanted
    }
    named = {name for name in found if countries_in(name)} or found
    if len(named) != 1:
        raise unknown_zone(text.strip())
    return named.pop()


@cache
def zones_listed() -> tuple[str, ...]:
    """Return the zones to choose from, by name: those of some country, each under one name."""
    return tuple(sorted(name for name in _zone_names() if countries_in(name)))


@cache
def _zone_names() -> tuple[str, ...]:
    """Return the name of every zone; they are read from some hundred files, so only once."""
    return tuple(name for name in available_timezones() if not name.startswith(_NAMES_OF_NO_PLACE))


def _named_by_system() -> str:
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or ""
    except (LookupError, ValueError, OSError):  # two settings that differ, or one that is damaged
        return ""


def _keeps_its_hours(name: str) -> bool:
    """Tell whether the zone's clock shows what this computer's does."""
    now, zone = time.time(), zone_of(name)
    year = time.gmtime(now).tm_year
    midwinter, midsummer = (datetime(year, month, 1, tzinfo=UTC).timestamp() for month in (1, 7))
    return all(
        datetime.fromtimestamp(at, zone).utcoffset()
        == datetime.fromtimestamp(at).astimezone().utcoffset()
        for at in (midwinter, midsummer, now)
    )


def computer_country(zone: str | None) -> str:
    """Return the country this computer stands in, such as "GB", or nothing where it is in doubt.

    Without a language setting Python itself says "en_US", so the setting is read as it is.
    """
    spoken = _country_spoken()
    there = countries_in(zone) if zone else ()
    if not there or spoken in there:
        return spoken
    return there[0] if len(there) == 1 and sys.platform != "win32" else ""


def country_likely(zone: str | None, regions: Iterable[str]) -> str:
    """Return the country of a browser that asks for the languages of some regions, or nothing.

    Parameters
    ----------
    zone
        IANA name of where it stands; None for unknown. Without one "US" counts for nothing:
        browsers everywhere ask for US English.
    regions
        Two-letter codes, the best first.
    """
    there = countries_in(zone) if zone else ()
    if not there:
        return next((one for one in regions if one != "US"), "")
    return next((one for one in regions if one in there), there[0] if len(there) == 1 else "")


def _country_spoken() -> str:
    setting = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    _, _, country = setting.partition(".")[0].partition("@")[0].partition("_")
    return country if len(country) == 2 and country.isascii() and country.isupper() else ""


def countries_in(zone: str) -> tuple[str, ...]:
    """Return the countries that keep the hours of a zone; none for UTC and for old names."""
    return _countries().get(zone, ())


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    """Read the tables of the time-zone database: zones since 1970, and older names of one place."""
    found: dict[str, tuple[str, ...]] = {}
    for table in ("zone.tab", "zone1970.tab"):
        text = resources.files("tzdata").joinpath("zoneinfo", table).read_text("utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                codes, _, zone, *_ = line.split("\t")
                found[zone] = tuple(codes.split(","))
    return found
