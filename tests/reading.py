"""How hard a text is to read: the Flesch-Kincaid grade, in a few own lines.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59
(Kincaid et al. 1975). Syllables are the pieces with a vowel into which pyphen's
US English patterns cut a word; they are right for most words, not for all. It is
a guard against long words and long sentences, not a measure of understanding.
Names of illnesses, tests and medicines count as one syllable: a person meets
them at the doctor's and cannot be spared them.
"""

from __future__ import annotations

import re
from functools import cache

import pyphen

NAMES = frozenset(
    (
        # illnesses
        *("neuropathy", "fasciculation", "fasciculations", "sclerosis", "dystrophy", "lyme"),
        *("als", "mnd", "mmn", "ms", "cancer", "diabetes", "asthma", "diarrhoea", "coeliac"),
        # tests and what they measure
        *("emg", "ncs", "mri", "ct", "eeg", "ecg", "ck", "tsh", "gm1", "mg", "thyroid", "vitamin"),
        *("magnesium", "potassium", "calcium", "sodium"),
        # medicines and treatments
        *("lithium", "clozapine", "theophylline", "warfarin", "melatonin", "pseudoephedrine"),
        *("pyridostigmine", "rivastigmine", "tramadol", "triptan", "mdma", "antidepressant"),
        *("dialysis", "ivig"),
    )
)


@cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US", left=1, right=1)


def syllables(word: str) -> int:
    plain = word.lower().replace("'", "")
    if plain in NAMES or not plain.isalpha():
        return 1
    pieces = _hyphenator().inserted(plain, "-").split("-")
    return max(1, sum(bool(re.search("[aeiou]|(?<!^)y", piece)) for piece in pieces))


def grade(text: str) -> float:
    """Return the US school grade of `text`."""
    words = re.findall(r"[A-Za-z0-9']+", text)
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


# ---- German

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+")
_VOWELS = re.compile(r"ie|ei|ai|au|eu|äu|aa|ee|oo|[aeiouyäöü]", re.IGNORECASE)
GERMAN_NAMES = re.compile(
    r"\b(\w*(neuropath|sklerose|dystroph|faszikulation|antidepressiv|medikament)\w*|alkohol|magnesium"
    r"|kalium|kalzium|natrium|koffein|lithium|clozapin|theophyllin|warfarin|melatonin|diabetes"
    r"|pseudoephedrin|pyridostigmin|rivastigmin|tramadol|triptane|johanniskraut|mdma)\b",
    re.IGNORECASE,
)
"""Names of illnesses, medicines and substances, and the words for them; they count as short."""


def german_grade(text: str) -> float:
    """Return the school grade of a German `text`: the first Vienna formula for factual prose.

    0.1935 x words of three syllables and more (%) + 0.1672 x words per sentence
    + 0.1297 x words of more than six letters (%) - 0.0327 x words of one syllable (%) - 0.875
    (Bamberger and Vanecek 1984). Syllables are counted as groups of vowels.
    """
    plain = GERMAN_NAMES.sub("Wort", text)
    found = _WORD.findall(plain)
    if not found:
        return 0.0
    lengths = [max(1, len(_VOWELS.findall(word))) for word in found]
    ends = [part for part in re.split(r"[.!?:;]+(?:\s|$)", plain) if _WORD.search(part)]
    many = 100 * sum(one >= 3 for one in lengths) / len(found)
    long = 100 * sum(len(word) > 6 for word in found) / len(found)
    one = 100 * sum(length == 1 for length in lengths) / len(found)
    return 0.1935 * many + 0.1672 * len(found) / len(ends) + 0.1297 * long - 0.0327 * one - 0.875
