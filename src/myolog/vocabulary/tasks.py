"""The daily tasks of the weekly check, and how hard each can be.

They are our own wording of ordinary movements (guide section 8, "own daily tasks check"); no
licensed scale is used.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from myolog.frozen import FrozenDict

ANSWERS: Final = ("fine", "harder", "much_harder", "cannot")
"""From least to most concerning (guide 3d)."""

NOT_SURE: Final = "not_sure"

GIVEN: Final = (*ANSWERS, NOT_SURE)
"""Every answer to a task; "not sure" is neither "as always" nor a sign."""

FAILED: Final = frozenset({"much_harder", "cannot"})

SINCE: Final = ("weeks", "months", "years", "not_sure")
"""Since when a task is hard: up to four weeks, up to a year, longer, or nobody can tell."""

EXPLAINED: Final = ("yes", "no", "not_sure")
"""Whether a doctor has looked at exactly this and explained it, and it is unchanged since."""

LONG: Final = frozenset({"months", "years"})
"""Answers to "since when" that mean: not new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One movement of daily life.

    Attributes
    ----------
    code : key used in entries and exports
    name : what the person reads, completing "Can you ..."
    region : body region whose weakness it would show
    """

    code: str
    name: str
    region: str


_TASKS = (
    Task(code="grip", name="hold a full cup or carry a bag", region="cervical"),
    Task(code="jar", name="open a jar or a bottle", region="cervical"),
    Task(code="buttons", name="do up buttons or type", region="cervical"),
    Task(code="keys", name="turn a key", region="cervical"),
    Task(code="lift", name="lift a full pan or reach a high shelf", region="cervical"),
    Task(code="stairs", name="climb stairs", region="lumbosacral"),
    Task(code="chair", name="get up from a chair without your hands", region="lumbosacral"),
    Task(code="tiptoe", name="stand on tiptoe and walk without tripping", region="lumbosacral"),
    Task(code="speech", name="speak clearly", region="bulbar"),
    Task(code="swallow", name="chew and swallow", region="bulbar"),
)

TASKS: Final[Mapping[str, Task]] = FrozenDict({task.code: task for task in _TASKS})


def is_hard(answer: str) -> bool:
    """Say whether an answer tells that a task is not as always; "not sure" does not."""
    return answer not in ("fine", NOT_SURE)


def hardest(answers: Mapping[str, str]) -> int:
    """Return the rank of the most concerning answer; "not sure" stands above "as always"."""
    ranks = ("fine", NOT_SURE, *ANSWERS[1:])
    return max(map(ranks.index, answers.values()))
