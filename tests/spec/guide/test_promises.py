"""What the guide promises and Myolog does not (DEF-SELFLIMIT, CAUSE-LIFESTYLE, CLAIM-EARLY,
PROG-EVAL, CONCL-FADE), and how calm is kept (CONCL-PANIC)."""

import re

import pytest

from myolog.content.articles import articles
from myolog.content.catalogue import load
from tests.spec.guide.statements import grades, said

WORDS = load()
TITLE = "No promises"
PROMISES = (
    r"\bdramatic",
    r"will (soon )?(stop|fade|go away)",
    r"\bcures?\b",
    r"\bguaranteed?\b",
    r"most people (respond|improve)",
    r"significant(ly)? improve",
)


def everything():
    yield from WORDS.sentences()
    for one in articles():
        yield one.slug, " ".join(block.text for block in one.blocks)


@pytest.mark.parametrize("promise", PROMISES)
def test_no_text_promises_that_twitches_will_go(promise):
    assert [key for key, text in everything() if re.search(promise, text, re.IGNORECASE)] == []


def test_a_single_twitch_fades_and_lasting_twitching_stays():
    assert "93 to 98" in said("DEF-SELFLIMIT")
    for guide_id in ("DEF-SELFLIMIT", "CONCL-FADE"):
        assert "mostly" in said(guide_id)
    assert "do not promise" in " ".join(text for _, text in everything())


def test_a_change_of_habits_carries_no_promise():
    assert grades("CAUSE-LIFESTYLE") == {"weak"}
    assert "no trial" in said("CAUSE-LIFESTYLE", "causes")


def test_the_look_back_after_four_weeks_carries_no_promise():
    assert "could not find a study" in said("PROG-EVAL")
    assert "dummy pill" in said("PROG-EVAL")


def test_early_care_is_praised_only_where_it_is_known_to_help():
    told = said("CLAIM-EARLY", "illnesses")
    assert "mmn" in told
    assert "als the gain is smaller" in told


def test_calm_is_kept_by_how_the_app_asks():
    assert "do not let it rule your day" in said("CONCL-PANIC")
    assert "do not test your strength" in said("CONCL-PANIC")
    assert "That is enough" in WORDS.text("page.today.check_in_done")
