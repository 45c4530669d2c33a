"""Making a site's database ready for this version: migrations, sections, the masthead's entry in the ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

import dateline
from dateline.errors import NewerSite, SiteError
from dateline.ledger.record import record
from dateline.site.folder import SiteFolder
from dateline.story import as_dict


def make_ready(folder: SiteFolder) -> None:
    """Bring the database to this version, and the ledger's masthead and the sections to dateline.toml.

    An older SQLite database is copied beside itself first. Raises NewerSite if a newer Dateline wrote it, SiteError
    if it cannot be reached.
    """
    from dateline.desk.reconcile import reconcile
    from dateline.desk.sections import sync_sections

    if connection.vendor == "sqlite" and not folder.database.exists():
        raise SiteError(f"The database {folder.database} is missing.", "Restore it from a backup.")
    try:
        _migrate(folder)
        with transaction.atomic():
            record("site", as_dict(folder.config.site))
            renamed = sync_sections(folder.config.site)
    except DatabaseError as error:
        raise SiteError(
            f"The database cannot be used: {error}.", "Check database.url, the disk and the rights."
        ) from error
    if renamed:
        reconcile()


def _migrate(folder: SiteFolder) -> None:
    executor = MigrationExecutor(connection)
    applied = {key for key in executor.loader.applied_migrations if key[0] in executor.loader.migrated_apps}
    unknown = applied - set(executor.loader.disk_migrations)
    if unknown:
        name = ".".join(min(unknown))
        raise NewerSite(
            f"The database has the migration {name}, which this Dateline does not know.",
            "Install a newer Dateline; nothing was touched.",
        )
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if applied and connection.vendor == "sqlite":
        _copy(folder.database)
    call_command("migrate", verbosity=0)


def _copy(database: Path) -> None:
    """Keep the database as it was before an upgrade."""
    beside = database.with_name(f"{database.name}.before-{dateline.__version__}")
    with closing(sqlite3.connect(database)) as old, closing(sqlite3.connect(beside)) as new:
        old.backup(new)
