"""What is shown of the check, its result and its page speaks of somebody else when it is for them.

Every sentence that speaks to the person has one that speaks of them, or stands below as one that
speaks to whoever reads it: a parent is told to call, and that they were not sure.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from myolog.content.about import speaking_about
from myolog.content.catalogue import METADATA, Catalogue, load, placeholders, read_words
from myolog.content.languages import LANGUAGES, speaking
from myolog.journal.subject import Subject
from tests.architecture.test_german import IN_NO_RESULT, numbers_in
from tests.architecture.test_german import faults as german_faults
from tests.architecture.test_words import faults, result_sentences
from tests.reading import german_grade, grade

SHOWN = (
    "urgency", "result", "since", "aftermath", "history", "safety_net", "rule", "notsure", "input",
    "screen", "line", "derived", "checklist", "who", "workup", "page.check", "report", "visit",
    "page.today", "page.story", "page.map", "page.log", "page.window", "page.journal", "page.long",
    "chart.spans", "exposure", "step", "part", "thing", "programme", "verdict", "guard",
    "page.programme", "own.role", "finding", "pattern", "page.patterns", "attention", "worry",
    "unusual",
)  # fmt: skip

SPEAKS = {
    "en": re.compile(r"\b(you|your|yourself|I|my|me)\b", re.IGNORECASE),
    "de": re.compile(r"\b(Sie|Ihre?[mnrs]?|Ihnen|[Ii]ch|[Mm]eine?[mnrs]?|mir|mich)\b"),
}

TO_THE_READER = re.compile(
    r"urgency\.(SELF_CARE\.action|INCOMPLETE\.|\w+\.(title|worse|action|deadline)$)"
    r"|result\.passed\.|result\.(who|say|workup_lead|again_same|expiry|expired|ahead|places_day(_later)?|help_only.others"
    r"|many_checks\.|long_looks\.|keep_review\.change)"
    r"|since\.(lead|calmer)|aftermath\.(still_(seen|corrected)|closed|go_on|not_seen_booked)|history\.(first|changed_by_notes|checked)"
    r"|safety_net\.(lead_\w+|drug|doubted)"
    r"|rule\.(E-LOCKJAW|E-DIALYSIS|E-CAUDA|E-GBS-BULBAR|E-SEROTONIN|S-FLUID|U-TONGUE|U-KIDNEY"
    r"|S-JERKS|U-INFANT|O-LONGMED-HEART|R-LONGMED|U-WASTING-UNSURE|O-COMBO-2|O-WORSENING|O-WEAK|O-ESCALATED|R-NOCHANGE|R-HEART|R-EYELID|R-FELT)\.detail"
    r"|notsure\.(reason|beside|line|told|ticked$)|derived\."
    r"|input\.(run_days|trend|coordination|tongue_twitch|eye_face|family_nm|mood|explained_unchanged"
    r"|assessed_normal)\.help|input\.(measures_tried\.values\.unknown|wasting\.values\.unsure)"
    r"|input\.stiffness\.values\."
    r"|screen\.\w+\.lead|line\.\w+\.follow"
    r"|line\.(fit|sensory|eye_face|tongue_twitch|fluid_loss|pregnant|mood|assessed_normal"
    r"|explained_unchanged)\.help"
    r"|workup\.by_item|page\.check\.|page\.log\.(\w*_?hint|side_unknown|save_first|many|\w+_wrong)"
    r"|page\.window\.(hint|over|why|enough|settings)|page\.map\.(not_found|trunk_\w+)|page\.today\.(wanted$|task_(known|counted|unsure))"
    r"|page\.journal\.(edit_gone_text|check_\w+|programme_kept)"
    r"|page\.story\.(since_hint|fear|questions|saved|when_missing|\w+_hint|place_missing)"
    r"|part\.caffeine\.text|(step\.STEP-5|part\.note)\.text|step\.STEP-4\.why|verdict\.(cause|RECHECK\.text)"
    r"|programme\.(expect|no_change|paused_caffeine|headache|recheck|escalated|not_instead|relapse_plan)"
    r"|guard\.GUARD-(CHILD|AGE)\.|page\.programme\.(check_first|questions_lead|still_open|start_lead"
    r"|goals_lead|practice_\w+)$"
    r"|exposure\.(\w+\.(help|change|short)|checking_min\.question)|report\.words\.|visit\."
    r"|finding\.(lead|sentence|state|capped|unlikely_counts|confounders|reason\.|how\.|ask\.checking_min|next\.)"
    r"|pattern\.hours\.(uneven|peak|noticed)|page\.patterns\.|unusual\."
    r"|attention\.(tally\.text|noting\.always|meter\.cli|rest\.)|worry\.(hint|nothing|whole|not_diagnosis)$"
)
"""Keys of what speaks to whoever reads: what they do, know, noted or were asked."""

OWN_NUMBERS = (
    "age_years.examples",
    "age_years.help",
    "child_gait_or_movement.help",
    "line.child.label",
    "line.heart_or_fluid.help",
)
"""Keys of what names other numbers than the sentence it stands for: ages."""

OTHERS = (
    Subject(answered_by="parent", age_years=7, told=True),
    Subject(answered_by="parent", age_years=14, told=True),
    Subject(answered_by="parent", told=True),
    Subject(answered_by="carer", age_years=81, told=True),
    Subject(answered_by="carer", age_years=3, told=True),
)


def flat(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, value in tables.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{name}.")
        elif name not in METADATA:
            yield f"{above}{name}", value if isinstance(value, list) else [value]


def words_about(subject: Subject, language: str) -> Catalogue:
    with speaking(language), speaking_about(subject):
        return load()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_speaks_to_the_person_has_words_for_somebody_else(language: str) -> None:
    words = read_words(language)
    others = dict(flat(words["others"]))
    speaking_to = [
        (key, one)
        for key, said in flat(words)
        for one in said
        if key.startswith(SHOWN) and key not in others and SPEAKS[language].search(one)
    ]
    assert len(speaking_to) > 40
    assert [one for one in speaking_to if not TO_THE_READER.match(one[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layer", ["others", "under_16", "under_10"])
def test_words_for_somebody_else_stand_for_a_sentence_and_take_what_it_takes(
    language: str, layer: str
) -> None:
    words = read_words(language)
    base = dict(flat(read_words("en"))) | dict(flat(words))
    for key, said in flat(words[layer]):
        assert len(said) == len(base[key]), key
        for one, other in zip(said, base[key], strict=True):
            assert placeholders(one) == placeholders(other), key
            if not key.endswith(OWN_NUMBERS):
                assert numbers_in(one) == numbers_in(other), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", OTHERS, ids=lambda one: f"{one.answered_by}-{one.age_years}")
def test_every_bracket_is_filled_and_no_line_says_i(subject: Subject, language: str) -> None:
    words = words_about(subject, language)
    for table in SHOWN:
        if table.startswith("page"):
            continue
        for key, one in words.sentences():
            if key.startswith(f"{table}."):
                assert "<" not in one, key
    mine = re.compile(r"^(I|My) " if language == "en" else r"^(Ich|Mein\w*) ")
    ticks = [(key, one) for key, one in words.sentences() if key.startswith(("line.", "input."))]
    assert [one for one in ticks if mine.search(one[1])] == []


@pytest.mark.parametrize("subject", OTHERS, ids=lambda one: f"{one.answered_by}-{one.age_years}")
def test_words_about_somebody_else_read_as_easily_and_promise_as_little(subject: Subject) -> None:
    for key, one in result_sentences(words_about(subject, "en")):
        filled = re.sub(r"{\w+}", "12", one)
        if len(filled.split()) > 5:
            assert grade(filled) <= 9, (key, filled)
        assert not faults(one), key
    tables: dict[str, list[str]] = {}
    for key, one in result_sentences(words_about(subject, "de")):
        assert not german_faults(one, IN_NO_RESULT), key
        tables.setdefault(key.rpartition(".")[0], []).append(re.sub(r"{\w+}", "12", one))
    for table, said in tables.items():
        whole = " ".join(f"{one.rstrip('.:')}." for one in said)
        assert len(whole.split()) < 30 or german_grade(whole) <= 10, table


def test_a_person_who_answers_themselves_is_spoken_to_as_before() -> None:
    for age in (None, 9, 40):
        themselves = Subject(answered_by="self", age_years=age, told=True)
        assert words_about(themselves, "de").text("input.lithium.question") == "Nehmen Sie Lithium?"
    assert load("en").text("rule.E-HEART.reason") == "You have chest pain, or you fainted."


@pytest.mark.parametrize(
    ("subject", "english", "german"),
    [
        (OTHERS[0], "Your child has chest pain, or fainted.", "Das Atmen fällt Ihrem Kind schwer"),
        (OTHERS[3], "The person has chest pain, or fainted.", "Das Atmen fällt der Person schwer"),
        (OTHERS[4], "The child has chest pain, or fainted.", "Das Atmen fällt dem Kind schwer"),
    ],
)
def test_the_person_is_named_in_every_case(subject: Subject, english: str, german: str) -> None:
    assert words_about(subject, "en").text("rule.E-HEART.reason") == english
    assert words_about(subject, "de").text("rule.S-BREATH.reason").startswith(german)


def test_a_child_is_asked_what_parents_can_see_and_not_about_alcohol() -> None:
    small, teen = words_about(OTHERS[0], "en"), words_about(OTHERS[1], "en")
    assert "hard to wake" in small.text("line.fit.label")
    assert "getting up from the floor" in small.text("line.weakness.help")
    assert "alcohol" not in small.text("line.medicine.label")
    assert "alcohol" not in small.text("page.check.heading.taken")
    assert "alcohol" in teen.text("line.medicine.label")
    assert "school" in teen.text("line.life_disrupted.label")
