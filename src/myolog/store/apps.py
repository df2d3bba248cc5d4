"""The store as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The one application that has tables."""

    name = "myolog.store"
    label = "store"
