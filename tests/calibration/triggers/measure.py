"""How often each method is wrong, and how often it finds what is there."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from myolog.triggers import analyse
from tests.calibration.triggers import family_a, family_b
from tests.calibration.triggers.oracle import inclusion_without_forms, oracle_inclusion
from tests.calibration.triggers.people import LENGTHS, Person
from tests.calibration.triggers.trackers import TRACKERS

Array = NDArray[np.float64]
FAMILIES: dict[str, ModuleType] = {"A": family_a, "B": family_b}
ORACLE_FLAGS_FROM = 0.30
WITHOUT_FORMS = "oracle that seeks delay and shape"
"""The oracle's raw probability from which it flags: as often wrong as Myolog may be."""


@dataclass(kw_only=True)
class Judged:
    """One person with what each method said."""

    person: Person
    truth: Array
    low: Array
    high: Array
    seconds: float
    scores: dict[str, Array] = field(default_factory=dict)
    flagged: dict[str, NDArray[np.bool_]] = field(default_factory=dict)

    @property
    def nothing_acts(self) -> bool:
        """Whether no exposure drives this person's count."""
        return not self.truth.any()


def draw(family: str, kind: str, index: int) -> Person:
    """Invent person number `index` of a kind, always the same."""
    rng = np.random.default_rng([crc32(kind.encode()), index])
    return FAMILIES[family].draw_person(kind, LENGTHS[index % len(LENGTHS)], rng)


def judge(person: Person, *, beside: bool = True) -> Judged:
    """Ask Myolog about a person and, `beside` it, the oracle and the trackers."""
    began = time.process_time()
    report = analyse(**person.arguments())
    seconds = time.process_time() - began
    judged = Judged(
        person=person,
        truth=np.array([person.effects.get(name, 0.0) for name in person.exposures]),
        low=np.log([finding.low90 for finding in report.findings]),
        high=np.log([finding.high90 for finding in report.findings]),
        seconds=seconds,
    )
    judged.scores["Myolog"] = np.array([finding.score for finding in report.findings])
    judged.flagged["Myolog"] = np.array([finding.flagged for finding in report.findings])
    if beside:
        judged.scores["oracle"] = oracle_inclusion(person)
        judged.scores[WITHOUT_FORMS] = inclusion_without_forms(person)
        for oracle in ("oracle", WITHOUT_FORMS):
            judged.flagged[oracle] = judged.scores[oracle] >= ORACLE_FLAGS_FROM
        for tracker in TRACKERS:
            judged.scores[tracker.name] = tracker.strength(person)
            judged.flagged[tracker.name] = judged.scores[tracker.name] >= tracker.threshold
    return judged


def people(family: str, *, per_kind: int, first: int = 0) -> Iterable[Person]:
    """Invent people of every kind of a family."""
    for kind in FAMILIES[family].KINDS:
        for index in range(first, first + per_kind):
            yield draw(family, kind, index)


@dataclass(frozen=True, kw_only=True)
class Rates:
    """Counts behind every rate of one method."""

    true_flags: int
    false_flags: int
    acting: int
    null_people: int
    null_alarms: int

    @property
    def false_discovery(self) -> float:
        """Share of all flags that are false."""
        return self.false_flags / max(self.true_flags + self.false_flags, 1)

    @property
    def alarms(self) -> float:
        """Share of people without a trigger who are told one."""
        return self.null_alarms / self.null_people if self.null_people else np.nan

    @property
    def power(self) -> float:
        """Share of acting exposures that are flagged."""
        return self.true_flags / self.acting if self.acting else np.nan


def rates(judged: Sequence[Judged], method: str = "Myolog") -> Rates:
    """Count what a method flags."""
    nulls = [each for each in judged if each.nothing_acts]
    return Rates(
        true_flags=sum(int((each.flagged[method] & (each.truth != 0)).sum()) for each in judged),
        false_flags=sum(int((each.flagged[method] & (each.truth == 0)).sum()) for each in judged),
        acting=sum(int((each.truth != 0).sum()) for each in judged),
        null_people=len(nulls),
        null_alarms=sum(bool(each.flagged[method].any()) for each in nulls),
    )


def covered(judged: Sequence[Judged], *, acting: bool) -> tuple[int, int]:
    """Count the intervals that hold the truth, and all intervals, of acting or other exposures."""
    held = total = 0
    for each in judged:
        asked = ((each.truth != 0) == acting) & np.isfinite(each.low)
        held += int(((each.low <= each.truth) & (each.truth <= each.high))[asked].sum())
        total += int(asked.sum())
    return held, total


def power_at_equal_alarms(judged: Sequence[Judged], method: str, *, alarms: float = 0.10) -> float:
    """Return the power with the threshold at which `alarms` of the null people have an alarm."""
    strongest = [each.scores[method].max() for each in judged if each.nothing_acts]
    cut = np.quantile(strongest, 1 - alarms)
    acting = np.concatenate([each.scores[method][each.truth != 0] for each in judged])
    return float((acting > cut).mean())


def separation(judged: Sequence[Judged], method: str) -> float:
    """Return the area under the ROC curve over all exposures of all people."""
    scores = np.concatenate([each.scores[method] for each in judged])
    acting = np.concatenate([each.truth != 0 for each in judged])
    others = np.sort(scores[~acting])
    below = np.searchsorted(others, scores[acting], "left")
    at_most = np.searchsorted(others, scores[acting], "right")
    return float((below + at_most).mean() / (2 * len(others)))
