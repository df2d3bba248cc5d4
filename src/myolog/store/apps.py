"""The store as a Django application."""

from django.apps import AppConfig
from django.conf import settings
from django.core.signals import request_started
from django.db.backends.signals import connection_created

from myolog.store.exchange import follow_exchange, note_file


class StoreConfig(AppConfig):
    """The one application that has tables."""

    name = "myolog.store"
    label = "store"

    def ready(self) -> None:
        """Go on in the zone of this computer, not Django's; watch the journal's file."""
        from myolog.store.computer import put_clock_back

        put_clock_back(settings.TZ_OF_THE_COMPUTER)
        connection_created.connect(note_file)
        request_started.connect(follow_exchange)
