"""The forms of the page about backups."""

from django import forms

from myolog.web.forms.button import ButtonForm, CodeField


class FolderForm(ButtonForm):
    """The folder in which backups are kept; nothing for the usual one."""

    posts = ("place",)
    place = forms.CharField(required=False)


class LookForm(ButtonForm):
    """A backup to look at: one that the page names, or a file that is brought."""

    name = forms.CharField(required=False, strip=False)
    file = forms.FileField(required=False, allow_empty_file=True)


class RestoreForm(ButtonForm):
    """The backup that was looked at, to be put in the journal's place."""

    name = forms.CharField(required=False, strip=False)
    sure = CodeField("yes")
