"""What each field of an entry may hold, in the words of JSON Schema, made from its class.

One source for the schema beside the manual, the manual's tables and the API's description. A field
that is not named here is described by its type, so a new one is never left out. The answers to the
check are held to the questions of today, although the file takes others.
"""

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from types import NoneType
from typing import Any, Final, get_args, get_type_hints

from myolog.journal.checks import (
    ASKED_LIMIT,
    ID_LIMIT,
    LIST_LIMIT,
    LOOK_LIMIT_S,
    NOTE_LIMIT,
    ONE_DAY_S,
    PLAN_LIMIT,
    SEED_LIMIT,
    SERVINGS_LIMIT,
    STRONGEST,
    WORDS_LIMIT,
)
from myolog.journal.codec import file_name
from myolog.journal.entries import ACCOMPANIED, ACTIONS, AMOUNTS, COUNT_LIMIT, Entry
from myolog.journal.own import NAME_LIMIT, ROLES, UNIT_LIMIT
from myolog.journal.records import (
    ARMS,
    BEGINNINGS,
    DESIGNS,
    MEASURES,
    PRECISIONS,
    PROGRAMME_EVENTS,
    TRENDS,
)
from myolog.journal.shapes import folded
from myolog.journal.visits import VISIT_EVENTS
from myolog.programme.steps import STEPS
from myolog.triage.answers import INPUTS, Input
from myolog.triage.check import SCREENS
from myolog.vocabulary.choices import DURATIONS, SAID, TIMES_SAID
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.own import CODE_LIMIT, CODE_PATTERN
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import EXPLAINED, GIVEN, SINCE, TASKS
from myolog.vocabulary.visits import OUTCOMES, TESTS, TO_RESULT

__all__ = ["DAY", "Shape", "either", "field_shape", "meanings_of", "shape_of", "summary_of"]

Shape = dict[str, Any]

DAY: Final[Shape] = {
    "type": "string",
    "format": "date",
    "pattern": "^(19[0-9]{2}|2[01][0-9]{2})-[0-9]{2}-[0-9]{2}$|^2200-[0-9]{2}-[0-9]{2}$",
}
_MOMENT: Final[Shape] = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3}|\.[0-9]{6})?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})$",
}


_BLANK: Final = (
    r"\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Python takes for a blank; languages differ in what \\s means."""


def either(*shapes: Shape) -> Shape:
    """Return what fits one of several shapes."""
    return {"anyOf": list(shapes)}


def one_of(words: Iterable[str]) -> Shape:
    """Return one of a list of words."""
    return {"type": "string", "enum": list(words)}


def text(limit: int = WORDS_LIMIT, *, required: bool = False) -> Shape:
    """Return a text that can be stored, with something in it where it is required."""
    inside = rf"[^\u0000{_BLANK}][^\u0000]*" if required else ""
    return {"type": "string", "maxLength": limit, "pattern": rf"^[^\u0000]*{inside}$"}


def _whole(low: int, high: int) -> Shape:
    return {"type": "integer", "minimum": low, "maximum": high}


def _list(item: Shape, **limits: Any) -> Shape:
    return {"type": "array", "items": item, **limits}


def _table(rows: Mapping[str, Shape], **limits: Any) -> Shape:
    return {"type": "object", "properties": dict(rows), "additionalProperties": False, **limits}


def sides_rule(site: str, side: str) -> Shape:
    """Return the rule that a place in the middle has no side."""
    middle = [code for code, place in SITES.items() if place.sides == "M"]
    return {
        "if": {"properties": {site: {"enum": middle}}, "required": [site]},
        "then": {"properties": {side: {"type": "null"}}},
    }


def question_shape(question: Input) -> Shape:
    """Return what may be answered to one question of the check, all that is left open included."""
    ticks = {
        str(screen.tick(line, question.name)): None
        for screen in SCREENS
        for line in screen.lines
        if question.name in line.doubted
    }
    left_open = (*question.doubts, *ticks)
    unsure = one_of(left_open)  # not a const: generated clients misread one beside a number
    if question.kind == "ordered":
        return one_of((*question.values, *left_open))
    if question.kind == "bool":
        return either({"type": "boolean"}, unsure)
    if question.kind == "int":
        return either(_whole(question.low, question.high), unsure)
    return either(_list(one_of(question.values)), unsure)


_SITE: Final = one_of(SITES)
_SIDE: Final = one_of(("left", "right", "both"))
_STORY_SITE: Final = _table(
    {
        "site": _SITE,
        "side": either(_SIDE, {"type": "null"}),
        "since": DAY,
        "since_precision": one_of(PRECISIONS),
    },
    required=["site", "since"],
)
_OWN_CODE: Final[Shape] = {"type": "string", "maxLength": CODE_LIMIT, "pattern": CODE_PATTERN}
_FIELDS: Final[Mapping[str, Shape]] = {
    "id": text(ID_LIMIT, required=True),
    "zone": text(required=True),
    "site": _SITE,
    "side": _SIDE,
    "count": _whole(0, COUNT_LIMIT),
    "name": text(required=True),
    "arm": one_of(ARMS),
    "episode.duration_s": _whole(1, ONE_DAY_S),
    "episode.duration_said": one_of(("", *DURATIONS)),
    "episode.time_said": one_of(("", *TIMES_SAID)),
    "episode.intensity": _whole(0, STRONGEST),
    "episode.suspected": _list(text(required=True), maxItems=LIST_LIMIT),
    "episode.accompanied": _list(one_of(ACCOMPANIED)),
    "episode.note": text(NOTE_LIMIT),
    "tally.amount": one_of(AMOUNTS),
    "exposure.code": either(one_of(EXPOSURES), _OWN_CODE),
    "own_thing.code": _OWN_CODE,
    "own_thing.name": text(NAME_LIMIT, required=True),
    "own_thing.unit": text(UNIT_LIMIT),
    "own_thing.role": one_of(ROLES),
    "exposure.servings": _table(
        {code: {"type": "number", "minimum": 0, "maximum": SERVINGS_LIMIT} for code in DRINKS}
    ),
    "exposure.source": text(required=True),
    "exposure.said": one_of(("", *dict.fromkeys(word for said in SAID.values() for word in said))),
    "medicine.action": one_of(ACTIONS),
    "medicine.dose": text(),
    "window.seconds": _whole(1, LOOK_LIMIT_S),
    "tasks.answers": _table({code: one_of(GIVEN) for code in TASKS}, minProperties=1),
    "tasks.since": _table({code: one_of(SINCE) for code in TASKS}),
    "tasks.explained": _table({code: one_of(EXPLAINED) for code in TASKS}),
    "profile.code": one_of(PROFILE),
    "story.onset_precision": one_of(BEGINNINGS),
    "story.first_site": _SITE,
    "story.first_side": _SIDE,
    "story.sites": _list(_STORY_SITE, maxItems=LIST_LIMIT),
    "story.trend": one_of(TRENDS),
    "story.measures": one_of(MEASURES),
    "examination.what": text(required=True),
    "examination.by": text(),
    "examination.tests": _list(one_of(TESTS)),
    "examination.signs": _list(text(required=True), maxItems=LIST_LIMIT),
    "visit.event": one_of(VISIT_EVENTS),
    "visit.by": text(),
    "examination.result": one_of(OUTCOMES),
    "examination.to_result": one_of(("", *TO_RESULT)),
    "question.text": text(ASKED_LIMIT, required=True),
    "answers.answers": _table({name: question_shape(asked) for name, asked in INPUTS.items()}),
    "answers.reasons": _table({name: text(ASKED_LIMIT, required=True) for name in INPUTS}),
    "programme.event": one_of(PROGRAMME_EVENTS),
    "programme.step": text(required=True) | {"examples": list(STEPS)},
    "programme.value": text(required=True),
    "experiment_plan.factor": text(required=True),
    "experiment_plan.design": one_of(DESIGNS),
    "experiment_plan.seed": _whole(0, SEED_LIMIT),
    "experiment_plan.arms": _list(one_of(ARMS), minItems=1, maxItems=PLAN_LIMIT),
}
"""What a field may hold where its type does not say enough: by name, or by kind and name."""


def _of_type(hint: Any) -> Shape:
    """Describe a field that is not listed by its Python type."""
    return folded(hint, leaf=_plain, holder=_holding, either=_any_of)


def _plain(hint: Any) -> Shape:
    if hint is NoneType:
        return {}
    plain = {bool: "boolean", int: "integer", float: "number"}
    if hint in plain:
        return {"type": plain[hint]}
    return {date: DAY, datetime: _MOMENT}.get(hint, text(NOTE_LIMIT))


def _holding(container: Any, inside: Shape) -> Shape:
    if container is tuple:
        return _list(inside)
    return {"type": "object", "additionalProperties": inside}


def _any_of(shapes: tuple[Shape, ...]) -> Shape:
    kept = [one for one in shapes if one]
    return kept[0] if len(kept) == 1 else either(*kept)


def field_shape(kind: type[Entry], name: str, *, with_null: bool = True) -> Shape:
    """Return what one field of a kind may hold.

    Parameters
    ----------
    with_null
        Whether null is named where it says the same as leaving the field out.
    """
    hint = get_type_hints(kind)[name]
    shape = _FIELDS.get(f"{kind.kind}.{name}", _FIELDS.get(name, {})) or _of_type(hint)
    if with_null and name != "id" and NoneType in get_args(hint):
        shape = either(shape, {"type": "null"})
    meaning = meanings_of(kind).get(name)
    return {**shape, "description": meaning} if meaning else shape


def is_needed(kind: type[Entry], field: Field[Any]) -> bool:
    """Say whether an entry cannot leave the field out."""
    if field.name == "day":
        return kind.moment is Entry.moment
    return field.default is MISSING and field.default_factory is MISSING


def shape_of(kind: type[Entry], *, with_null: bool = True) -> Shape:
    """Return the fields of a kind as the native file names them, without rules between them."""
    needed = [file_name(field.name) for field in fields(kind) if is_needed(kind, field)]
    return {
        "type": "object",
        "description": summary_of(kind),
        "properties": {
            "kind": {"type": "string", "const": kind.kind},
            **{
                file_name(field.name): field_shape(kind, field.name, with_null=with_null)
                for field in fields(kind)
            },
        },
        "required": ["kind", *needed],
        "additionalProperties": False,
    }


def summary_of(kind: type[Entry]) -> str:
    """Return what a kind of entry is, in one sentence."""
    return (inspect.getdoc(kind) or "").partition("\n")[0]


def meanings_of(kind: type[Entry]) -> Mapping[str, str]:
    """Return what each field means, as the class tells it."""
    found = {"id": "key given by the store or the file", "day": "the person's calendar date"}
    told = (inspect.getdoc(kind) or "").partition("Attributes\n----------\n")[2]
    for line in told.replace("\n    ", " ").splitlines():
        names, mark, words = line.partition(" : ")
        if mark:
            plain = words.replace("None", "null")
            found |= dict.fromkeys(names.split(", "), plain)
    return found
