"""Which emergency, on-call and crisis numbers to show: those of the person's country.

A country that is not listed gets the number that works on mobile phones in many countries, with the
advice to use the local one.
"""

from dataclasses import dataclass
from unicodedata import normalize

from myolog.content.catalogue import load
from myolog.content.languages import once_per_language
from myolog.content.names import country_name
from myolog.vocabulary.countries import COUNTRIES, UNLISTED


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumbers:
    """The numbers of one country.

    Attributes
    ----------
    country : two-letter code; empty where it is not listed
    call : ambulance
    crisis, crisis_name : someone to talk to at any hour; empty where no number is certain
    on_call, on_call_name : a doctor out of hours; empty where no number is certain
    """

    country: str
    name: str
    call: str
    crisis: str = ""
    crisis_name: str = ""
    on_call: str = ""
    on_call_name: str = ""

    @property
    def listed(self) -> bool:
        """Whether the country's own numbers are known."""
        return self.country in COUNTRIES

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
def help_in(country: str) -> HelpNumbers:
    """Return the numbers of `country`, a two-letter code; "" for unknown."""
    words, one = load(), COUNTRIES.get(country, UNLISTED)
    on_call = f"country.on_call.{one.code}"
    return HelpNumbers(
        country=one.code,
        name=country_name(one.code) if one.code else words.text("country.default.name"),
        call=one.call,
        crisis=one.crisis,
        crisis_name=one.crisis_name,
        on_call=one.on_call,
        on_call_name=words.text(on_call) if on_call in words else one.on_call_name,
    )


@once_per_language
def listed_countries() -> tuple[HelpNumbers, ...]:
    """Return the numbers of every listed country, by name."""
    return tuple(sorted(map(help_in, COUNTRIES), key=lambda one: normalize("NFD", one.name)))
