"""What a search for triggers costs, by days and exposures, and how that grows with days.

Also what it costs when a journal of a year gets one more day.

Each size runs in a process of its own: CPU time is the median of several searches, memory the
largest that the process ever held, Python and libraries included.

    python -m bench.triggers DAYS EXPOSURES     measure one size
"""

import json
import resource
import statistics
import subprocess
import sys
import time

import numpy as np

DAYS = (28, 90, 365, 3650)
EXPOSURES = (5, 12, 30)
ROUNDS = 7
LIMITS = {(90, 12): (40.0, 150.0), (365, 12): (70.0, 150.0)}
"""Milliseconds and megabytes that are promised, where something is."""
LIMIT_AGAIN = 150.0
"""Milliseconds for a journal of a year with one more day; nothing is kept from before."""


def search(days: int, n_exposures: int) -> tuple[float, float]:
    """Return milliseconds of CPU time and megabytes of one search, measured here and now."""
    from myolog.triggers import analyse

    rng = np.random.default_rng(days + n_exposures)
    exposures = {f"x{index}": rng.normal(size=days) for index in range(n_exposures)}
    counts = rng.poisson(rng.gamma(4, 1, days) * np.exp(0.3 * exposures["x0"])).astype(float)
    taken = []
    for _ in range(ROUNDS + 1):
        began = time.process_time()
        analyse(counts=counts, exposures=exposures, units=dict.fromkeys(exposures, 1.0))
        taken.append(time.process_time() - began)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return 1000 * statistics.median(taken[1:]), megabytes


def search_again() -> float:
    """Return milliseconds of CPU time of a search in a journal of a year with one more entry."""
    from myolog import find_triggers
    from myolog.journal.simulate import simulate

    taken = []
    for days in range(365, 365 + ROUNDS):
        invented = simulate(seed=1, days=days, trigger="caffeine")
        began = time.process_time()
        find_triggers(invented.journal, today=invented.truth.days[-1])
        taken.append(time.process_time() - began)
    return 1000 * statistics.median(taken[1:])


def search_elsewhere(days: int, n_exposures: int) -> tuple[float, float]:
    """Measure one size in a process of its own."""
    command = [sys.executable, "-m", "bench.triggers", str(days), str(n_exposures)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    milliseconds, megabytes = json.loads(run.stdout)
    return milliseconds, megabytes


def measure_searches() -> int:
    """Print a table of all sizes and the growth; return how many limits are passed."""
    over = 0
    print("\nsearch for triggers, CPU   days  exposures     ms     MB")
    for n_exposures in EXPOSURES:
        taken = []
        for days in DAYS:
            milliseconds, megabytes = search_elsewhere(days, n_exposures)
            taken.append(milliseconds)
            limits = LIMITS.get((days, n_exposures))
            verdict = ""
            if limits is not None:
                passed = milliseconds > limits[0] or megabytes > limits[1]
                over += passed
                verdict = (
                    f"limit {limits[0]:.0f} ms, {limits[1]:.0f} MB  {'OVER' if passed else 'ok'}"
                )
            print(f"{days:31} {n_exposures:10} {milliseconds:6.1f} {megabytes:6.0f}  {verdict}")
        growth = np.polyfit(np.log(DAYS[1:]), np.log(taken[1:]), 1)[0]
        print(f"{'':27}{n_exposures} exposures: grows as days to the power of {growth:.2f}")
    again = search_again()
    over += again > LIMIT_AGAIN
    print(f"a journal of a year with one more day, all anew, CPU {again:15.1f} ms", end="")
    print(f"  limit {LIMIT_AGAIN:.0f} ms  {'OVER' if again > LIMIT_AGAIN else 'ok'}")
    return over


if __name__ == "__main__":
    print(json.dumps(search(int(sys.argv[1]), int(sys.argv[2]))))
