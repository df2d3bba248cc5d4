"""Numbers and times in a terminal: read whole, asked where they have two readings, or refused."""

import json
from datetime import timedelta

import pytest

from myolog.cli.main import main
from myolog.cli.terminal import now_in
from myolog.store.selectors import journal_of, the_person


def values() -> dict[str, float]:
    (told,) = journal_of(the_person()).exposure_values.values() or ({},)
    return dict(told)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("caffeine=1 000", {"caffeine": 1000}),
        ("caffeine=0,2 g", {"caffeine": 200}),
        ("sleep_min=7h30", {"sleep_min": 450}),
        ("sleep_min=7:30", {"sleep_min": 450}),
        ("sleep=6.5", {"sleep_min": 390}),
        ("sleep_min=7,5 h", {"sleep_min": 450}),
        ("steps=10'000", {"steps": 10_000}),
        ("potassium_food=1½", {"potassium_food": 1.5}),
    ],
)
def test_a_value_is_stored_as_it_was_typed(run, typed, stored):
    assert run("day", "--set", typed, "--yes").code == 0
    assert values() == stored


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("caffeine=1,000", "Write 1000 or 1.0."),
        ("steps=10,000", "Write 10000 or 10.0."),
        ("steps=10.000 steps", "Write 10000 steps or 10.0 steps."),
        ("caffeine=1e3", "“e3” does not fit here; give the amount in mg."),
        ("caffeine=1_000", "not an amount"),
        ("caffeine=nan", "not an amount"),
        ("caffeine=100 ml", "“ml” does not fit here; give the amount in mg."),
    ],
)
def test_a_script_gets_one_sentence_and_nothing_is_stored(run, typed, says):
    answer = run("day", "--set", typed, "--yes")
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
    assert not journal_of(the_person()).entries


def test_a_tally_and_a_drink_with_two_readings_are_refused_in_a_script(run):
    assert "Write 1000 or 1.0." in run("day", "--tally", "calf left 1,000").err
    assert "Write 2500 or 2.5." in run("day", "--drink", "espresso=2,500").err
    assert not journal_of(the_person()).entries


def test_somebody_at_a_terminal_is_asked_and_chooses(run, monkeypatch):
    monkeypatch.setattr("myolog.cli.asking.asks", lambda: True)
    answers = iter(["1"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    answer = run("day", "--set", "steps=10,000", "--yes")
    assert "“10,000” can be read in two ways." in answer.out
    assert values() == {"steps": 10_000}


@pytest.mark.parametrize(
    ("clock", "hour", "minute"),
    [("18.30", 18, 30), ("6:30 pm", 18, 30), ("18h30", 18, 30), ("noon", 12, 0), ("12am", 0, 0)],
)
def test_the_minutes_of_a_time_are_kept(run, clock, hour, minute):
    assert run("log", "calf", "left", "--at", f"yesterday {clock}", "--for", "1h30").code == 0
    (episode,) = journal_of(the_person()).episodes
    local = episode.started_at.astimezone(now_in("Europe/Berlin").tzinfo)
    assert (local.hour, local.minute, episode.duration_s) == (hour, minute, 5400)
    assert local.date() == now_in("Europe/Berlin").date() - timedelta(days=1)


@pytest.mark.parametrize("words", [("--for", "1,500 s"), ("--at", "yesterday half past six")])
def test_a_length_or_a_time_with_two_readings_is_refused_in_a_script(run, words):
    answer = run("log", "calf", "left", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "can be read in two ways" in answer.err
    assert not journal_of(the_person()).entries


def test_numbers_are_read_in_the_language_of_the_person(run, capsys):
    with pytest.raises(SystemExit):
        main(["--language", "de", "day", "--set", "sleep_min=7,5 Stunden", "--set", "stress=1.000"])
    said = capsys.readouterr().err
    assert "„1.000“ lässt sich auf zwei Arten lesen. Schreiben Sie 1000 oder 1,0." in said
    assert not journal_of(the_person()).entries


def test_a_fact_is_read_the_same_way(run):
    assert "Write 1000 or 1.0." in run("story", "--fact", "weight=1,000").err
    assert run("story", "--fact", "weight=70,5").code == 0
    assert run("story", "--fact", "window_times=9:30 pm, 9.00").code == 0
    told = {code: fact.value for code, fact in journal_of(the_person()).profile.items()}
    assert told == {"weight_kg": 70.5, "window_times": "09:00 21:30"}


def test_the_strength_is_a_whole_number(run):
    assert "not a whole number" in run("log", "calf", "left", "--intensity", "4,5").err
    shown = json.loads(run("log", "calf", "left", "--intensity", "4", "--json").out)
    assert shown["intensity"] == 4


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("day", "--tally", "calf left 99999"), "Left calf: 99,999 is unusual."),
        (("log", "calf", "left", "--for", "20 h", "--at", "yesterday 0:10"), "20 h is unusual."),
        (("story", "--fact", "age=7"), "Age: 7 is unusual."),
    ],
)
def test_what_is_unusual_is_said_to_a_script_and_asked_of_a_person(run, monkeypatch, words, says):
    answer = run(*words)
    assert answer.code == 0
    assert f"{says} It is noted as you gave it." in answer.err
    before = len(journal_of(the_person()).entries)
    assert before == 1
    asked: list[str] = []
    monkeypatch.setattr("myolog.cli.sure.asks", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda text: asked.append(text) or "n")
    refused = run(*words)
    assert refused.code != 0
    assert f"{says} Is that right?" in "".join(asked)
    assert len(journal_of(the_person()).entries) == before
