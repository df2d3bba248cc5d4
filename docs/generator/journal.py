"""The page of the journal file: every kind of entry, what each field may hold, and every code."""

import inspect
import json
from collections.abc import Mapping

from docs.generator.api import kind_of
from docs.generator.layout import code, page, table
from myolog.content.catalogue import Catalogue
from myolog.content.choices import help_of
from myolog.exporters.entry_shapes import question_shape
from myolog.triage.answers import Input

FILE_HEAD = """
A journal is one text file in UTF-8, one JSON object a line ("JSON Lines").
It holds everything; reading it and writing it again gives the same file.

- Line 1 names the format and the home time zone, in which new days begin.
  Where the person's day ends after midnight it says so: `"day_ends_hour": 4` lets every `day` run to 4:00 of the next date, from 1 to 6; without it a day ends at midnight.
- Each further line is one entry, told apart by its `kind`.
- The last line counts the entries, so that a file cut short is noticed.

```json
{example}
```

A `day` is the calendar date of the person, `YYYY-MM-DD`.
An instant (`started_at`, `at`) is in UTC and ends in `Z`; `zone` is the IANA time zone the person was in, and the date of that place, or the one before until the day ends, is kept as `day`.
A field that was not given is absent; `null` says the same where it is named.
Every entry may have an `id`, the key the store gave it, a text of at most 64 characters.
A text is what people write: no line is run, and only the character U+0000 is refused.

[journal.schema.json](journal.schema.json) says the same for programs: a JSON Schema (2020-12) of one line.
It holds the answers to the check to the questions of today; what no schema can say is said below.
An entry is dated in the future only where a clock was wrong. No two entries of one kind have the same key.

Some kinds have a *key*: a later entry with the same key replaces the earlier one. All others stand side by side.
A Myolog that reads format {version} refuses a file of a later format with one sentence and changes nothing.

## Kinds of entries
"""


def file_format() -> str:
    """Describe the native file: every kind, its fields, one example line, and every code."""
    from myolog.journal.file import FORMAT, lines
    from myolog.journal.model import Journal
    from tests.factories import DAY, episode, none_today
    from tests.kinds import ONE_OF_EACH

    short = Journal((episode(), none_today(day=DAY.replace(day=10))), "Europe/Berlin")
    parts = [FILE_HEAD.format(example="".join(lines(short)).strip(), version=FORMAT)]
    for make in ONE_OF_EACH:
        entry = make()
        line = list(lines(Journal((entry,), "Europe/Berlin")))[1].strip()
        parts += [
            f"### {entry.kind}",
            (inspect.getdoc(type(entry)) or "").splitlines()[0],
            f"Its key, here: {code(entry.slot)}." if entry.slot is not None else "It has no key.",
            table(("field", "needed", "what it may be", "meaning"), fields_of(type(entry))),
            *rules_of(entry.kind),
            f"```json\n{line}\n```",
        ]
    return page("The journal file", *parts, *codes())


def fields_of(kind: type) -> list[tuple[str, str, str, str]]:
    """List the fields of a kind of entry, with what each may hold and what it means."""
    from myolog.exporters.entry_shapes import shape_of

    shape = shape_of(kind)
    return [
        (
            code(name),
            "yes" if name in shape["required"] else "no",
            held(kind.kind, name, field),
            field.get("description", "-"),
        )
        for name, field in shape["properties"].items()
        if name not in {"kind", "id"}
    ]


ELSEWHERE = {
    ("tasks", "answers"): "a [task](#tasks) to its answer, at least one",
    ("profile", "code"): "a [fact](#facts-about-the-person)",
    ("profile", "value"): "as the [fact](#facts-about-the-person) has it",
    ("exposure", "value"): "within the limits of the [exposure](exposures.md)",
    ("answers", "answers"): "a [question](#questions-of-the-check) to its answer",
    ("answers", "reasons"): "a [question](#questions-of-the-check) to a text, length at most 1000",
    ("programme", "step"): "a [step](steps.md), STEP-1 to STEP-5",
    ("story", "sites"): "list of at most 30 [places](#places-of-a-story)",
}


def held(kind: str, name: str, field: dict) -> str:
    """Say what a field may hold."""
    return ELSEWHERE.get((kind, name)) or kind_of(field)


def rules_of(kind: str) -> list[str]:
    """Say what holds between the fields of a kind."""
    from myolog.vocabulary.choices import DURATIONS, SAID

    if kind == "programme":
        return [events()]
    return {
        "episode": [
            "A place in the middle of the body has no side; see [sites](sites.md).",
            f"`duration_said` goes with the number it stands for: {words_for(DURATIONS)}.",
            "With `time_said` no clock was told: the hour of `started_at` only keeps its place, and "
            "says nothing about when.",
        ],
        "exposure": [
            "`said` goes with the number it stands for; other exposures have none.",
            table(
                ("code", "`said` and `value`"),
                [(code(each), words_for(words)) for each, words in SAID.items()],
            ),
        ],
        "tally": ["Either `amount` or `count`, never both. A place in the middle has no side."],
        "story": [
            "`onset_day` is not after `day`, and each place began between the two.",
            "#### Places of a story",
            table(
                ("key", "needed", "what it may be", "meaning"),
                [
                    (code("site"), "yes", "a [site](sites.md)", "where it has twitched too"),
                    (code("side"), "no", "`left`, `right`, `both` or null", "left out: not noted"),
                    (code("since"), "yes", "date", "the day since which it has"),
                    (
                        code("since_precision"),
                        "no",
                        "`day`, `week`, `month` or `year`",
                        "how well that day is known; left out: to the day",
                    ),
                ],
            ),
        ],
    }.get(kind, [])


def words_for(numbers: Mapping[str, int]) -> str:
    """List words with the numbers they stand for."""
    return ", ".join(f"{code(word)} {number}" for word, number in numbers.items())


def events() -> str:
    """Say what each event of the programme holds."""
    from myolog.journal.records import NUMBERED, PROGRAMME_EVENTS
    from myolog.programme.verdict import CODES

    one, none = "STEP-1 to STEP-5", "-"
    held = {
        "started": (none, none), "stopped": (none, none), "paused": (none, none),
        "resumed": (none, none), "step_done": (one, none), "kept": (one, none),
        "baseline": ("STEP-1", f"whole number of mg in quotes, up to {NUMBERED['baseline'][1]:,}"),
        "headache": (none, f"whole number in quotes, 0 to {NUMBERED['headache'][1]}"),
        "goal": (one, 'an amount or a time such as `22:45`; in older files `off` or `on`'),
        "part": (one, "`off` for a step left out, `on` for one taken up again"),
        "reminder": (one, "a time such as `18:30`, or `off`"),
        "verdict": (none, ", ".join(code(each) for each in CODES)),
        "recheck": (none, "the date"),
    }  # fmt: skip
    rows = [(code(event), *held[event]) for event in PROGRAMME_EVENTS]
    return table(("event", "step", "value"), rows)


def codes() -> list[str]:
    """List every question, task, fact and event of the programme with its values."""
    from myolog.content.catalogue import load
    from myolog.exporters.file_schema import value_of_fact
    from myolog.triage.answers import INPUTS
    from myolog.vocabulary.profile import PROFILE
    from myolog.vocabulary.tasks import GIVEN, TASKS

    words = load()
    return [
        "## Codes",
        "Places are listed under [sites](sites.md), daily values under [exposures](exposures.md), steps under [the five steps](steps.md).",
        "### Questions of the check",
        "From the least to the most worrying answer; `not_sure` is an answer to each. A question that was not asked is absent.",
        "Of an answer V above the first of a list, `not_sure:V` is a doubt whether V is so, and `not_sure_up_to:V` one about parts of which V is the gravest, by a person who cannot say which.",
        "`ticked:L` and `ticked:L:V` are a yes to the line L of the check of which the person told no part; V is the gravest of its parts.",
        table(
            ("question", "what may be answered", "what is asked"),
            [
                (code(name), answers_of(asked), asked_in_words(words, name))
                for name, asked in INPUTS.items()
            ],
        ),
        "### Tasks",
        f"Each is one of {', '.join(code(answer) for answer in GIVEN)}.",
        table(("task", "can you ..."), [(code(t.code), t.name) for t in TASKS.values()]),
        "### Facts about the person",
        table(
            ("fact", "what it may be", "what it is"),
            [
                (code(field.code), fact_values(field.code, value_of_fact(field)), field.name)
                for field in PROFILE.values()
            ],
        ),
    ]


def asked_in_words(words: Catalogue, name: str) -> str:
    """Return a question and what helps to answer it, also beside the line that asks it."""
    found = [words.text(f"input.{name}.question")]
    for place in (f"input.{name}", f"line.{name}"):
        found += help_of(words, place) if place in words else ()
    return " ".join(dict.fromkeys(found))


def answers_of(asked: Input) -> str:
    """Say what may be answered to a question, without every way to doubt a part of it."""
    if not asked.values or asked.kind != "ordered":
        return kind_of(question_shape(asked))
    return ", ".join(code(value) for value in (*asked.values, "not_sure"))


def fact_values(fact: str, shape: dict) -> str:
    """Say what the value of a fact may be."""
    listed = {
        "tracked": "codes of [exposures](exposures.md) in their order, a space between",
        "remind_day": "a time and days of the week in order, like `20:30 mon wed`, or `off`",
        "remind_quiet": "the first and the last day, like `2026-12-20/2027-01-03`, or `off`",
        "remind_week": "a time and one day of the week, like `18:00 sun`, or `off`",
        "window_times": "up to three times of day in order, like `09:00 20:30`",
    }
    return listed.get(fact) or kind_of(shape)


def schema() -> str:
    """Write the schema of a line as a file."""
    from myolog.exporters.file_schema import file_schema

    return json.dumps(file_schema(), indent=1, ensure_ascii=False) + "\n"
