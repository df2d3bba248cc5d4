"""What a heavy journal costs: a long import, pages after a write, eight writers at once.

Each page is asked for after one write over the API. CPU time is that of the whole process, from
wait4(2) or Linux's /proc, so that a busy machine changes it less than wall time; memory is the
largest that the process ever held. The limits are of wall time on a machine that does nothing else.

    python -m bench.load                 measure everything, which takes many minutes
    python -m bench.load import          the import alone: 240,000 entries, about 31 MB
    python -m bench.load pages [N]       pages and memory with N entries, or 50,000 and 200,000
    python -m bench.load writers         eight writers over the API, 50 saves each, 50,000 entries
    python -m bench.load beside          a save each half second while 240,000 entries come in
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from itertools import islice, product
from pathlib import Path
from uuid import uuid4

from bench.saving import MYOLOG, PLACES, entered, post, read, run, running
from myolog.journal.entries import DayExposure, Episode
from myolog.journal.file import write_journal
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import EXPOSURES

LONG, YEARS = 240_000, 10
PAGES = ("/", "/journal/", "/patterns/", "/report/")
LIMITS_S = {50_000: 0.5, 200_000: 2.0}
LIMIT_IMPORT_S, LIMIT_IMPORT_MB, LIMIT_SERVER_MB = 20.0, 512, 400
LIMIT_WRITERS_S, WRITERS, SAVES = 0.150, 8, 50


def heavy(count: int, file: Path) -> Path:
    """Write a journal of ten years, half of it twitches and half what was measured of the days."""
    chance = random.Random(1)
    now, days = datetime.now(UTC), YEARS * 365
    entries: list[Episode | DayExposure] = []
    for n in range(count // 2):
        site, side = chance.choice(PLACES)
        entries.append(
            Episode(
                site=site,
                side=side,
                started_at=now - timedelta(minutes=chance.randrange(60, days * 1440)),
                zone="Europe/Berlin",
                duration_s=chance.choice([None, 10, 60, 300]),
                note="after the walk, a little stronger than usual" if n % 3 == 0 else "",
                suspected=("caffeine",) if n % 4 == 0 else (),
            )
        )
    told = product(range(1, days + 1), EXPOSURES.values())
    for back, what in islice(told, count - len(entries)):
        value = what.low + (what.high - what.low) * chance.random() / 2
        day = now.date() - timedelta(days=back)
        number = float(chance.randrange(2)) if what.kind == "yes_no" else float(round(value))
        entries.append(DayExposure(day=day, code=what.code, value=number))
    write_journal(Journal(tuple(entries), "Europe/Berlin"), file)
    return file


def filled(count: int, folder: Path) -> Path:
    """Return a data folder with so many entries and a finished check."""
    data, answers = folder / f"data-{count}", folder / "answers.json"
    if not data.exists():
        run(data, "import", heavy(count, folder / f"{count}.jsonl"), "--yes")
        answers.write_text(json.dumps({"age_years": 35, "weakness": "none"}))
        run(data, "check", "--answers", answers, "--json")
    return data


def taken_in(data: Path, file: Path) -> tuple[float, float, float]:
    """Import a file; return CPU and wall time, s, and the most memory that it held, MB."""
    began = time.monotonic()
    command = [MYOLOG, "--data", data, "import", file, "--yes"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"import failed with {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return cpu, time.monotonic() - began, usage.ru_maxrss / 1024


def measure_import(folder: Path) -> int:
    """Print what the import costs; return how many limits are passed."""
    file = heavy(LONG, folder / "long.jsonl")
    cpu, wall, megabytes = taken_in(folder / "imported", file)
    size = file.stat().st_size / 1e6
    name = f"import of {LONG:,} entries, {size:.0f} MB"
    over = told(name, wall, LIMIT_IMPORT_S, f"CPU {cpu:.1f} s")
    return over + told(name, megabytes, LIMIT_IMPORT_MB, unit="MB")


def measure_pages(folder: Path, count: int) -> int:
    """Print what each page costs after one write, and the server's memory."""
    data = filled(count, folder)
    over = 0
    with running(data) as (address, port, server):
        connection, cookie = entered(address, port)
        save = saver(data, port)
        for page in PAGES:
            ask(connection, page, cookie)
        for page in PAGES:
            save()
            cpu, began = cpu_of(server), time.perf_counter()
            ask(connection, page, cookie)
            wall, cpu = time.perf_counter() - began, cpu_of(server) - cpu
            over += told(
                f"{page} with {count:,} entries", wall, LIMITS_S[count], f"CPU {cpu:.2f} s"
            )
        most = status_of(server, "VmHWM") / 1024
        over += told(f"server with {count:,} entries", most, LIMIT_SERVER_MB, unit="MB")
    return over


def measure_writers(folder: Path) -> int:
    """Print the 99th percentile of the saves of eight writers."""
    data = filled(50_000, folder)
    with running(data) as (_, port, server), ThreadPoolExecutor(WRITERS) as pool:
        savers = [saver(data, port) for _ in range(WRITERS)]
        for save in savers:
            save()
        cpu, began = cpu_of(server), time.perf_counter()
        took = sorted(one for many in pool.map(many_times, savers) for one in many)
        each = 1000 * (cpu_of(server) - cpu) / len(took)
        rate = len(took) / (time.perf_counter() - began)
    more = f"median {took[len(took) // 2]:.3f} s, {rate:.0f} a second, CPU {each:.1f} ms each"
    name = f"{WRITERS} writers, 99th percentile of {len(took)}"
    return told(name, took[int(0.99 * len(took))], LIMIT_WRITERS_S, more)


def many_times(save: Callable[[], float]) -> list[float]:
    return [save() for _ in range(SAVES)]


def measure_beside(folder: Path) -> int:
    """Print the slowest save of a person who goes on saving while a long file comes in."""
    file, data = heavy(LONG, folder / "long.jsonl"), folder / "beside"
    run(data, "log", "calf", "left")
    with running(data) as (_, port, _), ThreadPoolExecutor(1) as pool:
        save = saver(data, port)
        waited = [save()]
        coming = pool.submit(taken_in, data, file)
        while not coming.done():
            waited.append(save())
            time.sleep(0.5)
    print(f"{len(waited)} saves beside an import of {coming.result()[1]:.0f} s, all answered")
    print(f"{'the slowest of them':44} {max(waited):8.3f} s")
    kept = run(data, "export", "-o", "-").splitlines()[-1]
    return int(json.loads(kept) != {"end": LONG + len(waited) + 1})


def saver(data: Path, port: int) -> Callable[[], float]:
    """Return what saves one twitch over the API and says how long that took, in seconds."""
    token = run(data, "api-token", "create", f"bench-{uuid4().hex[:8]}").strip()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection = HTTPConnection("localhost", port)

    def save() -> float:
        now = datetime.now(UTC).isoformat()
        body = json.dumps({"site": "calf", "side": "left", "started_at": now})
        began = time.perf_counter()
        key = {"Idempotency-Key": str(uuid4())}
        post(connection, "/api/v1/episodes", body, headers | key, status=201)
        return time.perf_counter() - began

    return save


def ask(connection: HTTPConnection, page: str, cookie: str) -> None:
    connection.request("GET", page, headers={"Cookie": cookie})
    answer, _ = read(connection)
    if answer.status != 200:
        sys.exit(f"{page} answered {answer.status}")


def cpu_of(pid: int) -> float:
    """Return the CPU time of a process so far, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status_of(pid: int, name: str) -> int:
    """Return one number of what Linux tells of a process, in kB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def told(name: str, measured: float, limit: float, more: str = "", *, unit: str = "s") -> int:
    """Print one figure beside its limit; return 1 when it is passed."""
    verdict = "ok" if measured <= limit else "OVER"
    print(f"{name:44} {measured:8.3f} {unit:2}  limit {limit:.2f}  {verdict}  {more}", flush=True)
    return int(measured > limit)


def main(words: list[str]) -> int:
    """Measure what was asked for, or everything."""
    asked, counts = set(words), [int(word) for word in words if word.isdigit()]
    everything = not asked
    over = 0
    with tempfile.TemporaryDirectory(prefix="myolog-bench-") as name:
        folder = Path(name)
        if everything or "import" in asked:
            over += measure_import(folder)
        if everything or "pages" in asked:
            for count in counts or LIMITS_S:
                over += measure_pages(folder, count)
        if everything or "writers" in asked:
            over += measure_writers(folder)
        if everything or "beside" in asked:
            over += measure_beside(folder)
    print("load average", *(f"{one:.1f}" for one in os.getloadavg()))
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
