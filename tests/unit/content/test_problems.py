"""What is wrong, in the person's language: the same facts, the names translated."""

from datetime import UTC, date, datetime, time
from functools import partial

import pytest

from myolog.content.languages import speaking
from myolog.content.problems import problem_in_words
from myolog.errors import InvalidEntry, NotFound, UserError
from myolog.journal.instants import instant_of
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.vocabulary.drinks import find_drink
from myolog.vocabulary.exposures import find_exposure, validate
from myolog.vocabulary.profile import check_fact
from myolog.vocabulary.sites import check_side, find_site
from myolog.vocabulary.tasks import GIVEN
from tests.factories import examination, programme, tasks


def refused(work, *given) -> UserError:
    with pytest.raises(UserError) as caught:
        work(*given)
    return caught.value


def test_in_english_it_is_the_message_itself() -> None:
    gone = NotFound("There is no such entry.", key="no_such_entry")
    assert problem_in_words(gone) == gone.message == str(gone)


@pytest.mark.parametrize(
    ("problem", "english", "german"),
    [
        (
            refused(validate, "water_ml", -1),
            "drinks must be between 0 and 8000 mL, not -1.",
            "Getränke: der Wert muss zwischen 0 und 8000 mL liegen, nicht bei -1.",
        ),
        (
            refused(validate, "electrolyte_drink", 99),
            "electrolyte drinks must be between 0 and 20 portions, not 99.",
            "Elektrolytgetränke: der Wert muss zwischen 0 und 20 Portionen liegen, nicht bei 99.",
        ),
        (
            refused(check_fact, "age_years", 300),
            "Age: give a number from 0 to 120 years.",
            "Alter: geben Sie eine Zahl von 0 bis 120 an (Jahre).",
        ),
        (
            refused(check_side, "chin", "left"),
            "The place “chin” has no sides; leave out “left”.",
            "Die Stelle „Kinn“ hat keine Seiten. Lassen Sie „links“ weg.",
        ),
        (
            refused(find_site, "arm"),
            "“arm” is not on Myolog's list of places on the body; did you mean upper_arm, forearm?",
            "„arm“ steht nicht in der Liste der Stellen am Körper; meinten Sie "
            "upper_arm (Oberarm), forearm (Unterarm)?",
        ),
        (
            refused(find_drink, "expresso"),
            "“expresso” is not on Myolog's list of drinks; did you mean espresso?",
            "„expresso“ steht nicht in der Liste der Getränke; meinten Sie espresso?",
        ),
        (
            refused(find_exposure, "qqqq"),
            "“qqqq” is not on Myolog's list of things to track; use one such as caffeine, "
            "sleep_min (sleep), stress.",
            "„qqqq“ steht nicht in der Liste dessen, was Sie beobachten können; nehmen Sie etwa "
            "caffeine (Koffein), sleep_min (Schlaf), stress.",
        ),
        (
            InvalidEntry(
                "Some things must be known first; “not sure” is an answer too: {names}.",
                code="facts_missing",
                names=("Age", "Takes lithium"),
            ),
            "Some things must be known first; “not sure” is an answer too: Age, Takes lithium.",
            "Einiges muss vorher bekannt sein. Auch „unsicher“ ist eine Antwort: Alter, "
            "Nimmt Lithium.",
        ),
    ],
)
def test_names_and_units_are_translated_with_the_sentence(problem, english, german) -> None:
    assert problem_in_words(problem) == english
    with speaking("de"):
        assert problem_in_words(problem) == german


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    with speaking("de"):
        assert problem_in_words(UserError("Port {port} is taken.", port=80)) == "Port 80 is taken."


def test_what_a_person_typed_is_quoted_and_never_filled_in() -> None:
    told = "“{text}” is not a duration; write it like 30s, 2min or 1h."
    odd = UserError(told, text="{x}\x00", key="not_a_duration")
    assert odd.message.startswith("“{x}\N{REPLACEMENT CHARACTER}”")
    assert UserError("A bracket { stays.").message == "A bracket { stays."
    with speaking("de"):
        assert problem_in_words(odd).startswith("„{x}\N{REPLACEMENT CHARACTER}“")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "23:30 on 2 December 2026 is in the future in Europe/Vienna."),
        ("de", "23:30 am 2. Dezember 2026 liegt in Europe/Vienna in der Zukunft."),
    ],
)
def test_a_refusal_says_a_date_as_a_person_does(language, said):
    with speaking(language), pytest.raises(UserError) as refused:
        instant_of(
            date(2026, 12, 2),
            time(23, 30),
            zone="Europe/Vienna",
            now=datetime(2026, 11, 29, 12, tzinfo=UTC),
        )
    with speaking(language):
        assert problem_in_words(refused.value).startswith(said)


def test_what_a_person_typed_stays_as_it_is():
    typed = UserError("“{text}” is not right on {day}.", text="2026-03-09", day="2026-03-09")
    assert problem_in_words(typed) == "“2026-03-09” is not right on 9 March 2026."


def test_answers_that_can_be_typed_are_named_with_their_words() -> None:
    typed = UserError(
        "“{text}” is not an answer; use one of {codes}.",
        text="fein",
        codes=GIVEN,
        key="not_an_answer",
    )
    nobody = refused(check_fact, "answered_by", "nobody")
    assert problem_in_words(nobody) == (
        "Who answers: choose one of self (The person), parent (A parent), carer (A carer)."
    )
    with speaking("de"):
        assert problem_in_words(typed) == (
            "„fein“ ist keine Antwort; nehmen Sie eine von diesen: fine (Wie immer), harder "
            "(Etwas schwerer), much_harder (Viel schwerer), cannot (Das kann ich nicht), "
            "not_sure (Unsicher)."
        )
        assert problem_in_words(nobody) == (
            "Wer antwortet: wählen Sie eine der Antworten: self (Die Person selbst), parent "
            "(Ein Elternteil), carer (Eine Betreuungsperson)."
        )


REFUSED = (
    (
        INPUTS["wasting"].read,
        ("maybe",),
        "wasting (Has a muscle become thinner, or perhaps it has, on one side or on both?): "
        "'maybe' is not an answer. Use one of no, unsure (Perhaps, I cannot tell), yes (Yes, it is "
        "easy to see), not_sure (I am not sure).",
        "wasting (Ist ein Muskel sicher oder vielleicht dünner geworden, auf einer Seite oder auf "
        "beiden?): 'maybe' ist keine Antwort.",
    ),
    (
        INPUTS["weight_loss"].read,
        ("yes",),
        "Use one of false (No), true (I have lost weight without trying), not_sure",
        "false (Nein), true (",
    ),
    (
        INPUTS["run_days"].read,
        (-1,),
        "-1 is not an answer. Give a whole number from 0 to 43830.",
        "-1 ist keine Antwort. Geben Sie eine ganze Zahl von 0 bis 43830 an.",
    ),
    (
        INPUTS["explained_unchanged"].read,
        (["hair"],),
        "'hair' is not on its list. Use weakness, ",
        "'hair' steht nicht auf der Liste. Möglich sind weakness (",
    ),
    (
        partial(examination, result="fine"),
        (),
        "The result must be one of: normal (nothing found), explained, abnormal (",
        "Das Ergebnis: wählen Sie eine der Antworten: normal (",
    ),
    (
        partial(examination, tests=("xray",)),
        (),
        "What was done must be one of: examination (strength and reflexes), bloods (blood test), ",
        "Was gemacht wurde: wählen Sie eine der Antworten: examination (",
    ),
    (
        partial(programme, event="ended"),
        (),
        "What happened in the programme must be one of: started, stopped, ",
        "Was im Programm geschah: wählen Sie eine der Antworten: started, ",
    ),
    (
        partial(assess, Journal([tasks(answers={"grip": "cannot"})]), today=date(2026, 3, 9)),
        ({"weakness": "none"},),
        "Your journal suggests functional (",
        "Ihr Tagebuch legt eine andere Antwort nahe (weakness (",
    ),
)


@pytest.mark.parametrize(("work", "given", "english", "german"), REFUSED)
def test_a_refused_answer_names_the_question_and_what_can_be_typed_with_its_words(
    work, given, english, german
) -> None:
    wrong = refused(work, *given)
    assert english in problem_in_words(wrong)
    with speaking("de"):
        assert german in problem_in_words(wrong)
