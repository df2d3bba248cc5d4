"""The buttons of Today."""

from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.forms.writing import WritingForm

OTHER = "other"


class NoneTodayForm(ButtonForm, WritingForm):
    """That no twitch was noticed; the page names its day as `DatedForm` does."""


class VersionForm(ButtonForm):
    """Which of two versions of a day holds."""

    keep = CodeField("noted", OTHER)

    @property
    def takes_other(self) -> bool:
        """Whether the one that was set aside takes the place of the one that is noted."""
        return bool(self.cleaned_data["keep"] == OTHER)
