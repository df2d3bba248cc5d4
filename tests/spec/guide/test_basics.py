"""What twitches are, and the pattern that is mostly harmless."""

import pytest

from myolog.content.articles import article, articles
from myolog.content.catalogue import load
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import grades, said

WORDS = load()
TITLE = "What twitches are"
CASES = (
    ("INTRO-DEF", "what-twitches-are", ("did not will", "ten healthy people, and seven")),
    ("INTRO-SITES", "what-twitches-are", ("eyelid", "calf", "thumb", "back", "arch of the foot")),
    ("INTRO-TONE", "what-twitches-are", ("hard to ignore",)),
    ("INTRO-SCOPE", "what-twitches-are", ("how it works", "set it off", "look out for", "try")),
    ("DEF-FASC", "what-twitches-are", ("bundle", "fires by itself")),
    ("DEF-MECH", "what-twitches-are", ("stray signal",)),
    ("BENIGN-PATTERN", "when-harmless", ("comes and goes", "one small place", "not get stronger")),
    ("PRINCIPLE-OBSERVE", "when-harmless", ("you watch", "a doctor examines")),
)  # fmt: skip


@pytest.mark.parametrize(("guide_id", "slug", "words"), CASES)
def test_the_point_is_said(guide_id, slug, words):
    for word in words:
        assert word in said(guide_id, slug)


def test_the_mechanism_is_offered_as_a_simple_picture():
    assert grades("DEF-MECH") == {"weak"}
    assert "This picture is a simple one" in article("what-twitches-are").blocks[0].text


def test_the_first_page_says_common_mostly_harmless_and_some_need_a_doctor():
    lead = WORDS.text("page.first.lead")
    assert "Most people notice" in lead
    assert "does no harm" in lead
    assert "need a doctor" in lead


def test_the_harmless_pattern_is_watched_at_home():
    pattern = {"site_scope": "single", "run_days": 10, "trend": "stable"}
    assert decide(pattern).urgency == Urgency.SELF_CARE


def test_the_page_for_noting_a_twitch_tells_of_the_noisy_foot():
    assert "nearly everyone" in WORDS.text("page.log.sole")


def test_every_subject_of_the_guide_has_its_article():
    slugs = {one.slug for one in articles()}
    assert slugs >= {"what-twitches-are", "causes", "warning-signs", "five-steps", "prevention"}
