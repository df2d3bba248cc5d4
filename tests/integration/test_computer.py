"""What the computer says of where it stands: believed where it is certain, else left open."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from myolog.store.computer import computer_country, computer_zone, countries_in, put_clock_back
from tests import forking

ZONEINFO = Path("/usr/share/zoneinfo")


@pytest.fixture
def set_tz() -> Iterator[pytest.MonkeyPatch]:
    """Give a way to start the process in another zone, put back after all else is undone."""
    before = os.environ.get("TZ")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tzlocal.unix._cache_tz_name", None)
        yield patch
    put_clock_back(before)


@pytest.mark.parametrize(
    ("setting", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("posix/Asia/Tokyo", "Asia/Tokyo"),
        ("EST5EDT", "EST5EDT"),
        ("Australia/Lord_Howe", "Australia/Lord_Howe"),
        ("CET-1CEST", None),
        ("<+0330>-3:30", None),
        ("Mars/Olympus", None),
        ("right/Europe/Berlin", None),
        ("localtime", None),
        ("../etc/localtime", None),
        ("/no/such/file", None),
    ],
)
def test_a_zone_is_believed_only_by_a_name_that_other_computers_know(
    set_tz: pytest.MonkeyPatch, setting: str, zone: str | None
) -> None:
    put_clock_back(setting)
    set_tz.setattr("tzlocal.get_localzone_name", lambda: "America/Lima")  # the system's own
    assert computer_zone() == zone


@pytest.mark.skipif(not ZONEINFO.is_dir(), reason="the system has no zone files")
def test_a_zone_named_by_its_file_is_believed(set_tz: pytest.MonkeyPatch) -> None:
    put_clock_back(f":{ZONEINFO}/Asia/Kathmandu")
    assert computer_zone() == "Asia/Kathmandu"


def test_a_name_whose_hours_the_clock_does_not_keep_is_not_believed(
    set_tz: pytest.MonkeyPatch,
) -> None:
    put_clock_back("CET-1CEST")
    set_tz.delenv("TZ")  # the clock stays at that: as where two settings of a system differ
    set_tz.setattr("tzlocal.get_localzone_name", lambda: "Asia/Tokyo")
    assert computer_zone() is None
    set_tz.setattr("tzlocal.get_localzone_name", lambda: "Europe/Berlin")
    assert computer_zone() == "Europe/Berlin"


@pytest.mark.parametrize(
    ("setting", "zone", "country"),
    [
        ("en_GB.UTF-8", None, "GB"),
        ("de_AT@euro", "Europe/Vienna", "AT"),
        ("C", None, ""),
        ("POSIX", "UTC", ""),
        ("sr_RS", "UTC", "RS"),
        ("de_DE.UTF-8", "Europe/Berlin", "DE"),
        ("nb_NO.UTF-8", "Europe/Berlin", "NO"),
        ("C.UTF-8", "Europe/Vienna", "AT"),
        ("C.UTF-8", "Asia/Kolkata", "IN"),
        ("en_US.UTF-8", "Asia/Kolkata", "IN"),
        ("en_US.UTF-8", "Europe/Berlin", ""),
        ("C.UTF-8", "Europe/Berlin", ""),
        ("en_US.UTF-8", "America/New_York", "US"),
        ("C.UTF-8", "Europe/Copenhagen", "DK"),
    ],
)
def test_a_country_in_doubt_is_left_open(
    monkeypatch: pytest.MonkeyPatch, setting: str, zone: str | None, country: str
) -> None:
    monkeypatch.setenv("LC_ALL", setting)
    assert computer_country(zone) == country


def test_without_a_language_setting_no_country_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LANG", raising=False)
    assert computer_country(None) == ""


def test_the_rough_zones_of_windows_tell_no_country(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "platform", "win32")
    assert computer_country("Asia/Kolkata") == ""


def test_hours_that_countries_share_are_known_of_all_of_them() -> None:
    assert {"DE", "DK", "NO", "SE"} <= set(countries_in("Europe/Berlin"))
    assert countries_in("UTC") == ()


@pytest.mark.parametrize(("setting", "zone"), [("Asia/Tokyo", "Asia/Tokyo"), ("CET-1CEST", "UTC")])
def test_a_first_entry_bears_the_zone_of_the_computer(
    tmp_path: Path, setting: str, zone: str
) -> None:
    done = forking.run(
        [sys.executable, "-m", "myolog", "--data", str(tmp_path), "log", "calf", "left", "--json"],
        env={**os.environ, "TZ": setting},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["zone"] == zone
