"""No sentence of a result states what was not answered, whatever was answered or left in doubt.

The page of each rule in `spec/triage` holds what a person read in its reason: its words, and the
answers that make it true. A new reason, or one with new words, is read and written down there.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.journal.doubt import (
    NOT_SURE,
    is_open,
    names_part,
    part_in_doubt,
    ticked_line,
    unsure_whether,
)
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.assessment import assess, decide
from myolog.triage.check import SCREENS
from myolog.triage.reply import Reply, read_reply
from myolog.triage.result import Assessment, Reason
from myolog.triage.rules import RULES
from myolog.wording.result import reasons_in_words
from tests import factories as make
from tests.rule_pages import PAGES

TODAY = date(2026, 3, 11)


def assessed(answers: Mapping[str, Answer]) -> Assessment:
    return assess(Journal((), make.ZONE), answers, today=TODAY)


def definite(found: Assessment) -> dict[str, Answer]:
    return {name: value for name, value in found.inputs.items() if not is_open(value)}


def is_true(reason: Reason, told: Mapping[str, Answer]) -> bool:
    """Whether the answers that were certain make a reason's own words true."""
    when = PAGES[reason.code].WHEN
    if when == "counts":
        return sum(name in told for name in reason.inputs) >= 2
    if when == "explained":
        return bool(told.get("explained_unchanged"))
    return any(
        all(same(name, told.get(name), answers) for name, answers in one.items()) for one in when
    )


def same(name: str, told: object, answers: list[object]) -> bool:
    if name == "age_years":
        below = {8: 16, 0: 1}.get(answers[0])  # type: ignore[call-overload]
        return isinstance(told, int) and (told < below if below else told >= 60)
    if name == "run_days":
        return isinstance(told, int) and told >= (20 if answers == [20] else 0)
    return told in answers


def check_sentences(found: Assessment) -> None:
    told, unsure = definite(found), {n: v for n, v in found.inputs.items() if is_open(v)}
    for reason, why in zip(found.reasons, reasons_in_words(found.reasons, {}), strict=True):
        doubted = dict(reason.unsure)
        if not doubted:
            assert is_true(reason, told), (reason.code, found.inputs)
            assert why.reason == load().text(f"rule.{reason.code}.reason")
            continue
        assert doubted.items() <= unsure.items(), reason.code
        ticked = [line for doubt in doubted.values() if (line := ticked_line(doubt))]
        for line in ticked:
            assert f"You ticked: “{load().template(f'line.{line}.label')}”." in why.reason
        if len(ticked) == len(doubted):
            assert "sure" not in why.reason
            continue
        assert why.reason.count("You were not sure whether") == 1
        said, _, open_ = why.reason.partition("You were not sure whether ")
        for name, doubt in doubted.items():
            if ticked_line(doubt):
                continue
            whole = load().template(f"input.{name}.whether.some")
            part = load().labels(f"input.{name}.whether").get(part_in_doubt(doubt), whole)
            assert (part if names_part(doubt) else whole) in open_
            assert whole not in said
        for name, value in reason.beside:
            assert told.get(name, INPUTS[name].default) == value, (reason.code, name)


# ---- the pages
def test_every_reason_was_read_and_stands_on_its_page_with_its_words() -> None:
    for code, page in PAGES.items():
        assert load().template(f"rule.{code}.reason") == page.SAYS, code
        assert load().template(f"rule.{code}.detail") == page.DETAIL, code


def test_the_page_names_what_makes_its_rule_fire() -> None:
    for code, page in PAGES.items():
        if isinstance(page.WHEN, str):
            continue
        assert page.WHEN, code
        for one in page.WHEN:
            for name, answers in one.items():
                for answer in answers:
                    INPUTS[name].read(answer)
            told = {name: values[-1] for name, values in one.items()}
            fired = {reason.code for reason in decide(told | getattr(page, "BESIDE", {})).reasons}
            assert code in fired, (code, one)


# ---- every question by itself: yes, each answer, not sure, and each part in doubt
EVERY = [
    (name, value)
    for name, question in INPUTS.items()
    if question.kind in ("ordered", "bool")
    for value in (*question.answers, *question.doubts)
]


@pytest.mark.no_cover
@pytest.mark.parametrize("beside", [{}, {"run_days": 40}, {"age_years": 8}], ids=str)
def test_one_answer_alone(beside: dict[str, Answer]) -> None:
    for name, value in EVERY:
        check_sentences(assessed({**beside, name: value}))


def pairs() -> Iterator[dict[str, Answer]]:
    """Every two answers, certain or not, to two questions that one rule reads together."""
    together = {
        (one, other)
        for rule in RULES
        if not rule.when.counts
        for way in rule.when.ways()
        for one in {atom.input for atom in way}
        for other in {atom.input for atom in way}
        if one < other
    }
    by_name: dict[str, list[Answer]] = {}
    for name, value in EVERY:
        by_name.setdefault(name, []).append(value)
    for one, other in sorted(together):
        for value in by_name.get(one, [8, 70] if one == "age_years" else [20]):
            for beside in by_name.get(other, [20]):
                yield {one: value, other: beside, "run_days": 20} | {one: value, other: beside}


@pytest.mark.no_cover
def test_two_answers_that_count_together() -> None:
    tried = 0
    for answers in pairs():
        check_sentences(assessed(answers))
        tried += 1
    assert tried > 1000


@pytest.mark.no_cover
def test_every_tick_doubt_and_part_of_every_screen() -> None:
    """What the shells can send: a bare tick, a bare doubt, and each part told or in doubt."""
    tried = 0
    for screen in SCREENS:
        for line in screen.lines:
            replies = [{}, *({name: value} for name, value in line.claims)]
            doubts = [
                {name: unsure_whether(value) if isinstance(value, str) else NOT_SURE}
                for name, value in line.claims
            ]
            for unsure, parts in [(False, one) for one in replies] + [
                (True, one) for one in ({}, *doubts)
            ]:
                given = Reply(
                    ticks=[line.code],
                    unsure=[line.code] if unsure else [],
                    parts={line.code: {**parts, **AGE.get(line.code, {})}},
                )
                check_sentences(assessed(read_reply(screen, given)[0]))
                tried += 1
    assert tried > 200


AGE: dict[str, dict[str, Answer]] = {"child": {"age_years": 8}}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            {"breathing": "not_sure:severe"},
            "You were not sure whether you are fighting for breath.",
        ),
        (
            {"breathing": "not_sure_up_to:severe"},
            "You were not sure whether you are short of breath.",
        ),
        ({"withdrawal": NOT_SURE}, "You were not sure whether you suddenly stopped daily alcohol,"
         " sleeping tablets or tranquillisers."),
        (
            {"lithium": NOT_SURE, "lithium_tox_symptoms": True},
            "You said that you vomit, have diarrhoea, shake strongly, walk unsteadily or slur. You"
            " were not sure whether you take lithium.",
        ),
        (
            {"lithium": True, "lithium_tox_symptoms": NOT_SURE},
            "You said that you take lithium. You were not sure whether you vomit, have diarrhoea,"
            " shake strongly, walk unsteadily or slur.",
        ),
        (
            {"pregnant": NOT_SURE, "preeclampsia_signs": NOT_SURE},
            "You were not sure whether you are pregnant or gave birth in the past six weeks, or"
            " whether you have a bad headache, flashing sight, pain under the ribs or sudden"
            " swelling.",
        ),
    ],
)  # fmt: skip
def test_a_doubt_is_told_as_a_doubt(answers: dict[str, Answer], sentence: str) -> None:
    found = assessed(answers)
    assert reasons_in_words(found.reasons, {})[0].reason == sentence
    shown = [one for one in found.reasons if not one.folded]
    said = [one.reason for one in reasons_in_words(shown, {})]
    assert len(said) == len(set(said))


def test_a_doubt_is_told_in_german_too() -> None:
    with speaking("de"):
        found = assessed({"lithium": True, "lithium_tox_symptoms": NOT_SURE})
        assert reasons_in_words(found.reasons, {})[0].reason == (
            "Sie haben gesagt, dass Sie Lithium nehmen. Sie waren nicht sicher, ob Sie erbrechen,"
            " Durchfall haben, stark zittern, unsicher gehen oder verwaschen sprechen."
        )
