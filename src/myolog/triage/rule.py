"""What one rule of the decision table is.

Decides the form of a rule and which sources it may name; the rules themselves
are in `myolog.triage.rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from myolog.triage.conditions import Condition
from myolog.triage.urgency import Urgency

__all__ = ["SOURCES", "Rule"]

SOURCES: Final = (
    "BABY",
    "BMJ22",
    "CES",
    "DVLA",
    "EAR",
    "GBS",
    "HYPOCA",
    "JERKS",
    "LEGS",
    "LI",
    "LIMIX",
    "MAYO-EYE",
    "MEDL",
    "MHRA",
    "MMN",
    "NHS",
    "NICE127",
    "NICE217",
    "NICE42",
    "PREE",
    "RADPLEX",
    "SERO",
    "SINGH",
    "STATIN19",
    "TURN",
    "guide",
    "own",
    "from memory",
)
"""Keys of published sources, ``guide`` for the article that Myolog carries out,
``own`` for a decision of Myolog, ``from memory`` for what no copy at hand shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One red flag: when it fires and what then follows.

    Parameters
    ----------
    code
        Stable key; its words are ``[rule.<code>]`` in the catalogue.
    urgency
        How soon to be seen when it fires.
    when
        The condition on the answers.
    who
        Key of whom to see.
    workup
        Keys of what to discuss there.
    source
        Keys of `SOURCES`, separated by commas.
    soft
        Whether a documented normal examination may lower it.
    folded_by
        Code of a rule which, when it fires too, says all that this one says.
    since
        Version of the table in which the rule took this form.
    """

    code: str
    urgency: Urgency
    when: Condition
    who: str
    workup: tuple[str, ...]
    source: str
    soft: bool = False
    folded_by: str | None = None
    since: str = "2.0"

    @property
    def inputs(self) -> tuple[str, ...]:
        """The questions that the rule reads, in the order of the guide."""
        return self.when.inputs

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of `source`, one by one."""
        return tuple(self.source.split(", "))
