"""The native file as a JSON Schema (2020-12): what each line may be, beside the manual.

Decides the rules between the fields of one entry; what one field may hold is in `entry_shapes.py`.
What no schema can say (no entry lies in the future, a later place began after the first, no two
entries claim one slot) stays with `read_journal`.
"""

from collections.abc import Mapping
from typing import Final

from myolog.exporters.entry_shapes import DAY, Shape, one_of, shape_of, sides_rule, text
from myolog.journal.file import FORMAT
from myolog.journal.instants import LATEST_END
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.records import NUMBERED
from myolog.vocabulary.choices import DURATIONS, SAID
from myolog.vocabulary.exposures import EXPOSURES, Exposure
from myolog.vocabulary.own import OWN_KINDS, own_exposure
from myolog.vocabulary.profile import PROFILE, TEXT_LIMIT, WINDOWS_AT_MOST, ProfileField
from myolog.vocabulary.reminding import OFF, WEEKDAYS

__all__ = ["file_schema", "value_of_exposure", "value_of_fact"]

_CLOCK: Final = "([01][0-9]|2[0-3]):[0-5][0-9]"
_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def file_schema() -> Shape:
    """Return the schema of one line of the file: its first, an entry, or its last."""
    kinds = {name: shape_of(kind) | _rules(name) for name, kind in ALL_KINDS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:myolog:journal:{FORMAT}",
        "title": f"One line of a Myolog journal file, format {FORMAT}",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in ("first_line", "last_line", "entry")],
        "$defs": {
            "first_line": {
                "type": "object",
                "properties": {
                    "myolog": {"const": "journal"},
                    "format": {"const": FORMAT},
                    "zone": text(required=True) | {"description": "IANA name of the home zone"},
                    "day_ends_hour": {
                        "type": "integer",
                        "minimum": 0,
                        "maximum": LATEST_END,
                        "description": "hour after midnight at which a day ends; 0 if absent",
                    },
                },
                "required": ["myolog", "format", "zone"],
            },
            "last_line": {
                "type": "object",
                "properties": {"end": {"type": "integer", "minimum": 0}},
                "required": ["end"],
                "additionalProperties": False,
            },
            "entry": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in kinds]},
            **kinds,
        },
    }


def value_of_exposure(what: Exposure) -> Shape:
    """Return what the value of an exposure may be."""
    if what.kind == "yes_no":
        return {"enum": [0, 1]}
    return {"type": "number", "minimum": what.low, "maximum": what.high}


def value_of_fact(field: ProfileField) -> Shape:
    """Return what the value of a fact about the person may be."""
    if field.kind == "choice":
        return one_of(field.choices)
    if field.kind == "text":
        return text(TEXT_LIMIT, required=True)
    if field.kind == "exposures":
        return {"type": "string", "pattern": _words(f"({'|'.join(EXPOSURES)})", len(EXPOSURES))}
    if field.kind == "times":
        return {
            "type": "string",
            "pattern": _words(_CLOCK, WINDOWS_AT_MOST),
        }
    if field.kind == "ring":
        return {"type": "string", "pattern": _ring(n_days=int(field.high))}
    if field.kind == "span":
        return {"type": "string", "pattern": f"^({OFF}|{_DATE}/{_DATE})$"}
    kind = "integer" if field.kind == "whole" else "number"
    return {"type": kind, "minimum": field.low, "maximum": field.high}


def _ring(*, n_days: int) -> str:
    """Return how a time is written with days of the week in their order."""
    one = f" ({'|'.join(WEEKDAYS)})"
    several = f"(?= ){''.join(f'( {day})?' for day in WEEKDAYS)}"
    return f"^({OFF}|{_CLOCK}{one if n_days == 1 else several})$"


def _words(word: str, most: int) -> str:
    return f"^({word}( {word}){{0,{most - 1}}})?$"


def _when(name: str, is_: str, then: Shape) -> Shape:
    return {
        "if": {"properties": {name: {"const": is_}}, "required": [name]},
        "then": {"required": ["value"], "properties": {"value": then}},
    }


def _all_of(values: Mapping[str, object]) -> Shape:
    """Return that each of these fields is there with its value."""
    return {
        "properties": {name: {"const": value} for name, value in values.items()},
        "required": list(values),
    }


def _up_to(high: int) -> str:
    """Return the pattern of whole numbers up to one with a single digit that is not 0."""
    first, rest = str(high)[0], len(str(high)) - 1
    below = f"|[1-{int(first) - 1}][0-9]{{{rest}}}" if int(first) > 1 else ""
    return f"^0*([0-9]{{1,{rest}}}{below}|{first}0{{{rest}}})$"


_RULES: Final[Mapping[str, list[Shape]]] = {
    "episode": [
        sides_rule("site", "side"),
        *(
            {"if": _all_of({"duration_said": word}), "then": _all_of({"duration_s": seconds})}
            for word, seconds in DURATIONS.items()
        ),
    ],
    "tally": [
        sides_rule("site", "side"),
        {
            "oneOf": [
                {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
                for name in ("amount", "count")
            ]
        },
    ],
    "exposure": [
        *(_when("code", code, value_of_exposure(what)) for code, what in EXPOSURES.items()),
        *(
            {
                "if": {"properties": {"code": {"pattern": f"^own:{kind}:"}}, "required": ["code"]},
                "then": {"properties": {"value": value_of_exposure(own_exposure(f"own:{kind}:x"))}},
            }
            for kind in OWN_KINDS
        ),
        {
            "if": {"properties": {"said": {"minLength": 1}}, "required": ["said"]},
            "then": {
                "anyOf": [
                    _all_of({"code": code, "said": word, "value": number})
                    for code, words in SAID.items()
                    for word, number in words.items()
                ]
            },
        },
    ],
    "profile": [_when("code", code, value_of_fact(field)) for code, field in PROFILE.items()],
    "story": [
        sides_rule("first_site", "first_side"),
        {"properties": {"sites": {"items": sides_rule("site", "side")}}},
    ],
    "programme": [
        _when("event", "recheck", DAY),
        *(
            _when("event", event, {"type": "string", "pattern": _up_to(high)})
            for event, (_, high) in NUMBERED.items()
        ),
    ],
}
"""What holds between the fields of a kind."""


def _rules(kind: str) -> Shape:
    return {"allOf": _RULES[kind]} if kind in _RULES else {}
