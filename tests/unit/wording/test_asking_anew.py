"""A new check says what the last ones told, and when; it ticks nothing by itself."""

from datetime import UTC, date, datetime

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.triage.check import EMERGENCY, SIX
from myolog.triage.conversation import Conversation
from myolog.triage.reply import Reply
from myolog.wording.asking_anew import asks_anew, told_marks
from tests import factories as make

TODAY = date(2026, 3, 4)


def begun(*checks: tuple[int, dict[str, object]]) -> Conversation:
    entries = tuple(
        make.answers(given, at=datetime(2026, 3, day, 12, tzinfo=UTC)) for day, given in checks
    )
    return Conversation(journal=Journal(entries, make.ZONE), today=TODAY)


def test_the_first_screen_names_all_that_was_told_and_a_later_one_its_own() -> None:
    told = begun((1, {"coordination": "persistent", "wasting": "no"}), (2, {"wasting": "yes"}))
    assert asks_anew(told, EMERGENCY) == (
        "This check asks anew. Tick again what still holds.",
        "On 1 March you told: I am newly clumsy, unsteady, or I fall.",
        "On 2 March you told: A muscle has become plainly thinner, or perhaps it has, on one side "
        "or on both.",
    )
    assert told_marks(told, EMERGENCY) == {}
    assert told_marks(told, SIX) == {
        "coordination": "Told on 1 March.",
        "wasting": "Told on 2 March.",
    }
    with speaking("de"):
        assert told_marks(told, SIX)["wasting"] == "Angegeben am 2. März."


def test_an_answered_screen_shows_its_own_ticks_instead() -> None:
    told = begun((1, {"coordination": "persistent"}))
    told = told.reply(EMERGENCY, Reply()).conversation
    assert asks_anew(told, EMERGENCY) == ()
    assert len(asks_anew(told, SIX)) == 2
    told = told.reply(SIX, Reply()).conversation
    assert (asks_anew(told, SIX), told_marks(told, SIX)) == ((), {})


def test_what_was_denied_or_told_today_is_not_brought_up() -> None:
    assert asks_anew(begun(), EMERGENCY) == ()
    assert asks_anew(begun((2, {"coordination": "none"})), EMERGENCY) == ()
    assert asks_anew(begun((4, {"coordination": "persistent"})), EMERGENCY) == ()
