"""Which emergency, on-call and crisis numbers to show: those of the person's country.

The numbers and their sources stand in the catalogue under ``[country.<CODE>]``. A country that is
not listed gets the number that works on mobile phones in many countries, with the advice to use the
local one.
"""

from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.content.languages import once_per_language

UNLISTED = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumbers:
    """The numbers of one country.

    Attributes
    ----------
    country : two-letter code, or ``default``
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
        return self.country != UNLISTED

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
    code = country if country in load().codes("country") else UNLISTED
    words = load().labels(f"country.{code}")
    wanted = ("name", "call", "crisis", "crisis_name", "on_call", "on_call_name")
    return HelpNumbers(country=code, **{name: words.get(name, "") for name in wanted})


@once_per_language
def listed_countries() -> tuple[HelpNumbers, ...]:
    """Return the numbers of every listed country, by name."""
    codes = (code for code in load().codes("country") if code != UNLISTED)
    return tuple(sorted((help_in(code) for code in codes), key=lambda one: one.name))
