"""What an earlier check told, said where a new one asks anew: nothing is ticked by itself."""

from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.triage.conversation import Conversation
from myolog.triage.screens import Screen

__all__ = ["asks_anew", "told_marks"]


def asks_anew(told: Conversation, screen: Screen) -> tuple[str, ...]:
    """Say that a screen asks anew, and what earlier checks told; nothing where they told nothing.

    The first screen names what was told on every screen, a later one what was told there.
    """
    days: dict[date, list[str]] = {}
    for one in told.screens if screen.urgent else (screen,):
        for code, day in told.told_lately(one).items():
            days.setdefault(day, []).append(load().text(f"line.{code}.label").rstrip("."))
    if not days or told.is_answered(screen):
        return ()
    then = (
        load().text(
            "page.check.told_then",
            date=spoken_short(day, today=told.today),
            reasons="; ".join(days[day]),
        )
        for day in sorted(days)
    )
    return (load().text("page.check.asks_anew"), *then)


def told_marks(told: Conversation, screen: Screen) -> dict[str, str]:
    """Return the lines of a screen that an earlier check told, each with when that was."""
    return {
        code: load().text("page.check.told_on", date=spoken_short(day, today=told.today))
        for code, day in told.told_lately(screen).items()
    }
