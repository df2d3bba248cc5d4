"""What would change a result: the lists of signs that stand under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.triage.result import Assessment
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.kinds import sign_name
from myolog.wording.result import explained_by

__all__ = ["NetList", "explained_in", "rests_on_doubt", "safety_net"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetList:
    """One list of what would change the result."""

    lead: str
    lines: tuple[str, ...]


def safety_net(
    level: str, numbers: HelpNumbers, *, in_doubt: bool = False, explained: Sequence[str] = ()
) -> tuple[NetList, ...]:
    """Return the lists a level shows, the most pressing last, as on the reference page.

    Parameters
    ----------
    in_doubt
        Whether a reason of the result rests on "not sure".
    explained
        Questions whose sign a doctor has explained: only more of it is new.
    """
    words = load()
    leads = {
        "now": words.text("safety_net.lead_now", number=numbers.said),
        "within_48h": words.text("safety_net.lead_48h"),
        "visit": words.text("safety_net.lead_2weeks"),
    }
    known = "; ".join(map(sign_name, explained))
    own = (
        *((words.text("safety_net.doubted"),) if in_doubt else ()),
        *((words.text("safety_net.explained", signs=known),) if known else ()),
    )
    return tuple(
        NetList(
            lead=leads[name],
            lines=words.items(f"safety_net.{name}") + (own if name == "within_48h" else ()),
        )
        for name in reversed(words.names(f"safety_net.{level}.lists"))
    )


def explained_in(assessment: Assessment) -> tuple[str, ...]:
    """Return the questions whose sign counts as explained in a result."""
    return tuple(name for one in assessment.reasons for name in explained_by(one))


def rests_on_doubt(assessment: Assessment) -> bool:
    """Say whether something that could be pressing was answered "not sure"."""
    return any(one.unsure for one in assessment.reasons)
