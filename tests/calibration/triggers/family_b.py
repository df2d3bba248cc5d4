"""Family B: other mechanics, not written with the model in mind.

Bouts follow each other within hours, days come in bursts, levels jump, exposures add instead of
multiply, a diary stops counting, and an unlogged cause moves exposure and twitching alike.
"""

import numpy as np

from tests.calibration.triggers.people import (
    Array,
    Person,
    autoregression,
    delayed,
    draw_effect,
    drift,
    random_kernel,
)

KINDS = (
    "self-exciting",
    "heavy tails",
    "bursts, nothing acts",
    "random walks, nothing acts",
    "drift of both, nothing acts",
    "drift of both",
    "unlogged cause",
    "capped diary",
    "four smooth days",
    "hours added up",
    "jumping level",
    "heavy tails, nothing acts",
)
NULLS = frozenset(kind for kind in KINDS if kind.endswith("nothing acts"))


def draw_person(kind: str, days: int, rng: np.random.Generator) -> Person:
    """Invent one person of a kind."""
    names = [f"x{index}" for index in range(rng.integers(8, 13))]
    exposures = {name: _habit(rng, days) for name in names}
    acting = [] if kind in NULLS else list(rng.choice(names, rng.integers(1, 4), replace=False))
    known = np.full(days, rng.uniform(0.2, 2.3))
    hidden = np.zeros(days)
    if kind.startswith("drift of both"):
        slow = drift(rng, days, 1.0)
        known = known + rng.uniform(0.3, 0.7) * slow
        for name in names[::2]:
            x = exposures[name]
            exposures[name] = x + rng.uniform(1, 2) * x.std() * slow
    if kind.startswith("random walks"):
        hidden = _standard(rng.normal(size=days).cumsum()) * rng.uniform(0.3, 0.7)
        for name in names:
            if rng.random() < 0.5:
                exposures[name] = _standard(rng.normal(size=days).cumsum())
    if kind == "unlogged cause":
        cause = autoregression(rng, days, 0.6)
        hidden = 0.2 * cause
        moved = [name for name in names if name not in acting][:1]
        for name in moved:
            exposures[name] = exposures[name] + 0.5 * exposures[name].std() * cause
    if kind == "jumping level":
        hidden = _jumps(rng, days)
    units = {name: float(x.std() * rng.uniform(0.7, 1.5)) for name, x in exposures.items()}
    for name, x in exposures.items():
        if set(np.unique(x)) <= {0.0, 1.0}:
            units[name] = 1.0
    kernels = {name: random_kernel(rng) for name in names}
    if kind == "four smooth days":
        kernels = {name: _smooth(rng) for name in names}
    columns = {name: delayed(x / units[name], kernels[name]) for name, x in exposures.items()}
    effects = {name: draw_effect(rng) for name in acting}
    driven = sum((effects[name] * columns[name] for name in effects), np.zeros(days))
    counts, effects = _count(rng, kind, known + hidden, driven, effects, columns)
    logged = rng.random(days) < rng.uniform(0.75, 1.0)
    return Person(
        kind=kind,
        counts=np.where(logged, counts, np.nan),
        exposures=exposures,
        units=units,
        effects=effects,
        columns=columns,
        nuisance=known,
    )


def _habit(rng: np.random.Generator, days: int) -> Array:
    """Draw an exposure as people live: amounts in steps, spells, or now and then."""
    kind = rng.integers(4)
    if kind == 0:
        return rng.poisson(rng.uniform(1, 4), days).astype(float)
    if kind == 1:
        spells = np.repeat(rng.normal(size=days), rng.integers(1, 5, days))[:days]
        return spells + 0.5 * rng.normal(size=days)
    if kind == 2:
        yes = (rng.random(days) < rng.uniform(0.15, 0.5)).astype(float)
        yes[:4] = [0, 1, 0, 1]
        return yes
    moving = np.convolve(rng.standard_t(5, days + 2), [0.5, 0.3, 0.2], "valid")
    return moving


def _standard(series: Array) -> Array:
    return (series - series.mean()) / series.std()


def _jumps(rng: np.random.Generator, days: int) -> Array:
    level, levels = rng.normal(0, 0.5), np.empty(days)
    for day in range(days):
        if rng.random() < 1 / 12:
            level = rng.normal(0, 0.5)
        levels[day] = level
    return levels


def _smooth(rng: np.random.Generator) -> Array:
    raw = (np.array([1.0, 1, 1, 1]), np.array([0.6, 1, 0.9, 0.5]), np.array([1, 0.9, 0.7, 0.4]))[
        rng.integers(3)
    ]
    return raw / raw.sum()


def _count(
    rng: np.random.Generator,
    kind: str,
    base: Array,
    driven: Array,
    effects: dict[str, float],
    columns: dict[str, Array],
) -> tuple[Array, dict[str, float]]:
    rate = np.exp(np.clip(base + driven, -8, 6))
    if kind in {"self-exciting", "bursts, nothing acts"}:
        return _excite(rng, rate, rng.uniform(0.3, 0.6)), effects
    if kind.startswith("heavy tails"):
        return rng.poisson(
            rate * np.exp(0.5 * rng.standard_t(3, len(rate)) - 0.2).clip(0, 30)
        ).astype(float), effects
    if kind == "capped diary":
        counts = rng.poisson(rate * rng.gamma(4, 0.25, len(rate))).astype(float)
        cap = max(np.floor(np.quantile(counts, rng.uniform(0.6, 0.85))), 3)
        return np.minimum(counts, cap), effects
    if kind == "hours added up":
        return _add_hours(rng, base, effects, columns)
    wobble = 0.3 * autoregression(rng, len(rate), rng.uniform(0.2, 0.8))
    return rng.poisson(rate * np.exp(wobble) * rng.gamma(6, 1 / 6, len(rate))).astype(
        float
    ), effects


def _excite(rng: np.random.Generator, rate: Array, share: float) -> Array:
    """Let each bout bring `share` others, mostly the same day, fading over days."""
    carried, counts = 0.0, np.zeros(len(rate))
    for day, own in enumerate(rate * (1 - share)):
        today = rng.poisson(own * rng.gamma(3, 1 / 3) + carried)
        extra = today
        while extra:
            extra = rng.poisson(extra * share * 0.5)
            today += extra
        today = min(today, 400)
        counts[day] = today
        carried = 0.6 * carried + 0.4 * share * 0.5 * today
    return counts


def _add_hours(
    rng: np.random.Generator, base: Array, effects: dict[str, float], columns: dict[str, Array]
) -> tuple[Array, dict[str, float]]:
    """Add what each exposure brings, hour by hour, instead of multiplying."""
    days = len(base)
    usual = np.exp(base)
    share = np.ones(days)
    for name, effect in effects.items():
        share = share + np.sign(effect) * np.expm1(abs(effect)) * columns[name] * 0.7
    share = np.maximum(share, 0.08)
    hours = np.clip(np.sin(np.linspace(0, np.pi, 16)), 0.1, None)
    hours = hours / hours.sum()
    slow = np.exp(0.25 * np.repeat(autoregression(rng, days * 2, 0.8), 8).reshape(days, 16))
    counts = rng.poisson((usual * share)[:, None] * hours * slow).sum(axis=1).astype(float)
    log_share = np.log(share)
    design = np.stack([columns[name] - columns[name].mean() for name in effects], axis=1)
    slopes = np.linalg.lstsq(design, log_share - log_share.mean(), rcond=None)[0]
    return counts, dict(zip(effects, map(float, slopes), strict=True))
