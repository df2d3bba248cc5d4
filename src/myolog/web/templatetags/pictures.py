"""The template tag that shows a chart: sentence, picture for a narrow and a wide page, table."""

from dataclasses import dataclass

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from myolog.charts.chart import Chart, Spec
from myolog.charts.drawing import draw_for_page
from myolog.content.catalogue import load

register = Library()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One drawing of a chart, for a page of one `width`: any, narrow or wide."""

    width: str
    svg: SafeString


@register.inclusion_tag("parts/chart.html")
def draw(chart: Chart) -> dict[str, object]:
    """Show a chart with everything that stands beside it."""
    label = load().text("chart.label", title=chart.title)
    specs = {"any": chart.spec}
    if chart.wide is not None:
        specs = {"narrow": chart.spec, "wide": chart.wide}
    pictures = tuple(_picture(width, spec, label) for width, spec in specs.items())
    return {"chart": chart, "pictures": pictures}


def _picture(width: str, spec: Spec, label: str) -> Picture:
    # Safe: an XML library wrote it, with every text escaped.
    return Picture(width=width, svg=mark_safe(draw_for_page(spec, label=label)))  # noqa: S308
