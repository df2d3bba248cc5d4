"""The numbers of the page for the doctor, worked out again from the raw lines of the file.

Shares no code with the report: dates, months, medians and counts are done here by hand, on the
dictionaries that a journal file holds. Used by `tests/property/test_report.py`.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import median
from typing import Any

from myolog.triage.answers import INPUTS
from myolog.triage.result import Assessment
from myolog.vocabulary.sites import SITES

Row = dict[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
VAGUER = ("day", "week", "month", "year")
REGIONS = {
    "Face, tongue, throat": {"bulbar_eyelid", "bulbar_tongue", "bulbar_face"},
    "Neck, arms": {"neck", "arm"},
    "Trunk": {"trunk"},
    "Legs": {"leg"},
}
TASKS = {
    "grip": "holding a full cup", "jar": "opening a jar", "buttons": "buttons or typing",
    "keys": "turning a key", "lift": "lifting a full pan or reaching up",
    "stairs": "climbing stairs", "chair": "rising from a chair", "tiptoe": "tiptoe and walking",
    "speech": "speech", "swallow": "chewing and swallowing",
}  # fmt: skip
ANSWERS = {
    "fine": "fine",
    "harder": "harder",
    "much_harder": "much harder",
    "cannot": "impossible",
}
SUBSTANCES = {
    "Caffeine": ("caffeine", "mg"),
    "Alcohol": ("alcohol_g", "g"),
    "Nicotine": ("nicotine", "units"),
    "Sleep": ("sleep_min", "min"),
}

BEGUN = {
    "weeks": "patient: for up to 4 weeks", "months": "patient: for up to a year",
    "years": "patient: for more than a year", "not_sure": "patient unsure since when",
}  # fmt: skip
EXPLAINED = {
    "yes": "explained by a doctor, unchanged", "no": "not explained by a doctor",
    "not_sure": "unsure whether explained",
}  # fmt: skip

AFTER_A_YES = {
    "lithium_tox_symptoms": ("lithium",),
    "cholinergic_symptoms": ("cholinergic_exposure",),
    "autonomic_agitation": ("serotonergic_change", "withdrawal"),
    "preeclampsia_signs": ("pregnant",),
    "changed_since_assessment": ("assessed_normal",),
    "lithium_mix": ("lithium",),
    "eyes_shut": ("eye_face",),
    "hearing_face": ("eye_face",),
    "radiotherapy": ("cancer_history",),
    "cramps": ("cramps",),
    "legs_urge": ("legs_urge",),
}
NOT_BEFORE = {"preeclampsia_signs": 10, "statin_antibiotic": 10, "mood": 3}
"""From which age a question can be true."""

SAID_ELSEWHERE = {"measures_tried", "explained_unchanged", "assessed_normal", "programme_result"}
ALWAYS_NAMED = {
    "weakness", "wasting", "sensory", "coordination", "speech_swallow", "tongue_twitch",
    "breathing", "stiffness", "eye_face", "trend", "weight_loss",
}  # fmt: skip


def day_of(row: Row) -> date:
    return date.fromisoformat(row["day"])


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def spanned(days: int, *, vague: bool = False) -> str:
    if days < 100:
        return f"{'about ' if vague else ''}{plural(days, 'day')}"
    if days < 730:
        return f"about {round(days / 30.44)} months"
    return f"about {round(days / 365.25)} years"


def month_of(day: date) -> str:
    """Tell the month of a beginning; in the last two days of one it may have been the next."""
    turn = day + timedelta(days=2)
    about = "" if turn.month == day.month else "about "
    return f"{about}{MONTHS[turn.month - 1]} {turn.year}"


def apart_roughly(days: int, precision: str) -> str:
    """Tell a time from a beginning that was told in months or years in those, never in days."""
    if precision == "year" or (precision == "month" and days >= 730):
        return f"about {plural(max(round(days / 365.25), 1), 'year')}"
    if precision == "month":
        return f"about {plural(max(round(days / 30.44), 1), 'month')}"
    return spanned(days, vague=True)


def lived_roughly(began: date, today: date, days: int, precision: str) -> str:
    """Tell how long it has been, where all that is known of the beginning is a month or a year."""
    if precision == "year" and today.year - began.year < 2:
        return "less than 2 years" if today.year > began.year else "less than a year"
    if precision == "month":
        if (today.year, today.month) == (began.year, began.month):
            return "less than a month"
        if (date(today.year, today.month, 1) - timedelta(days=1)).replace(day=1) <= began:
            return "less than 2 months"
    return apart_roughly(days, precision)


def place(site: str, side: str | None) -> str:
    name = SITES[site].name
    if side is None:
        middle = "middle, or " if SITES[site].sides == "LR_M" else ""
        return name if SITES[site].sides == "M" else f"{name} ({middle}side not noted)"
    return f"{name} on both sides" if side == "both" else f"{side} {name}"


def figure(value: float) -> str:
    return f"{round(value, 1):.10g}"


def is_same(at: Any, known: list[Any]) -> bool:
    """Whether a place says nothing new: its side stood with both, or a side was never noted."""
    site, side = at
    sides = [other for place, other in known if place == site]
    if side in sides:
        return True
    if SITES[site].sides == "LR" and sides and (side is None or None in sides):
        return True
    if side == "both":
        return "left" in sides and "right" in sides
    return side in ("left", "right") and "both" in sides


def distinct(places: list[Any], known: list[Any] | None = None) -> list[Any]:
    """Leave out of some places in their order what those before them have said."""
    before = list(known or [])
    found = []
    for at in places:
        if not is_same(at, before):
            found.append(at)
        before.append(at)
    return found


def plainest(since: dict[Any, date]) -> list[Any]:
    """Order places by day; of one day both sides come first, and a side not noted last."""
    rank = ("both", "left", "right", None)
    return sorted(since, key=lambda at: (since[at], rank.index(at[1])))


def newer(since: dict[Any, date], began: list[Any]) -> dict[Any, date]:
    """Return the places of later days that are no side of what was there before."""
    return {at: since[at] for at in distinct(plainest(since), began)}


class Oracle:
    """Every phrase with a number that the page of these lines should hold, in pieces."""

    def __init__(self, rows: list[Row], assessment: Assessment, today: date) -> None:
        self.rows = [row for row in rows if day_of(row) <= today]
        self.by_kind: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            self.by_kind[row["kind"]].append(row)
        self.answered: dict[str, tuple[Any, date]] = {}
        for row in self.of("answers"):
            for name, value in row.get("answers", {}).items():
                known = tuple(value) if isinstance(value, list) else value
                self.answered[name] = (known, day_of(row))
        self.assessment = assessment
        self.today = today
        self.seen: defaultdict[tuple[str, str | None], set[date]] = defaultdict(set)
        noted: set[date] = set()
        for row in self.of("episode") + self.of("tally"):
            twitched = row["kind"] == "episode" or (
                row.get("amount") in ("some", "many") or row.get("count", 0) > 0
            )
            noted.add(day_of(row))
            if twitched:
                self.seen[row["site"], row.get("side")].add(day_of(row))
        noted |= {day_of(row) for row in self.of("none_today")}
        self.noted = sorted(noted)

    def of(self, kind: str) -> list[Row]:
        return self.by_kind[kind]

    def phrases(self) -> list[str]:
        return [
            f"{said(self.today)}. {self.who()}, not measured.",
            *self.person(),
            *self.onset(),
            *self.flags(),
            *self.asked(),
            *self.counts_of_answers(),
            *self.tasks(),
            *self.signs(),
            *self.table_notes(),
            *self.medicines(),
            *self.substances(),
            *self.tests(),
            *self.left_out(),
            *self.outcome(),
        ]

    # ---- the opening

    def who(self) -> str:
        told = [row["value"] for row in self.of("profile") if row["code"] == "answered_by"]
        askers = {"parent": "Answered by a parent", "carer": "Answered by a carer"}
        return askers.get(told[-1] if told else "self", "Self-reported")

    def teller(self) -> str:
        """Who is named as the one who says something."""
        return {"Answered by a parent": "parent", "Answered by a carer": "carer"}.get(
            self.who(), "patient"
        )

    def person(self) -> list[str]:
        age = self.assessment.inputs.get("age_years")
        return [] if age is None else [f" of {age}, "]

    def story(self) -> Row | None:
        told = self.of("story")
        return told[-1] if told else None

    def onset_day(self) -> tuple[date | None, str]:
        story = self.story()
        if story is not None:
            return date.fromisoformat(story["onset_day"]), story.get("onset_precision", "day")
        answer, day = self.given().get("run_days", (None, self.today))
        held = self.assessment.inputs.get("run_days")
        if isinstance(answer, int) and isinstance(held, int) and 0 < answer <= held:
            return day - timedelta(days=answer - 1), "answered"
        return self.first_twitch(), "noted"

    def first_twitch(self) -> date | None:
        days = [day for found in self.seen.values() for day in found]
        days += [day_of(row) for row in self.of("window") if row["count"]]
        return min(days) if days else None

    def onset(self) -> list[str]:
        day, precision = self.onset_day()
        if day is None:
            return []
        lived = self.lived(day)
        exact = spanned(lived)
        vague = lived_roughly(day, self.today, lived, precision)
        month = month_of(day)
        return (
            {
                "day": [f"Twitching since {said(day)} ({exact})"],
                "noted": [f"First noted in the journal on {said(day)} ({exact};"],
                "answered": [
                    f"Twitching on most days since about {said(day)} ({vague}, as answered on "
                    f"{said(self.given()['run_days'][1])})"
                ]
                if precision == "answered"
                else [],
                "week": [f"Twitching since about {said(day)} ({vague})"],
                "month": [f"Twitching since {month} ({vague})"],
                "year": [f"Twitching since {day.year} ({vague})"],
            }[precision]
            + self.later()
            + self.before(day, precision)
        )

    def lived(self, onset: date) -> int:
        """Count the days since the onset, or those of the run that began with it."""
        days = (self.today - onset).days + 1
        run = self.assessment.inputs.get("run_days")
        return run if isinstance(run, int) and days - 3 <= run <= days else days

    def before(self, told: date, precision: str) -> list[str]:
        noted = self.first_twitch()
        slack = {"answered": 1, "week": 7, "month": 31, "year": 366}.get(precision, 0)
        if noted is None or (told - noted).days <= slack:
            return []
        return [f"the journal has twitching from {said(noted)}, before that. "]

    def began_before(self) -> bool:
        """Whether the length that was answered begins before the first place was noted."""
        told, precision = self.onset_day()
        first = min(day for found in self.seen.values() for day in found)
        return precision == "answered" and told is not None and (first - told).days > 1

    def later(self) -> list[str]:
        story = self.story()
        since = {at: min(days) for at, days in self.seen.items() if len(days) >= 2}
        if story is not None:
            first = (story["first_site"], story.get("first_side"))
            for told in story.get("sites", []):
                at = (told["site"], told.get("side"))
                told_day = date.fromisoformat(told["since"])
                since[at] = min(told_day, since.get(at, told_day))
        elif self.seen and self.began_before():
            return ["where it began was not told"]
        elif self.seen:
            day = min(day for found in self.seen.values() for day in found)
            began = plainest({at: day for at, days in self.seen.items() if day in days})
            since = {at: found for at, found in since.items() if at not in began}
            return [*self.along(distinct(began)), *self.joined(newer(since, began), {})]
        else:
            return []
        onset = date.fromisoformat(story["onset_day"])
        told_on: dict[Any, tuple[date, str]] = {}
        for told in story.get("sites", []):
            precision = told.get("since_precision", "day")
            one = (date.fromisoformat(told["since"]), precision)
            at = (told["site"], told.get("side"))
            told_on[at] = min(
                one, told_on.get(at, one), key=lambda it: (it[0], VAGUER.index(it[1]))
            )
        since.pop(first, None)
        along = {at: day for at, day in since.items() if day <= onset}
        order = [at for at in told_on if at in along]
        order += [at for at in plainest(along) if at not in told_on]
        began = [first, *order]
        later = {at: day for at, day in since.items() if at not in along}
        return [*self.along(distinct(began)[1:]), *self.joined(newer(later, began), told_on)]

    def along(self, places: list[Any]) -> list[str]:
        """How many places of one day are left out; those named bear no number."""
        return [f"{len(places) - 4} more in the journal"] if len(places) > 4 else []

    def joined(self, since: dict[Any, date], told_on: dict[Any, tuple[date, str]]) -> list[str]:
        """Places of later days: one that the person told bears its date, another says "noted"."""
        order = sorted(since.items(), key=lambda item: (item[1], item[0][0], item[0][1] or ""))
        shown = []
        for at, day in order[:4]:
            on, precision = told_on.get(at, (None, "day"))
            known = {
                "day": said(day),
                "week": f"about {said(day)}",
                "month": month_of(day),
                "year": str(day.year),
            }[precision]
            shown.append(f"{place(*at)} ({known if on == day else f'noted from {said(day)}'})")
        return shown + ([f"{len(order) - 4} more in the journal"] if len(order) > 4 else [])

    # ---- the check

    def given(self) -> dict[str, tuple[Any, date]]:
        return self.answered

    def flags(self) -> list[str]:
        days = self.assessment.inputs.get("run_days")
        onset, _ = self.onset_day()
        is_told = onset is not None and self.lived(onset) == days
        shown = isinstance(days, int) and days > 14 and not is_told
        found = [f"for {days} days"] if shown else []
        failed = self.failed()
        told = [f"{TASKS[task]} {said(day)}" for task, (day, _, _) in failed.items()]
        return found + told + [f"{TASKS[task]} {said(day)}" for task, day in self.behind().items()]

    def behind(self) -> dict[str, date]:
        """Return the tasks a bit harder that a sign known from the journal alone rests on."""
        found = {}
        harder = self.harder()
        shown = {name for name in self.assessment.inputs if not self.by_person(name)}
        if "weakness" in shown and self.assessment.inputs["weakness"] == "felt_only":
            found |= harder
        if "speech_swallow" in shown and self.assessment.inputs["speech_swallow"] != "none":
            found |= {task: day for task, day in harder.items() if task in ("speech", "swallow")}
        return found

    def harder(self) -> dict[str, date]:
        """Return each task that was a bit harder, and never worse, with its first day."""
        found = {}
        for task in TASKS.keys() - self.failed().keys():
            days = [day_of(row) for row in self.of("tasks") if row["answers"].get(task) == "harder"]
            if days:
                found[task] = days[0]
        return found

    def asked(self) -> list[str]:
        """Dates of answers: which ones may stand on the page, told as ranges or days."""
        days = sorted({day for _, day in self.given().values()})
        days += [day_of(row) for row in self.of("profile")]
        days += [day_of(row) for row in self.of("story")] + self.noted[-1:]
        ranges = [f"{said(a)} to {said(b)}: " for a in days for b in days if a < b]
        return ranges + [said(day) for day in days] + [said(self.today)]

    def by_person(self, name: str) -> bool:
        value = self.assessment.inputs[name]
        if name in self.given() and self.given()[name][0] == value:
            return True
        facts = [row["value"] for row in self.of("profile") if row["code"] == name]
        if facts and (facts[-1] == value or {"yes": True, "no": False}.get(facts[-1]) is value):
            return True
        return name not in self.assessment.derived

    def open_questions(self) -> list[str]:
        """Questions without an answer that would mean something for this person."""
        known = self.assessment.inputs
        age = known.get("age_years")
        found = []
        for name, asked in INPUTS.items():
            after = [known.get(parent, False) for parent in AFTER_A_YES.get(name, ())]
            pointless = name in AFTER_A_YES and all(yes in (False, "none") for yes in after)
            of_children = name in {"child_gait_or_movement", "tics"}
            grown = of_children and isinstance(age, int) and age >= 16
            small = isinstance(age, int) and age < NOT_BEFORE.get(name, 0)
            said_elsewhere = "profile" in asked.origin or name in SAID_ELSEWHERE
            if not (name in known or pointless or grown or small or said_elsewhere):
                found.append(name)
        return found

    def counts_of_answers(self) -> list[str]:
        found = []
        asked = sum(self.by_person(name) for name in self.assessment.inputs)
        if asked:
            found.append(f"Nothing was answered yes among {plural(asked, 'answer')}.")
        still = self.open_questions()
        if len(still) > 16:
            rest = [name for name in still if name not in ALWAYS_NAMED]
            found.append(f"further questions of the check: {len(rest)}")
        for name, shown in self.assessment.derived.items():
            value = self.assessment.inputs.get(name)
            if isinstance(shown, int) and isinstance(value, int) and value < shown:
                began, precision = self.onset_day()
                rough = precision in ("week", "month", "year") and began is not None
                told = plural(shown, "day")
                if rough and self.lived(began) == shown:
                    told = apart_roughly(shown, precision)
                found.append(
                    f"suggests {told}, the {self.teller()} answered {plural(value, 'day')}"
                )
        return found

    # ---- what the journal shows

    def failed(self) -> dict[str, tuple[date, str, str]]:
        found = {}
        for task in TASKS:
            looks = [row for row in self.of("tasks") if task in row["answers"]]
            bad = [row for row in looks if row["answers"][task] in ("much_harder", "cannot")]
            if bad:
                last = looks[-1]["answers"][task]
                found[task] = (day_of(bad[0]), bad[0]["answers"][task], last)
        return found

    def asked_of(self, task: str) -> str:
        """Tell what was said last of since when a task is hard, and whether it is explained."""
        since = [row["since"][task] for row in self.of("tasks") if task in row.get("since", {})]
        known = [
            row["explained"][task] for row in self.of("tasks") if task in row.get("explained", {})
        ]
        said = [BEGUN[one].replace("patient", self.teller()) for one in since[-1:]] + [
            EXPLAINED[one] for one in known[-1:]
        ]
        return "".join(f"; {one}" for one in said)

    def tasks(self) -> list[str]:
        looks = self.of("tasks")
        if not looks:
            return []
        first, last = day_of(looks[0]), day_of(looks[-1])
        weeks = {(day_of(row) - first).days // 7 for row in looks}
        total = plural((self.today - first).days // 7 + 1, "week")
        found = [f"Asked in {len(weeks)} of {total} since {said(first)}, last on {said(last)}."]
        failed = self.failed()
        for task, (day, answer, now) in failed.items():
            told = self.asked_of(task)
            change = f"; when last asked {ANSWERS[now]}" if now != answer else ""
            found.append(f"{TASKS[task]}, first on {said(day)} ({ANSWERS[answer]}{told}{change})")
        for task, day in self.harder().items():
            found.append(f"{TASKS[task]} ({said(day)}{self.asked_of(task)})")
        return found

    def signs(self) -> list[str]:
        bouts = self.of("episode")
        found = []
        for sign, name in (("cramp", "Cramps"), ("tingling", "Tingling"), ("pain", "Pain")):
            with_sign = [row for row in bouts if sign in row.get("with", [])]
            if with_sign:
                places = Counter((row["site"], row.get("side")) for row in with_sign)
                shown = [f"{place(*at)} {n}" for at, n in places.most_common()[:2]]
                more = [f"{len(places) - 2} more in the journal"] if len(places) > 2 else []
                parts = [*shown, *more]
                listed = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
                found.append(
                    f"{name}: with {len(with_sign)} of {len(bouts)} single bouts, first on "
                    f"{said(day_of(with_sign[0]))} ({listed})."
                )
            elif bouts:
                found.append(f"{name}: not told with any single bout (of {len(bouts)}).")
        weights = [row for row in self.of("profile") if row["code"] == "weight_kg"]
        if weights:
            told = [f"{figure(row['value'])} kg on {said(day_of(row))}" for row in weights]
            found.append(f"Weight: {told[0]}{f', {told[-1]}' if len(told) > 1 else ''}.")
        return found

    def periods(self) -> list[tuple[date, date, str]]:
        """Cut the noted time into at most four parts, each with its name."""
        if not self.noted:
            return []
        first, last = self.noted[0], self.noted[-1]
        months = []
        year, month = first.year, first.month
        while (year, month) <= (last.year, last.month):
            months.append((year, month))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        earlier = months[:-3] if len(months) > 4 else []
        found = []
        if earlier:
            (y, m), (y2, m2) = earlier[0], earlier[-1]
            name = f"{MONTHS[m - 1]} {y} to {MONTHS[m2 - 1]} {y2}"
            found.append((first, self.last_of(y2, m2), name))
        for y, m in months[len(earlier) :]:
            begin = max(first, date(y, m, 1))
            end = min(self.today, self.last_of(y, m))
            whole = begin.day == 1 and end == self.last_of(y, m)
            name = f"{MONTHS[m - 1]} {y}" if whole else f"{begin.day} to {said(end)}"
            found.append((begin, end, said(begin) if begin == end else name))
        return found

    @staticmethod
    def last_of(year: int, month: int) -> date:
        after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
        return after - timedelta(days=1)

    def table(self) -> list[tuple[str, list[str]]]:
        """Return each region's printed cells, period by period, side by side."""
        rows = dict(REGIONS)
        if ("everywhere", None) in self.seen:
            rows["All over"] = {"everywhere"}
        sides = [("left", "both"), ("right", "both")]
        if any(side is None for _, side in self.seen):
            sides.append((None,))  # type: ignore[arg-type]
        found = []
        for name, groups in rows.items():
            cells = []
            for begin, end, _ in self.periods():
                noted = [day for day in self.noted if begin <= day <= end]
                for side in sides:
                    days = {
                        day
                        for (site, at), seen in self.seen.items()
                        if SITES[site].group in groups and at in side
                        for day in seen
                        if begin <= day <= end
                    }
                    cells.append(str(len(days)) if noted else "–")
            found.append((name, cells))
        return found

    def table_notes(self) -> list[str]:
        if not self.noted:
            return []
        first, last = self.noted[0], self.noted[-1]
        order = sorted(
            self.seen.items(), key=lambda item: (-len(item[1]), min(item[1]), str(item[0]))
        )
        found = [f"{place(*at)} {plural(len(days), 'day')}" for at, days in order[:5]]
        if len(order) > 5:
            found.append(f"{len(order) - 5} more in the journal")
        for begin, end, name in self.periods():
            noted = [day for day in self.noted if begin <= day <= end]
            found.append(f"{name}: {len(noted)} of {(end - begin).days + 1}")
            found.append(name)
        found.append(f"in all: {len(self.noted)} of {(self.today - first).days + 1}.")
        looks = [row["count"] for row in self.of("window")]
        if looks:
            found.append(f"Fixed looks: {len(looks)}, median count {figure(median(looks))}.")
        if last != self.today:
            found.append(f"No note since {said(last)}.")
        return found

    # ---- what the person recorded

    def medicines(self) -> list[str]:
        """Return the phrases of each medicine shown, those still taken first."""
        by_name: dict[str, list[Row]] = {}
        for row in self.of("medicine"):
            by_name.setdefault(row["name"].lower(), []).append(row)
        lines = []
        for told in by_name.values():
            starts = [row for row in told if row["action"] == "start"]
            changes = [row for row in told if row["action"] == "change"]
            stopped = day_of(told[-1]) if told[-1]["action"] == "stop" else None
            parts = [self.from_onset(day_of(starts[0]))] if starts else []
            parts += [f"again from {said(day_of(starts[-1]))}"] if len(starts) > 1 else []
            parts += [f"changed {said(day_of(changes[-1]))}"] if changes else []
            parts += [f"stopped {said(stopped)}"] if stopped else []
            known = [day_of(starts[-1])] if starts else []
            known += [day_of(changes[-1])] if changes else []
            known += [stopped] if stopped else []
            order = (stopped is not None, -max(known).toordinal())
            lines.append((order, "; ".join(parts)))
        lines.sort(key=lambda line: line[0])
        shown = [line for _, line in lines[:6]]
        return shown + ([f"{len(lines) - 6} more in the journal"] if len(lines) > 6 else [])

    def from_onset(self, day: date) -> str:
        onset, precision = self.onset_day()
        if onset is None:
            return said(day)
        apart = (day - onset).days
        vague = {"answered": 1, "week": 7, "month": 31, "year": 366}.get(precision, 0)
        if vague and abs(apart) <= vague:
            return f"{said(day)}, around onset"
        if apart == 0:
            return f"{said(day)}, the same day"
        when = "before" if apart < 0 else "after"
        far = apart_roughly(abs(apart), precision) if vague else spanned(abs(apart))
        return f"{said(day)}, {far} {when}"

    def exposure(self, code: str) -> dict[date, float]:
        values: dict[date, float] = {}
        typed = set()
        for row in self.of("exposure"):
            if row["code"] == code:
                if row.get("source", "self") == "self":
                    typed.add(day_of(row))
                    values[day_of(row)] = row["value"]
                elif day_of(row) not in typed:
                    values[day_of(row)] = row["value"]
        return values

    def substances(self) -> list[str]:
        found = []
        for code, unit in SUBSTANCES.values():
            values = self.exposure(code)
            if not values:
                continue
            first, last = min(values), max(values)
            middle = self.amount(median(values.values()), unit)
            found.append(f"median {middle} a day, {plural(len(values), 'day')} noted")
            early = [value for day, value in values.items() if (day - first).days < 14]
            recent = [value for day, value in values.items() if (self.today - day).days < 14]
            if (last - first).days >= 28 and recent:
                a, b = (self.amount(median(part), unit) for part in (early, recent))
                found.append(f"first 2 weeks {a}, last 2 weeks {b}")
        return found

    @staticmethod
    def amount(value: float, unit: str) -> str:
        if unit != "min":
            return f"{figure(value)} {unit}"
        whole = round(value)
        return f"{whole // 60} h {whole % 60} min" if whole % 60 else f"{whole // 60} h"

    def tests(self) -> list[str]:
        told = self.of("examination")
        found = [said(day_of(row)) for row in told[-5:]]
        return found + ([f"Earlier ones in the journal: {len(told) - 5}."] if len(told) > 5 else [])

    def left_out(self) -> list[str]:
        fears = [row for row in self.of("question") if row.get("fear")]
        remarks = [row for row in self.of("question") if row.get("remark")]
        questions = [
            row for row in self.of("question") if not (row.get("fear") or row.get("remark"))
        ]
        found = [f"{number}. Why?" for number in range(1, min(len(questions), 3) + 1)]
        found += [f"The doctor should also know: “{row['text']}”" for row in remarks[-1:]]
        rest = max(len(fears) - 1, 0) + max(len(remarks) - 1, 0) + max(len(questions) - 3, 0)
        return found + ([f"{rest} more in the journal."] if rest else [])

    def outcome(self) -> list[str]:
        done = self.assessment
        tail = [f"Rules version {done.rules_version}.", "Made with Myolog 0.1.0"]
        if not self.of("answers"):
            return ["The check was not done, so nothing was suggested.", *tail]
        if done.urgency is None:
            found = [f"{plural(len(done.missing), 'question')} of the check still open."]
        else:
            still = sum(answer == "not_asked" for answer in done.checklist_answers.values())
            open_ones = f", {still} open" if still else ""
            found = [f"checklist {len(done.checklist)} of 6{open_ones})"]
            found += [reason.code for reason in done.reasons[:14]]
            if len(done.reasons) > 14:
                found.append(f" and {len(done.reasons) - 14} more; ")
        return [*found, *tail]
