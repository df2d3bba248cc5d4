"""One example of each kind of entry, in every form that a test asks for, written by a person.

A new kind is written down here once; the tests of entries, files, words and the API, and the page
of the manual about the file, all take it from here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from myolog.journal.entries import Entry
from myolog.journal.records import StorySite
from myolog.wording.kinds import Line
from tests import factories as make


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A kind, as a person would note, read and write it.

    Attributes
    ----------
    build : makes one with sensible values, of which some may be given
    slot : what a later entry of the kind would replace in the one that `build` makes; None: nothing
    entry : one with something to tell
    in_terminal, on_page : what is said of that entry
    written : another one with all that can be told, as the file has it, without kind, id and day
    """

    build: Callable[..., Entry]
    slot: str | None = None
    entry: Entry
    in_terminal: str
    on_page: Line
    written: dict[str, Any]


ZONE = "America/St_Johns"
SHOULDER = StorySite(site="shoulder", side="right", since=date(2026, 2, 1))

EXAMPLES: dict[str, Example] = {
    "episode": Example(
        build=make.episode,
        entry=make.episode(duration_s=30, intensity=4, accompanied=("cramp",), note="at rest"),
        in_terminal="14:20 left calf, with cramp, 30 s, strength 4 of 10, “at rest”",
        on_page=Line(
            text="Left calf, with cramp",
            at_right="14:20",
            more="30 s, strength 4 of 10",
            note="at rest",
            form="entry",
        ),
        written={
            "site": "eyelid",
            "side": "right",
            "started_at": "2026-11-20T23:15:00.250000Z",
            "zone": ZONE,
            "duration_s": 300,
            "duration_said": "minutes",
            "intensity": 0,
            "suspected": ["caffeine", "der neue Stuhl"],
            "with": ["cramp", "tingling"],
            "note": "<b>zuckt</b> 🦵",
        },
    ),
    "tally": Example(
        build=make.tally,
        slot="2026-03-09/calf/left",
        entry=make.tally(amount="some"),
        in_terminal="left calf: some",
        on_page=Line(text="Left calf", at_right="some", form="day"),
        written={"site": "calf", "side": "left", "count": 0},
    ),
    "none_today": Example(
        build=make.none_today,
        slot="2026-03-09",
        entry=make.none_today(),
        in_terminal="No twitch noticed",
        on_page=Line(text="No twitch noticed", form="day"),
        written={},
    ),
    "exposure": Example(
        build=make.exposure,
        slot="2026-03-09/caffeine/self",
        entry=make.exposure(value=160, servings={"espresso": 2}),
        in_terminal="caffeine: 160 mg (2 × espresso)",
        on_page=Line(text="Caffeine 160 mg (2 × espresso)", aside=True, form="day"),
        written={"code": "sleep_min", "value": 330.0, "source": "watch", "said": "under_6"},
    ),
    "own_thing": Example(
        build=make.own_thing,
        slot="2026-03-09/own:amount:pot-of-tea:3f9a",
        entry=make.own_thing(unit="pots", role="do"),
        in_terminal="Own thing to track: Pot of tea (amount in pots)",
        on_page=Line(text="Own thing to track: Pot of tea (amount in pots)", aside=True),
        written={
            "code": "own:rating:back-pain",
            "name": "Rücken 🔥 <b>",
            "unit": "mg;DROP",
            "role": "do",
            "archived": True,
        },
    ),
    "medicine": Example(
        build=make.medicine,
        entry=make.medicine(name="ibuprofen", action="start", dose="400 mg"),
        in_terminal="Medicine started: ibuprofen, 400 mg",
        on_page=Line(text="Medicine started: ibuprofen, 400 mg", aside=True),
        written={"name": "Cetirizine", "action": "change", "dose": "5 mg"},
    ),
    "window": Example(
        build=make.window,
        entry=make.window(count=3),
        in_terminal="A look of 120 seconds: 3 twitches",
        on_page=Line(text="A look of 120 seconds", at_right="3 twitches"),
        written={"at": "2026-11-20T12:00:00Z", "zone": ZONE, "count": 7, "seconds": 60},
    ),
    "tasks": Example(
        build=make.tasks,
        slot="2026-03-09",
        entry=make.tasks(answers={"grip": "cannot", "stairs": "fine"}),
        in_terminal="Weekly look at daily tasks, harder: hold a full cup or carry a bag (I cannot)",
        on_page=Line(
            text="Weekly look at daily tasks, harder: hold a full cup or carry a bag (I cannot)",
            form="tasks",
        ),
        written={
            "answers": {"grip": "fine", "stairs": "harder"},
            "since": {"stairs": "months"},
            "explained": {"stairs": "not_sure"},
        },
    ),
    "profile": Example(
        build=make.fact,
        slot="2026-03-09/age_years",
        entry=make.fact("weight_kg", 70),
        in_terminal="Weight: 70 kg",
        on_page=Line(text="Weight: 70 kg", aside=True),
        written={"code": "weight_kg", "value": 70.5},
    ),
    "story": Example(
        build=make.story,
        slot="2026-03-09",
        entry=make.story(onset_precision="month", sites=(SHOULDER,)),
        in_terminal=(
            "You told your story so far, since January 2026, first right forearm, "
            "then right shoulder 1 February 2026"
        ),
        on_page=Line(
            text="You told your story so far",
            aside=True,
            more="Since January 2026, first right forearm, then right shoulder 1 February 2026",
        ),
        written={
            "onset_day": "2026-01-09",
            "onset_precision": "month",
            "first_site": "forearm",
            "first_side": "right",
            "sites": [
                {"site": "calf", "side": "both", "since": "2026-02-01"},
                {"site": "chin", "since": "2026-03-01", "since_precision": "month"},
            ],
            "ongoing": False,
            "trend": "improving",
            "measures": "yes",
            "changed": "a new job",
        },
    ),
    "examination": Example(
        build=make.examination,
        entry=make.examination(what="EMG", by="a neurologist", result="pending", text="in May"),
        in_terminal="EMG, a neurologist: no result yet, “in May”",
        on_page=Line(text="EMG, a neurologist", at_right="no result yet", note="in May"),
        written={
            "what": "visit",
            "by": "neurologist",
            "result": "explained",
            "text": "all fine",
            "tests": ["examination", "emg"],
            "signs": ["weakness"],
            "review": "2027-03-01",
            "to_result": "after",
        },
    ),
    "visit": Example(
        build=make.visit,
        slot="2026-03-09/booked/",
        entry=make.visit(by="neurologist"),
        in_terminal="Booked for 9 March 2026, nerve doctor",
        on_page=Line(text="Booked for 9 March 2026, nerve doctor", aside=True, form="visit"),
        written={"event": "booked", "on": "2026-12-01", "by": "neurologist"},
    ),
    "question": Example(
        build=make.question,
        entry=make.question("Which tests?"),
        in_terminal="Question for the doctor: Which tests?",
        on_page=Line(text="Question for the doctor: Which tests?", aside=True),
        written={"text": "Do I need a nerve test?", "fear": True},
    ),
    "answers": Example(
        build=make.answers,
        entry=make.answers({"weakness": "no"}),
        in_terminal="14:20 You answered questions of the check",
        on_page=Line(text="You answered questions of the check", at_right="14:20", aside=True),
        written={
            "at": "2026-11-20T09:30:00Z",
            "zone": ZONE,
            "answers": {"weakness": "none", "lockjaw": False, "explained_unchanged": ["wasting"]},
            "reasons": {"weakness": "only tired"},
        },
    ),
    "programme": Example(
        build=make.programme,
        slot="2026-03-09/started/-",
        entry=make.programme(event="goal", step="STEP-1", value="180"),
        in_terminal="What the steps ask: Caffeine 180 mg",
        on_page=Line(text="What the steps ask: Caffeine 180 mg", aside=True),
        written={"event": "headache", "value": "3"},
    ),
    "experiment_plan": Example(
        build=make.plan,
        slot="late coffee",
        entry=make.plan(),
        in_terminal="An experiment: late coffee, caffeine_late, 2 days",
        on_page=Line(text="An experiment: late coffee, caffeine_late, 2 days", aside=True),
        written={
            "name": "late coffee",
            "factor": "caffeine_late",
            "design": "pairs",
            "seed": 0,
            "arms": ["A", "B", "washout"],
        },
    ),
    "experiment_day": Example(
        build=make.experiment_day,
        slot="2026-03-09/late coffee",
        entry=make.experiment_day(adhered=False),
        in_terminal="A day of the experiment late coffee: not as planned",
        on_page=Line(text="A day of the experiment late coffee: not as planned", aside=True),
        written={"name": "late coffee", "arm": "B", "adhered": False},
    ),
}
"""Every kind by its name."""

ONE_OF_EACH = tuple(one.build for one in EXAMPLES.values())
WRITTEN = {kind: one.written for kind, one in EXAMPLES.items()}
