"""What would change a result: the lists of signs that stand under it."""

from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.triage.result import Assessment
from myolog.wording.help_numbers import HelpNumbers

__all__ = ["NetList", "rests_on_doubt", "safety_net"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetList:
    """One list of what would change the result."""

    lead: str
    lines: tuple[str, ...]


def safety_net(level: str, numbers: HelpNumbers, *, in_doubt: bool = False) -> tuple[NetList, ...]:
    """Return the lists a level shows, the most pressing last, as on the reference page.

    Parameters
    ----------
    in_doubt
        Whether a reason of the result rests on "not sure".
    """
    words = load()
    leads = {
        "now": words.text("safety_net.lead_now", number=numbers.said),
        "within_48h": words.text("safety_net.lead_48h"),
        "visit": words.text("safety_net.lead_2weeks"),
    }
    return tuple(
        NetList(
            lead=leads[name],
            lines=words.items(f"safety_net.{name}")
            + ((words.text("safety_net.doubted"),) if in_doubt and name == "within_48h" else ()),
        )
        for name in reversed(words.names(f"safety_net.{level}.lists"))
    )


def rests_on_doubt(assessment: Assessment) -> bool:
    """Say whether something that could be pressing was answered "not sure"."""
    return any(one.unsure for one in assessment.reasons)
