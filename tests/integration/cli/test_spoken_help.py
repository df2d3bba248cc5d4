"""The help of commands in German, where the computer or a word of the person says so."""

import re

import pytest

from myolog.cli.main import main
from myolog.cli.spoken_help import help_words


def test_english_needs_no_list_and_a_language_without_one_stays_english() -> None:
    assert help_words("en") == help_words("fi") == {}


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code in (0, None)
    return re.sub(r"\s+", " ", capsys.readouterr().out)


@pytest.mark.parametrize("way", ["computer", "variable", "option"])
def test_it_speaks_the_language_of_the_computer_or_the_one_that_is_named(
    way: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "MYOLOG_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    named = ["--language", "de"] if way == "option" else []
    if way == "computer":
        monkeypatch.setenv("LANG", "de_AT.UTF-8")
    elif way == "variable":
        monkeypatch.setenv("MYOLOG_LANGUAGE", "de")
    first = shown(capsys, *named, "--help")
    assert first.startswith("Aufruf: myolog [OPTIONS] COMMAND")
    assert "Befehle: log Ein Zucken eintragen." in first
    assert "Erste Schritte: myolog check drei Minuten Fragen" in first
    log = shown(capsys, *named, "log", "--help")
    assert "Optionen: --for TIME Wie lange es dauerte: 30s, 2min, 1h." in log
    assert "-h, --help Diese Hilfe zeigen und enden. Beispiele: myolog log calf left" in log
    zone = shown(capsys, *named, "settings", "--help")
    assert "zone Die Zeitzone ändern, in der Sie leben;" in zone, (
        "shortened, it is said all the same"
    )


def test_it_stays_english_on_an_english_computer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "MYOLOG_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert shown(capsys, "none-today", "--help").startswith("Usage: myolog none-today [OPTIONS]")
