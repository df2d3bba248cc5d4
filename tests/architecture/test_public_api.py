"""The public API is exactly these names, each has words, and its errors form one tree."""

import inspect
import subprocess
import sys

import myolog
from myolog import errors
from myolog.errors import MyologError, UserError

PUBLIC = (
    "Assessment", "CheckWindow", "DayExposure", "DayTally", "Episode", "Journal", "MedicineEvent",
    "MyologError", "NoneToday", "Reason", "Story", "TaskCheck", "Urgency", "UserError",
    "__version__", "assess", "build_report", "decide", "find_triggers", "read_journal", "simulate",
    "write_journal",
)  # fmt: skip


def test_the_public_names_are_exactly_these() -> None:
    assert sorted(myolog.__all__) == sorted(PUBLIC)
    assert dir(myolog) == sorted(PUBLIC)


def test_every_public_name_loads_and_has_words() -> None:
    for name in PUBLIC:
        value = getattr(myolog, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), name


def test_a_type_checker_sees_every_public_name() -> None:
    source = inspect.getsource(myolog)
    for name in set(PUBLIC) - {"__version__"}:
        home = getattr(myolog, name).__module__
        assert f"from {home} import {name} as {name}" in source


def test_an_unknown_name_is_an_attribute_error() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import myolog; myolog.nothing_of_the_kind"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "AttributeError: module 'myolog' has no attribute" in run.stderr


def test_every_error_is_exported_drawn_and_has_its_own_code() -> None:
    classes = [
        value
        for value in vars(errors).values()
        if inspect.isclass(value) and issubclass(value, MyologError)
    ]
    assert sorted(kind.__name__ for kind in classes) == sorted(errors.__all__)
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in classes)
    shown = [kind for kind in classes if issubclass(kind, UserError)]
    assert len({kind.default_code for kind in shown}) == len(shown)
    assert all(kind("Say what to do.").exit_code not in {0, 1} for kind in shown)


def test_an_error_carries_its_sentence_and_code() -> None:
    plain = errors.UnknownSite("There is no place called 'kalf'. Did you mean 'calf'?")
    assert str(plain) == plain.message
    assert plain.code == "unknown_site"
    assert errors.Conflict("It is taken.", code="port_taken").code == "port_taken"
    wrong = errors.InvalidEntry("It is late.", code="invalid_date", key="date_ahead")
    assert (wrong.code, wrong.key, errors.NotFound("Gone.").key) == (
        "invalid_date", "date_ahead", "not_found",
    )  # fmt: skip
