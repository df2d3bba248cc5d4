"""A page's form as a browser without script fills and sends it: every field of it, changed or not.

Line ends become those that browsers send; a text area loses the first line end of its content, and
a one-line field loses all of them, as the HTML standard says.
"""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

Fields = list[tuple[str, str]]
TEXTS = ("text", "hidden", "date", "time", "number", "search", "email", "")


class _Reader(HTMLParser):
    """Reads the fields of the form with one id, those outside it with `form=` too."""

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id, self.inside = id, False
        self.found: dict[str, str | None] | None = None
        self.fields: Fields = []
        self.area: tuple[str, list[str]] | None = None
        self.select: str | None = None
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.id
            self.found = given if self.inside else self.found
            return
        name = given.get("name")
        if not name or "disabled" in given or not (self.inside or given.get("form") == self.id):
            return
        if tag == "input":
            self._input(name, given)
        elif tag == "textarea":
            self.area = (name, [])
        elif tag == "select":
            self.select, self.options = name, []

    def _input(self, name: str, given: Mapping[str, str | None]) -> None:
        kind, value = given.get("type") or "", given.get("value")
        if kind in ("radio", "checkbox"):
            if "checked" in given:
                self.fields.append((name, "on" if value is None else value))
        elif kind in TEXTS:
            text = value or ""
            if kind != "hidden":
                text = text.replace("\r", "").replace("\n", "")
            self.fields.append((name, text))

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area is not None:
            name, parts = self.area
            self.fields.append((name, "".join(parts).removeprefix("\n")))
            self.area = None
        elif tag == "select" and self.select is not None:
            chosen = [value for value, on in self.options if on]
            first = [value for value, _ in self.options[:1]]
            self.fields += [(self.select, value) for value in (chosen or first)[:1]]
            self.select = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


class _WithOptions(_Reader):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        given = dict(attrs)
        if tag == "option" and self.select is not None:
            self.options.append((given.get("value") or "", "selected" in given))


def fields_of(page: str, *, form: str = "f") -> Fields:
    """Return what a browser sends of a form that nobody touched."""
    reader = _WithOptions(form)
    reader.feed(page)
    reader.close()
    if reader.found is None:
        raise AssertionError(f"the page has no form {form!r}")
    return [
        (name, text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n"))
        for name, text in reader.fields
    ]


def filled(
    fields: Sequence[tuple[str, str]], button: tuple[str, str] | None = None, **changed: str
) -> dict[str, list[str]]:
    """Return the fields to send, some changed, with the button that was pressed.

    A name is written with ``__`` for a colon and ``_to_`` for a slash, to be a Python word.
    """
    sent: dict[str, list[str]] = {}
    for name, text in fields:
        sent.setdefault(name, []).append(text)
    for word, text in changed.items():
        sent[word.replace("__", ":").replace("_to_", "/")] = [text]
    if button is not None:
        sent[button[0]] = [button[1]]
    return sent
