"""Pages take what stands before them for given: who asks is known, and every address has a name."""

import re
from pathlib import Path

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
    for start in (*addresses.OPEN_TO_ALL, addresses.TAKES_FILES):
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
