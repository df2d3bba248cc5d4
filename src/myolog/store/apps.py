"""The store as a Django application."""

from django.apps import AppConfig
from django.conf import settings


class StoreConfig(AppConfig):
    """The one application that has tables."""

    name = "myolog.store"
    label = "store"

    def ready(self) -> None:
        """Let the process go on in the zone of this computer, which Django has changed."""
        from myolog.store.computer import put_clock_back

        put_clock_back(settings.TZ_OF_THE_COMPUTER)
