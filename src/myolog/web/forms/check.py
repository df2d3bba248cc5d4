"""One screen of the check as typed, and shown again with what was answered.

What a screen asks and what a tick answers is decided in `myolog.triage`; this form only carries
codes of ticks and choices between the page and there.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.choices import choice_label
from myolog.content.problems import problem_in_words
from myolog.content.typed import days_typed, whole_typed, years_typed
from myolog.errors import InvalidAnswer, Unclear, UserError
from myolog.journal.doubt import names_part, unsure_whether
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, Input
from myolog.triage.conversation import Outcome
from myolog.triage.reply import Reply, doubted_parts
from myolog.triage.screens import Line, Screen, combine, doubt_about, is_doubted, is_ticked
from myolog.web.forms.typed import CodesField
from myolog.web.shown import Shown, now_says

RUN_CHOICES: Final = {3: "few_days", 7: "week", 14: "two_weeks", 21: "three_weeks", 45: "month"} | {
    120: "months",
    400: "year",
}
"""Days that each rough answer to "since when" is read as."""

LONGEST_REASON: Final = 1000

_READERS: Final = {"days": days_typed, "years": years_typed}
"""How a number with a unit is read; any other is a whole number."""


class AnswerField(forms.CharField):
    """The code of the answer chosen to a plain question; "not sure" is one."""

    def __init__(self, question: Input) -> None:
        self.question = question
        super().__init__(required=False)

    def clean(self, value: Any) -> Answer | None:
        """Return the answer, or None where none was chosen."""
        text = super().clean(value)
        if not text or text == NOT_SURE or text in self.question.doubts:
            return text or None
        try:
            return self.question.read(self._value(text))
        except InvalidAnswer as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong

    def _value(self, text: str) -> object:
        if self.question.kind == "bool":
            return {"True": True, "False": False}.get(text, text)
        if self.question.kind == "int":
            return int(text) if text.isascii() and text.isdigit() else text
        return text


class CountField(forms.CharField):
    """A number typed as the answer to a question."""

    def __init__(self, question: Input) -> None:
        self.question = question
        super().__init__(required=False)

    def clean(self, value: Any) -> int | None:
        """Return the number, or None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        question = self.question
        read = _READERS.get(question.unit, whole_typed)
        try:
            number = read(typed)
        except Unclear as unclear:
            raise forms.ValidationError(problem_in_words(unclear)) from unclear
        except UserError:
            number = -1
        if question.low <= number <= question.high:
            return number
        raise forms.ValidationError(
            load().text("page.check.whole_number", low=question.low, high=question.high)
        )


class ScreenForm(forms.Form):
    """One screen as posted, or as answered before.

    Parameters
    ----------
    posted : what was sent; None shows `known` instead
    known : answers that stand already, for showing
    """

    stop = forms.CharField(required=False)
    known_result = forms.CharField(required=False)

    def __init__(
        self,
        screen: Screen,
        posted: QueryDict | None = None,
        *,
        known: Mapping[str, Answer] | None = None,
    ) -> None:
        super().__init__(posted)
        self.screen = screen
        self.known: Mapping[str, Answer] = known or {}
        self._lacking: dict[str, str] = {}
        for name in screen.questions:
            self.fields[name] = AnswerField(INPUTS[name])
            if INPUTS[name].kind == "int":
                self.fields[f"{name}_typed"] = CountField(INPUTS[name])
        self.fields["asked"] = CodesField((*screen.questions, *(one.code for one in screen.lines)))
        if screen.lines:
            self._add_lines()
        for name in INPUTS:
            self.fields[f"reason:{name}"] = forms.CharField(required=False)

    def _add_lines(self) -> None:
        lines = self.screen.lines
        self.fields["tick"] = CodesField(line.code for line in lines)
        self.fields["choice"] = CodesField(code for line in lines for code in _codes_of(line))
        self.fields["doubt"] = CodesField(_code(one, *part) for one in lines for part in one.claims)
        for line in lines:
            self.fields[f"choice:{line.code}"] = CodesField(_codes_of(line))
            for name in _open_names(line):
                question = INPUTS[name]
                self.fields[f"{line.code}|{name}"] = (
                    CountField(question) if question.kind == "int" else CodesField(question.values)
                )

    @property
    def stops(self) -> bool:
        """Whether the person stops in the middle of the screen."""
        return bool(self._told["stop"])

    @property
    def result_known(self) -> str | None:
        """Id of the newest result when the page was made, "" for none; None where it told none."""
        return self.data.get("known_result")

    def overtaken(self, told: Mapping[str, Answer], now: Mapping[str, Answer]) -> str:
        """Return what another window has answered on this screen, where it is not what was sent.

        Parameters
        ----------
        told
            The answers that this screen leads to.
        now
            Those that hold.
        """
        sent = Shown({**dict(self.data.items()), **answer_fields(self.screen, told)})
        return sent.overtaken(answer_fields(self.screen, now), said_of_answer)

    def reply(self) -> Reply:
        """Return what was ticked, chosen and typed; what cannot be read is noted on the way."""
        if self.screen.questions:
            return Reply(values=self._plain(), asked=self._told["asked"])
        ticked = [line for line in self.screen.lines if line.code in self._told["tick"]]
        return Reply(
            ticks=[line.code for line in ticked],
            unsure=[line.code for line in ticked if _unsure(line) in self._chosen(line)],
            parts={line.code: self._picked(line) for line in ticked},
            asked=self._told["asked"],
        )

    def note(self, outcome: Outcome) -> None:
        """Say beside each line what it lacks, and beside each answer that it needs a reason."""
        words = load()
        for code, problem in outcome.problems.items():
            self._lacking[code] = words.template(f"page.check.{problem}")
        for name in outcome.reasons_needed:
            self._lacking[f"reason:{name}"] = words.template("derived.lower_reason")

    @property
    def problems(self) -> dict[str, str]:
        """Line, question or reason to what is wrong with it."""
        unread = {_where(name): str(found[0]) for name, found in self.errors.items()}
        return self._lacking | unread

    def reasons(self) -> dict[str, str]:
        """Return the reasons given for answering below what the journal suggests."""
        found = ((name, self._text(f"reason:{name}")) for name in INPUTS)
        return {name: text[:LONGEST_REASON] for name, text in found if text}

    def _picked(self, line: Line) -> dict[str, Answer]:
        picked: dict[str, Answer] = {}
        for name, value in line.choices:
            given: Answer | None = value
            if value is None:
                found = self._told.get(f"{line.code}|{name}")
                given = tuple(found) or None if isinstance(found, list) else found
            elif _code(line, name, value) not in self._chosen(line):
                continue
            if given is not None:
                picked = combine(picked, {name: given})
        for part in line.claims if _unsure(line) in self._chosen(line) else ():
            if _code(line, *part) in self._told["doubt"]:
                picked = combine(picked, doubt_about(*part))
        return picked

    def _plain(self) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for name in self.screen.questions:
            typed = None if self._is_passed_over(name) else self._told.get(f"{name}_typed")
            given = self._told.get(name) if typed is None else typed
            if given is not None:
                answers[name] = given
        return answers

    def _is_passed_over(self, name: str) -> bool:
        """Say whether a choice was made beside a number that the page had filled in itself."""
        filled_in = self._text(f"{name}_was")
        return bool(self._text(name)) and self._text(f"{name}_typed") == filled_in != ""

    def _chosen(self, line: Line) -> list[str]:
        return [*self._told["choice"], *self._told[f"choice:{line.code}"]]

    @property
    def _told(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    def _text(self, name: str) -> str:
        return str(self.data.get(name) or "").strip()

    # ---- showing

    def is_ticked(self, line: Line) -> bool:
        """Say whether the line is shown ticked."""
        return line.code in self._told["tick"] if self.is_bound else is_ticked(line, self.known)

    def is_chosen(self, line: Line, name: str, value: object) -> bool:
        """Say whether a part of a ticked line is shown chosen."""
        if self.is_bound:
            return _code(line, name, value) in self._chosen(line)
        return self.is_ticked(line) and self.known.get(name) == value

    def is_doubted(self, line: Line, name: str, value: str | bool) -> bool:
        """Say whether a part of a ticked line is shown as what the person is not sure about."""
        if self.is_bound:
            return _code(line, name, value) in self._told["doubt"]
        named = names_part(self.known.get(name)) or isinstance(value, bool)
        if not named or name in self._doubted_as_a_whole(line):
            return False
        return is_doubted(line, self.known, name, value)

    def is_shown_unsure(self, line: Line) -> bool:
        """Say whether "I am not sure" is shown chosen."""
        if self.is_bound:
            return _unsure(line) in self._chosen(line)
        return self.is_ticked(line) and bool(self._doubts(line))

    def _doubted_as_a_whole(self, line: Line) -> frozenset[str]:
        """Return the questions that a doubt about the line left open, without a word on which."""
        doubted = {name for name, _ in self._doubts(line)}
        whole = {name: self.screen.doubt(line, name) for name in line.in_doubt(named=False)}
        is_whole = all(self.known.get(name) == doubt for name, doubt in whole.items())
        if len(doubted) == 1 or not is_whole or doubted.difference(whole) & {*line.needs}:
            return frozenset()
        return frozenset(whole)

    def _doubts(self, line: Line) -> list[tuple[str, str | bool]]:
        return [part for part in line.claims if is_doubted(line, self.known, *part)]

    def shown(self, name: str) -> str:
        """Return what a plain question shows as answered."""
        if self.is_bound:
            return self._text(name)
        value = self.known.get(name)
        return "" if value is None else str(value)

    def doubts_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the parts of a plain question of which one is in doubt, once that is asked."""
        if name not in self._lacking or self.shown(name) != NOT_SURE:
            return ()
        parts = doubted_parts(name)
        return tuple(
            (unsure_whether(part), choice_label(load(), name, part, alone=True)) for part in parts
        )

    def typed(self, name: str) -> str:
        """Return what a number field shows."""
        if self.is_bound:
            return "" if self._is_passed_over(name.removesuffix("_typed")) else self._text(name)
        value = self.known.get(name.removesuffix("_typed").rpartition("|")[2])
        return str(value) if isinstance(value, int) else ""

    def listed(self, line: Line, name: str) -> tuple[str, ...]:
        """Return which names of a list are shown ticked."""
        if self.is_bound:
            return tuple(self._told[f"{line.code}|{name}"])
        value = self.known.get(name)
        return value if isinstance(value, tuple) else ()


def _code(line: Line, name: str, value: object) -> str:
    """Return the code that a part of a line is posted as."""
    return f"{line.code}|{name}|{value}"


def _unsure(line: Line) -> str:
    """Return the code that "I am not sure" is posted as."""
    return f"{line.code}|unsure"


def _codes_of(line: Line) -> list[str]:
    """Return every code that a line posts."""
    return [_code(line, name, value) for name, value in line.choices] + [_unsure(line)]


def _open_names(line: Line) -> list[str]:
    """Return the questions of a line that ask for a number or a list."""
    return [name for name, value in line.choices if value is None]


def _where(name: str) -> str:
    """Return where the problem of a field is said: beside its line or its question."""
    return "" if name == NON_FIELD_ERRORS else name.removesuffix("_typed").partition("|")[0]


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
