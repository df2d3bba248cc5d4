"""What holds for the assessment of any journal with any answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from myolog.journal.entries import DayTally, NoneToday
from myolog.journal.model import Journal
from myolog.triage import Urgency, assess, decide, standing_answers
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.derive import journal_suggests, run_days, site_scope
from myolog.vocabulary.sites import GROUP_REGION, groups_of
from tests.strategies import journals

TODAY = date(2026, 3, 31)
PLACES = (
    ("calf", "left"),
    ("calf", "right"),
    ("hand", "left"),
    ("cheek", "left"),
    ("eyelid", "left"),
    ("chest", "left"),
    ("everywhere", None),
)


def answer_to(question):
    if question.kind == "int":
        return st.integers(question.low, min(question.high, 400))
    if question.kind == "inputs":
        return st.lists(st.sampled_from(question.values), unique=True).map(tuple)
    return st.sampled_from(question.answers)


@st.composite
def some_answers(draw, unsure=True):
    names = draw(st.lists(st.sampled_from(sorted(INPUTS)), unique=True, max_size=20))
    return {
        name: draw(
            answer_to(INPUTS[name]) | st.just(NOT_SURE) if unsure else answer_to(INPUTS[name])
        )
        for name in names
    }


@st.composite
def diaries(draw):
    """Draw sixty days of one or two places, some quiet, some not logged."""
    entries, quiet = [], set()
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
    for back in range(draw(st.integers(0, 60))):
        day = TODAY - timedelta(days=back)
        seen = [place for place in places if draw(st.booleans())]
        entries += [DayTally(day=day, site=s, side=side, amount="some") for s, side in seen]
        if not seen and draw(st.booleans()):
            quiet.add(NoneToday(day=day))
    return Journal((*entries, *quiet))


def freely(journal, answers):
    """Assess with a reason at hand for every question."""
    return assess(journal, answers, today=TODAY, reasons=dict.fromkeys(INPUTS, "I know better."))


@given(journal=diaries(), answers=some_answers())
def test_self_care_is_shown_only_when_nothing_is_missing(journal, answers):
    assessment = freely(journal, answers)
    assert assessment.urgency is None or assessment.urgency > 0 or assessment.complete
    assert (assessment.urgency is None) <= bool(assessment.missing)


@given(journal=diaries(), answers=some_answers())
def test_result_is_the_highest_reason_and_reasons_fall(journal, answers):
    assessment = freely(journal, answers)
    levels = [reason.urgency for reason in assessment.reasons]
    assert levels == sorted(levels, reverse=True)
    assert (assessment.urgency or Urgency.SELF_CARE) == max(levels, default=Urgency.SELF_CARE)


@given(answers=some_answers(unsure=False))
def test_definite_answers_fire_the_same_rules_with_and_without_a_journal(answers):
    """Beside an empty journal, missing answers are defaults; only their absence is reported."""
    assume("changed_since_assessment" in answers or "assessed_normal" not in answers)
    assume("programme_result" not in answers)
    bare, beside = decide(answers), freely(Journal(), answers)
    assert [r.code for r in beside.reasons] == [r.code for r in bare.reasons]
    assert beside.checklist == bare.checklist
    assert beside.urgency == bare.urgency or (beside.urgency is None and bare.urgency == 0)


@given(journal=diaries(), answers=some_answers(), name=st.sampled_from(sorted(INPUTS)))
def test_not_sure_never_asks_for_less_than_no(journal, answers, name):
    question = INPUTS[name]
    assume(not question.mitigating and name not in {"age_years", "run_days"})
    if question.kind == "bool" or name not in journal_suggests(journal, TODAY):
        least = freely(journal, answers | {name: question.default})
        unsure = freely(journal, answers | {name: NOT_SURE})
        assert (unsure.urgency or 0) >= (least.urgency or 0)


@given(
    journal=diaries(), answers=some_answers(), name=st.sampled_from(sorted(INPUTS)), data=st.data()
)
def test_a_graver_answer_never_asks_for_less(journal, answers, name, data):
    question = INPUTS[name]
    assume(not question.mitigating and question.kind != "int")
    one, other = data.draw(answer_to(question)), data.draw(answer_to(question))
    less, more = sorted((one, other), key=question.rank)
    assert (freely(journal, answers | {name: more}).urgency or 0) >= (
        freely(journal, answers | {name: less}).urgency or 0
    )


@given(journal=journals)
def test_any_journal_suggests_only_answers_that_exist(journal):
    today = max((entry.day for entry in journal.entries), default=TODAY)
    for name, value in journal_suggests(journal, today).items():
        assert INPUTS[name].read(value) == value
    answers, reasons = standing_answers(journal, today=today)
    assess(journal, answers, today=today, reasons=reasons)


@given(journal=diaries())
def test_a_free_day_that_was_not_logged_never_shortens_the_run(journal):
    logged = run_days(journal, TODAY)
    kept = Journal(tuple(entry for entry in journal.entries if not isinstance(entry, NoneToday)))
    silent = run_days(kept, TODAY)
    assert logged is None or silent is None or silent >= logged


@given(journal=diaries(), order=st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(journal, order):
    shuffled = list(journal.entries)
    order.shuffle(shuffled)
    assert journal_suggests(replace(journal, entries=tuple(shuffled)), TODAY) == journal_suggests(
        journal, TODAY
    )


@given(journal=diaries(), later=st.integers(0, 60))
def test_the_future_of_a_journal_changes_nothing(journal, later):
    day = TODAY - timedelta(days=later)
    assert journal_suggests(journal, day) == journal_suggests(journal.until(day), day)


def unrelated(first, second):
    one, other = groups_of(*first), groups_of(*second)
    (a,), (b,) = one, other
    return GROUP_REGION[a] != GROUP_REGION[b] or ({a[:-2], b[:-2]} in ({"arm"}, {"leg"}) and a != b)


@pytest.mark.parametrize("second", PLACES[:6], ids=str)
@pytest.mark.parametrize("first", PLACES[:6], ids=str)
def test_spread_is_noticed_on_the_very_day(first, second):
    """Both places daily; the second begins k days after the first: spread from its second day."""
    for k in range(15):
        begun = TODAY - timedelta(days=40)
        entries = [
            DayTally(day=begun + timedelta(days=n), site=site, side=side, amount="some")
            for (site, side), start in {first: 0, second: k}.items()
            for n in range(start, 41)
        ]
        journal = Journal(tuple(entries))
        counts = first != second and second[0] != "eyelid" and unrelated(first, second) and k >= 7
        met = begun + timedelta(days=k + 1)
        before = met - timedelta(days=1)
        assert site_scope(journal.until(before), before) != "spread"
        assert (site_scope(journal.until(met), met) == "spread") == counts
        if counts:
            told = {"run_days": 3}
            found = assess(journal, told, today=met, reasons={"run_days": "too few"})
            assert found.urgency >= Urgency.SOON
