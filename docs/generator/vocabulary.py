"""Pages of the places on the body and of the exposures."""

from docs.generator.layout import code, number, page, table


def sites() -> str:
    """List every place on the body."""
    from myolog.vocabulary.sites import SITES

    sides = {"LR": "left, right or both", "M": "none", "LR_M": "left, right, both or none"}
    rows = [
        (
            code(site.code), site.name, sides[site.sides], site.region,
            site.group, site.snomed or "-", ", ".join(site.also) or "-",
        )
        for site in SITES.values()
    ]  # fmt: skip
    return page(
        "Sites",
        "Every place on the body that Myolog knows.\n"
        "The *group* is what counts as one place when spread is judged; arms and legs count per side.\n"
        "The SNOMED CT code is given where one was verified; its use may need a licence in your country.",
        table(("code", "name", "side", "region", "group", "SNOMED CT", "also called"), rows),
    )


def exposures() -> str:
    """List every exposure, and the drinks behind caffeine and alcohol."""
    from myolog.vocabulary.drinks import DRINKS
    from myolog.vocabulary.exposures import EXPOSURES

    kinds = {"rating": "rating", "yes_no": "yes/no"}
    rows = [
        (
            code(exposure.code), exposure.name, exposure.unit or kinds.get(exposure.kind, "-"),
            f"{number(exposure.low)} to {number(exposure.high)}",
            f"{number(exposure.soft_low)} to {number(exposure.soft_high)}",
            f"{exposure.change:+g}", f"{exposure.lags[0]} to {exposure.lags[1]}",
            exposure.direction, exposure.grade, exposure.source,
        )
        for exposure in EXPOSURES.values()
    ]  # fmt: skip
    drinks = [
        (
            code(drink.code), drink.name,
            "-" if drink.volume_ml is None else number(drink.volume_ml),
            number(drink.caffeine_mg), f"{number(drink.low_mg)} to {number(drink.high_mg)}",
            number(drink.alcohol_g), drink.source,
        )
        for drink in DRINKS.values()
    ]  # fmt: skip
    return page(
        "Exposures",
        "Everything that Myolog can note once a day as a possible trigger.\n"
        "A value outside the *limits* is refused; outside the *usual* range Myolog asks whether it is right.\n"
        "The *change* is the one worth talking about, the *lag* the days until it may show, the *sign* what more of it is expected to do.\n"
        "Grade R: reported as a trigger in groups of patients; M: a mechanism only; N: neither.",
        table(
            (
                "code",
                "name",
                "unit",
                "limits",
                "usual",
                "change",
                "lag in days",
                "sign",
                "grade",
                "source",
            ),
            rows,
        ),
        "## Drinks",
        "What a serving holds, when you do not know better.",
        table(("code", "name", "mL", "caffeine mg", "range mg", "alcohol g", "source"), drinks),
    )
