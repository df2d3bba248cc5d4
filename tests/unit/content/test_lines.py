"""What stands on a line before it is ticked: everything that it can answer by itself."""

import pytest

from myolog.content.catalogue import load
from myolog.content.choices import part_label
from myolog.triage.check import EMERGENCY, GROUPS, SIX
from myolog.triage.screens import Line

NAMED: dict[str, dict[str, tuple[str, str]]] = {
    "sudden": {
        "stroke_signs": ("face, one side, numb, speech, sight, worst headache",
                         "mundwinkel, körperseite, taub, sprechen, sehen, schlimmste kopfschmerz"),
        "weakness": ("all of you weak", "alles schwach"),
        "coordination": ("balance", "gleichgewicht"),
        "speech_swallow": ("speech, swallowing", "sprechen, schlucken"),
    },
    "breath_or_swallow": {
        "breathing": ("breathe, rest, lying flat", "luft, ruhe, liegen"),
        "speech_swallow": ("choking", "verschlucken"),
    },
    "fast": {
        "weakness": ("weaker", "schwächer"),
        "sensory": ("numbness, tingling", "taubheit, kribbeln"),
    },
    "fit": {
        "seizure_or_confusion": ("seizure, blackout, confusion, sleepiness",
                                 "krampfanfall, bewusstlosigkeit, verwirrtheit, schläfrigkeit"),
        "rhythmic_jerking": ("steady beat, or longer", "gleichmäßigem takt, oder länger"),
        "jerk_attacks": ("jerks in a steady beat for a minute",
                         "zuckt eine minute oder länger ruckartig"),
    },
    "heart_or_fluid": {
        "heart": ("chest pain, fainting, racing, stumbling",
                  "brust, ohnmacht, herzrasen, herzstolpern"),
        "fluid_loss": ("vomiting, diarrhoea", "erbrechen, durchfall"),
    },
    "back_or_injury": {
        "cauda_equina": ("between the legs, bladder, bowels, sex, both legs",
                         "zwischen den beinen, blase, darm, sex, beide beine"),
        "spine_trauma": ("blow, fall, head, neck, back", "schlag, sturz, kopf, hals, rücken"),
    },
    "urine_or_kidney": {
        "dark_urine_muscle": ("dark urine, pain, weakness", "dunkler urin, schmerzen, schwäche"),
        "kidney": ("kidney", "nieren"),
    },
    "spasm": {
        "tetany": ("hands, feet, cramps", "hände, füße, krämpfe"),
        "lockjaw": ("jaw, stiffness that spreads", "kiefer, steifheit, ausbreitet"),
        "neck_surgery_recent": ("neck, thyroid, three months", "hals, schilddrüse, drei monaten"),
    },
    "poison": {
        "overdose": ("medicine, drug, caffeine powder", "medikament, droge, koffeinpulver"),
        "cholinergic_exposure": ("pesticide, nerve poison", "pestizid, nervengift"),
    },
    "medicine": {
        "withdrawal": ("suddenly stopped, alcohol, sleeping tablets, tranquillisers",
                       "plötzlich abgesetzt, alkohol, schlaf-, beruhigungsmittel"),
        "serotonergic_change": ("started, raised, mixed, antidepressant",
                                "begonnen, erhöht, gemischt, antidepressivum"),
        "lithium": ("lithium", "lithium"),
        "lithium_mix": ("lithium", "lithium"),
        "statin_antibiotic": ("statin with an antibiotic", "statin mit einem antibiotikum"),
    },
    "face": {"eye_face": ("lid, double vision, weak, twitching face",
                          "lid, doppelbilder, schwaches, zuckendes gesicht")},
    "pregnancy": {
        "pregnant": ("pregnant, birth", "schwanger, geboren"),
        "preeclampsia_signs": ("headache, sight, rib, swelling",
                               "kopfschmerzen, augen, rippen, schwellungen"),
    },
    "child": {
        "child_gait_or_movement": ("walks in a new way, jerks", "anders geht, ruckartige"),
        "weakness": ("weak", "schwach"),
        "coordination": ("clumsy", "ungeschickt"),
        "tics": ("sudden", "plötzliche"),
    },
    "cancer": {
        "cancer_history": ("cancer now or before", "krebs jetzt oder früher"),
        "weakness": ("weakness", "schwäche"),
        "sensory": ("numbness, tingling", "taubheit, kribbeln"),
        "coordination": ("clumsiness", "ungeschicklichkeit"),
    },
    "dark_thoughts": {"mood": ("not wake up, ending my life",
                               "nicht mehr aufzuwachen, leben zu beenden")},
    "eye_face": {"eye_face": ("eyelid, cheek, mouth, shuts tight",
                              "augenlid, wange, mund, kneift sich zu")},
    "stiffness": {"stiffness": ("stiff, ripple, let go slowly", "steif, wellen, langsam los")},
    "weakness": {"weakness": ("tires, weak, hard, no longer works",
                              "ermüdet, schwach, schwer, nicht mehr")},
}  # fmt: skip
"""Line to the words of each question it can answer by itself, English and German."""

ASKED_LATER = {
    ("urine_or_kidney", "weakness"),
    ("fast", "speech_swallow"),
    ("fast", "breathing"),
    ("spasm", "sensory"),
    ("poison", "cholinergic_symptoms"),
    ("medicine", "autonomic_agitation"),
    ("medicine", "lithium_tox_symptoms"),
    ("face", "tick_or_rash"),
    ("child", "age_years"),
}
"""What makes a ticked line graver and means nothing without it, or has a line of its own."""

BESIDE = {
    ("fast", "speech_swallow"): "speech or swallowing",
    ("fast", "breathing"): "short of breath",
    ("urine_or_kidney", "weakness"): "tired or weak",
    ("spasm", "sensory"): "tingles",
    ("face", "tick_or_rash"): "ring-shaped rash",
}
"""Parts that count only beside another part of their line, and a word of each."""

UNSURE_MAY_TICK = ("only if", "nur wenn", "plainly see", "others can see", "andere es sehen")
"""What would turn away somebody who cannot tell."""

LINES = [line for one in (EMERGENCY, SIX, *GROUPS) for line in one.lines]


def test_every_line_of_the_first_screen_is_looked_at() -> None:
    for line in EMERGENCY.lines:
        later = {name for code, name in ASKED_LATER if code == line.code}
        assert set(NAMED[line.code]) | later == set(line.inputs), line.code


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "line", [one for one in LINES if one.code in NAMED], ids=lambda one: one.code
)
def test_a_label_names_everything_that_its_rules_ask(line: Line, language: str) -> None:
    label = load(language).text(f"line.{line.code}.label").casefold()
    for name, by_language in NAMED[line.code].items():
        for word in by_language[language == "de"].split(", "):
            assert word.casefold() in label, (name, word)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("code", "name"), BESIDE)
def test_a_part_that_counts_only_beside_another_says_so(
    code: str, name: str, language: str
) -> None:
    words, line = load(language), EMERGENCY.line(code)
    [value] = line.offered(name)
    label = part_label(words, line, name, value)
    assert label.startswith("And " if language == "en" else "Und "), label
    assert language == "de" or BESIDE[code, name] in label


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("table", ["line.wasting", "input.wasting"])
def test_nobody_who_cannot_tell_about_a_thinner_muscle_is_turned_away(
    table: str, language: str
) -> None:
    told = load(language).text(f"{table}.help").casefold()
    assert not [words for words in UNSURE_MAY_TICK if words in told]
    assert {"en": "if you cannot tell", "de": "wenn sie es nicht sagen können"}[language] in told


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_guessed_reason_for_short_breath_does_not_take_the_tick_away(language: str) -> None:
    words = load(language)
    label = words.text("line.breathing.label").casefold()
    assert "why" not in label
    assert "warum" not in label
    guessed = {"en": "unfit", "de": "untrainiert"}[language]
    for table in ("line.breathing", "input.breathing"):
        assert guessed in words.text(f"{table}.help")


@pytest.mark.parametrize(("language", "over"), [("en", "nearly over"), ("de", "fast vorbei")])
def test_every_upset_stomach_has_one_answer(language: str, over: str) -> None:
    """A day at most or nearly over; or longer and not nearly over."""
    words = load(language)
    for table in ("values", "alone"):
        mild, severe = (words.text(f"input.fluid_loss.{table}.{one}") for one in ("mild", "severe"))
        assert over in mild
        assert {"en": "not nearly over", "de": "nicht fast vorbei"}[language] in severe
