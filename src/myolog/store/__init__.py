"""The store: one person's journal in a database, reached by `start`, services and selectors.

The only place with the ORM. Shells call `start` once, then import `store.selectors` (reads) and
`store.services` (writes); nobody else imports `store.models`.
"""

from myolog.store.folder import data_folder
from myolog.store.opening import start

__all__ = ["data_folder", "start"]
