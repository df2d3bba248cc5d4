"""What an entry looks like to a program: one model a kind, made from the journal's own classes.

Nothing is listed here, so that no kind and no field can be forgotten. The models describe; the
journal judges what is sent, and what is answered goes out as the native file writes it.
"""

from collections.abc import Collection
from dataclasses import fields
from functools import reduce
from operator import or_
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from myolog.exporters.entry_shapes import field_shape, is_needed, summary_of
from myolog.journal.codec import file_name
from myolog.journal.entries import DayTally, Entry, Episode
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.records import ProgrammeEvent, TriageAnswers

__all__ = ["ELSEWHERE", "EntryIn", "EntryOut", "EpisodeIn", "EpisodeOut", "TallyIn", "sent"]

ELSEWHERE: Final = frozenset({TriageAnswers.kind, ProgrammeEvent.kind})
"""Kinds that are written by operations of their own: a result follows, guards are asked first."""


class EntryModel(BaseModel):
    """An entry with the fields of its kind and no other."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


def _model(
    kind: type[Entry],
    name: str,
    *,
    needed: Collection[str],
    left_out: Collection[str] = (),
    with_null: bool = False,
    with_kind: bool = True,
) -> type[EntryModel]:
    given: dict[str, Any] = {"kind": (Literal[kind.kind], ...)} if with_kind else {}
    for field in fields(kind):
        if field.name not in left_out:
            shape = WithJsonSchema(field_shape(kind, field.name, with_null=with_null))
            required = field.name in needed
            given[field.name] = (
                Annotated[Any, shape],
                Field(alias=file_name(field.name))
                if required
                else Field(
                    default=None,
                    alias=file_name(field.name),
                    json_schema_extra=_without_default,
                ),
            )
    return create_model(name, __base__=EntryModel, __doc__=summary_of(kind), **given)


def _needed(kind: type[Entry], *, besides: Collection[str] = ()) -> set[str]:
    return {field.name for field in fields(kind) if is_needed(kind, field)} - set(besides)


def _answered(kind: type[Entry]) -> type[EntryModel]:
    return _model(kind, f"{kind.__name__}Entry", needed={"id", "day"} | _needed(kind))


def _taken(
    kind: type[Entry],
    name: str = "",
    *,
    left_out: Collection[str] = ("id",),
    with_kind: bool = True,
) -> type[EntryModel]:
    """Return what may be sent of a kind; where no zone is sent, it is the home zone."""
    return _model(
        kind,
        name or f"{kind.__name__}New",
        needed=_needed(kind, besides={"zone", *left_out}),
        left_out=left_out,
        with_null=True,
        with_kind=with_kind,
    )


_GIVEN_ANYHOW: Final = ("id", "day")
"""Fields that a program need not send: the store gives the key, and an instant its day."""


def _union(models: list[type[EntryModel]]) -> Any:
    return Annotated[reduce(or_, models), Field(discriminator="kind")]


EntryOut = _union([_answered(kind) for kind in ALL_KINDS.values()])
EntryIn = _union([_taken(kind) for name, kind in ALL_KINDS.items() if name not in ELSEWHERE])


class EpisodeIn(
    _taken(Episode, "EpisodeIn", left_out=_GIVEN_ANYHOW, with_kind=False)  # type: ignore[misc]
):
    """One noticed bout of twitching; without a zone it is the home zone."""


class EpisodeOut(
    _model(  # type: ignore[misc]
        Episode, "EpisodeOut", needed={field.name for field in fields(Episode)}, with_null=True
    )
):
    """One stored episode with every field; `started_at` in UTC, `day` as the person's date."""


class TallyIn(
    _taken(DayTally, "TallyIn", left_out=_GIVEN_ANYHOW, with_kind=False)  # type: ignore[misc]
):
    """How much one place twitched that day: a word or a count."""


def sent(body: BaseModel) -> dict[str, Any]:
    """Return what was sent, in the words of the file; null says the same as leaving out."""
    given = body.model_dump(by_alias=True, exclude_unset=True)
    return {name: value for name, value in given.items() if value is not None}
