"""Two short questionnaires that a person may answer: GAD-7 on worry and PHQ-2 on mood.

Decides how many items each has, how answers become a score, and the scores from which help is
advised. Their maker released them in 2010 for free use without copyright restriction (PFIZ); the
items stand in the words of the published instruments in `content/en/worry.toml`. A score is a
reason to talk with someone and never a diagnosis.

Sources: guide section 8. GAD-7: doi 10.1001/archinte.166.10.1092 (cut-offs 10 and 15). PHQ-2: doi
10.1097/01.MLR.0000093487.78664.3C (cut-off 3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict

ANSWERS: Final = ("not_at_all", "several_days", "more_than_half", "nearly_every_day")
"""How often in the last two weeks; each counts as many points as its place, from 0."""

PERIOD_DAYS: Final = 14
"""Days that the questions look back on, and for which a score speaks of the present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A published set of questions with one score.

    Attributes
    ----------
    code : key of its words
    n_items : how many questions
    cuts : scores from which help is advised, rising
    """

    code: str
    n_items: int
    cuts: tuple[int, ...]

    @property
    def highest(self) -> int:
        """The highest score."""
        return self.n_items * (len(ANSWERS) - 1)

    def score(self, answers: Sequence[str]) -> int:
        """Add up the answers.

        Raises
        ------
        InvalidEntry
            An item has no answer, or one that does not exist.

        Examples
        --------
        >>> QUESTIONNAIRES["phq2"].score(["several_days", "nearly_every_day"])
        4
        """
        if len(answers) != self.n_items or not set(answers) <= set(ANSWERS):
            raise InvalidEntry(
                "Answer all {count} questions of a part, or leave all of them open.",
                count=self.n_items,
                code="incomplete_questionnaire",
            )
        return sum(ANSWERS.index(answer) for answer in answers)

    def reached(self, score: float) -> int:
        """Return how many of the cut-offs a score has reached."""
        return sum(score >= cut for cut in self.cuts)


QUESTIONNAIRES: Final[Mapping[str, Questionnaire]] = FrozenDict(
    {
        one.code: one
        for one in (
            Questionnaire(code="gad7", n_items=7, cuts=(10, 15)),
            Questionnaire(code="phq2", n_items=2, cuts=(3,)),
        )
    }
)
"""The questionnaires by code, in the order shown."""
