"""Reading one screen of the check, and showing again what was answered.

What a screen asks and what a tick answers is decided in `myolog.triage`; this module only carries
ticks and choices between the page and there.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.choices import choice_label
from myolog.content.problems import problem_in_words
from myolog.content.typed import days_typed, whole_typed
from myolog.errors import InvalidAnswer, Unclear, UserError
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, Input
from myolog.triage.conversation import Reply, Turn, is_ticked
from myolog.triage.screens import Line, Screen, combine
from myolog.web.shown import now_says

RUN_CHOICES: Final = {3: "few_days", 7: "week", 14: "two_weeks", 21: "three_weeks", 45: "month"} | {
    120: "months",
    400: "year",
}
"""Days that each rough answer to "since when" is read as."""


@dataclass(slots=True, kw_only=True)
class ScreenForm:
    """One screen as posted, or as answered before.

    Attributes
    ----------
    data : what was posted; None shows `known` instead
    known : answers that stand already, for showing
    problems : line or question to what is wrong with it
    """

    screen: Screen
    data: QueryDict | None = None
    known: Mapping[str, Answer] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def reply(self) -> Reply:
        """Return what was ticked, chosen and typed; what cannot be read is noted on the way."""
        if self.screen.questions:
            return Reply(values=self._plain(self.screen.questions))
        ticked = [line for line in self.screen.lines if line.code in self._list("tick")]
        return Reply(
            ticks=[line.code for line in ticked],
            unsure=[line.code for line in ticked if self._is_unsure(line)],
            parts={line.code: self._picked(line) for line in ticked},
        )

    def note(self, turn: Turn) -> None:
        """Say beside each line what it lacks, and beside each answer that it needs a reason."""
        for line, problem in turn.problems.items():
            self.problems.setdefault(line, load().template(f"page.check.{problem}"))
        for name in turn.reasons_needed:
            self.problems[f"reason:{name}"] = load().template("derived.lower_reason")

    def _picked(self, line: Line) -> dict[str, Answer]:
        picked: dict[str, Answer] = {}
        for name, value in line.choices:
            if value is None:
                given = self._open(line, INPUTS[name])
            elif f"{line.code}|{name}|{value}" in self._chosen(line):
                given = value
            else:
                continue
            if given is not None:
                picked = combine(picked, {name: given})
        return picked

    def _open(self, line: Line, question: Input) -> Answer | None:
        name = f"{line.code}|{question.name}"
        if question.kind == "inputs":
            return tuple(one for one in question.values if one in self._list(name)) or None
        return self._whole(name, question, line.code)

    def _plain(self, names: tuple[str, ...]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for name in names:
            question, text = INPUTS[name], self._text(name)
            typed = None
            if question.kind == "int" and not self._is_passed_over(name):
                typed = self._whole(f"{name}_typed", question, name)
            if typed is not None:
                answers[name] = typed
            elif text == NOT_SURE:
                answers[name] = NOT_SURE
            elif text:
                try:
                    answers[name] = question.read(_read(question, text))
                except InvalidAnswer as wrong:
                    self.problems[name] = problem_in_words(wrong)
        return answers

    def _is_passed_over(self, name: str) -> bool:
        """Say whether a choice was made beside a number that the page had filled in itself."""
        filled_in = self._text(f"{name}_was")
        return bool(self._text(name)) and self._text(f"{name}_typed") == filled_in != ""

    def _whole(self, field_name: str, question: Input, where: str) -> int | None:
        text = self._text(field_name)
        if not text:
            return None
        read = days_typed if question.unit == "days" else whole_typed
        try:
            number = read(text)
        except Unclear as unclear:
            self.problems[where] = problem_in_words(unclear)
            return None
        except UserError:
            number = -1
        if question.low <= number <= question.high:
            return number
        self.problems[where] = load().text(
            "page.check.whole_number", low=question.low, high=question.high
        )
        return None

    def reasons(self) -> dict[str, str]:
        """Return the reasons given for answering below what the journal suggests."""
        found = ((name, self._text(f"reason:{name}")) for name in INPUTS)
        return {name: text[:1000] for name, text in found if text}

    def _chosen(self, line: Line) -> list[str]:
        return self._list("choice") + self._list(f"choice:{line.code}")

    def _is_unsure(self, line: Line) -> bool:
        return f"{line.code}|unsure" in self._chosen(line)

    def _text(self, name: str) -> str:
        return (self.data.get(name) or "").strip() if self.data is not None else ""

    def _list(self, name: str) -> list[str]:
        return [str(one) for one in self.data.getlist(name)] if self.data is not None else []

    # ---- showing

    def is_ticked(self, line: Line) -> bool:
        """Say whether the line is shown ticked."""
        if self.data is not None:
            return line.code in self._list("tick")
        return is_ticked(line, self.known)

    def is_chosen(self, line: Line, name: str, value: object) -> bool:
        """Say whether a part of a ticked line is shown chosen."""
        if self.data is not None:
            return f"{line.code}|{name}|{value}" in self._chosen(line)
        return self.is_ticked(line) and self.known.get(name) == value

    def is_shown_unsure(self, line: Line) -> bool:
        """Say whether "I am not sure" is shown chosen."""
        if self.data is not None:
            return self._is_unsure(line)
        return self.is_ticked(line) and any(
            self.known.get(name) == NOT_SURE for name in (line.needs or line.inputs)
        )

    def shown(self, name: str) -> str:
        """Return what a plain question shows as answered."""
        if self.data is not None:
            return self._text(name)
        value = self.known.get(name)
        return "" if value is None else str(value)

    def typed(self, name: str) -> str:
        """Return what a number field shows."""
        if self.data is not None:
            return "" if self._is_passed_over(name.removesuffix("_typed")) else self._text(name)
        value = self.known.get(name.removesuffix("_typed").rpartition("|")[2])
        return str(value) if isinstance(value, int) else ""

    def listed(self, line: Line, name: str) -> tuple[str, ...]:
        """Return which names of a list are shown ticked."""
        if self.data is not None:
            return tuple(self._list(f"{line.code}|{name}"))
        value = self.known.get(name)
        return value if isinstance(value, tuple) else ()


def _read(question: Input, text: str) -> object:
    if question.kind == "bool":
        return {"True": True, "False": False}.get(text, text)
    if question.kind == "int":
        return int(text) if text.isascii() and text.isdigit() else text
    return text


_ANSWER: Final = "answer:"


def answer_fields(screen: Screen, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return what is answered to the questions of a screen, each as the text of a field."""
    asked = (*screen.questions, *(name for line in screen.lines for name in line.inputs))
    return {f"{_ANSWER}{name}": json.dumps(answers[name]) for name in asked if name in answers}


def said_of_answer(name: str, text: str) -> str:
    """Return what is answered to a question by now, in words."""
    words, asked = load(), name.removeprefix(_ANSWER)
    value = json.loads(text) if text else ""
    if isinstance(value, list):
        told = ", ".join(words.text(f"input.{one}.report") for one in value)
    else:
        told = choice_label(words, asked, value) if text else ""
    return now_says(words.text(f"input.{asked}.question"), told)
