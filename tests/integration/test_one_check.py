"""One check, however it is done: page, terminal, answers file and program give the same.

Invented people, drawn from a seed, answer the whole check in the page and at the real prompts of
the terminal. Both show the same screens, stop at the same one and keep the same answers; the
same answers in a file and from a program give the same result. For some of them a parent or a
carer answers: then everything speaks of that person, and their age decides what is asked.
"""

import html
import io
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.cli.main import main
from myolog.content.about import speaking_about
from myolog.content.catalogue import Catalogue, load
from myolog.content.choices import choice_label
from myolog.journal.entries import Entry
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import Subject
from myolog.store.models import Person
from myolog.store.selectors import journal_of, latest_assessment, the_person, today_in
from myolog.store.services import access
from myolog.store.services.entries import put
from myolog.store.services.people import set_country, set_zone
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.check import SCREENS
from myolog.triage.fitting import fitted
from myolog.triage.screens import Line, Screen
from myolog.wording.result import deciding, reasons_in_words
from tests import factories as make

pytestmark = pytest.mark.django_db

PEOPLE = 300 if os.environ.get("MYOLOG_SOAK") else 60
GROUPS = 6
ZONE = "Europe/Vienna"
FACTS = {
    "lithium": ("yes", "no"),
    "pregnant": ("yes", "no"),
    "cancer_history": ("yes", "no"),
    "family_nm": ("yes", "no", NOT_SURE),
    "neck_surgery_recent": ("yes", "no"),
    "sex": ("man", "woman"),
}
REASON = "It was a sprain."


@dataclass(frozen=True)
class Somebody:
    """An invented person: what is noted already, and what they will answer to each line."""

    number: int
    ticks: Mapping[str, frozenset[str]]
    unsure: frozenset[str]
    doubts: Mapping[str, tuple[str, str | bool]]
    parts: Mapping[str, tuple[tuple[str, object], ...]]
    ages: Mapping[str, str]
    values: Mapping[str, str]
    facts: Mapping[str, str]
    age: int
    failing: bool
    stops_at: str | None
    answered_by: str

    @property
    def subject(self) -> Subject:
        """Whose check it is, and who answers."""
        pregnant = self.facts.get("pregnant") == "yes"
        return Subject(
            answered_by=self.answered_by or "self",
            age_years=self.age,
            told=self.answered_by != "",
            is_man=self.facts.get("sex") == "man" and not pregnant,
        )

    @property
    def words(self) -> Catalogue:
        """The words that they read."""
        with speaking_about(self.subject):
            return load()

    @property
    def screens(self) -> tuple[Screen, ...]:
        """What they can be asked."""
        return tuple(fitted(screen, self.subject) for screen in SCREENS)

    def notes(self, today: date) -> list[Entry]:
        """Return what stands in the journal before the check."""
        told: list[Entry] = [
            make.fact(code, value, day=today) for code, value in self.facts.items()
        ]
        told.append(make.fact("age_years", self.age, day=today))
        if self.answered_by:
            told.append(make.fact("answered_by", self.answered_by, day=today))
        if self.failing:
            for ago, answer in ((9, "fine"), (1, "cannot")):
                told.append(make.tasks(day=today - timedelta(days=ago), answers={"grip": answer}))
        return told


def somebody(number: int) -> Somebody:
    """Draw a person; the number is the seed."""
    draw = random.Random(number)
    ticks: dict[str, frozenset[str]] = {}
    parts: dict[str, tuple[tuple[str, object], ...]] = {}
    unsure: set[str] = set()
    doubts: dict[str, tuple[str, str | bool]] = {}
    for screen in SCREENS:
        often = 0.02 if screen.urgent else 0.12
        ticked = [line for line in screen.lines if draw.random() < often]
        ticks[screen.code] = frozenset(line.code for line in ticked)
        for line in ticked:
            key = f"{screen.code}/{line.code}"
            listed = [(name, value) for name, value in line.choices if value is not None]
            if draw.random() < 0.25:
                unsure.add(key)
                if len(line.claims) > 1 and not line.own_doubt and draw.random() < 0.6:
                    doubts[key] = draw.choice(line.claims)
            elif listed:
                parts[key] = (draw.choice(listed),)
    stops_at = draw.choice([one.code for one in SCREENS[1:]]) if draw.random() < 0.1 else None
    answered_by = draw.choice(["", "", "self", "parent", "parent", "carer"])
    age = draw.randrange(0, 18) if answered_by == "parent" else draw.randrange(18, 90)
    failing = draw.random() < 0.2
    if failing and not answered_by:  # a journal of this adult takes no child's age
        ticks[SCREENS[0].code] -= {"child"}
    return Somebody(
        number=number,
        ticks=ticks,
        unsure=frozenset(unsure),
        doubts=doubts,
        parts=parts,
        ages={"child": str(draw.randrange(3, 15))},
        values={
            "age_years": str(age),
            "run_days": draw.choice(["3", "20", "90", NOT_SURE]),
            "site_scope": draw.choice(["single", "multi_site", "spread", NOT_SURE]),
            "trend": draw.choice(["improving", "stable", "worsening"]),
            "measures_tried": draw.choice(["no", "yes"]),
        },
        facts={code: draw.choice(values) for code, values in FACTS.items() if draw.random() < 0.3},
        age=age,
        failing=failing,
        stops_at=stops_at,
        answered_by=answered_by,
    )


@dataclass
class Done:
    """What came of a check in one shell."""

    screens: list[str] = field(default_factory=list)
    answers: Mapping[str, object] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    result: Mapping[str, object] = field(default_factory=dict)
    said: str = ""
    why: list[str] = field(default_factory=list)
    help_only: bool = False


def anew(who: Somebody) -> Person:
    """Give the data folder a person with these notes and nothing else."""
    Person.objects.all().delete()
    person = the_person()
    set_zone(person=person, zone=ZONE, by="test")
    set_country(person=person, country="AT", by="test")
    person = the_person()
    now = datetime.now(UTC)
    put(who.notes(today_in(person, now)), person=person, by="test", action="import", now=now)
    return person


def kept(person: Person, who: Somebody, done: Done) -> Done:
    """Add what the store holds after the check."""
    standing = latest_assessment(person, now=datetime.now(UTC))
    if standing is not None:
        done.result = standing.assessment.as_dict()
        done.help_only = standing.assessment.help_only
        told = journal_of(person).of(TriageAnswers)[-1]
        done.answers, done.reasons = dict(told.answers), dict(told.reasons)
        first, _ = deciding(standing.assessment)
        with speaking_about(who.subject):
            done.why = [one.reason for one in reasons_in_words(first, {})]
    return done


# ---- in the page
def in_the_page(who: Somebody) -> Done:
    """Answer as a browser without script does."""
    person = anew(who)
    client = Client(headers={"host": "localhost"})
    client.get(f"/open/{access.new_launch_token(person=person, now=datetime.now(UTC))}/")
    done, address = Done(), "/check/"
    while address.startswith("/check/"):
        screen = _screen_of(who, client.get(address).content.decode())
        done.screens.append(screen.code)
        action = "/emergency/check/" if screen.urgent else f"/check/{screen.code}/"
        if screen.code == who.stops_at:
            answer = client.post(action, {"stop": "1"})
        else:
            form = _form(who, screen)
            answer = client.post(action, form)
            which = re.findall(r'name="asked" value="([a-z_]+)"', answer.content.decode())
            if which:  # nobody can say which part is in doubt
                form |= {"asked": which}
                answer = client.post(action, form)
            if answer.status_code == 400:
                asked = re.findall(r'name="(reason:[a-z_]+)"', answer.content.decode())
                assert asked, BeautifulSoup(answer.content, "html.parser").main
                answer = client.post(action, form | dict.fromkeys(asked, REASON))
        assert answer.status_code == 302, (who.number, screen.code)
        address = answer.headers["location"]
    page = BeautifulSoup(client.get("/result/").content, "html.parser")
    done.said = " ".join(page.main.get_text(" ").split()) if page.main else ""
    return kept(person, who, done)


def _screen_of(who: Somebody, page: str) -> Screen:
    [heading] = re.findall("<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    title = html.unescape(heading).strip()
    words = who.words
    return next(one for one in who.screens if words.template(f"screen.{one.code}.title") == title)


def _form(who: Somebody, screen: Screen) -> dict[str, Any]:
    if screen.questions:
        typed = {"age_years_typed": who.values["age_years"]}
        run = who.values["run_days"]
        typed |= {"run_days": NOT_SURE} if run == NOT_SURE else {"run_days_typed": run}
        return typed | {
            name: value
            for name, value in who.values.items()
            if name not in {"age_years", "run_days"}
        }
    ticks = {line.code for line in screen.lines} & who.ticks[screen.code]
    form: dict[str, Any] = {"tick": sorted(ticks), "choice": [], "doubt": []}
    for line in screen.lines:
        key = f"{screen.code}/{line.code}"
        chosen = [f"{line.code}|{name}|{value}" for name, value in who.parts.get(key, ())]
        if key in who.unsure:
            chosen.append(f"{line.code}|unsure")
        if key in who.doubts:
            form["doubt"].append("|".join((line.code, *map(str, who.doubts[key]))))
        form["choice"] += chosen
        if ("age_years", None) in line.choices and line.code in who.ticks[screen.code]:
            form[f"{line.code}|age_years"] = who.ages[line.code]
        if ("explained_unchanged", None) in line.choices and line.code in who.ticks[screen.code]:
            form[f"{line.code}|explained_unchanged"] = ["wasting"]
    return form


# ---- at the terminal
class AtTheTerminal(io.TextIOBase):
    """A person who reads what the terminal shows and types the answer to the last prompt."""

    def __init__(self, who: Somebody, shown: io.StringIO) -> None:
        self.who, self.shown, self.read = who, shown, 0
        self.screens: list[str] = []
        self.line: Line | None = None

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError

    def readline(self, _size: int | None = -1, /) -> str:
        whole = self.shown.getvalue()
        new, self.read = whole[self.read :], len(whole)
        asked = " ".join(re.sub(r"\x1b\[[0-9;]*m", "", new).split())
        for number in re.findall(r"(\d)/6 ", asked):
            self.screens.append(SCREENS[int(number) - 1].code)
        screen = next(one for one in self.who.screens if one.code == self.screens[-1])
        if screen.code == self.who.stops_at:
            return ""
        typed = self._typed(screen, asked)
        self.shown.write(f"{typed}\n")
        return f"{typed}\n"

    def _typed(self, screen: Screen, asked: str) -> str:
        who, words = self.who, self.who.words
        if asked.endswith("[Y/n]:"):
            return "n"
        if words.text("derived.lower_reason").split(".")[0] in asked:
            return REASON
        if screen.questions:
            return self._plain(screen, asked)
        if "2? if not sure" in asked:
            self.line = None
            return " ".join(
                f"{number}{'?' * (f'{screen.code}/{line.code}' in who.unsure)}"
                for number, line in enumerate(screen.lines, start=1)
                if line.code in who.ticks[screen.code]
            )
        if words.text("input.explained_unchanged.question") in asked:
            return str(INPUTS["explained_unchanged"].values.index("wasting") + 1)
        line = next(
            (
                one
                for one in screen.lines
                if " ".join(words.text(f"line.{one.code}.label").split()) in asked
                and one.code in who.ticks[screen.code]
            ),
            self.line,
        )
        assert line is not None, asked
        self.line = line
        if words.text("input.age_years.question") in asked.rsplit("Numbers that fit:", 1)[-1]:
            return who.ages[line.code]
        if words.text("answer.which_unsure") in asked:
            doubted = who.doubts.get(f"{screen.code}/{line.code}")
            return str(line.claims.index(doubted) + 1) if doubted else ""
        listed = [(name, value) for name, value in line.choices if value is not None]
        picked = who.parts.get(f"{screen.code}/{line.code}", ())
        return " ".join(str(listed.index(one) + 1) for one in picked)

    def _plain(self, screen: Screen, asked: str) -> str:
        words = self.who.words
        name = max(
            screen.questions,
            key=lambda one: asked.rfind(" ".join(words.text(f"input.{one}.question").split())),
        )
        value = self.who.values[name]
        if value == NOT_SURE:
            return "?"
        question = INPUTS[name]
        if question.kind == "int":
            return value
        labels = [choice_label(words, name, one) for one in question.answers]
        return str(labels.index(choice_label(words, name, value)) + 1)


@pytest.fixture
def at_the_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[Somebody], Done]:
    """Give a function with which a person answers at the prompts."""

    def answer(who: Somebody) -> Done:
        person = anew(who)
        shown = io.StringIO()
        typing = AtTheTerminal(who, shown)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", typing)
            patch.setattr(sys, "stdout", shown)
            patch.setenv("COLUMNS", "100")
            with pytest.raises(SystemExit) as ended:
                main(["check"])
        assert not ended.value.code, shown.getvalue()[-600:]
        said = " ".join(shown.getvalue().split())
        return kept(person, who, Done(screens=typing.screens, said=said))

    return answer


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in the person's own zone, so that the terminal asks nothing about it."""
    monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: ZONE)
    return


def in_a_file(who: Somebody, page: Done, file: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Give the answers of the page to the command as a file, and return what it printed."""
    anew(who)
    file.write_text(json.dumps(page.answers))
    with pytest.raises(SystemExit):
        main(["check", "--answers", str(file), "--json"])
    return json.loads(capsys.readouterr().out)


def in_a_program(who: Somebody, page: Done) -> Any:
    """Send the answers of the page to the API, and return what it answered."""
    person, now = anew(who), datetime.now(UTC)
    token = access.create_api_token(person=person, name="test", by="test", now=now)
    body = {"answers": page.answers, "reasons": page.reasons}
    program = Client(headers={"host": "localhost", "authorization": f"Bearer {token}"})
    answer = program.post("/api/v1/assessment", body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return answer.json()


@pytest.mark.parametrize("group", range(GROUPS))
@pytest.mark.usefixtures("at_home")
def test_four_ways_to_check_ask_keep_and_say_the_same(
    group: int,
    at_the_terminal: Callable[[Somebody], Done],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended_early = 0
    for number in range(group, PEOPLE, GROUPS):
        who = somebody(number)
        page, terminal = in_the_page(who), at_the_terminal(who)
        assert page.screens == terminal.screens, number
        assert page.answers == terminal.answers, number
        assert page.result == terminal.result, number
        assert page.why == terminal.why, number
        for sentence in _sentences(who, page):
            assert sentence in page.said, (number, sentence)
            assert sentence in terminal.said, (number, sentence)
        for other in (in_a_file(who, page, tmp_path / "a.json", capsys), in_a_program(who, page)):
            assert {key: other[key] for key in page.result} == page.result, number
        ended_early += page.screens[-1] != SCREENS[-1].code
    assert 0 < ended_early < PEOPLE // GROUPS


def _sentences(who: Somebody, done: Done) -> list[str]:
    """Return what both shells must say; of thoughts of suicide only the help, and no reason."""
    level = done.result["urgency"] or "INCOMPLETE"
    if done.help_only:
        return [who.words.text("result.help_only.title"), who.words.text("emergency.crisis_text")]
    return [
        who.words.text(f"urgency.{level}.title"),
        who.words.text("result.not_mean"),
        *done.why,
    ]
