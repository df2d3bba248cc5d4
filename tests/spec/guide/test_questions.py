"""The questions of the guide, and how it ends."""

from myolog.content.articles import article
from myolog.content.catalogue import load
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import grades, said, statements

WORDS = load()
TITLE = "Questions people ask"


def test_too_little_water():
    """FAQ-DEHYDRATION."""
    told = said("FAQ-DEHYDRATION")
    for word in ("sodium", "potassium", "magnesium", "fast"):
        assert word in told
    assert "weak" in grades("FAQ-DEHYDRATION")


def test_an_eyelid():
    """FAQ-EYELID."""
    told = said("FAQ-EYELID", "questions")
    for word in ("days", "warm cloth", "two weeks", "cheek or mouth", "today"):
        assert word in told
    lid = {"eye_face": "eyelid_twitch"}
    assert decide({**lid, "run_days": 10}).urgency == Urgency.SELF_CARE
    long = decide({**lid, "run_days": 15})
    assert long.urgency == Urgency.ROUTINE
    assert "R-EYELID" in {reason.code for reason in long.reasons}
    assert decide({"eye_face": "other_face_or_forced_closure"}).urgency == Urgency.SOON
    assert decide({"eye_face": "droop_or_double_vision"}).urgency == Urgency.SAME_DAY


def test_the_feared_illness_is_answered_behind_a_fold():
    """FAQ-ALS."""
    told = said("FAQ-ALS")
    for word in ("alone", "weakness that gets worse", "fine tasks", "7 of 100"):
        assert word in told
    (fold,) = [b for b in article("questions").blocks if b.kind == "fold"]
    assert "FAQ-ALS" in fold.text
    assert all(c.sources for _, c in statements("FAQ-ALS"))


def test_twitching_that_disrupts_life():
    """CONCL-DISRUPT."""
    assert decide({"life_disrupted": True}).urgency == Urgency.SOON
    assert (
        "2 to 3 weeks" in said("CONCL-DISRUPT")
        or "2 to 3 weeks" in article("prevention").blocks[0].text
    )


def test_there_are_tests_and_treatments():
    """CONCL-TOOLS."""
    assert "treatments" in said("CONCL-TOOLS")
