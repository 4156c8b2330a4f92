"""What can go wrong, and who should hear of it?

    BotError
    ├── UserError        the request cannot be met; the phrase says why and what to do
    ├── SettingsError    a setting is missing or wrong; every one is named
    ├── SeedError        a bundled seed cannot be loaded
    ├── StoreError       the database cannot be used as asked
    └── LeaseError       another process leads, so this one may not write

Absence is not an error: what a posting does not state is None.
"""


class BotError(Exception):
    """The root of every error that rolecall raises on purpose; its text is one line for a person."""


class UserError(BotError):
    """The request cannot be met; the text says why and what to do, and may be shown as it is."""


class SettingsError(BotError):
    """Settings are missing or wrong; the text names every one of them."""


class SeedError(BotError):
    """A bundled seed posting cannot be loaded; the text names the file."""


class StoreError(BotError):
    """The database cannot be used as asked (locked, read-only, not a database); nothing was changed."""


class LeaseError(BotError):
    """Another process leads, so this one may neither write nor send; nothing was changed."""
