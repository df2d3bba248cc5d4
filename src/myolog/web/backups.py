"""Days on which backups were made, as pages show them; nothing here reads the journal."""

from datetime import date, datetime

from myolog.journal.checks import zone_of
from myolog.store.computer import computer_zone
from myolog.store.kept_copies import automatic_backups, backup_folder
from myolog.web.middleware.identity import AnyRequest


def newest_of(request: AnyRequest) -> dict[str, object]:
    """Return what Settings says of backups: the day of the newest one, and where they are."""
    there = automatic_backups()
    return {
        "newest_backup": day_made(request, there[0].made_at) if there else None,
        "backup_place": str(backup_folder()),
    }


def day_made(request: AnyRequest, made_at: datetime | None) -> date | None:
    """Return the day of a backup on the clock of whoever asks."""
    if made_at is None:
        return None
    zone = request.person.zone if request.person else computer_zone() or "UTC"
    return made_at.astimezone(zone_of(zone)).date()
