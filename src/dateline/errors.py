"""Every error that Dateline raises on purpose, in one tree.

    DatelineError
    ├── SiteError            the site folder or its dateline.toml
    │   ├── NotASite
    │   ├── NewerSite
    │   ├── SiteBusy
    │   └── BadSetting
    ├── RecordError          the ledger
    │   └── Tampered
    ├── StoreError           a derived store: pressed pages, search
    │   ├── DamagedStore
    │   └── StaleStore
    ├── CopyError            copy that cannot be taken in
    └── TakenError           a code or a slug that another story has

A message says what is wrong, where, and what to do about it. ``exit_status`` is what the command line
returns; 1 is kept for failures nobody foresaw.
"""


class DatelineError(Exception):
    """Base of all; ``what`` is the sentence, ``remedy`` the next step for the person who reads it."""

    exit_status = 2

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class SiteError(DatelineError):
    """The site folder cannot be used as it is."""


class NotASite(SiteError):
    """The folder is missing, or has no dateline.toml."""


class NewerSite(SiteError):
    """The folder was written by a newer Dateline than this one."""


class SiteBusy(SiteError):
    """Another server works on the folder, or another program has the port."""


class BadSetting(SiteError):
    """A value in dateline.toml is missing or not allowed."""


class RecordError(DatelineError):
    """The ledger refused an entry."""


class Tampered(RecordError):
    """The ledger does not prove what it says: a row was changed, lost or added outside it."""

    exit_status = 3


class StoreError(DatelineError):
    """A derived store cannot be read or written."""


class DamagedStore(StoreError):
    """A derived store is missing or broken; it is made again by ``dateline rebuild``."""


class StaleStore(StoreError):
    """A derived store was made by other templates, code or masthead than now; it is to be made again."""


class CopyError(DatelineError):
    """Copy that cannot be made into a story; the message is the reason in the import report."""


class TakenError(DatelineError):
    """The story code or slug asked for belongs to another story."""
