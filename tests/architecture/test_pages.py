"""Pages take what stands before them for given: who asks is known, and every address has a name."""

from django.http import HttpRequest, HttpResponse

from myolog.web.middleware.identity import identify
from tests.architecture.checkout import SOURCE

WEB = SOURCE / "web"


def test_no_view_asks_by_itself_whose_journal_it_is() -> None:
    views = [*WEB.glob("views/*.py"), *WEB.glob("api*.py")]
    assert not [path.name for path in views if "the_person" in path.read_text()]


def test_identity_sets_the_person_and_nothing_else() -> None:
    request = HttpRequest()
    request.browser = None  # type: ignore[attr-defined]
    before = set(vars(request))
    identify(lambda _: HttpResponse())(request)
    assert set(vars(request)) - before == {"person"}
