"""Every code has words, no words are left over, and none of them says what it must not.

A rule, question, exposure or step without words would show a person a code; words without a code
would be reviewed for nothing. The forbidden sentences are those of the hazard log (H1, H4).
"""

import re
import tomllib
from collections.abc import Iterator

import pytest

from myolog.content.catalogue import Catalogue, load, placeholders
from myolog.content.choices import choice_label, help_of, part_label
from myolog.content.guide import GUIDE
from myolog.content.languages import LANGUAGES, speaking
from myolog.content.names import country_name
from myolog.journal.records import PROGRAMME_EVENTS
from myolog.programme.guards import GUARDS
from myolog.programme.steps import PARTS, STEPS
from myolog.programme.verdict import CODES
from myolog.triage.answers import INPUTS
from myolog.triage.check import SCREENS
from myolog.triage.checklist import CHECKLIST, TABLE_ROWS
from myolog.triage.rules import RULES
from myolog.triage.urgency import Urgency
from myolog.vocabulary.countries import COUNTRIES, UNLISTED
from myolog.vocabulary.exposures import EXPOSURES
from myolog.wording.help_numbers import help_in, listed_countries
from tests.architecture.checkout import SOURCE

WORDS = load()

RESULT_TABLES = (
    "urgency", "rule", "result", "notsure", "safety_net", "checklist", "who", "workup", "row",
    "step", "part", "food", "thing", "swap", "programme", "guard", "derived", "emergency", "line",
    "screen", "verdict", "page.today", "page.check", "page.first", "page.programme",
    "page.reminders", "reminder",
    "page.patterns", "finding", "pattern",
)  # fmt: skip
"""What a person reads as a result, in the programme or on Today; the doctor's phrases left out."""

DISEASES = (
    "als", "mnd", "motor neurone? disease", "amyotrophic", "multiple sclerosis", "ms", "lyme",
    "neuropathy", "muscular dystrophy", "guillain", "myasthenia", "tetanus", "stroke", "epilepsy",
    "thyrotoxicosis", "rhabdomyolysis", "pre-?eclampsia", "serotonin syndrome", "parkinson",
    "fasciculation syndrome", "cauda equina",
)  # fmt: skip

FORBIDDEN = (
    r"you (do not |don't )?have (a |an )?(?:" + "|".join(DISEASES) + r")\b",
    r"\bdiagnosed\b",
    r"(?<!does not )\brules? out\b",
    r"\bnothing to worry",
    r"\bnothing serious",
    r"\ball clear\b",
    r"\byou are (safe|fine|normal)\b",
    r"\d+ ?% (chance|risk)",
    r"\bbenign\b",
    r"\bprobab(ly|ility)\b",
)


LEADS = {"now": "lead_now", "within_48h": "lead_48h", "visit": "lead_2weeks"}


def result_sentences(words: Catalogue) -> Iterator[tuple[str, str]]:
    for key, text in words.sentences():
        doctors = key.endswith(".doctor") or ".doctor." in key
        if not doctors and any(key == t or key.startswith(f"{t}.") for t in RESULT_TABLES):
            yield key, text


def faults(text: str) -> list[str]:
    found = [p for p in FORBIDDEN if re.search(p, text, re.IGNORECASE)]
    found += [d for d in DISEASES if re.search(rf"\b{d}\b", text, re.IGNORECASE)]
    return found + (["AI"] if re.search(r"\bAI\b", text) else [])


def test_every_rule_has_its_words_and_no_words_lack_a_rule() -> None:
    assert set(WORDS.codes("rule")) == {rule.code for rule in RULES}
    for rule in RULES:
        assert set(WORDS.labels(f"rule.{rule.code}")) == {"reason", "detail", "doctor"}


def test_the_words_of_a_rule_name_a_source_of_the_rule() -> None:
    for rule in RULES:
        assert set(WORDS.sources(f"rule.{rule.code}")) & set(rule.sources), rule.code


def test_every_question_and_every_answer_has_its_words() -> None:
    assert set(WORDS.codes("input")) == set(INPUTS)
    for name, question in INPUTS.items():
        assert WORDS.text(f"input.{name}.question").endswith("?")
        assert WORDS.text(f"input.{name}.report")
        if question.kind == "ordered":
            labels = WORDS.labels(f"input.{name}.values")
            assert tuple(one for one in labels if not one.endswith("_us")) == question.values
            assert tuple(WORDS.labels(f"input.{name}.doctor")) == question.values


def test_every_line_and_screen_of_the_check_has_its_words() -> None:
    lines = {line.code for screen in SCREENS for line in screen.lines}
    assert set(WORDS.codes("screen")) == {screen.code for screen in SCREENS}
    assert set(WORDS.codes("line")) == lines


def test_every_answer_offered_on_a_screen_has_its_words() -> None:
    for screen in SCREENS:
        for line in screen.lines:
            asked = {name for name, _ in line.choices}
            for name, value in line.choices:
                assert choice_label(WORDS, name, value)
            if len(asked) > 1 or len(line.choices) > 1:
                assert WORDS.text(f"line.{line.code}.follow"), line.code
        for name in screen.questions:
            assert WORDS.text(f"input.{name}.question")


def test_every_part_of_a_line_says_what_it_is_about() -> None:
    for screen in SCREENS:
        for line in screen.lines:
            parts = [part_label(WORDS, line, *part) for part in line.choices]
            assert len(set(parts)) == len(parts), line.code
            if len({name for name, _ in line.choices}) > 1:
                assert not [part for part in parts if part.startswith("Yes")], line.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_and_question_of_a_screen_has_help_and_two_examples(language: str) -> None:
    with speaking(language):
        words = load()
        for screen in SCREENS:
            tables = [f"line.{line.code}" for line in screen.lines]
            for table in (*tables, *(f"input.{name}" for name in screen.questions)):
                explained, such_as = help_of(words, table)
                first, other = words.items(f"{table}.examples")
                assert first != other
                assert explained not in such_as
                assert max(map(len, (first, other))) < 80, table


def test_not_sure_and_a_denied_sign_have_words_too() -> None:
    assert choice_label(WORDS, "trend", "not_sure") == "I am not sure"
    assert choice_label(WORDS, "lithium_tox_symptoms", False) == "None of these signs"
    assert choice_label(WORDS, "weight_loss", False) == "No"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("exposure", set(EXPOSURES)),
        ("checklist", set(CHECKLIST)),
        ("row", set(TABLE_ROWS)),
        ("who", {rule.who for rule in RULES}),
        ("workup", {test for rule in RULES for test in rule.workup}),
        ("step", set(STEPS)),
        ("part", set(PARTS)),
        ("thing", set(STEPS)),
        ("guard", {guard.code for guard in GUARDS}),
        ("urgency", {level.name for level in Urgency} | {"INCOMPLETE"}),
        ("result.means", {level.name for level in Urgency} | {"INCOMPLETE"}),
        ("safety_net", {level.name for level in Urgency} | {"INCOMPLETE"}),
    ],
)
def test_table_and_codes_are_the_same(table: str, codes: set[str]) -> None:
    assert set(WORDS.codes(table)) == codes


def test_every_event_of_the_programme_has_its_words_in_the_journal() -> None:
    for event in PROGRAMME_EVENTS:
        assert WORDS.text(f"page.journal.programme_{event}")


def test_every_food_has_its_name_and_no_name_lacks_a_food() -> None:
    foods = {food.code for step in STEPS.values() for part in step.parts for food in part.portions}
    assert set(WORDS.labels("food")) == foods


def test_every_level_says_when_what_and_what_to_say() -> None:
    for level in Urgency:
        for part in ("when", "short", "title", "action", "say", "deadline"):
            assert WORDS.template(f"urgency.{level.name}.{part}")


def test_the_days_of_each_level_are_those_of_the_scale() -> None:
    assert [level.deadline_days for level in Urgency] == [28, 28, 21, 2, 0, 0]
    assert [level.specialist_days for level in Urgency] == [None, None, None, 14, None, None]
    with_words = [f"urgency.{level.name}.specialist" in WORDS for level in Urgency]
    assert with_words == [level.specialist_days is not None for level in Urgency]


def test_every_safety_net_is_shown_by_every_level_short_of_an_emergency() -> None:
    for level in Urgency:
        lists = WORDS.names(f"safety_net.{level.name}.lists")
        assert ("now" in lists) is (level < Urgency.EMERGENCY)
        assert ("within_48h" in lists) is (level < Urgency.URGENT)
        for name in lists:
            assert WORDS.template(f"safety_net.{LEADS[name]}")
            assert len(WORDS.items(f"safety_net.{name}")) >= 5


def test_self_care_says_what_it_leaves_open_and_when_to_look_again() -> None:
    action = WORDS.text("urgency.SELF_CARE.action", date="20 December")
    assert "does not rule out" in action
    assert "20 December" in action
    assert "does not rule out" in WORDS.text("result.means.SELF_CARE.text")


def test_no_result_says_what_it_must_not() -> None:
    read = list(result_sentences(WORDS))
    assert len(read) > 900
    assert [(key, text, faults(text)) for key, text in read if faults(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "You do not have ALS.",
        "This rules out an illness.",
        "There is nothing to worry about.",
        "You are safe.",
        "A 5 % risk remains.",
        "Our AI looked at it.",
        "A harmless form of Lyme disease.",
    ],
)
def test_the_lint_catches(text: str) -> None:
    assert faults(text)


def test_every_placeholder_is_a_plain_name() -> None:
    for key, text in WORDS.sentences():
        assert all(re.fullmatch("[a-z_]+", name) for name in placeholders(text)), key


def test_every_table_that_says_something_medical_names_its_guide_ids_and_sources() -> None:
    known = set(WORDS.codes("source"))
    ids = {entry.id for entry in GUIDE}
    for table in (
        "rule",
        "input",
        "exposure",
        "step",
        "part",
        "guard",
        "who",
        "workup",
        "row",
        "urgency",
    ):
        for code in WORDS.codes(table):
            assert set(WORDS.sources(f"{table}.{code}")) <= known, code
            assert set(WORDS.guide_ids(f"{table}.{code}")) <= ids, code
            assert WORDS.guide_ids(f"{table}.{code}"), code
    for code in CODES:
        assert set(WORDS.sources(f"verdict.{code}")) <= known, code
        assert set(WORDS.guide_ids(f"verdict.{code}")) <= ids, code
    for table in (
        "result", "safety_net", "notsure", "checklist", "programme", "verdict", "emergency",
    ):  # fmt: skip
        assert set(WORDS.sources(table)) <= known
        assert set(WORDS.guide_ids(table)) <= ids


def test_the_short_name_of_a_source_names_no_illness() -> None:
    for code in WORDS.codes("source"):
        assert not faults(WORDS.text(f"source.{code}.short")), code


def test_every_number_to_call_is_a_number_with_a_source() -> None:
    assert COUNTRIES["GB"].call == "999"
    for one in (UNLISTED, *COUNTRIES.values()):
        assert re.fullmatch(r"\d{3}", one.call), one
        assert one.source, one
        for number in filter(None, (one.crisis, one.on_call)):
            assert re.fullmatch(r"\d[\d ]+", number), one
        assert bool(one.crisis) is bool(one.crisis_name) is bool(one.crisis_source), one
        assert bool(one.on_call) is bool(one.on_call_name), one


def test_a_country_is_called_as_its_people_do_and_stands_in_order() -> None:
    for language, names in (("en", ("Hong Kong", "Turkey")), ("de", ("Hongkong", "Türkei"))):
        with speaking(language):
            assert (country_name("HK"), country_name("TR")) == names
    with speaking("de"):
        listed = [one.name for one in listed_countries()]
        assert listed[listed.index("Norwegen") + 1] == "Österreich"
        assert help_in("AT").on_call_name == "1450, Gesundheitsberatung"


def test_the_way_to_help_is_in_words_everywhere() -> None:
    """Each level short of an emergency names the dark thought; the notes are not read."""
    assert any("ending your life" in line for line in WORDS.items("safety_net.now"))
    assert WORDS.text("app.help_low")
    assert "does not read your notes" in WORDS.text("emergency.crisis_notes")
    assert any("Please tell someone" in line for line in WORDS.items("page.privacy.points"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_stands_in_one_file_and_a_clinician_finds_the_medical_ones(
    language: str,
) -> None:
    home: dict[str, str] = {}
    for file in sorted((SOURCE / "content" / language).glob("*.toml")):
        tables = tomllib.loads(file.read_text("utf-8"))
        names = tables.pop("name", {})
        for table in (*tables, *(f"name.{kind}" for kind in names)):
            assert table not in home, (table, home[table], file.name)
            home[table] = file.stem
    medical = {"urgency", "rule", "input", "safety_net", "checklist", "who", "workup", "emergency"}
    assert {home[table] for table in medical} == {"medical"}
    assert [home[table] for table in ("guard", "finding", "cli")] == [
        "steps", "findings", "commands",
    ]  # fmt: skip
