"""Family A: log-linear counts on a wandering level, with fifteen kinds of difficulty."""

import numpy as np

from tests.calibration.triggers.people import (
    Array,
    Person,
    autoregression,
    bend,
    delayed,
    draw_counts,
    draw_effect,
    drift,
    exposure_series,
    per_unit,
    random_kernel,
)

KINDS = (
    "plain",
    "nothing acts",
    "nothing acts, shared drift",
    "nothing acts, sticky level",
    "shared drift",
    "weekdays",
    "chain",
    "reverse",
    "attention",
    "logged when it twitches",
    "bent dose",
    "spread over days",
    "rare yes/no",
    "moving together",
    "few twitches",
)
NULLS = frozenset(kind for kind in KINDS if kind.startswith("nothing"))
_FORMS = ("wavering", "wavering", "skewed", "rated", "yes/no")


def draw_person(kind: str, days: int, rng: np.random.Generator) -> Person:
    """Invent one person of a kind."""
    names = [f"x{index}" for index in range(rng.integers(8, 13))]
    forms = [_FORMS[rng.integers(len(_FORMS))] for _ in names]
    if kind == "rare yes/no":
        forms = ["yes/no"] * len(names)
    exposures = {
        name: exposure_series(rng, days, form) for name, form in zip(names, forms, strict=True)
    }
    acting = [] if kind in NULLS else list(rng.choice(names, rng.integers(1, 4), replace=False))
    if kind == "rare yes/no":
        for name in names:
            exposures[name] = (rng.random(days) < rng.uniform(0.06, 0.2)).astype(float)
    if kind == "moving together":
        _entwine(rng, exposures, acting)
    wander = _draw_wander(rng, kind)
    nuisance = _draw_nuisance(rng, kind, days, exposures)
    if kind == "chain":
        _chain(rng, exposures, acting)
    for name in names:
        if exposures[name].std() == 0:
            exposures[name][:: max(days // 6, 1)] += 1.0
    units = {name: float(exposures[name].std() * rng.uniform(0.7, 1.5)) for name in names}
    for name in names:
        if set(np.unique(exposures[name])) <= {0.0, 1.0}:
            units[name] = 1.0
    base = rng.uniform(np.log(0.4), np.log(1.5)) if kind == "few twitches" else rng.uniform(0, 2.3)
    level = wander[0] * autoregression(rng, days, wander[1])
    effects = {name: draw_effect(rng) for name in acting}
    attention = None
    if kind == "attention":
        attention = np.clip(
            rng.gamma(2, 1, days) * np.exp(0.5 * autoregression(rng, days, 0.6)), 0, None
        )
        looks = np.log(2) * (attention > np.median(attention))
        nuisance = nuisance + looks
        twin = names[0]
        exposures[twin] = exposures[twin] + 0.7 * exposures[twin].std() * looks / np.log(2)
    kernels = {name: random_kernel(rng) for name in names}
    shapes = dict.fromkeys(names, "straight")
    if kind == "spread over days":
        for name in names:
            kernels[name] = _spread(rng)
    if kind == "bent dose":
        for name in names:
            shapes[name] = str(rng.choice(["beyond", "step", "levels off"]))
            kernels[name] = kernels[name] if rng.random() < 0.5 else np.array([1.0])
    if kind == "reverse":
        counts, columns = _feed_back(
            rng, exposures, units, effects, base + nuisance + level, wander[2], acting
        )
    else:
        columns = {
            name: delayed(per_unit(bend(x, shapes[name]), x, units[name]), kernels[name])
            if set(np.unique(x)) - {0.0, 1.0}
            else delayed(x, kernels[name])
            for name, x in exposures.items()
        }
        driven = sum((effects[name] * columns[name] for name in effects), np.zeros(days))
        counts = draw_counts(rng, base + nuisance + level + driven, wander[2])
    counts = _log(rng, kind, counts)
    for name in names:
        if rng.random() < 0.3:
            exposures[name] = np.where(rng.random(days) < 0.12, np.nan, exposures[name])
            columns[name] = np.where(np.isnan(exposures[name]), 0.0, columns[name])
    return Person(
        kind=kind,
        counts=counts,
        exposures=exposures,
        units=units,
        attention=attention,
        effects=effects,
        columns=columns,
        nuisance=base + nuisance,
        wander={"sigma": wander[0], "phi": wander[1], "k": wander[2]},
    )


def _draw_wander(rng: np.random.Generator, kind: str) -> tuple[float, float, float]:
    phi = rng.uniform(0.8, 0.95) if kind == "nothing acts, sticky level" else rng.uniform(0.2, 0.85)
    return (
        float(rng.uniform(0.15, 0.6)),
        float(phi),
        float(np.exp(rng.uniform(np.log(3), np.log(30)))),
    )


def _draw_nuisance(
    rng: np.random.Generator, kind: str, days: int, exposures: dict[str, Array]
) -> Array:
    weekday = np.arange(days) % 7
    nuisance = rng.normal(0, 0.1, 7)[weekday]
    if "drift" in kind:
        shape = drift(rng, days, 1.0)
        nuisance = nuisance + rng.uniform(1, 2) * 0.4 * shape
        for name in exposures:
            if rng.random() < 0.5 and set(np.unique(exposures[name])) - {0.0, 1.0}:
                x = exposures[name]
                exposures[name] = x + rng.uniform(1, 2) * x.std() * shape * rng.choice([-1, 1])
    if kind == "weekdays":
        nuisance = nuisance + 0.35 * (weekday >= 5)
        for name in exposures:
            if rng.random() < 0.5 and set(np.unique(exposures[name])) - {0.0, 1.0}:
                x = exposures[name]
                exposures[name] = x + x.std() * (weekday >= 5) * rng.choice([-1, 1])
    return nuisance


def _chain(rng: np.random.Generator, exposures: dict[str, Array], acting: list[str]) -> None:
    """Let an exposure that does nothing by itself move one that acts."""
    middle = acting[0]
    first = rng.choice([name for name in exposures if name not in acting])
    x = exposures[first]
    if x.std() == 0:
        return
    own = autoregression(rng, len(x), 0.3)
    exposures[middle] = 0.7 * (x - x.mean()) / x.std() + 0.7 * own


def _entwine(rng: np.random.Generator, exposures: dict[str, Array], acting: list[str]) -> None:
    """Let some exposures move together, acting or not."""
    names = list(exposures)
    rng.shuffle(names)
    group = list(dict.fromkeys([*acting[:1], *names]))[:4]
    days = len(exposures[names[0]])
    shared = autoregression(rng, days, 0.4)
    for name in group:
        exposures[name] = 0.8 * shared + 0.6 * autoregression(rng, days, 0.4)


def _spread(rng: np.random.Generator) -> Array:
    raw = (
        rng.uniform(0.4, 0.8) ** np.arange(5),
        np.array([1.0, 1, 1]),
        np.array([1.0, 2, 2, 1]),
        np.array([0.0, 1, 1]),
    )[rng.integers(4)]
    return raw / raw.sum()


def _feed_back(
    rng: np.random.Generator,
    exposures: dict[str, Array],
    units: dict[str, float],
    effects: dict[str, float],
    log_rate: Array,
    k: float,
    acting: list[str],
) -> tuple[Array, dict[str, Array]]:
    """Let yesterday's count raise two exposures today; everything acts on the same day."""
    days = len(log_rate)
    names = list(exposures)
    moved = [name for name in names if set(np.unique(exposures[name])) - {0.0, 1.0}][:2]
    if acting and acting[0] not in moved and moved:
        moved[0] = acting[0] if set(np.unique(exposures[acting[0]])) - {0.0, 1.0} else moved[0]
    counts = np.zeros(days)
    usual = np.exp(log_rate).mean()
    spread = {name: exposures[name].std() for name in names}
    means = {name: exposures[name].mean() for name in names}
    for day in range(days):
        if day:
            push = np.clip(np.log((counts[day - 1] + 0.5) / (usual + 0.5)), -2, 2)
            for name in moved:
                exposures[name][day] += 0.6 * spread[name] * push
        eta = log_rate[day] + sum(
            effect * (exposures[name][day] - means[name]) / units[name]
            for name, effect in effects.items()
        )
        counts[day] = draw_counts(rng, np.array([eta]), k)[0]
    return counts, {name: (x - x.mean()) / units[name] for name, x in exposures.items()}


def _log(rng: np.random.Generator, kind: str, counts: Array) -> Array:
    """Leave days unlogged: at random, or more often the quieter they are."""
    days = len(counts)
    if kind == "logged when it twitches":
        chance = 1 / (1 + np.exp(-(-0.6 + 1.0 * np.log1p(counts))))
    else:
        chance = np.full(days, rng.uniform(0.75, 1.0))
    logged = rng.random(days) < chance
    return np.where(logged, counts, np.nan)
