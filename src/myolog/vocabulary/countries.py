"""Whom to call in each country: ambulance, someone to talk to, a doctor out of hours.

Only numbers that we are certain of are listed: a missing crisis line means that we could not be
certain, not that there is none. Each was read at the source beside it.
"""

from dataclasses import dataclass
from typing import Final

from myolog.frozen import FrozenDict

__all__ = ["COUNTRIES", "LETTER", "UNLISTED", "Country", "usual_near"]

EUROPE: Final = "European Electronic Communications Code, Article 109"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The numbers of one country.

    Attributes
    ----------
    code : ISO 3166-1, two letters
    call : ambulance
    crisis, crisis_name : someone to talk to at any hour; empty where no number is certain
    crisis_more : further numbers of the same line
    on_call, on_call_name : a doctor out of hours; empty where no number is certain. Where the
        catalogue has ``country.on_call.<CODE>``, it is called so
    source, crisis_source : where the numbers were read
    """

    code: str
    call: str
    source: str = EUROPE
    crisis: str = ""
    crisis_name: str = ""
    crisis_source: str = ""
    crisis_more: tuple[str, ...] = ()
    on_call: str = ""
    on_call_name: str = ""


PHONES: Final = "ITU-T E.161.1; 3GPP TS 22.101, clause 10: phones know 112 and 911 everywhere"

UNLISTED: Final = Country(code="", call="112", source=f"{EUROPE}, GSM standard")
"""Where a country is not listed: 112 works on mobile phones in many."""

_USUAL: Final = FrozenDict({"America": "911", "US": "911", "Canada": "911"})
"""First part of a time zone's name to the number that is usual there; 112 elsewhere."""


LETTER: Final = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Countries that print on US Letter; all others on A4 (CLDR, measurementData, paperSize)."""


def usual_near(zone: str) -> Country:
    """Return the number of the continent, for a country that is not known or not listed.

    Examples
    --------
    >>> usual_near("America/Lima").call, usual_near("Europe/Berlin").call, usual_near("").call
    ('911', '112', '112')
    """
    call = _USUAL.get(zone.partition("/")[0])
    return UNLISTED if call is None else Country(code="", call=call, source=PHONES)


_TABLE: Final = (
    Country(
        code="AT",
        call="144",
        source="rtr.at (144 rescue service; 112 is answered by the police)",
        crisis="142",
        crisis_name="TelefonSeelsorge",
        crisis_source="telefonseelsorge.at",
        on_call="1450",
        on_call_name="1450",
    ),
    Country(
        code="AU",
        call="000",
        source="triplezero.gov.au",
        crisis="13 11 14",
        crisis_name="Lifeline",
        crisis_source="lifeline.org.au",
        on_call="1800 022 222",
        on_call_name="healthdirect",
    ),
    Country(code="BE", call="112"),
    Country(code="BG", call="112"),
    Country(
        code="BR",
        call="192",
        source="gov.br",
        crisis="188",
        crisis_name="CVV",
        crisis_source="cvv.org.br",
    ),
    Country(
        code="CA",
        call="911",
        source="canada.ca",
        crisis="988",
        crisis_name="988 Suicide Crisis Helpline",
        crisis_source="988.ca",
    ),
    Country(
        code="CH",
        call="144",
        source="144.ch",
        crisis="143",
        crisis_name="Die Dargebotene Hand, La Main Tendue, Telefono Amico",
        crisis_source="143.ch",
    ),
    Country(code="CN", call="120", source="gov.cn"),
    Country(code="CY", call="112"),
    Country(code="CZ", call="112"),
    Country(
        code="DE",
        call="112",
        crisis="0800 111 0 111",
        crisis_name="TelefonSeelsorge",
        crisis_source="telefonseelsorge.de",
        crisis_more=("0800 111 0 222", "116 123"),
        on_call="116117",
        on_call_name="116117",
    ),
    Country(
        code="DK",
        call="112",
        crisis="70 201 201",
        crisis_name="Livslinien",
        crisis_source="livslinien.dk",
    ),
    Country(code="EE", call="112"),
    Country(
        code="ES",
        call="112",
        crisis="024",
        crisis_name="Línea 024",
        crisis_source="sanidad.gob.es",
    ),
    Country(code="FI", call="112"),
    Country(
        code="FR",
        call="112",
        crisis="3114",
        crisis_name="Numéro national de prévention du suicide",
        crisis_source="3114.fr",
    ),
    Country(
        code="GB",
        call="999",
        source="gov.uk",
        crisis="116 123",
        crisis_name="Samaritans",
        crisis_source="samaritans.org",
        on_call="111",
        on_call_name="NHS 111",
    ),
    Country(code="GR", call="112"),
    Country(code="HK", call="999", source="police.gov.hk"),
    Country(code="HR", call="112"),
    Country(code="HU", call="112"),
    Country(
        code="IE",
        call="999",
        crisis="116 123",
        crisis_name="Samaritans",
        crisis_source="samaritans.org",
    ),
    Country(code="IL", call="101", source="mdais.org"),
    Country(
        code="IN",
        call="112",
        source="112.gov.in",
        crisis="14416",
        crisis_name="Tele-MANAS",
        crisis_source="telemanas.mohfw.gov.in",
    ),
    Country(code="IS", call="112"),
    Country(code="IT", call="112"),
    Country(code="JP", call="119", source="fdma.go.jp"),
    Country(code="KR", call="119", source="nfa.go.kr"),
    Country(
        code="LI",
        call="144",
        source="regierung.li (144, taken at the national emergency centre)",
        crisis="143",
        crisis_name="Die Dargebotene Hand",
        crisis_source="143.ch (Switzerland and Liechtenstein)",
    ),
    Country(code="LT", call="112"),
    Country(code="LU", call="112"),
    Country(code="LV", call="112"),
    Country(code="MT", call="112"),
    Country(code="MX", call="911", source="gob.mx"),
    Country(
        code="NL",
        call="112",
        crisis="113",
        crisis_name="113 Zelfmoordpreventie",
        crisis_source="113.nl",
    ),
    Country(
        code="NO",
        call="113",
        source="helsenorge.no",
        crisis="116 123",
        crisis_name="Mental Helse",
        crisis_source="116123.no",
    ),
    Country(
        code="NZ",
        call="111",
        source="police.govt.nz",
        crisis="1737",
        crisis_name="1737, need to talk?",
        crisis_source="1737.org.nz",
        on_call="0800 611 116",
        on_call_name="Healthline",
    ),
    Country(code="PL", call="112"),
    Country(code="PT", call="112"),
    Country(code="RO", call="112"),
    Country(
        code="SE",
        call="112",
        crisis="90101",
        crisis_name="Självmordslinjen, Mind",
        crisis_source="mind.se",
    ),
    Country(code="SG", call="995", source="scdf.gov.sg"),
    Country(code="SI", call="112"),
    Country(code="SK", call="112"),
    Country(code="TR", call="112", source="112.gov.tr"),
    Country(code="TW", call="119", source="nfa.gov.tw"),
    Country(code="UA", call="103", source="moz.gov.ua"),
    Country(
        code="US",
        call="911",
        source="911.gov",
        crisis="988",
        crisis_name="988 Suicide and Crisis Lifeline",
        crisis_source="988lifeline.org",
    ),
    Country(code="ZA", call="112", source="gov.za (10177 from a landline)"),
)

COUNTRIES: Final = FrozenDict({one.code: one for one in _TABLE})
"""The listed countries by code."""
