"""The questions of the check, typed: names, allowed answers, order and defaults.

Decides what may be answered to what, and nothing about what an answer means.
``not sure``, about a whole question or a part of it, and a line ticked without a part
(`myolog.journal.doubt`) are answers of their own that only `myolog.triage.assess` takes.
Source: the guide, section 3b; what is added to it, and why: decision 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

from myolog.errors import InvalidAnswer
from myolog.frozen import FrozenDict
from myolog.journal.doubt import NOT_SURE, is_open, part_in_doubt, unsure_up_to, unsure_whether
from myolog.journal.plain import plain

__all__ = ["INPUTS", "NOT_SURE", "Answer", "Input", "checked", "input_named", "is_below"]

Answer = str | bool | int | tuple[str, ...]
"""One answer: a listed word, yes or no, a whole number, or names of inputs."""

_TICK: Final = re.compile("ticked:[a-z_]{1,40}(:[a-z_]+)?")
"""A line of the check that was ticked without a part, and the gravest of its parts."""

Kind = Literal["ordered", "bool", "int", "inputs"]
Origin = Literal["asked", "journal", "profile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One question of the check.

    Parameters
    ----------
    name
        The key, as in answers, rules and words.
    kind
        ``ordered`` (one of `values`), ``bool``, ``int`` (`low` to `high`), or
        ``inputs`` (a list of names of other inputs).
    values
        For ``ordered``: the answers from least to most concerning.
        For ``inputs``: the names that may be listed.
    default
        What `decide` reads when nothing is answered.
    low, high
        For ``int``: the least and the greatest number, inclusive.
    unit
        For ``int``: what is counted.
    origin
        Where an answer can come from: the person, the journal, the profile.
    explained_up_to
        The most concerning answer that an earlier examination can explain
        away; None where none can.
    mitigating
        Whether the answer can only lower urgency.
    added
        Whether Myolog asks it beyond the guide: a check that never asked it is complete without.
    from_age
        Years of age from which it can be true; a younger child is not asked.
    """

    name: str
    kind: Kind
    default: Answer
    values: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    unit: str = ""
    origin: tuple[Origin, ...] = ("asked",)
    explained_up_to: str | bool | None = None
    mitigating: bool = False
    added: bool = False
    from_age: int = 0

    @property
    def answers(self) -> tuple[str | bool, ...]:
        """Every answer that can be listed, from least to most concerning."""
        if self.kind == "ordered":
            return self.values
        return (False, True) if self.kind == "bool" else ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """Every way to be not sure: about the question, and about each part above its first."""
        parts = self.values[1:] if self.kind == "ordered" else ()
        return (NOT_SURE, *map(unsure_whether, parts), *map(unsure_up_to, parts))

    def leaves_open(self, value: str) -> bool:
        """Say whether `value` is a doubt about the question, or a tick that told no part of it."""
        part = part_in_doubt(value)
        return value in self.doubts or bool(_TICK.fullmatch(value) and part in ("", *self.values))

    def rank(self, value: Answer) -> int:
        """Return the place of `value` in the order; more is more concerning.

        Parameters
        ----------
        value
            A valid answer. A list of inputs ranks by its length.
        """
        if isinstance(value, str):
            return self.values.index(value)
        return len(value) if isinstance(value, tuple) else int(value)

    def read(self, value: object) -> Answer:
        """Return `value` as an answer to this question.

        Raises
        ------
        InvalidAnswer
            `value` is not one of the answers.
        """
        if self.kind == "ordered" and isinstance(value, str) and value in self.values:
            return value
        if self.kind == "bool" and isinstance(value, bool):
            return value
        if self.kind == "int" and isinstance(value, int) and not isinstance(value, bool):
            if self.low <= value <= self.high:
                return value
        elif self.kind == "inputs" and isinstance(value, list | tuple | set | frozenset):
            return self._read_names(value)
        if self.kind == "int":
            raise InvalidAnswer(
                "{question}: {value} is not an answer. Give a whole number from {low} to {high}.",
                question=self.name,
                value=_shown(value),
                low=self.low,
                high=self.high,
                key="answer_out_of_range",
            )
        raise InvalidAnswer(
            "{question}: {value} is not an answer. Use one of {codes}.",
            question=self.name,
            value=_shown(value),
            codes=self._codes(),
            key="answer_cannot_be",
        )

    def _read_names(self, names: Iterable[object]) -> tuple[str, ...]:
        listed = tuple(names)
        for name in listed:
            if not isinstance(name, str) or name not in self.values:
                raise InvalidAnswer(
                    "{question}: {value} is not on its list. Use {codes}.",
                    question=self.name,
                    value=_shown(name),
                    codes=self._codes(),
                    key="answer_cannot_name",
                )
        return tuple(name for name in self.values if name in listed)

    def _codes(self) -> tuple[str, ...]:
        """Return every answer as it is typed in a file, the doubt about the question included."""
        if self.kind == "bool":
            return ("false", "true", NOT_SURE)
        return (*self.values, NOT_SURE) if self.kind == "ordered" else self.values


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}..."


def _ordered(
    name: str,
    values: str,
    *,
    default: str | None = None,
    origin: tuple[Origin, ...] = ("asked",),
    explained_up_to: str | None = None,
    added: bool = False,
    from_age: int = 0,
) -> Input:
    listed = tuple(values.split(" < "))
    return Input(
        name=name,
        kind="ordered",
        values=listed,
        default=default if default is not None else listed[0],
        origin=origin,
        explained_up_to=explained_up_to,
        added=added,
        from_age=from_age,
    )


def _yes_no(
    name: str,
    *,
    origin: tuple[Origin, ...] = ("asked",),
    explained_up_to: bool | None = None,
    mitigating: bool = False,
    added: bool = False,
    from_age: int = 0,
) -> Input:
    return Input(
        name=name,
        kind="bool",
        default=False,
        origin=origin,
        explained_up_to=explained_up_to,
        mitigating=mitigating,
        added=added,
        from_age=from_age,
    )


_NOT_SMALL: Final = 10
"""From this age on births are counted (WHO, births to adolescents of 10 to 14 years), and statins
are considered (NICE CG71)."""

_TALKING: Final = 3
"""A child below this age cannot say a wish to die. Our choice."""

_JOURNAL: Final[tuple[Origin, ...]] = ("journal", "asked")
_PROFILE: Final[tuple[Origin, ...]] = ("profile", "asked")

_QUESTIONS: Final = (
    Input(name="age_years", kind="int", default=35, high=120, unit="years", origin=_PROFILE),
    Input(name="run_days", kind="int", default=3, high=43_830, unit="days", origin=_JOURNAL),
    _ordered("measures_tried", "no < unknown < yes", default="unknown", origin=_JOURNAL),
    _ordered("site_scope", "single < multi_site < spread", origin=_JOURNAL),
    _ordered("trend", "improving < stable < worsening", default="stable", origin=_JOURNAL),
    _ordered(
        "weakness",
        "none < felt_only < functional < progressive < rapid < sudden",
        origin=_JOURNAL,
        explained_up_to="functional",
    ),
    _ordered("wasting", "no < unsure < yes", explained_up_to="yes"),
    _ordered(
        "sensory",
        "none < fleeting_tingling < persistent < rapid_ascending",
        explained_up_to="persistent",
    ),
    _ordered("coordination", "none < persistent < sudden", explained_up_to="persistent"),
    _ordered("speech_swallow", "none < mild_new < choking < sudden"),
    _yes_no("tongue_twitch", explained_up_to=True),
    _ordered("breathing", "none < exertional_unexplained < lying_flat_or_rest < severe"),
    _ordered(
        "stiffness", "none < felt < persistent_rigidity", explained_up_to="persistent_rigidity"
    ),
    _ordered(
        "eye_face",
        "none < eyelid_twitch < other_face_or_forced_closure < droop_or_double_vision",
        explained_up_to="other_face_or_forced_closure",
    ),
    _yes_no("rhythmic_jerking"),
    _yes_no("lockjaw"),
    _ordered("kidney", "none < chronic_disease < missed_dialysis", origin=_PROFILE),
    _yes_no("family_nm", origin=_PROFILE),
    _yes_no("stroke_signs"),
    _ordered("cauda_equina", "none < pain_both_legs < numb_or_bladder"),
    _yes_no("dark_urine_muscle"),
    _yes_no("seizure_or_confusion"),
    _ordered(
        "tetany",
        "none < recurrent_spasm < with_throat_or_breathing",
        explained_up_to="recurrent_spasm",
    ),
    _ordered("fluid_loss", "none < mild < severe"),
    _ordered("heart", "none < palpitations < chest_pain_or_faint", explained_up_to="palpitations"),
    _yes_no("lithium", origin=_PROFILE),
    _yes_no("lithium_tox_symptoms"),
    _yes_no("serotonergic_change"),
    _ordered("autonomic_agitation", "none < mild < severe"),
    _yes_no("cholinergic_exposure"),
    _yes_no("cholinergic_symptoms"),
    _yes_no("overdose"),
    _yes_no("new_medicine", origin=_JOURNAL),
    _yes_no("withdrawal"),
    _yes_no("tick_or_rash"),
    _yes_no("thyroid_symptoms"),
    _yes_no("weight_loss"),
    _yes_no("neck_surgery_recent", origin=_PROFILE),
    _yes_no("spine_trauma"),
    _yes_no("cancer_history", origin=_PROFILE),
    _yes_no("pregnant", origin=_PROFILE, from_age=_NOT_SMALL),
    _yes_no("preeclampsia_signs", from_age=_NOT_SMALL),
    _yes_no("child_gait_or_movement"),
    _yes_no("recent_infection"),
    _ordered(
        "programme_result", "not_done_or_improved < no_change < escalated", origin=("journal",)
    ),
    _ordered("mood", "none < distress < passive_thoughts < suicidal", from_age=_TALKING),
    _yes_no("life_disrupted"),
    _yes_no("assessed_normal", mitigating=True),
    _yes_no("changed_since_assessment"),
    _ordered("jerk_attacks", "none < on_waking < minutes < weak_after", added=True),
    _ordered("tics", "none < held_back < sudden", added=True),
    _yes_no("statin_antibiotic", added=True, from_age=_NOT_SMALL),
    _yes_no("lithium_mix", added=True),
    _yes_no("eyes_shut", added=True),
    _yes_no("hearing_face", added=True),
    _yes_no("neck_buzz", added=True),
    _yes_no("radiotherapy", added=True),
    _yes_no("long_term_medicine", added=True),
    _yes_no("cramps", added=True),
    _yes_no("legs_urge", added=True),
)

_EXPLAINABLE: Final = Input(
    name="explained_unchanged",
    kind="inputs",
    default=(),
    values=tuple(q.name for q in _QUESTIONS if q.explained_up_to is not None),
    mitigating=True,
)

INPUTS: Final[Mapping[str, Input]] = FrozenDict(
    {question.name: question for question in (*_QUESTIONS, _EXPLAINABLE)}
)
"""Every question of the check by name, in the order of the guide."""


def input_named(name: str) -> Input:
    """Return the question called `name`.

    Raises
    ------
    InvalidAnswer
        There is no such question; the message names the nearest one.
    """
    question = INPUTS.get(name)
    if question is not None:
        return question
    near = get_close_matches(str(name), INPUTS, n=1)
    hint = f"the nearest is {near[0]}" if near else "see the list of questions in the manual"
    raise InvalidAnswer(
        "There is no question called {value}; {hint}.",
        value=_shown(name),
        hint=hint,
        key="no_such_question",
    )


def is_too_young(name: str, age_years: object) -> bool:
    """Tell whether somebody of a known age is too young for a question to be true of them.

    Examples
    --------
    >>> is_too_young("pregnant", 6), is_too_young("pregnant", 14), is_too_young("pregnant", None)
    (True, False, False)
    """
    return isinstance(age_years, int) and age_years < INPUTS[name].from_age


def is_below(name: str, answer: Answer, suggested: Answer) -> bool:
    """Tell whether an answer says less than what is suggested; "not sure" never does.

    Examples
    --------
    >>> is_below("weakness", "none", "functional"), is_below("weakness", "not_sure", "functional")
    (True, False)
    """
    question = INPUTS[name]
    return not is_open(answer) and question.rank(answer) < question.rank(suggested)


def checked(answers: Mapping[str, object], *, allow_not_sure: bool = False) -> dict[str, Answer]:
    """Return `answers` validated, in the order of the guide.

    Parameters
    ----------
    answers
        Question name to answer. None counts as not answered.
    allow_not_sure
        Whether a doubt is an answer; it then stays as it is.

    Raises
    ------
    InvalidAnswer
        A question or an answer is unknown.
    """
    given: object = answers
    if not isinstance(given, Mapping):
        raise InvalidAnswer(
            "Answers are given by the name of the question, not as {name}.",
            name=type(answers).__name__,
            key="answers_not_named",
        )
    for name in answers:
        input_named(name)
    read: dict[str, Answer] = {}
    for name, question in INPUTS.items():
        value = plain(answers.get(name))
        if value is None:
            continue
        is_open = allow_not_sure and isinstance(value, str) and question.leaves_open(value)
        read[name] = str(value) if is_open else question.read(value)
    return read
