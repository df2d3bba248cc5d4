"""What a command that opens no journal knows of it, read from a folder as it stands."""

import shutil
import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from myolog.cli.main import main
from myolog.cli.terminal import Session
from myolog.content.languages import spoken_language
from myolog.store.glance import Glance, glance_at
from tests.crash import environment

MADE = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from myolog.store import start
start(Path(sys.argv[1]))
from myolog.journal.entries import ProfileFact
from myolog.store.selectors import the_person
from myolog.store.services.people import set_country, set_language, set_measures
from myolog.store.services.whose import tell_whose
person = the_person()
set_language(person=person, language="de", by="test")
set_measures(person=person, measures="us", by="test")
set_country(person=person, country="AT", by="test")
told = {"answered_by": "parent", "age_years": 6}
facts = [ProfileFact(day=date(2026, 3, 1), code=code, value=value) for code, value in told.items()]
tell_whose(person=person, facts=facts, by="test")
"""
SPRING_2026 = datetime(2026, 3, 10, 12, tzinfo=UTC)
SPRING_2028 = datetime(2028, 3, 10, 12, tzinfo=UTC)
JOURNAL = "journal.sqlite3"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a child of 6 whose parent reads German, drinks in ounces, lives in AT."""
    folder = tmp_path_factory.mktemp("glance") / "data"
    subprocess.run([sys.executable, "-c", MADE, str(folder)], check=True, env=environment())
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Give a copy of it that may be spoilt."""
    return Path(shutil.copytree(made, tmp_path / "data"))


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        main(words)
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_it_knows_what_was_chosen_and_whose_it_is_and_leaves_no_file_behind(folder: Path) -> None:
    before = names_in(folder)
    known = glance_at(folder, now=SPRING_2026)
    assert (known.language, known.measures, known.country) == ("de", "us", "AT")
    assert (known.subject.answered_by, known.subject.age_years) == ("parent", 6)
    assert glance_at(folder, now=SPRING_2028).subject.age_years == 8
    assert names_in(folder) == before


@pytest.mark.parametrize("gone", ["folder", "file", "empty", "damaged", "tables", "server"])
def test_where_nothing_can_be_read_nothing_is_known_and_nothing_is_made(
    gone: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if gone == "folder":
        shutil.rmtree(folder)
    elif gone == "file":
        (folder / JOURNAL).unlink()
    elif gone == "empty":
        (folder / JOURNAL).write_bytes(b"")
    elif gone == "damaged":
        (folder / JOURNAL).write_bytes(b"no journal at all " * 400)
    elif gone == "tables":
        whole = (folder / JOURNAL).read_bytes()
        (folder / JOURNAL).write_bytes(whole.replace(b"store_person", b"store_penguin"[:12]))
    else:
        monkeypatch.setenv("MYOLOG_DATABASE_URL", "postgresql://nobody@/nothing")
    before = names_in(folder) if folder.exists() else None
    assert glance_at(folder, now=SPRING_2026) == Glance()
    assert (names_in(folder) if folder.exists() else None) == before


def test_help_speaks_the_language_of_the_settings_unless_another_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "MYOLOG_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    here = ("--data", str(folder))
    before = names_in(folder)
    assert shown(capsys, *here, "--help").startswith("Aufruf: myolog")
    assert shown(capsys, *here, "log", "--help").startswith("Aufruf: myolog log")
    assert shown(capsys, *here, "--language", "en", "--help").startswith("Usage: myolog")
    assert shown(capsys, "--language", "en", *here, "--help").startswith("Usage: myolog")
    with monkeypatch.context() as patch:
        patch.setenv("MYOLOG_LANGUAGE", "en")
        assert shown(capsys, *here, "--help").startswith("Usage: myolog")
    monkeypatch.setenv("MYOLOG_DATA", str(folder))
    assert shown(capsys, "--help").startswith("Aufruf: myolog")
    assert names_in(folder) == before
    missing = folder.with_name("never-made")
    assert shown(capsys, "--data", str(missing), "--help").startswith("Usage: myolog")
    assert not missing.exists()


def test_a_page_of_learn_says_whom_it_means_and_speaks_as_the_settings_say(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ("--data", str(folder))
    drinks = shown(capsys, *here, "learn", "step-drinking")
    assert drinks.startswith("„Sie“ meint auf dieser Seite Ihr Kind.\n\n# Schritt 2")
    assert "68 fl oz" in drinks
    english = shown(capsys, "--language", "en", *here, "learn", "step-drinking")
    assert english.startswith("On this page, “you” is your child.\n\n# Step 2")
    assert "TelefonSeelsorge, 142" in shown(capsys, *here, "learn", "ich will sterben")
    nobody = shown(capsys, "--data", str(folder / "nothing"), "--language", "en", "learn", "worry")
    assert nobody.startswith("# ")


def test_a_command_that_reads_a_file_of_anybody_speaks_of_nobody_in_particular(
    folder: Path,
) -> None:
    from myolog.content.about import spoken_about

    with ExitStack() as speech:
        Session(folder, speech=speech)
        assert spoken_language() == "de"
        assert not spoken_about().is_other
