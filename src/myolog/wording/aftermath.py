"""What an emergency or same-day result means for the next check, in words."""

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.triage.aftermath import Aftermath
from myolog.triage.history import Told
from myolog.wording.help_numbers import HelpNumbers

__all__ = ["seen_first", "still_in_words", "unseen_advice"]


def seen_first(told: Told) -> str:
    """Ask whether somebody has seen the person since a result."""
    kind = "talked" if told.assessment.help_only else "seen"
    return load().text(f"aftermath.{kind}", date=spoken_whole(told.day))


def unseen_advice(told: Told, numbers: HelpNumbers) -> str:
    """Say what comes first for a person whom nobody has seen since."""
    kind = "not_talked" if told.assessment.help_only else "not_seen"
    return load().text(f"aftermath.{kind}", number=numbers.said)


def still_in_words(found: Aftermath | None) -> str:
    """Say why a calm result may still not be enough; nothing where none of today came before."""
    if found is None:
        return ""
    if found.told.assessment.help_only:
        return load().text("aftermath.still_talk", date=spoken_whole(found.told.day))
    kind = "still_seen" if found.seen else "still_unseen"
    return load().text(f"aftermath.{kind}", date=spoken_whole(found.told.day))
