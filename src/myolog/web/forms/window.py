"""A two-minute look as typed."""

from myolog.web.forms.typed import WholeField, ZoneField
from myolog.web.forms.writing import WritingForm


class WindowForm(WritingForm):
    """What was felt in a two-minute look."""

    count = WholeField(low=0, high=999, name="The count")
    zone = ZoneField(required=False)
