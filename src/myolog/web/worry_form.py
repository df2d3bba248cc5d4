"""The nine questions on worry and mood as a page asks them."""

from collections.abc import Mapping
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.vocabulary.questionnaires import ANSWERS, QUESTIONNAIRES


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question: its field, its words and what was chosen."""

    field: str
    text: str
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One questionnaire as asked."""

    title: str
    items: tuple[Item, ...]


def parts(data: Mapping[str, str]) -> tuple[Part, ...]:
    """Return both questionnaires with what was posted so far."""
    words = load()
    return tuple(
        Part(
            title=words.template(f"questionnaire.{code}.title"),
            items=tuple(
                Item(field=field, text=text, chosen=data.get(field, ""))
                for field, text in zip(
                    fields_of(code), words.items(f"questionnaire.{code}.items"), strict=True
                )
            ),
        )
        for code in QUESTIONNAIRES
    )


def fields_of(code: str) -> tuple[str, ...]:
    """Return the names of the fields of one questionnaire."""
    return tuple(f"{code}-{n}" for n in range(1, QUESTIONNAIRES[code].n_items + 1))


def answers_in(data: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return one answer an item, "" where none was given."""
    return {
        code: tuple(data.get(field, "") for field in fields_of(code)) for code in QUESTIONNAIRES
    }


def choices() -> tuple[tuple[str, str], ...]:
    """Return every answer and its words."""
    words = load()
    return tuple((code, words.template(f"questionnaire.{code}")) for code in ANSWERS)
