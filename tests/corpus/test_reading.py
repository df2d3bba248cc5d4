"""A reader sees what the page shows, and what a reader says is what the check takes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.content.about import speaking_about
from myolog.store.selectors import the_person
from myolog.store.services import access
from myolog.store.services.people import set_country, set_zone
from myolog.triage.check import EMERGENCY, SCREENS, SIX, STORY
from myolog.triage.reply import Reply
from myolog.triage.screens import Screen
from tests.corpus.proof import proof as proof_of
from tests.corpus.proof import rewritten, told
from tests.corpus.reading import main
from tests.corpus.said import WHOSE, Unreadable, by_code, changed, codes_of, reply_to
from tests.corpus.shown import coded, items, shown
from tests.corpus.stories import Figures, is_dangerous, stories
from tests.corpus.walk import OPEN, walk

EVERY = frozenset(code for screen in (WHOSE, *SCREENS) for code in codes_of(screen))


def ticked(screen: Screen, code: str, *parts: str) -> str:
    """Return what a reader writes for a line and its parts, wherever they stand today."""
    [(number, item)] = [(n, one) for n, one in items(screen).items() if one.code == code]
    letters = [
        item.letter(name + equals) + (f"={value}" if value.isdigit() else "")
        if (name + equals) in item.letters.values()
        else item.letter(part)
        for part in parts
        for name, equals, value in [part.partition("=")]
    ]
    return f"{number}: {', '.join(letters)}" if letters else number


# ---- what a reader sees


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answered_by", "age"), [("self", None), ("parent", 6), ("carer", 71)], ids=str
)
def test_a_reader_sees_every_word_of_the_page(answered_by: str, age: int | None) -> None:
    set_zone(person=the_person(), zone="Europe/Vienna", by="test")
    set_country(person=the_person(), country="AT", by="test")
    client = Client(headers={"host": "localhost"})
    token = access.new_launch_token(person=the_person(), now=datetime.now(UTC))
    client.get(f"/open/{token}/")
    if age is not None:
        sent = {"answered_by": answered_by, "age_years": str(age), "then": "check"}
        about = BeautifulSoup(client.get("/check/about/").content, "html.parser")
        hidden = {one["name"]: one.get("value", "") for one in about.select("#f [type=hidden]")}
        assert client.post("/check/about/", hidden | sent).status_code == 302
    replies = by_code([] if age is None else [f"answered_by={answered_by}", f"their_age={age}"])
    answered: set[str] = set(WHOSE.questions)
    while (found := walk(replies, answered=answered, waits=True)).waiting is not None:
        screen = found.waiting
        at = "/check/" if screen.urgent else f"/check/{screen.code}/"
        page = BeautifulSoup(client.get(at).content, "html.parser")
        form = page.find("form", id="f")
        assert form is not None, screen.code
        with speaking_about(found.subject):
            seen = " ".join(shown(screen).split()).lower()
        said = [page.h1, *form.find_all(["legend", "h2", "p", "small", "label"])]
        for text in (" ".join(piece.split()) for one in said for piece in one.stripped_strings):
            assert text.lower() in seen or text.startswith("Or the number"), (screen.code, text)
        assert {one["value"] for one in form.select("[name=tick]")} == {
            line.code for line in screen.lines
        }
        post = "/emergency/check/" if screen.urgent else at
        assert client.post(post, {}).status_code == 302
        answered |= set(codes_of(screen))
    assert page.find("button", string=lambda text: "See what to do" in (text or "")) is not None


# ---- what a reader says


def test_numbers_and_letters_become_the_codes_of_what_stands_there() -> None:
    rapid = ticked(EMERGENCY, "fast", "weakness=rapid")
    assert coded(EMERGENCY, rapid) == "fast: weakness=rapid"
    assert coded(EMERGENCY, f"{rapid}?") == "fast: weakness=rapid?"
    assert coded(EMERGENCY, ticked(EMERGENCY, "fit") + "?") == "fit?"
    child = ticked(EMERGENCY, "child", "weakness=functional", "age_years=7")
    assert coded(EMERGENCY, child) == "child: weakness=functional, age_years=7"
    assert coded(STORY, "1: 42") == "age_years=42"
    assert coded(STORY, "2: b") == "run_days=7"
    assert coded(STORY, "2: 16") == "run_days=16"
    assert coded(STORY, "3: ?") == "site_scope=?"
    assert coded(SIX, "-" + ticked(SIX, "weakness")) == "-weakness"


@pytest.mark.parametrize("text", ["77", "3: z", "x", "1: a, z"])
def test_what_does_not_stand_there_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        coded(EMERGENCY, text)


def test_codes_say_to_the_check_what_a_tick_on_the_page_says() -> None:
    told_there = by_code(["fast?: weakness=rapid?", "fit: seizure_or_confusion", "medicine?"])
    given, lost = reply_to(EMERGENCY, told_there)
    assert given == Reply(
        ticks=["fast", "fit", "medicine"],
        unsure=["fast", "medicine"],
        parts={
            "fast": {"weakness": "not_sure:rapid"},
            "fit": {"seizure_or_confusion": True},
            "medicine": {},
        },
    )
    assert lost == []


def test_a_reply_that_no_screen_takes_any_more_is_told() -> None:
    kept = by_code(["fast: weakness=slow", "gone: a=b", "age_years=30"])
    found = walk(kept, answered=EVERY)
    assert found.not_taken == ["gone: a=b", "fast: weakness=slow"]


def test_what_is_asked_without_a_kept_reply_counts_as_not_told_and_is_listed() -> None:
    kept = by_code(["age_years=30", "run_days=4", "site_scope=single", "trend=stable"])
    found = walk(kept, answered=EVERY - {"measures_tried", "kidney"})
    assert found.unanswered == ["measures_tried", "kidney"]
    assert found.level == "SELF_CARE"


def test_an_open_check_has_no_level_and_is_neither_right_nor_dangerous() -> None:
    assert walk({}, answered=EVERY).level == OPEN
    assert not is_dangerous(stories()["s001"], OPEN)


def test_an_order_of_screens_is_of_no_matter_to_what_was_kept() -> None:
    """Replies go by code: the same ones fit whichever screen a line stands on."""
    assert len(EVERY) == sum(len(codes_of(screen)) for screen in (WHOSE, *SCREENS))


def test_another_reply_takes_the_place_of_the_first_or_takes_it_back() -> None:
    kept = by_code(["weakness: weakness=functional", "heart"])
    otherwise = changed(kept, ["weakness: weakness=felt_only", "-heart"])
    assert [one.text for one in otherwise.values()] == ["weakness: weakness=felt_only"]
    assert kept["weakness"].parts == ("weakness=functional",)


def test_readers_of_other_halves_agree_only_about_stories_that_two_of_them_answered() -> None:
    levels = {
        "one": {"s001": "SOON", "s002": "SOON"},
        "two": {"s001": "SOON", "s002": "URGENT"},
        "three": {"s003": "SOON"},
        "four": {"s003": "SOON", "s004": "SOON"},
    }
    found = Figures(stories(), levels)
    assert (found.n_twice, found.differ) == (3, ["s002"])
    assert round(found.agreement, 4) == 0.6667


# ---- the command


def test_two_readers_answer_and_what_they_said_is_kept_and_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twelve days are watched at home, sixteen are not; dark thoughts end the check at once."""
    [calm] = [one for one in stories().values() if one.why == "twelve days, one place"]
    [dark] = [one for one in stories().values() if one.why.startswith("sometimes wishes not")]
    for reader in ("one", "two"):
        replies = {
            calm.id: {
                "about": [],
                "emergency": [],
                "story": ["1: 29", "2: 12", "3: a", "4: b", "5: a"],
                **{code: [] for code in ("six", "body", "health", "life")},
                "hesitated": [{"screen": "story", "other": "2: 16", "why": "counted again"}],
            },
            dark.id: {
                "about": [],
                "emergency": [ticked(EMERGENCY, "dark_thoughts", "mood=passive_thoughts")],
                "hesitated": [
                    {
                        "other": {"emergency": ["-" + ticked(EMERGENCY, "dark_thoughts")]},
                        "why": "only a mood",
                    }
                ],
            },
        }
        assert _reply(reader, replies, tmp_path) == 0
        assert "reply with" in capsys.readouterr().out
        rest = {
            "other 1": {"story": ["1: 45", "2: 35", "3: b", "4: b", "5: a"]}
            | {code: [] for code in ("six", "body", "health")}
            | {"life": [ticked(SCREENS[-1], "mood")]}
        }
        assert _reply(reader, {dark.id: rest}, tmp_path) == 0
        assert main([reader, "keep"], tmp_path, tmp_path) == 0
    out = capsys.readouterr().out
    assert "SELF_CARE" not in out
    assert "SAME_DAY" not in out
    every = proof_of(tmp_path)
    assert {(way.reader, way.story, way.level, way.why) for way in every.ways} == {
        (reader, *said)
        for reader in ("one", "two")
        for said in (
            (calm.id, "SELF_CARE", ""),
            (calm.id, "ROUTINE", "counted again"),
            (dark.id, "SAME_DAY", ""),
            (dark.id, "ROUTINE", "only a mood"),
        )
    }
    found = every.figures
    assert (found.agreement, found.exact, found.near) == (1, 1, 1)
    assert found.changed == sorted([calm.id, dark.id])
    assert (found.dangerous, found.dangerous_flips, found.too_high) == ([], [dark.id], [])
    assert any("only a mood" in line for line in told(every))


def _reply(reader: str, replies: object, room: Path) -> int:
    file = room / "replies.json"
    file.write_text(json.dumps(replies))
    return main([reader, "reply", str(file)], room)


def test_a_reply_that_lacks_a_part_is_not_taken_and_the_screen_waits_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        _reply(
            "one",
            {"s001": {"about": [], "emergency": [], "story": [], "six": [ticked(SIX, "weakness")]}},
            tmp_path,
        )
        == 1
    )
    assert "Choose which part fits best" in capsys.readouterr().out
    main(["one", "show", "s001"], tmp_path)
    assert "SCREEN six" in capsys.readouterr().out


def test_levels_are_written_anew_in_the_order_of_the_file() -> None:
    text = 'story = "s001"\nlevel = "SOON"\nwhy = "x"\nlevel = "ROUTINE"\n'
    assert rewritten(text, ["URGENT", "SOON"]) == text.replace("SOON", "URGENT").replace(
        "ROUTINE", "SOON"
    )


def test_what_an_earlier_screen_told_stands_ticked_on_a_later_one_and_stays() -> None:
    texts = [
        "heart_or_fluid: heart=palpitations",
        "age_years=46",
        "run_days=10",
        "site_scope=single",
    ]
    replies = by_code([*texts, "trend=stable", "measures_tried=no"])
    body = frozenset(codes_of(next(one for one in SCREENS if one.code == "body")))
    waits = walk(replies, answered=EVERY - body, waits=True)
    assert (waits.waiting.code if waits.waiting else "", waits.ticked) == ("body", ["heart"])
    assert walk(replies, answered=EVERY).level == "ROUTINE"
