"""log, none-today, day, journal and story: what is kept, and what is refused in one sentence."""

import json
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.content.catalogue import load
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Episode,
    MedicineEvent,
    NoneToday,
    ProfileFact,
    TaskCheck,
)
from myolog.store.selectors import journal_of, the_person, today_in
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language, set_measures
from tests import forking


def kept():
    return journal_of(the_person())


def test_a_twitch_is_noted_and_said_back(run):
    said = run("log", "calf", "left", "--for", "30s")
    assert (said.code, said.err) == (0, "")
    assert "left calf, today " in said.out
    (episode,) = kept().episodes
    assert (episode.site, episode.side, episode.duration_s) == ("calf", "left", 30)
    assert episode.zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("words", "site", "side"),
    [
        (["left", "calf"], "calf", "left"),
        (["Right forearm"], "forearm", "right"),
        (["both", "calves"], "calf", "both"),
        (["lower", "back", "r"], "lower_back", "right"),
        (["eyelids", "left"], "eyelid", "left"),
        (["tongue"], "tongue", None),
        (["neck"], "neck", None),
    ],
)
def test_places_are_understood_in_any_order(run, words, site, side):
    assert run("log", *words).code == 0
    (episode,) = kept().episodes
    assert (episode.site, episode.side) == (site, side)


def test_everything_a_twitch_can_have_is_kept(run):
    said = run(
        *("log", "forearm", "right", "--at", "yesterday 14:20", "--suspect", "coffee"),
        *("--suspect", "bad chair", "--intensity", "4", "--with", "cramp"),
        *("--note", "=1+1 <b>\nzweite Zeile", "--json"),
    )
    row = json.loads(said.out)
    assert row["suspected"] == ["caffeine", "bad chair"]
    assert (row["intensity"], row["with"]) == (4, ["cramp"])
    assert row["note"] == "=1+1 <b>\nzweite Zeile"
    assert kept().episodes[0].id == row["id"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["claf"], "did you mean calf"),
        (["leg"], "thigh, shin (shin or lower leg), calf"),
        ([], "Say where it twitched"),
        (["left"], "Say where it twitched"),
        (["calf", "left", "right"], "Name one side only"),
        (["tongue", "left"], "has no sides"),
        (["calf", "--for", "3 days"], "not a duration"),
        (["calf", "--for", "0s"], "from 1 second to 24 hours"),
        (["calf", "--for", "25h"], "from 1 second to 24 hours"),
        (["calf", "--at", "2099-01-01 10:00"], "in the future"),
        (["calf", "--at", "1899-01-01 10:00"], "from 1900 to today"),
        (["calf", "--at", "sometime"], "is not understood"),
        (["calf", "--intensity", "11"], "from 0 to 10"),
        (["calf", "--note", "x" * 100_000], "Shorten it"),
        (["calf", "--note", "\udcff"], "cannot be stored"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_kept(run, arguments, sentence):
    said = run("log", *arguments)
    assert said.code == 2
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert kept().entries == ()


def test_the_noisy_arch_and_an_open_side_are_spoken_of(run):
    said = run("log", "sole")
    assert load().text("page.log.sole") in said.out
    assert "The side was left open" in said.out


def test_a_day_without_twitches_is_kept_and_gives_way_to_one(run):
    assert run("none-today").code == 0
    assert len(kept().of(NoneToday)) == 1
    assert run("none-today", "--date", "yesterday").code == 0
    run("log", "calf", "left")
    assert len(kept().of(NoneToday)) == 1
    said = run("none-today")
    assert said.code == 2
    assert "Twitches are noted" in said.err


def test_a_day_is_kept_from_options(run):
    said = run(
        *("day", "--date", "yesterday", "--tally", "calf left some", "--tally", "eyelid right 12"),
        *("--set", "sleep=7.5h", "--set", "stress=4", "--set", "infection=yes"),
        *("--drink", "espresso=2", "--drink", "water=5"),
        *("--task", "lift=harder", "--medicine", "start ibuprofen 400 mg"),
    )
    assert said.code == 0, said.err
    journal = kept()
    assert {(t.site, t.side, t.amount, t.count) for t in journal.of(DayTally)} == {
        ("calf", "left", "some", None),
        ("eyelid", "right", None, 12),
    }
    assert {(e.code, e.value) for e in journal.of(DayExposure)} == {
        ("sleep_min", 450.0),
        ("stress", 4.0),
        ("infection", 1.0),
        ("caffeine", 160.0),
        ("water_ml", 1120.0),
    }
    (check,) = journal.of(TaskCheck)
    assert dict(check.answers) == {"lift": "harder"}
    (medicine,) = journal.of(MedicineEvent)
    assert (medicine.name, medicine.action, medicine.dose) == ("ibuprofen", "start", "400 mg")
    yesterday = journal.entries[0].day
    assert {entry.day for entry in journal.entries} == {yesterday}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--set", "caffeine=9000"], "between 0 and 2000 mg"),
        (["--set", "cafeine=90"], "did you mean caffeine"),
        (["--set", "caffeine=nan"], "not an amount"),
        (["--set", "caffeine"], "not NAME=VALUE"),
        (["--set", "infection=maybe"], "Say yes or no"),
        (["--set", "caffeine=2 L"], "does not fit"),
        (["--tally", "some"], "not a place with an amount"),
        (["--tally", "calf left lots"], "not an amount"),
        (["--tally", "calf left 1000000"], "count"),
        (["--tally", "calf left some", "--none"], "twitches or none"),
        (["--tally", "calf left some", "--tally", "left calf 3"], "given twice"),
        (["--drink", "expresso=1"], "did you mean espresso"),
        (["--task", "lifting=harder"], "not a daily task"),
        (["--task", "lift=bad"], "not an answer"),
        (["--medicine", "ibuprofen"], "not a change of medicine"),
        (["--set", "stress=4", "--date", "2999-01-01"], "in the future"),
        ([], "Say what to note"),
    ],
)
def test_a_wrong_day_is_refused_whole(run, arguments, sentence):
    said = run("day", "--set", "sleep_min=400", *arguments) if arguments else run("day")
    assert said.code == 2
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert kept().entries == ()


def test_an_unusual_value_is_spoken_of_and_kept(run):
    said = run("day", "--set", "caffeine=900")
    assert said.code == 0
    assert "900 mg is unusual" in said.err
    assert run("day", "--set", "caffeine=950", "--yes").err == ""
    assert [entry.value for entry in kept().of(DayExposure)] == [950.0]


def test_the_journal_shows_days_newest_first_and_deletes_the_last_entry(run):
    assert load().text("page.journal.empty").split(".")[0] in run("journal").out
    run("log", "calf", "left", "--at", "yesterday 10:00", "--note", "a\x1b[31m\nb")
    run("day", "--tally", "thigh right many", "--set", "stress=7")
    shown = run("journal").out
    assert shown.index("today") < shown.index("yesterday")
    assert shown.index("right thigh: many") < shown.index("stress: 7 of 10")
    assert "\x1b" not in shown
    rows = json.loads(run("journal", "--json").out)
    assert [row["kind"] for row in rows] == ["episode", "exposure", "tally"]
    assert rows[0]["id"] in run("journal", "--ids").out
    assert run("journal", "--delete", rows[0]["id"]).code == 0
    assert run("journal", "--delete", rows[0]["id"]).code == 4
    assert run("journal", "--delete", "last").code == 0
    assert run("journal", "--delete", "last").code == 0
    assert "empty" in run("journal", "--delete", "last").err
    assert kept().entries == ()


def test_older_days_are_counted_not_hidden(run):
    run("log", "calf", "left", "--at", "30 days ago")
    shown = run("journal").out
    assert "1 earlier entry: myolog journal --all" in shown
    assert "left calf" in run("journal", "--all").out


def test_a_weight_is_typed_in_the_measures_in_which_it_is_shown(run):
    set_measures(person=the_person(), measures="us", by="test")
    assert run("story", "--fact", "weight=154.3").code == 0
    assert kept().profile["weight_kg"].value == 69.99
    assert "154.3 lb" in run("journal").out
    assert run("story", "--fact", "weight=80 kg").code == 0
    assert kept().profile["weight_kg"].value == 80


def test_a_beginning_that_nobody_knows_is_told_as_that(run):
    place = ("--place", "shoulder right=3 days ago")
    assert run("story", "--since", "?", "--first", "forearm right", *place).code == 0
    assert run("story", "--trend", "not_sure").code == 0
    story = kept().story
    assert (story.onset_precision, story.trend) == ("not_sure", "not_sure")
    assert (story.day - story.onset_day).days == 3
    assert "or earlier (not sure since when), first right forearm" in run("story", "--show").out


def test_the_story_is_told_once_and_corrected(run):
    started = today_in(the_person(), datetime.now(UTC)) - timedelta(days=200)
    said = run(
        *("story", "--since", started.isoformat()[:7], "--first", "forearm right"),
        *("--place", f"shoulder right={(started + timedelta(days=60)).isoformat()}"),
        *("--trend", "worsening", "--measures", "no", "--changed", "a new job"),
        *("--fact", "age=42", "--fact", "handedness=Right", "--fact", "weight=80 kg"),
        *("--exam", "yesterday mri of the neck normal by neurologist"),
        *("--question", "Which tests?", "--fear", "the worst"),
    )
    assert said.code == 0, said.err
    story = kept().story
    assert story.onset_precision == "month"
    assert (story.first_site, story.first_side, story.ongoing) == ("forearm", "right", None)
    assert [(one.site, one.side) for one in story.sites] == [("shoulder", "right")]
    assert {code: fact.value for code, fact in kept().profile.items()} == {
        "age_years": 42,
        "handedness": "right",
        "weight_kg": 80,
    }
    assert run("story", "--trend", "stable", "--over").code == 0
    again = kept().story
    assert (again.trend, again.ongoing, again.onset_day) == ("stable", False, story.onset_day)
    assert again.sites == story.sites
    shown = run("story", "--show").out
    assert f"You told your story so far, since {started:%B %Y}, first right forearm, then" in shown
    assert "mri of the neck, nerve doctor: nothing found" in shown
    assert "What you fear most: the worst" in shown


def test_places_told_roughly_come_back_roughly(run):
    told = ("story", "--since", "2024-05-20", "--first", "calf left")
    rough = ("thigh right=2024-05", "eyelid left=2025", "shoulder left=2025-03", "foot=2025-04-02")
    assert run(*told, *(part for one in rough for part in ("--place", one))).code == 0
    assert [(one.since.isoformat(), one.since_precision) for one in kept().story.sites] == [
        ("2024-05-20", "month"), ("2025-01-01", "year"), ("2025-03-01", "month"),
        ("2025-04-02", "day"),
    ]  # fmt: skip
    assert (
        "since 20 May 2024, first left calf, also right thigh, then left eyelid 2025, "
        "left shoulder March 2025, foot 2 April 2025"
    ) in " ".join(run("story", "--show").out.split())
    assert (
        '"since": "2025-03-01", "since_precision": "month"'
        in run("export", "--format", "jsonl", "-o", "-").out
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--trend", "stable"], "needs to begin"),
        (["--since", "2999", "--first", "calf left"], "in the future"),
        (["--since", "2026-13", "--first", "calf left"], "not understood"),
        (["--since", "yesterday", "--first", "calf left", "--place", "thigh=2020-01"], "between"),
        (["--fact", "age=200"], "from 0 to 120"),
        (["--fact", "shoe=44"], "not a fact"),
        (["--exam", "2026-01-01"], "not a test"),
    ],
)
def test_a_wrong_story_is_refused(run, arguments, sentence):
    said = run("story", *arguments)
    assert said.code == 2
    assert sentence in said.err
    assert kept().entries == ()


def test_episodes_are_of_the_core_kind(run):
    run("log", "calf")
    assert all(isinstance(entry, Episode) for entry in kept().entries)


def test_the_whole_day_is_offered_once_single_logs_are_plenty(run):
    offer = load().template("attention.tally.cli")
    said = [run("log", "calf", "left", "--note", str(n)) for n in range(6)]
    assert {one.code for one in said} == {0}
    assert [offer in one.out for one in said] == [False, False, False, False, True, True]
    for_programs = run("log", "calf", "left", "--json")
    assert offer in for_programs.err
    assert json.loads(for_programs.out)["site"] == "calf"
    assert len(kept().episodes) == 7
    run("day", "--tally", "calf left many")
    assert offer not in run("log", "calf", "left").out, "the day was looked back on"


def test_commands_speak_the_language_of_the_settings_or_the_one_asked_for(run):
    run("log", "calf", "left", "--for", "30s", "--suspect", "caffeine")
    assert "left calf" in run("journal").out
    assert "Wade links, 30 s, vermutet: Koffein" in run("--language", "de", "journal").out
    set_language(person=the_person(), language="de", by="test")
    assert "Wade links" in run("journal").out
    assert "left calf" in run("--language", "en", "journal").out
    refused = run("day", "--set", "water_ml=-1")
    assert refused.err == "Getränke: der Wert muss zwischen 0 und 8000 mL liegen, nicht bei -1.\n"
    assert run("--language", "fr", "journal").code == 2


def test_the_last_thing_noted_is_taken_back_one_after_the_other(run):
    run("none-today")
    run("log", "calf", "left", "--note", "a slip")
    assert kept().of(NoneToday) == ()
    said = run("undo")
    assert said.code == 0, said.err
    assert "Taken back" in said.out
    assert "left calf" in said.out
    assert [entry.kind for entry in kept().entries] == ["none_today"]
    assert run("undo").code == 0
    assert kept().entries == ()
    said = run("undo")
    assert (said.code, said.out) == (4, "")
    assert "nothing to take back" in said.err


def test_cups_of_a_day_add_up_and_replacing_is_said(run):
    run("day", "--drink", "espresso=2")
    said = run("day", "--drink", "black tea", "--set", "stress=4")
    assert said.code == 0, said.err
    assert "Caffeine 210 mg (2 × espresso, 1 × black tea, mug), instead of 160 mg" in said.out
    assert {(e.code, e.value) for e in kept().of(DayExposure)} == {
        ("caffeine", 210.0), ("stress", 4.0),
    }  # fmt: skip
    said = run("day", "--set", "caffeine=50")
    assert "Caffeine 50 mg, instead of 210 mg" in said.out
    assert "myolog undo" in said.out
    run("undo")
    assert {e.value for e in kept().of(DayExposure) if e.code == "caffeine"} == {210.0}


def test_one_task_more_leaves_the_answers_of_the_morning(run):
    run("day", "--task", "lift=harder", "--task", "stairs=fine")
    run("day", "--task", "stairs=cannot")
    (look,) = kept().of(TaskCheck)
    assert dict(look.answers) == {"lift": "harder", "stairs": "cannot"}


def test_a_failed_task_says_what_is_left_open_and_what_comes_next(run):
    said = run("day", "--task", "jar=cannot").out
    assert "Until you say so, it counts as new." in said
    assert "myolog day --task jar=cannot,years,yes" in said
    assert "Please do the check next." in said
    said = run("day", "--task", "jar=cannot,weeks,no").out
    assert "counts as new" not in said
    assert "Please do the check next." in said
    said = run("day", "--task", "jar=cannot,years,yes").out
    assert "Please do the check next." not in said
    assert "Keep to the visits that are planned." in said
    (look,) = kept().of(TaskCheck)
    assert (dict(look.since), dict(look.explained)) == ({"jar": "years"}, {"jar": "yes"})
    assert "explained by a doctor, unchanged" in run("journal").out
    assert run("day", "--task", "jar=cannot,ever").code == 2


def test_undo_in_a_process_of_its_own_opens_the_folder_first(data_dir):
    done = forking.run(
        [sys.executable, "-m", "myolog", "undo"],
        capture_output=True,
        text=True,
        env={"MYOLOG_DATA": str(data_dir), "PATH": "/usr/bin:/bin", "TZ": "Asia/Kolkata"},
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    introduced, said = done.stderr.splitlines()
    assert introduced.startswith("Times are those of Asia/Kolkata.")
    assert said == "There is nothing to take back. It may have been taken back already."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["log", "claf"], "„claf“ steht nicht in der Liste der Stellen am Körper; meinten"),
        (["log", "claf"], "meinten Sie calf (Wade)"),
        (["log", "arm"], "meinten Sie upper_arm (Oberarm), forearm (Unterarm)?"),
        (["log", "chin", "left"], "Die Stelle „Kinn“ hat keine Seiten. Lassen Sie „links“ weg."),
        (["day", "--tally", "calf"], "„calf“ ist keine Stelle mit einer Menge"),
        (["day", "--set", "cafeine=90"], "meinten Sie caffeine (Koffein)"),
        (["day", "--set", "cold=x"], "Sagen Sie ja oder nein zu cold (kalter Körper, "),
        (["day", "--drink", "expresso=1"], "meinten Sie espresso?"),
        (["day", "--task", "liftt=harder"], "lift (eine volle Pfanne heben"),
        (["log", "calf", "--at", "25:99"], "Die Zeit „25:99“ wird nicht verstanden"),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_in_german_with_every_name_in_it(run, arguments, sentence):
    said = run("--language", "de", *arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert kept().entries == ()


def test_a_terminal_in_german_reads_german_places_amounts_and_yes(run) -> None:
    run("--language", "de", "own", "add", "Nachtdienst", "--do")
    assert run("--language", "de", "log", "Wade", "links").code == 0
    assert run("--language", "de", "log", "Knöchel", "der", "Hand", "rechte").code == 0
    told = ("--set", "Nachtdienst=ja", "--set", "cold=nein", "--set", "cycle=erster")
    assert run("--language", "de", "day", "--tally", "Augenlid rechts viele", *told).code == 0
    kept_now = kept()
    assert [(one.site, one.side) for one in kept_now.episodes] == [
        ("calf", "left"),
        ("hand", "right"),
    ]
    assert [(one.site, one.side, one.amount) for one in kept_now.tallies] == [
        ("eyelid", "right", "many")
    ]
    values = {one.code: one.value for one in kept_now.of(DayExposure)}
    own = next(code for code in values if code.startswith("own:"))
    assert values == {own: 1, "cold": 0, "cycle_day": 1}
    said = run("--language", "de", "day", "--set", "Nachtdienst=vielleicht").err
    assert "Sagen Sie ja oder nein zu Nachtdienst." in said


def test_what_was_told_long_ago_is_said_to_be_old(run):
    told = {"pregnant": "no", "handedness": "left"}
    facts = [ProfileFact(day=date(2025, 2, 10), code=code, value=told[code]) for code in told]
    log_entries(person=the_person(), entries=facts, by="t")
    said = run("story").out
    assert "No. That was long ago. Please say it again." in said
    assert said.count("long ago") == 1, "which hand does not change"


def test_any_day_takes_over_the_values_of_the_day_before_and_says_which(run) -> None:
    run("day", "9 days ago", "--tally", "calf left many", "--set", "sleep=7h", "--set", "stress=4")
    told = run("day", "8 days ago", "--same-as-before", "--set", "stress=6")
    assert "where nothing is noted yet: sleep 7 h\n" in told.out
    shown = run("journal").out
    assert "sleep: 7 h (as on the day before)" in shown
    assert shown.count("left calf: many") == 1
    again = run("day", "8 days ago", "--same-as-before")
    assert "Nothing is to be taken over" in again.err
    twice = run("day", "yesterday", "--date", "today", "--none")
    assert "Name the day once" in twice.err


def test_the_journal_is_searched(run):
    run("log", "calf", "left", "--note", "kalte Füße", "--at", "2026-03-02 14:20")
    run("log", "thigh", "right", "--suspect", "Föhn", "--at", "2026-03-01 14:20")
    assert "kalte Füße" in run("journal", "--find", "FUESSE").out
    found = json.loads(run("journal", "--place", "right thigh", "--json").out)
    assert [one["site"] for one in found] == ["thigh"]
    assert len(json.loads(run("journal", "--find", "2026-03", "--json").out)) == 2
    dated = run("journal", "--from", "2026-03-02", "--to", "2026-03-02", "--kind", "episode").out
    assert "calf" in dated
    assert "thigh" not in dated
    none = run("journal", "--find", "walk", "--cause", "föhn")
    assert none.code == 0
    assert none.out.splitlines()[:3] == [
        "Nothing found",
        "You searched for: “walk”, suspected: föhn.",
        "Search without: “walk”. This finds 1 entry.",
    ]
    assert run("journal", "--with", "cramp").out.startswith("Nothing found")
    assert run("journal", "--place", "nowhere").code != 0
