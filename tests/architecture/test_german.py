"""German says all that English says, no more and no less, and nothing that it must not.

Whoever changes an English sentence changes the German one too; here a forgotten key, a lost
placeholder or a changed number fails. The forbidden sentences are those of the hazard log (H1, H4).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

import pytest

from myolog.content.articles import MARKER, Article, articles_in, find_citations
from myolog.content.catalogue import METADATA, load, placeholders, read_words
from myolog.triage.answers import INPUTS
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import TASKS
from tests.architecture.errors import modules, sentences_of
from tests.architecture.test_calm import MAY_NAME_ILLNESSES
from tests.architecture.test_words import result_sentences

OWN_TABLES = {"name", "error", "error_name"}
"""What in English stands with its code."""

OFF_PAGES = re.compile(
    r"journal/(codec|file|output|shapes)|triggers/|web/api|web/server|store/(opening|tables|folder|database|services/imports)"
)
"""Modules whose refusals are met with files and programs only; those are English."""

DISEASES = (
    "ALS", "MND", r"[Mm]otoneuron\w*", r"[Aa]myotroph\w*", r"[Mm]ultiple[nr]? Sklerose", "MS",
    r"Borreliose\w*", r"\w*[Nn]europath\w*", r"[Mm]uskeldystroph\w*", "Guillain", r"Myasthen\w*",
    "Tetanus", "Wundstarrkrampf", r"Schlaganf\w+", r"Epilep\w+", r"Thyreotox\w*", r"Rhabdomyo\w*",
    r"Präeklamps\w*", r"Serotonin-?[Ss]yndrom\w*", "Parkinson", r"Faszikulationssyndrom\w*",
    "Cauda",
)  # fmt: skip
"""Written as they are written: "als" is a word of every sentence, "ALS" is not."""

NOWHERE = (
    r"\b[Uu]nbedenklich", r"\bEntwarnung", r"\bkeine Sorge\b", r"\bkein(en)? Grund zur Sorge",
    r"\bnichts Ernstes", r"\bdiagnostizier", r"\b[Ll]eider\b", r"\bGlückwunsch", r"\bPrima\b",
    r"\bSuper\b", r"\bAbzeichen\b", r"\bRekord", r"\bWeiter so\b", r"\bGut gemacht", r"!$",
    r"\bWahrscheinlichkeit", r"\d+ ?% (Risiko|Chance)", r"\bKI\b", r"\w[:*_/]innen\b", r"\w/-?in\b",
    r"\bSie sind (gesund|sicher|normal|außer Gefahr)\b", r"\b(du|dein|deine|dir|dich)\b",
    r"\b\d+ Tage in Folge\b",
)  # fmt: skip

IN_NO_RESULT = (
    *NOWHERE, r"\b[Gg]utartig", r"\bSie haben (keine?|eine?n?) [A-Z]\w*(itis|ose|krankheit)\b",
    r"\bschließ\w+ (?!.*\b(nicht|keine)\b).*\baus\b",
)  # fmt: skip


def flat(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, value in tables.items():
        if name in METADATA:
            continue
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{name}.")
        elif isinstance(value, str | list):
            yield f"{above}{name}", [value] if isinstance(value, str) else value


ENGLISH = dict(flat(read_words("en")))
GERMAN = dict(flat(read_words("de")))
WORDS = load("de")


def numbers_in(text: str) -> Counter[str]:
    """Count the numbers of a text, whatever marks its language puts into them."""
    return Counter(re.sub("[.,]", "", one) for one in re.findall(r"\d+(?:[.,:]\d+)*", text))


def faults(text: str, patterns: tuple[str, ...]) -> list[str]:
    return [one for one in patterns if re.search(one, text)]


def illnesses(text: str) -> list[str]:
    return [one for one in DISEASES if re.search(rf"\b{one}\b", text)]


def test_every_english_sentence_has_a_german_one() -> None:
    assert [key for key in ENGLISH if key not in GERMAN] == []


def test_no_german_sentence_is_left_over() -> None:
    own = {key for key in GERMAN if key.partition(".")[0] in OWN_TABLES}
    assert [key for key in GERMAN if key not in ENGLISH and key not in own] == []


def test_german_holds_words_only() -> None:
    def others(tables: Mapping[str, Any]) -> Iterator[object]:
        for name, value in tables.items():
            if isinstance(value, Mapping):
                yield from others(value)
            elif name in METADATA or not isinstance(value, str | list):
                yield name, value

    assert list(others(read_words("de"))) == []


def lost_between(key: str, english: list[str], german: list[str]) -> Iterator[str]:
    """Say what of an English sentence its German one does not keep."""
    if len(german) != len(english):
        yield "lines"
    for told, said in zip(english, german, strict=False):
        own_order = key.startswith("date.")  # another language puts a date together otherwise
        if not own_order and placeholders(said) != placeholders(told):
            yield "places"
        if any(form for _, _, form, _ in Formatter().parse(said)):
            yield "form"
    if numbers_in(" ".join(german)) != numbers_in(" ".join(english)):
        yield "numbers"


def test_a_sentence_keeps_its_lines_its_places_and_its_numbers() -> None:
    lost = {key: list(lost_between(key, told, GERMAN[key])) for key, told in ENGLISH.items()}
    assert len(lost) > 2500
    assert {key: what for key, what in lost.items() if what} == {}


@pytest.mark.parametrize(
    ("key", "english", "german", "lost"),
    [
        ("a", ["In {days} days.", "Then 3 of 7."], ["In {days} Tagen.", "Dann 3 von 7."], []),
        ("a", ["One.", "Two."], ["Eins."], ["lines"]),
        ("a", ["In {days} days."], ["In Tagen."], ["places"]),
        ("date.long", ["{day} {month}"], ["{day}. {month} {year}"], []),
        ("a", ["{count} of 7"], ["{count:d} von 7"], ["form"]),
        ("a", ["For 14 days."], ["Seit 24 Tagen."], ["numbers"]),
        ("a", ["Up to 1,000 mg."], ["Bis 1.000 mg."], []),
    ],
)
def test_the_comparison_sees_what_is_lost(
    key: str, english: list[str], german: list[str], lost: list[str]
) -> None:
    assert list(lost_between(key, english, german)) == lost


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("site", SITES),
        ("exposure", EXPOSURES),
        ("drink", DRINKS),
        ("task", TASKS),
        ("fact", PROFILE),
    ],
)
def test_every_code_has_a_german_name_and_no_name_lacks_a_code(
    kind: str, codes: Mapping[str, object]
) -> None:
    assert set(WORDS.labels(f"name.{kind}")) == set(codes)


def test_every_everyday_word_belongs_to_a_place() -> None:
    assert set(WORDS.labels("name.site_also")) <= set(SITES)
    assert set(WORDS.labels("name.exposure_also")) <= set(EXPOSURES)


def test_every_unit_of_words_has_a_german_name() -> None:
    units = {one.unit for one in EXPOSURES.values()} | {one.unit for one in INPUTS.values()}
    units |= {one.unit for one in PROFILE.values()}
    words = {one for one in units if re.search("[a-z]{4}|day", one)}
    assert set(WORDS.labels("name.unit")) == words


def test_every_refusal_on_a_page_has_a_german_sentence_and_none_is_left_over() -> None:
    raised = {
        key
        for module in modules()
        if not OFF_PAGES.match(module)
        for key, _ in sentences_of(module)
    }
    assert set(WORDS.labels("error")) == raised


def test_a_key_stands_for_one_sentence_and_its_german_quotes_nothing_else() -> None:
    told: dict[str, set[str]] = {}
    for module in modules():
        for key, text in sentences_of(module):
            told.setdefault(key, set()).add(text)
    assert told["not_an_amount"] == {"“{text}” is not an amount; write a number, such as 2 or 1.5."}
    for key, said in WORDS.labels("error").items():
        assert len(told[key]) == 1, (key, told[key])
        assert placeholders(said) <= placeholders(*told[key]), key


@pytest.mark.parametrize("slug", articles_in("en"))
def test_an_article_keeps_its_points_its_parts_its_sources_and_its_numbers(slug: str) -> None:
    english, german = articles_in("en")[slug], articles_in("de")[slug]
    for part in ("ids", "reviewed", "order", "names", "programme"):
        assert getattr(german, part) == getattr(english, part)
    assert [block.kind for block in german.blocks] == [block.kind for block in english.blocks]
    for told, said in zip(english.blocks, german.blocks, strict=True):
        assert told.codes == said.codes
        assert Counter(find_citations(said.text)) == Counter(find_citations(told.text))
        assert numbers_in(MARKER.sub("", said.text)) == numbers_in(MARKER.sub("", told.text))


def test_there_are_as_many_articles() -> None:
    assert list(articles_in("de")) == list(articles_in("en"))


# ---- what no German text says


def text_of(article: Article) -> str:
    return f"{article.title}. {article.summary} " + " ".join(one.text for one in article.blocks)


def test_no_sentence_plays_soothes_or_predicts() -> None:
    read = {key: texts for key, texts in GERMAN.items() if not key.startswith("country.")}
    assert len(read) > 2500
    found = {text: faults(text, NOWHERE) for texts in read.values() for text in texts}
    assert {text: why for text, why in found.items() if why} == {}


@pytest.mark.parametrize("slug", articles_in("de"))
def test_no_article_plays_soothes_or_predicts(slug: str) -> None:
    assert not faults(text_of(articles_in("de")[slug]), NOWHERE)


def test_no_result_says_what_it_must_not() -> None:
    found = {key: text for key, text in result_sentences(WORDS) if faults(text, IN_NO_RESULT)}
    assert found == {}


def test_no_sentence_outside_learn_and_report_names_an_illness() -> None:
    found = {
        key: text
        for key, text in WORDS.sentences()
        if not MAY_NAME_ILLNESSES.search(key) and illnesses(text)
    }
    assert found == {}


def test_the_short_name_of_a_source_names_no_illness() -> None:
    for code in WORDS.codes("source"):
        assert not illnesses(WORDS.text(f"source.{code}.short")), code


def test_self_care_says_what_it_leaves_open_and_when_to_look_again() -> None:
    action = WORDS.text("urgency.SELF_CARE.action", date="20. Dezember")
    assert re.search(r"schließt (keine Ursache|.* nicht) aus", action)
    assert "20. Dezember" in action


@pytest.mark.parametrize(
    "text",
    [
        "Das ist unbedenklich.",
        "Sie können Entwarnung geben.",
        "Also keine Sorge, das gibt sich.",
        "Es ist nichts Ernstes.",
        "Super, weiter geht es.",
        "Das schließt eine Krankheit aus.",
        "Ein Risiko von 5 % Risiko bleibt.",
        "Fragen Sie Ihre Ärzt*innen.",
        "Das ist gutartig.",
        "Sie sind sicher.",
        "Trink du genug.",
    ],
)
def test_the_lint_catches(text: str) -> None:
    assert faults(text, IN_NO_RESULT)


@pytest.mark.parametrize("text", ["Es kann ALS sein.", "Eine Borreliose.", "Ein Schlaganfall."])
def test_the_lint_catches_an_illness(text: str) -> None:
    assert illnesses(text)


def test_the_lint_lets_pass_what_is_allowed() -> None:
    assert not illnesses("Es zuckt mehr als gestern.")
    assert not faults("Das schließt eine Ursache nicht aus.", IN_NO_RESULT)
    assert not faults("Das schließt keine Ursache aus.", IN_NO_RESULT)
