"""What a person's scores on worry and mood advise: talking, a doctor, a rest from noting.

Decides from GAD-7 and PHQ-2 totals which advice is due. It names no illness and judges nobody; a
score that was not taken gives no advice, never a calm one. Source: guide section 8 (cut-offs 10, 15
and 3), DP-10 (the pause), 6b step 4 (talking treatment).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from myolog.attention.rest import Noting
from myolog.journal.entries import DayExposure, Entry, ProfileFact
from myolog.journal.model import Journal
from myolog.vocabulary.questionnaires import PERIOD_DAYS, QUESTIONNAIRES


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """The scores that speak of the present.

    Attributes
    ----------
    gad7, phq2 : the latest scores, or None where none is fresh
    day : the day of the newer one, or None
    """

    gad7: int | None = None
    phq2: int | None = None
    day: date | None = None

    @property
    def advice(self) -> tuple[str, ...]:
        """Codes of what is advised: gad7_0 to gad7_2 and phq2_0 or phq2_1, by cut-offs reached."""
        scores = {"gad7": self.gad7, "phq2": self.phq2}
        return tuple(
            f"{code}_{QUESTIONNAIRES[code].reached(score)}"
            for code, score in scores.items()
            if score is not None
        )

    def offers_pause(self, noting: Noting) -> bool:
        """Whether a pause of two weeks from noting is offered (DP-10): to nobody who rests."""
        worried = self.gad7 is not None and QUESTIONNAIRES["gad7"].reached(self.gad7) > 0
        return worried and not noting.rests

    @property
    def shows_crisis(self) -> bool:
        """Whether someone to talk to stands right beside the advice."""
        return self.phq2 is not None and QUESTIONNAIRES["phq2"].reached(self.phq2) > 0


def worry_on(journal: Journal, *, today: date) -> Worry:
    """Return the scores of the last two weeks, the span the questions ask about."""
    first = today - timedelta(days=PERIOD_DAYS)
    gad7 = {
        day: int(told["anxiety"])
        for day, told in journal.exposure_values.items()
        if first < day <= today and "anxiety" in told
    }
    phq2 = {
        fact.day: int(fact.value)
        for fact in journal.of(ProfileFact)
        if fact.code == "low_mood" and first < fact.day <= today
    }
    days = [max(scores) for scores in (gad7, phq2) if scores]
    return Worry(
        gad7=gad7[max(gad7)] if gad7 else None,
        phq2=phq2[max(phq2)] if phq2 else None,
        day=max(days, default=None),
    )


def scored(answers: Mapping[str, Sequence[str]], *, day: date) -> tuple[Entry, ...]:
    """Return what the journal keeps of the questionnaires: their scores, not the answers.

    Parameters
    ----------
    answers
        Questionnaire to one answer an item, "" for an open one. A part left open altogether is
        left out.

    Raises
    ------
    InvalidEntry
        A part is answered only partly.
    """
    given = {code: told for code, told in answers.items() if any(told)}
    scores = {code: QUESTIONNAIRES[code].score(told) for code, told in given.items()}
    entries: list[Entry] = []
    if "gad7" in scores:
        entries.append(DayExposure(day=day, code="anxiety", value=scores["gad7"]))
    if "phq2" in scores:
        entries.append(ProfileFact(day=day, code="low_mood", value=scores["phq2"]))
    return tuple(entries)
