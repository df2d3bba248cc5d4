"""What was examined after the signs were told, and has not grown since, has been done."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage.aftermath import not_seen_since
from myolog.triage.assessment import assess
from myolog.triage.examined import examined_for, last_look
from myolog.triage.follow_up import follow_up, told_last
from myolog.triage.history import Told, history_of
from myolog.triage.urgency import Urgency
from myolog.wording.help_numbers import help_in
from myolog.wording.history import history_in_words
from myolog.wording.visits import done_in_words
from tests.factories import episode, examination, tally, visit

FIRST, SEEN, REVIEW = date(2026, 11, 30), date(2026, 12, 2), date(2026, 12, 16)
TOLD = {
    "age_years": 74, "kidney": "chronic_disease", "weakness": "felt_only",
    "coordination": "persistent", "heart": "none", "sensory": "none", "fluid_loss": "none",
}  # fmt: skip


def checked(day, **over):
    """Return a check of a day."""
    given = {name: value for name, value in (TOLD | over).items() if value is not None}
    return TriageAnswers(
        day=day,
        at=datetime(day.year, day.month, day.day, 8, tzinfo=UTC),
        zone="Europe/Vienna",
        answers=given,
    )


def seen(day=SEEN, **over):
    known = {"what": "visit", "by": "family_doctor", "tests": ("examination",), "id": "v"}
    known["to_result"] = "after"
    return examination(day=day, **known | {"result": "abnormal", "review": REVIEW} | over)


def results_of(*checks, known=()):
    """Return the result of each check; of those in `known` the visit had been noted before."""
    found = []
    for nth, told in enumerate(checks):
        journal = Journal(checks[: nth + 1])
        said = assess(journal, dict(told.answers), today=told.day)
        visits = frozenset({"v"} if nth in known else ())
        found.append(Told(day=told.day, assessment=said, has_risen=False, visits_known=visits))
    return tuple(found)


def told_after(entries):
    """Return which checks were told behind the visit of their day, as the entries stand."""
    behind, found, nth = False, [], 0
    for one in entries:
        if isinstance(one, TriageAnswers):
            found += [nth] if behind else []
            nth += 1
        behind = behind or one.kind == "examination"
    return tuple(found)


def found(*entries, today=SEEN, known=None):
    checks = [one for one in entries if isinstance(one, TriageAnswers)]
    results = results_of(*checks, known=told_after(entries) if known is None else known)
    return SimpleNamespace(
        look=last_look(Journal(entries), results, today=today),
        visit=examined_for(Journal(entries), results, today=today),
        became=follow_up(Journal(entries), results, today=today),
        asks=not_seen_since(results, Journal(entries), today=today),
        results=results,
    )


DONE = (
    ("seen, and the check not done again", (checked(FIRST), seen()), SEEN),
    ("the check done again that day", (checked(FIRST), seen(), checked(SEEN)), SEEN),
    ("and a week later", (checked(FIRST), seen(), checked(date(2026, 12, 9))), date(2026, 12, 9)),
    ("on the day of the next visit", (checked(FIRST), seen()), REVIEW),
    ("less by now", (checked(FIRST), seen(), checked(SEEN, coordination="none")), SEEN),
    ("checked and seen on one day", (checked(SEEN), seen()), SEEN),
    ("the place of before", (checked(FIRST), tally(day=FIRST), seen(), tally(day=SEEN)), SEEN),
    ("no next visit, in time", (checked(FIRST), seen(review=None)), REVIEW),
    ("each sign told before, never two in one check",
     (checked(FIRST), checked(SEEN, weakness="rapid", coordination="none"), seen(),
      checked(SEEN, weakness="functional")), SEEN),
    ("graver on the day of the visit, and told before it",
     (checked(FIRST), checked(SEEN, weakness="rapid"), seen(), checked(SEEN, weakness="rapid")),
     SEEN),
    ("the next visit took place, without a look",
     (checked(FIRST), seen(),
      seen(date(2026, 12, 16), id="w", tests=("bloods",), review=date(2026, 12, 30))),
     date(2026, 12, 17)),
)  # fmt: skip
ANEW = (
    ("no look at strength and reflexes", (checked(FIRST), seen(tests=("bloods",))), SEEN),
    ("seen before it was told", (seen(date(2026, 11, 29)), checked(FIRST)), FIRST),
    ("a new sign", (checked(FIRST), seen(), checked(SEEN, sensory="persistent")), SEEN),
    ("graver", (checked(FIRST), seen(), checked(SEEN, weakness="functional")), SEEN),
    ("a new doubt", (checked(FIRST), seen(), checked(SEEN, sensory="not_sure")), SEEN),
    ("a higher level",
     (checked(FIRST, kidney="none"), seen(), checked(SEEN, kidney="none", weakness="rapid")), SEEN),
    ("a doubt without a level", (checked(FIRST), seen(), checked(SEEN, cramps="not_sure")), SEEN),
    ("a new sign without a level", (checked(FIRST), seen(), checked(SEEN, cramps=True)), SEEN),
    ("an emergency", (checked(FIRST), seen(), checked(SEEN, breathing="severe")), SEEN),
    ("thoughts of death",
     (checked(FIRST, mood="passive_thoughts"), seen(), checked(SEEN, mood="passive_thoughts")),
     SEEN),
    ("a new place",
     (checked(FIRST), tally(day=FIRST), seen(), tally(day=date(2026, 12, 3), site="hand")),
     date(2026, 12, 3)),
    ("the next visit was missed", (checked(FIRST), seen()), date(2026, 12, 17)),
    ("no next visit, and long ago", (checked(FIRST), seen(review=None)), date(2026, 12, 17)),
    ("nobody saw the person", (checked(FIRST), seen(what="bloods", by="", tests=())), SEEN),
    ("calm", (checked(FIRST, kidney="none", weakness="none", coordination="none"), seen()), SEEN),
)  # fmt: skip


@pytest.mark.parametrize(("says", "entries", "today"), DONE, ids=[one[0] for one in DONE])
def test_what_was_examined_has_been_done(says, entries, today):
    told = found(*entries, today=today)
    assert told.visit is not None
    assert told.visit.day == SEEN
    assert (told.became.state, told.became.due, told.became.overdue) == ("seen", None, False)
    assert told.asks is None


@pytest.mark.parametrize(("says", "entries", "today"), ANEW, ids=[one[0] for one in ANEW])
def test_anything_new_asks_anew(says, entries, today):
    assert found(*entries, today=today).visit is None


def test_what_was_told_only_after_the_visit_of_that_day_is_not_done():
    entries = (seen(), checked(SEEN))
    assert found(*entries).visit is None
    assert found(*entries, known=()).visit is not None
    assert found(seen(to_result=""), checked(SEEN), known=()).visit is None


WHICH = (
    ("nothing", (checked(FIRST), seen(), checked(SEEN)), SEEN, ("", (), (), ())),
    ("a sign",
     (checked(FIRST), seen(), checked(SEEN, sensory="persistent")), SEEN,
     ("new", ("sensory",), (), ())),
    ("two signs",
     (checked(FIRST), seen(), checked(SEEN, weakness="functional", cramps=True)), SEEN,
     ("new", ("weakness", "cramps"), (), ())),
    ("an alarm, and the sign has gone since",
     (checked(FIRST), seen(), checked(SEEN, fluid_loss="severe"), checked(SEEN)), SEEN,
     ("new", ("fluid_loss",), (), ())),
    ("a place",
     (checked(FIRST), tally(day=FIRST), seen(), tally(day=date(2026, 12, 3), site="hand")),
     date(2026, 12, 3), ("new", (), (("hand", "left"),), ())),
    ("what came beside it",
     (checked(FIRST), episode(started_at=datetime(2026, 11, 30, 12, tzinfo=UTC)), seen(),
      episode(started_at=datetime(2026, 12, 3, 12, tzinfo=UTC), accompanied=("cramp",))),
     date(2026, 12, 3), ("new", (), (), ("cramp",))),
    ("no look", (checked(FIRST), seen(tests=("bloods",))), SEEN, ("no_look", (), (), ())),
    ("the next visit", (checked(FIRST), seen()), date(2026, 12, 17), ("missed", (), (), ())),
    ("time", (checked(FIRST), seen(review=None)), date(2026, 12, 17), ("long_ago", (), (), ())),
)  # fmt: skip


@pytest.mark.parametrize(("says", "entries", "today", "why"), WHICH, ids=[one[0] for one in WHICH])
def test_it_is_known_what_asks_anew(says, entries, today, why):
    look = found(*entries, today=today).look
    assert look.visit.day == SEEN
    assert (look.why, look.signs, look.places, look.beside) == why
    assert look.missed == (REVIEW if why[0] == "missed" else None)


def test_an_emergency_told_before_the_visit_and_again_after_it_is_never_covered():
    entries = (checked(FIRST, breathing="severe"), seen(), checked(SEEN, breathing="severe"),
               checked(SEEN))  # fmt: skip
    assert found(*entries).look.why == "new"
    assert found(*entries[:2], entries[3]).look.why == ""


def test_a_visit_before_anything_was_told_says_nothing():
    assert (
        found(seen(date(2026, 11, 29), tests=("bloods",)), checked(FIRST), today=FIRST).look is None
    )


def test_an_answer_taken_back_sets_nothing():
    assert examined_for(Journal(), (), today=SEEN) is None
    unfinished = Told(day=FIRST, assessment=assess(Journal(), {}, today=FIRST), has_risen=False)
    assert examined_for(Journal((seen(),)), (unfinished,), today=SEEN) is None


@pytest.mark.parametrize(
    ("language", "title", "action"),
    [
        ("en", "Seen on Wednesday 2 December for this",
         "The result of Monday 30 November stays as it was told: “See a doctor today”. Next: nerve "
         "doctor, Wednesday 16 December. This does not mean that all is well. If anything is new "
         "or worse, call at once, and do the check again."),
        ("de", "Am Mittwoch, 2. Dezember dafür untersucht",
         "Das Ergebnis vom Montag, 30. November bleibt, wie es war: „Gehen Sie heute zu einer "
         "Ärztin oder einem Arzt“. Als Nächstes: neurologische Praxis, Mittwoch, 16. Dezember. "
         "Das heißt nicht, dass alles gut ist. Wenn etwas neu oder schlimmer ist, rufen Sie sofort "
         "an, und machen Sie den Check noch einmal."),
    ],
)  # fmt: skip
def test_what_is_said_instead(language, title, action):
    told = found(checked(FIRST), seen(), visit(day=SEEN, on=REVIEW, by="neurologist"))
    result = told.results[0]
    assert result.urgency == Urgency.SAME_DAY
    with speaking(language):
        done = done_in_words(told.became, result.assessment, said=FIRST)
        assert (done.title, done.action) == (title, action)
        alone = found(checked(FIRST), seen(review=None))
        again = done_in_words(alone.became, result.assessment, said=FIRST)
        assert {"en": "Ask the practice", "de": "Fragen Sie in der Praxis"}[
            language
        ] in again.action
    unnamed = done_in_words(found(checked(FIRST), seen()).became, result.assessment, said=FIRST)
    assert "Next visit: Wednesday 16 December." in unnamed.action
    unseen = found(checked(FIRST))
    assert done_in_words(unseen.became, result.assessment, said=FIRST) is None


@pytest.mark.parametrize(("put_right", "is_done"), [(False, False), (True, True)])
def test_an_alarm_after_the_visit_is_not_covered_by_it(put_right, is_done):
    """Unless its answer was a mistake; then what the visit looked at has been looked at."""
    checks = (checked(FIRST), checked(SEEN, breathing="severe"), checked(SEEN))
    first, alarm, last = results_of(*checks, known=(1, 2))
    results = (first, replace(alarm, withdrawn=put_right), last)
    journal = Journal((checks[0], seen(), checks[2]))
    assert (examined_for(journal, results, today=SEEN) is not None) is is_done


def test_of_a_covered_result_the_history_names_the_visit_and_no_last_day():
    entries = (checked(FIRST), seen(), checked(date(2026, 12, 4)))
    told, journal = found(*entries, today=REVIEW).results, Journal(entries)
    told = tuple(replace(one, due=one.day) for one in told)
    first, again = history_of(told, journal, today=REVIEW)
    assert (first.told.due, first.acts, first.was_seen) == (FIRST, (entries[1],), True)
    assert (again.told.due, again.acts, again.was_seen) == (None, (entries[1],), True)
    _, missed = history_of(told, journal, today=date(2026, 12, 17))
    assert (missed.told.due, missed.acts, missed.was_seen) == (date(2026, 12, 4), (), False)


def test_two_results_before_one_visit_were_both_seen_to_and_one_names_it():
    entries = (checked(FIRST), checked(SEEN), seen())
    first, last = history_of(found(*entries).results, Journal(entries), today=SEEN)
    assert (first.acts, last.acts) == ((), (entries[2],))
    assert (first.was_seen, last.was_seen) == (True, True)
    said = history_in_words((first, last), numbers=help_in("AT"), home="Europe/Vienna", today=SEEN)
    assert [one.undone for one in said] == ["", ""]
    alone = history_of(found(checked(FIRST)).results, Journal(), today=SEEN)
    (open_still,) = history_in_words(alone, numbers=help_in("AT"), home="Europe/Vienna", today=SEEN)
    assert open_still.undone == "No visit was noted for it."


def test_the_newest_result_has_no_last_day_once_it_was_seen_to():
    results = tuple(replace(one, due=REVIEW) for one in found(checked(FIRST)).results)
    assert told_last(Journal(), (), today=SEEN) is None
    assert told_last(Journal(), results, today=SEEN).due == REVIEW
    assert told_last(Journal((seen(),)), results, today=SEEN).due is None
