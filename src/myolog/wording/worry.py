"""What the scores of worry and mood advise, and the scores as a doctor reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from myolog.attention.worry import Worry
from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.vocabulary.questionnaires import QUESTIONNAIRES


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The advice that follows from one score."""

    title: str
    text: str


def advice_in_words(worry: Worry) -> tuple[Advice, ...]:
    """Return what the scores suggest, worry first."""
    words = load()
    return tuple(
        Advice(
            title=words.template(f"worry.{code}.title"), text=words.template(f"worry.{code}.text")
        )
        for code in worry.advice
    )


def scores_in_words(worry: Worry, *, today: date) -> Iterator[str]:
    """Yield each score as a doctor reads it."""
    words = load()
    dated = spoken_short(worry.day, today=today) if worry.day else ""
    for code, score in (("gad7", worry.gad7), ("phq2", worry.phq2)):
        if score is not None:
            yield words.text(
                "worry.score",
                name=words.template(f"questionnaire.{code}.name"),
                date=dated,
                count=score,
                total=QUESTIONNAIRES[code].highest,
            )
