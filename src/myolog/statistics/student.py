"""Student's t, for intervals that need no numerical library."""

from math import cos, pi, sin, sqrt, tan

__all__ = ["t_quantile"]

_HALVINGS = 60


def t_quantile(coverage: float, freedom: int) -> float:
    """Return how many standard errors wide the half of an interval is.

    Parameters
    ----------
    coverage
        Share that the interval covers, above 0 and below 1.
    freedom
        Degrees of freedom, 1 or more.

    References
    ----------
    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.

    Examples
    --------
    >>> round(t_quantile(0.95, 10), 6), round(t_quantile(0.90, 26), 6)
    (2.228139, 1.705618)
    """
    low, high = 0.0, pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _covered(middle, freedom) < coverage else (low, middle)
    return tan(low) * sqrt(freedom)


def _covered(angle: float, freedom: int) -> float:
    """Return the share between -t and t, where t is tan(angle) times the root of `freedom`."""
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = 0.0
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= step / (step + 1) * cos(angle) ** 2
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total
