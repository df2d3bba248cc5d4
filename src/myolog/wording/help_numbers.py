"""Which emergency, on-call and crisis numbers to show: those of the person's country.

A country that is not known or not listed gets the number that is usual on its continent, and the
local one beside it.
"""

from dataclasses import dataclass
from unicodedata import normalize

from myolog.content.catalogue import load
from myolog.content.languages import once_per_language
from myolog.content.names import country_name
from myolog.vocabulary.countries import COUNTRIES, usual_near


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumbers:
    """The numbers of one country.

    Attributes
    ----------
    country : two-letter code; empty where it is not listed
    call : ambulance
    crisis, crisis_name : someone to talk to at any hour; empty where no number is certain
    crisis_more : further numbers of the same line
    on_call, on_call_name : a doctor out of hours; empty where no number is certain
    """

    country: str
    name: str
    call: str
    crisis: str = ""
    crisis_name: str = ""
    crisis_more: tuple[str, ...] = ()
    on_call: str = ""
    on_call_name: str = ""

    @property
    def listed(self) -> bool:
        """Whether the country's own numbers are known."""
        return self.country in COUNTRIES

    @property
    def said(self) -> str:
        """The ambulance as a sentence names it: with the local number where none is certain."""
        return self.call if self.listed else load().text("country.default.said", number=self.call)

    @property
    def every(self) -> tuple[str, ...]:
        """Every number of the country, the longest first."""
        known = {self.call, self.crisis, *self.crisis_more, self.on_call} - {""}
        return tuple(sorted(known, key=lambda number: (-len(number), number)))

    @property
    def tel(self) -> str:
        """The ambulance as a telephone address."""
        return self.call.replace(" ", "")

    @property
    def crisis_tel(self) -> str:
        """The crisis line as a telephone address."""
        return self.crisis.replace(" ", "")

    @property
    def on_call_tel(self) -> str:
        """The doctor out of hours as a telephone address."""
        return self.on_call.replace(" ", "")


@once_per_language
def help_in(country: str, zone: str = "") -> HelpNumbers:
    """Return the numbers of a country, or what is usual near a time zone where it is not listed.

    Parameters
    ----------
    country
        Two-letter code; "" for unknown.
    zone
        IANA name of where the person lives; "" for unknown.
    """
    words, one = load(), COUNTRIES.get(country) or usual_near(zone)
    on_call = f"country.on_call.{one.code}"
    return HelpNumbers(
        country=one.code,
        name=country_name(one.code) if one.code else words.text("country.default.name"),
        call=one.call,
        crisis=one.crisis,
        crisis_name=one.crisis_name,
        crisis_more=one.crisis_more,
        on_call=one.on_call,
        on_call_name=words.text(on_call) if on_call in words else one.on_call_name,
    )


@once_per_language
def listed_countries() -> tuple[HelpNumbers, ...]:
    """Return the numbers of every listed country, by name."""
    return tuple(sorted(map(help_in, COUNTRIES), key=lambda one: normalize("NFD", one.name)))
