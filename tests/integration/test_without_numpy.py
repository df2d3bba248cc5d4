"""What a phone must do without a numerical library: the check, its result, the report, the steps.

One process in which asking for numpy or scipy fails.
"""

import json
import subprocess
import sys

SCRIPT = """
import json, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("numpy", "scipy"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocked())

from datetime import timedelta
from myolog.attention.agenda import agenda_of
from myolog.charts import timeline
from myolog.content.languages import speaking
from myolog.journal.example import forearm_journal
from myolog.journal.file import lines, read_lines
from myolog.journal.periods import latest_period
from myolog.programme.looks import weeks_of
from myolog.programme.plan import plan_on
from myolog.programme.progress import progress_of
from myolog.programme.readiness import readiness
from myolog.report.build import build_report
from myolog.report.pdf import render
from myolog.triage.assessment import assess
from myolog.triage.conversation import Conversation
from myolog.triage.derive import trend_estimate
from myolog.triage.standing import standing_answers
from myolog.wording.help_numbers import help_in
from myolog.wording.result import head_of

journal = read_lines(lines(forearm_journal()))
today = journal.entries[-1].day
answers, reasons = standing_answers(journal, today=today)
found = assess(journal, answers, today=today, reasons=reasons)
period = latest_period(journal, today)
earlier = today - timedelta(days=14)
change, _ = trend_estimate(journal.until(earlier), earlier)
with speaking("de"):
    title = head_of(found, answered=today, numbers=help_in("DE")).title
    pdf = render(build_report(journal, found, today=today))
print(json.dumps({
    "urgency": found.urgency.name,
    "title": title,
    "pdf": pdf[:5].decode(),
    "first screen": Conversation(journal=journal, today=today).next_open.code,
    "trend days": change.n_days,
    "steps": len(plan_on(journal, today, today=today, urgent=False).steps),
    "asked": progress_of(journal, period, today).n_asked > 0,
    "weeks": len(weeks_of(journal, period, today)[0]),
    "looked back on": readiness(journal, today, today=today, urgent=False).n_observed_days,
    "today asks": bool(agenda_of(journal, today, seed=3)),
    "drawn": bool(timeline.spec(timeline.recent(journal, today=today))),
    "loaded": sorted({name.partition(".")[0] for name in sys.modules} & {"numpy", "scipy"}),
}))
"""


def test_check_result_report_and_steps_need_no_numerical_library() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert json.loads(run.stdout) == {
        "urgency": "URGENT",
        "title": "Sprechen Sie innerhalb von 48 Stunden mit einer Ärztin oder einem Arzt",
        "pdf": "%PDF-",
        "first screen": "emergency",
        "trend days": 25,
        "steps": 5,
        "asked": True,
        "weeks": 6,
        "looked back on": 13,
        "today asks": True,
        "drawn": True,
        "loaded": [],
    }
