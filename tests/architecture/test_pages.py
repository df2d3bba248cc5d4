"""Pages take what stands before them for given: who asks is known, and every address has a name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse

from myolog.web import addresses
from myolog.web.middleware.identity import identify
from myolog.web.urls import urlpatterns
from tests.architecture.checkout import SOURCE

WEB = SOURCE / "web"
LONGEST_LINE = 160


def test_no_view_asks_by_itself_whose_journal_it_is() -> None:
    views = [*WEB.glob("views/*.py"), *WEB.glob("api*.py")]
    assert not [path.name for path in views if "the_person" in path.read_text()]


def test_identity_sets_the_person_and_nothing_else() -> None:
    request = HttpRequest()
    request.browser = None  # type: ignore[attr-defined]
    before = set(vars(request))
    identify(lambda _: HttpResponse())(request)
    assert set(vars(request)) - before == {"person"}


IN_A_TEMPLATE = re.compile(r"""(?:[\w-]+=|url=|with \w+=)["']?/(?!/)""")
IN_A_SCRIPT = re.compile(r"""["'`]/[^/*"'`][^"'`]*["'`]""")


IN_A_VIEW = re.compile(r"""["']/(?:[a-z{?#][^"']*)?["']""")


def found_in(pattern: re.Pattern[str], *files: Path) -> dict[str, list[str]]:
    return {path.name: found for path in files if (found := pattern.findall(path.read_text()))}


def test_a_template_names_the_route_and_not_the_address() -> None:
    assert not found_in(IN_A_TEMPLATE, *WEB.rglob("*.html"))


def test_a_script_is_told_the_addresses() -> None:
    assert not found_in(IN_A_SCRIPT, *WEB.glob("static/*.js"))


def test_a_view_names_the_route_and_not_the_address() -> None:
    files = [*WEB.glob("views/*.py"), *WEB.glob("middleware/*.py"), WEB / "frame.py"]
    assert not found_in(IN_A_VIEW, *files, WEB / "notices.py")


def test_the_patterns_find_an_address() -> None:
    assert IN_A_TEMPLATE.search('<a href="/day/">')
    assert IN_A_TEMPLATE.search('{% include "x" with then="/" %}')
    assert IN_A_SCRIPT.search('fetch("/door/in/")')
    assert IN_A_VIEW.search('redirect(f"/journal/{day}/?gone=1")')
    assert not IN_A_TEMPLATE.search('<a href="{% url "day" %}?date=x">')


def test_every_route_has_a_name_of_its_own() -> None:
    names = [route.name for route in urlpatterns if isinstance(route, URLPattern)]
    assert all(names)
    assert len(set(names)) == len(names) == len(urlpatterns)


def test_the_addresses_known_before_any_route_are_those_of_routes() -> None:
    routes = [f"/{route.pattern}".replace("^", "") for route in urlpatterns]
    no_route = {addresses.STATIC, "/favicon.ico"}
    for start in (*addresses.OPEN_TO_ALL, addresses.FEED[0], addresses.TAKES_FILES):
        assert start in no_route or any(route.startswith(start) for route in routes), start
    assert reverse("backup_look") == addresses.TAKES_FILES
    assert reverse("emergency") == addresses.HELP


def test_no_line_of_a_template_is_long() -> None:
    lines = [
        f"{path.name}:{number}"
        for path in WEB.rglob("*.html")
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert not lines


# ---- what was posted is read by forms: no field of it by name, anywhere else
BY_NAME = {"get", "getlist", "keys", "pop"}


def holds_what_was_posted(node: ast.expr, names: set[str]) -> bool:
    """Say whether it is `request.POST`, `form.data`, or a name that was given one of them."""
    if isinstance(node, ast.Attribute):
        return node.attr in {"POST", "FILES"} or (
            node.attr == "data" and isinstance(node.value, ast.Name) and node.value.id == "form"
        )
    return isinstance(node, ast.Name) and node.id in names


def read_by_name(source: str) -> Iterator[int]:
    """Give the lines that read a field of what was posted by its name."""
    tree = ast.parse(source)
    names = {
        name.id
        for given in ast.walk(tree)
        if isinstance(given, ast.Assign | ast.NamedExpr)
        and isinstance(given.value, ast.Call | ast.Attribute)
        and re.search(r"\bposted\(|\.(POST|FILES)$", ast.unparse(given.value))
        and not re.search(r"Form\b|Form[.(]", ast.unparse(given.value))
        for target in (given.targets if isinstance(given, ast.Assign) else [given.target])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(tree):
        held: list[ast.expr] = []
        if isinstance(node, ast.Subscript) or (
            isinstance(node, ast.Attribute) and node.attr in BY_NAME
        ):
            held = [node.value]
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            held = node.comparators
        if any(holds_what_was_posted(one, names) for one in held):
            yield node.lineno


def test_only_forms_read_what_was_posted() -> None:
    found = [
        f"{path.name}:{line}"
        for path in WEB.rglob("*.py")
        if path.parent.name != "forms"
        for line in read_by_name(path.read_text())
    ]
    assert not found


@pytest.mark.parametrize(
    "planted",
    [
        'code = request.POST["code"]',
        'code = request.POST.get("code")',
        'codes = request.POST.getlist("code")',
        'adds = "add" in request.POST',
        'file = request.FILES["file"]',
        'def day(request):\n    sent = posted(request)\n    return sent is None or "add" in sent',
        'def day(request):\n    if (sent := posted(request)):\n        return sent["add"]',
        'page = "today" if "today" in form.data else "settings"',
    ],
)
def test_a_field_that_is_read_by_name_is_found(planted: str) -> None:
    assert list(read_by_name(planted))


def test_what_is_given_to_a_form_is_no_field_read_by_name() -> None:
    given = "sent = posted(request)\nform = DayForm(sent)\nform = TasksForm(posted(request))\n"
    assert not list(read_by_name(given + 'form["add"], form.cleaned_data["add"]'))
