"""Nothing that was typed is read but by the one reader, `myolog.content.typed`.

A view or a command that turns posted or typed text into a number or a time by itself (`int`,
`float`, `fromisoformat`, a number field of the form library, a number type of the command line)
fails here. What is allowed below reads no person's words, or is named with its reason.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.errors import SOURCE, modules

SHELLS = ("cli/", "web/", "store/services/")

OWN_READERS = frozenset(
    {
        "int", "float", "complex", "Decimal", "Fraction", "fromisoformat", "strptime",
        "parse_time", "parse_date", "parse_datetime",
    }
)  # fmt: skip
FORM_FIELDS = frozenset(
    {
        "IntegerField", "FloatField", "DecimalField", "TimeField", "DateField", "DateTimeField",
        "DurationField", "SplitDateTimeField", "NumberInput",
    }
)  # fmt: skip
OPTION_TYPES = frozenset({"int", "float"})

ALLOWED = {
    ("cli/places", "read_value", "float"): "of a bool",
    ("cli/keeping", "_read_later", "fromisoformat"): "an ISO date, refused otherwise",
    ("cli/telling", "read_fact", "int"): "of a number that was read",
    ("cli/when", "_day", "int"): "the digits of a dotted date",
    ("cli/when", "_day", "fromisoformat"): "an ISO date, refused otherwise",
    ("cli/when", "_written", "fromisoformat"): "an ISO instant, its offset obeyed",
    ("store/services/backups", "_checked", "fromisoformat"): "what Myolog wrote into a backup",
    ("store/services/restoring", "_read", "fromisoformat"): "a stored instant",
    ("web/api/routes", "_date", "fromisoformat"): "an ISO date of a program",
    ("web/api/routes", "note_day", "float"): "a number of a program",
    ("web/api/programme", "_date", "fromisoformat"): "an ISO date of a program",
    ("web/forms/check", "_value", "int"): "the code of a choice",
    ("web/forms/episode", "clean", "int"): "seconds that the page itself filled in",
    ("web/forms/episode", "exact_length", "int"): "seconds that the page itself filled in",
    ("web/middleware/limits", "_length", "int"): "a header",
    ("web/kind_note", "_last_said", "fromisoformat"): "a cookie",
    ("web/moment", "day_named", "fromisoformat"): "an address, ISO",
    ("web/outbox", "sending_of", "fromisoformat"): "a header of the device",
    ("web/outbox", "_instant", "fromisoformat"): "a header of the device",
    ("web/step_entries", "_value", "fromisoformat"): "a stored date",
    ("web/views/clock", "clock", "int"): "the code of a choice, refused otherwise",
    ("web/views/clock", "_page", "int"): "the code of a choice, one of seven",
    ("web/forms/goals", "said_of_goal", "fromisoformat"): "a stored date",
    ("web/forms/goals", "looks_again", "fromisoformat"): "a stored date",
    ("web/forms/profile", "fact_typed", "float"): "of a stored number",
    ("web/forms/story", "_dated", "fromisoformat"): "a stored date",
    ("web/views/programme", "_ending", "fromisoformat"): "a stored date",
}
"""Module, function and call that may stay, with the reason."""


def calls(source: str) -> Iterator[tuple[str, str]]:
    """Yield the function around and the name of each call that would read text by itself."""
    tree = ast.parse(source)
    around: dict[ast.AST, str] = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(function):
                around[inner] = function.name
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name in OWN_READERS | FORM_FIELDS:
            yield around.get(node, ""), name
        for keyword in node.keywords:
            kind = keyword.value.id if isinstance(keyword.value, ast.Name) else ""
            if keyword.arg == "type" and kind in OPTION_TYPES:
                yield around.get(node, ""), f"type={kind}"
        if name == "map" and isinstance(node.args[0], ast.Name) and node.args[0].id in OWN_READERS:
            yield around.get(node, ""), f"map({node.args[0].id})"


def found() -> set[tuple[str, str, str]]:
    return {
        (module, function, name)
        for module in modules()
        if module.startswith(SHELLS)
        for function, name in calls((SOURCE / f"{module}.py").read_text("utf-8"))
    }


def test_no_shell_reads_a_number_or_a_time_by_itself() -> None:
    assert sorted(found() - set(ALLOWED)) == []


@pytest.mark.parametrize(
    "planted",
    [
        "def view(request):\n    return int(request.POST['count'])",
        "def view(request):\n    return float(request.POST['value'].replace(',', '.'))",
        "def view(request):\n    return time.fromisoformat(request.POST['clock'])",
        "class Form(forms.Form):\n    count = forms.IntegerField()",
        "class Form(forms.Form):\n    clock = forms.TimeField(required=False)",
        "@click.option('--strength', type=int)\ndef log(strength): ...",
        "def view(request):\n    return list(map(int, request.POST.getlist('count')))",
        "def view(request):\n    return datetime.strptime(request.POST['at'], '%H:%M')",
    ],
)
def test_a_planted_reader_is_seen(planted: str) -> None:
    assert list(calls(planted))


def test_no_field_lets_the_browser_read_a_number() -> None:
    """Chromium makes "0,5" a 5 in a field for numbers, and the wheel changes what stands in it."""
    templates = SOURCE / "web" / "templates"
    fields = [
        page.name for page in templates.rglob("*.html") if 'type="number"' in page.read_text()
    ]
    assert fields == []
