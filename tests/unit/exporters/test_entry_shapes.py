"""A field that nobody described is described by its type, so that none can be forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from myolog.exporters.entry_shapes import shape_of
from myolog.journal.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse(Entry):
    """How the heart beat.

    Attributes
    ----------
    rate : beats a minute, or None
    ----
    """

    kind: ClassVar[str] = "pulse"
    rate: int | None = None
    words: tuple[str, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)
    since: date
    seen_at: datetime | None = None
    sure: bool | str = True


def test_a_kind_that_nobody_described_is_described_whole() -> None:
    shape = shape_of(Pulse)
    parts = shape["properties"]
    assert shape["description"] == "How the heart beat."
    assert shape["required"] == ["kind", "day", "since"]
    assert list(parts) == [
        "kind",
        "id",
        "day",
        "rate",
        "words",
        "parts",
        "since",
        "seen_at",
        "sure",
    ]
    assert parts["kind"] == {"type": "string", "const": "pulse"}
    assert parts["rate"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "beats a minute, or null",
    }
    assert parts["words"]["items"]["type"] == "string"
    assert parts["parts"] == {"type": "object", "additionalProperties": {"type": "number"}}
    assert parts["since"]["format"] == "date"
    assert parts["seen_at"]["anyOf"][0]["format"] == "date-time"
    assert [each["type"] for each in parts["sure"]["anyOf"]] == ["boolean", "string"]


def test_null_is_left_out_where_it_is_not_answered() -> None:
    assert shape_of(Pulse, with_null=False)["properties"]["rate"]["type"] == "integer"
