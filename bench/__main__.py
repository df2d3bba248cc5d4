"""Measure what a person waits for against its limit: `make bench`.

CPU time is user plus system time of the process and all that it started, from
wait4(2), so that a busy machine does not change it much.
"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.flows import measure_flows
from bench.long_view import first_look_back
from bench.opening import opened_today
from bench.patterns import first_look
from bench.reading import read_values
from bench.saving import saved_on_the_page, saved_over_the_api
from bench.triggers import measure_searches

ROUNDS = 5
MYOLOG = Path(sys.executable).with_name("myolog")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One thing that is measured, and how long it may take."""

    name: str
    limit_s: float
    measure: Callable[[Path], float]
    rounds: int = ROUNDS


def cpu_seconds(*command: str | Path) -> float:
    """Run a command to its end and return the CPU time it took, in seconds."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def import_library(_data: Path) -> float:
    """Import the library, less what starting Python itself costs."""
    python = sys.executable
    return cpu_seconds(python, "-c", "import myolog") - cpu_seconds(python, "-c", "")


def log_episode(data: Path) -> float:
    """Note one twitch from the command line."""
    return cpu_seconds(MYOLOG, "--data", data, "log", "calf", "left", "--for", "30s")


def show_help(data: Path) -> float:
    """Show the list of commands."""
    return cpu_seconds(MYOLOG, "--data", data, "--help")


def start_app(data: Path) -> float:
    """Start the app and wait, wall time, until it prints its address and answers there."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    began = time.monotonic()
    command = [MYOLOG, "--data", data, "serve", "--port", str(port), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as app:
        assert app.stdout is not None
        if not app.stdout.readline().startswith(b"Open "):
            sys.exit("serve did not print its address first")
        while True:
            try:
                socket.create_connection(("localhost", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.01)
        waited = time.monotonic() - began
        app.send_signal(signal.SIGTERM)
    return waited


DRAW = """
import sys, time
from datetime import date
from myolog.charts import timeline
from myolog.charts.drawing import draw_for_page

def draw(n):
    counts = tuple(float((day * n) % 13) for day in range(63))
    shown = timeline.Timeline(first_day=date(2026, 1, 9), counts=counts)
    began = time.process_time()
    draw_for_page(timeline.spec(shown), label="Timeline")
    return time.process_time() - began

times = [draw(n) for n in range(1, 22)]
print(times[0], sum(times[1:]) / 20)
"""


def _draw_times() -> list[float]:
    command = [sys.executable, "-c", DRAW]
    return [float(one) for one in subprocess.check_output(command, text=True).split()]


def draw_first(_data: Path) -> float:
    """Draw the days of nine weeks in a new process."""
    return _draw_times()[0]


def draw_later(_data: Path) -> float:
    """Draw the days of nine other weeks, when others were drawn before."""
    return _draw_times()[1]


MAKE_PAGE = """
import time
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.report.build import build_report
from myolog.report.pdf import render
from myolog.triage.assessment import assess
from myolog.triage.standing import standing_answers

journal, today = forearm_journal(), CHECK_DAYS[3]
answers, reasons = standing_answers(journal, today=today)
page = build_report(
    journal, assess(journal, answers, today=today, reasons=reasons), today=today
)
render(page)
began = time.process_time()
render(page)
print(time.process_time() - began)
"""


def make_page(_data: Path) -> float:
    """Set the doctor's page of the example once more in a process that has set one."""
    return float(subprocess.check_output([sys.executable, "-c", MAKE_PAGE], text=True))


MEASUREMENTS = (
    Measurement(name="import myolog, CPU", limit_s=0.3, measure=import_library),
    Measurement(name="myolog --help, CPU", limit_s=0.5, measure=show_help),
    Measurement(name="myolog log, CPU", limit_s=1.0, measure=log_episode),
    Measurement(name="second start until it answers, wall", limit_s=3.0, measure=start_app),
    Measurement(
        name="save on the page, 99th percentile", limit_s=0.05, measure=saved_on_the_page, rounds=1
    ),
    Measurement(
        name="save over the API, 99th percentile",
        limit_s=0.05,
        measure=saved_over_the_api,
        rounds=1,
    ),
    Measurement(
        name="Today in a browser, interactive, wall", limit_s=1.0, measure=opened_today, rounds=3
    ),
    Measurement(name="first look at Patterns, wall", limit_s=0.5, measure=first_look, rounds=1),
    Measurement(
        name="months and years of 40,000 entries, wall",
        limit_s=1.0,
        measure=first_look_back,
        rounds=1,
    ),
    Measurement(
        name="36,500 imported values into memory, CPU", limit_s=0.5, measure=read_values, rounds=3
    ),
    Measurement(name="the doctor's page as PDF, CPU", limit_s=1.0, measure=make_page),
    Measurement(name="first chart of a process, CPU", limit_s=2.0, measure=draw_first),
    Measurement(name="every later chart, CPU", limit_s=0.1, measure=draw_later),
)


def main() -> int:
    """Measure everything and print a table."""
    over = 0
    with tempfile.TemporaryDirectory(prefix="myolog-bench-") as folder:
        data = Path(folder) / "data"
        log_episode(data)
        for measurement in MEASUREMENTS:
            seconds = statistics.median(
                measurement.measure(data) for _ in range(measurement.rounds)
            )
            over += seconds > measurement.limit_s
            verdict = "ok" if seconds <= measurement.limit_s else "OVER"
            limit = f"limit {measurement.limit_s:.2f}"
            print(f"{measurement.name:40} {seconds:6.3f} s  {limit}  {verdict}")
    over += measure_searches()
    measure_flows()
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
