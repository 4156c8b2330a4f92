"""Which steps lead from an empty file to today's tables? Each is applied once, with its receipt, in one transaction."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("rolecall")


@MIGRATIONS()
def create_postings(database: Database) -> None:
    """One row per posting: the raw text it was read from, and the reading with all its evidence as JSON.

    `digest` is the SHA-256 of the text without differences in white space; a text that holds several postings gives
    several rows, told apart by `part`.
    """
    database["postings"].create(  # type: ignore[union-attr]
        {
            "id": int,
            "digest": str,
            "part": int,
            "source": str,
            "received": str,
            "language": str,
            "raw": str,
            "posting": str,
        },
        pk="id",
        not_null={"digest", "part", "source", "received", "language", "raw", "posting"},
    )
    database["postings"].create_index(["digest", "part"], unique=True)  # type: ignore[union-attr]


@MIGRATIONS()
def create_conversations(database: Database) -> None:
    """One row per chat: the posting in focus, the results last shown as a JSON list, the last question."""
    database["conversations"].create(  # type: ignore[union-attr]
        {"chat": int, "focus": int, "results": str, "question": str}, pk="chat", not_null={"results"}
    )


@MIGRATIONS()
def create_queries(database: Database) -> None:
    """One row per query line that a button refers to by its number."""
    database["queries"].create({"id": int, "line": str}, pk="id", not_null={"line"})  # type: ignore[union-attr]
    database["queries"].create_index(["line"], unique=True)  # type: ignore[union-attr]


@MIGRATIONS()
def create_inbox(database: Database) -> None:
    """One row per update, stored before it is acted on; `payload` is emptied when it is done, the number stays."""
    database["inbox"].create(  # type: ignore[union-attr]
        {"update": int, "payload": str, "done": int}, pk="update", not_null={"payload", "done"}, defaults={"done": 0}
    )
    database["inbox"].create_index(["done", "update"])  # type: ignore[union-attr]


@MIGRATIONS()
def create_outbox(database: Database) -> None:
    """One row per message to send: where to, what, and how far it got. Times are milliseconds since 1970, UTC.

    `key` names a message that must be queued once only (one digest of one day), and is null for a reply.
    """
    database["outbox"].create(  # type: ignore[union-attr]
        {
            "id": int,
            "key": str,
            "purpose": str,
            "chat": int,
            "thread": int,
            "answers": int,
            "edits": int,
            "inline": str,
            "payload": str,
            "state": str,
            "due": int,
            "queued": int,
            "sending": int,
            "ended": int,
            "attempts": int,
            "reason": str,
            "message": int,
        },
        pk="id",
        not_null={"purpose", "chat", "payload", "state", "due", "queued", "attempts"},
    )
    database["outbox"].create_index(["key"], unique=True)  # type: ignore[union-attr]
    database["outbox"].create_index(["state", "id"])  # type: ignore[union-attr]
    database["outbox"].create_index(["chat", "state"])  # type: ignore[union-attr]


@MIGRATIONS()
def give_postings_owners(database: Database) -> None:
    """`owner` is the private chat that alone sees the posting, null for a public one; each owner keeps a text once."""
    database.execute("alter table postings add column owner integer")
    database.execute("drop index if exists idx_postings_digest_part")
    database.execute("create unique index postings_digest on postings (digest, part, coalesce(owner, 0))")
    database.execute("create index postings_owner on postings (owner, id)")


@MIGRATIONS()
def add_forms(database: Database) -> None:
    """`form` says in which form a posting was received; `text` is what its markup says, over `runs` into `raw`."""
    database.execute("alter table postings add column form text not null default 'text'")
    database.execute("alter table postings add column text text")
    database.execute("alter table postings add column runs text")


@MIGRATIONS()
def number_changes(database: Database) -> None:
    """One row per posting that ever was: its last change. Numbers only rise, so that an index can ask what it missed.

    `library` tells this database from every other; an index that belongs to another one is not taken.
    """
    database.execute("create table changes (number integer primary key autoincrement, posting integer not null unique)")
    database.execute("insert into changes (posting) select id from postings order by id")
    for event, row in (("insert", "new"), ("update", "new"), ("delete", "old")):
        database.execute(
            f"create trigger postings_{event}_is_a_change after {event} on postings"
            f" begin insert or replace into changes (posting) values ({row}.id); end"
        )
    database.execute("create table library (identity text not null)")
    database.execute("insert into library values (lower(hex(randomblob(8))))")


@MIGRATIONS()
def create_marks(database: Database) -> None:
    """One row per posting that a person saved or hid; a person is the number of the private chat."""
    database["marks"].create(  # type: ignore[union-attr]
        {"person": int, "posting": int, "mark": str, "time": int}, pk=("person", "mark", "posting"), not_null={"time"}
    )
    database["marks"].create_index(["posting"])  # type: ignore[union-attr]


@MIGRATIONS()
def remember_what_messages_show(database: Database) -> None:
    """`about` is the posting that a message shows, `asker` the person of a group whom it answers."""
    database.execute("alter table outbox add column about integer")
    database.execute("alter table outbox add column asker integer")
    database.execute("create index outbox_message on outbox (chat, message)")


@MIGRATIONS()
def give_queries_chats(database: Database) -> None:
    """`chat` is where a query was typed (0 for an inline query), `token` names it in a link."""
    database.execute("drop index if exists idx_queries_line")
    database.execute("alter table queries add column chat integer not null default 0")
    database.execute("alter table queries add column token text")
    database.execute("create unique index queries_chat_line on queries (chat, line)")
    database.execute("create index queries_token on queries (token)")


@MIGRATIONS()
def create_preferences(database: Database) -> None:
    """One row per chat that set something."""
    database["preferences"].create(  # type: ignore[union-attr]
        {"chat": int, "zone": str, "rhythm": str}, pk="chat", not_null={"rhythm"}
    )


@MIGRATIONS()
def create_pulse(database: Database) -> None:
    """One row: when the running bot last gave a sign of life, in milliseconds since 1970."""
    database.execute("create table pulse (beat integer)")
    database.execute("insert into pulse values (null)")


@MIGRATIONS()
def create_subscriptions(database: Database) -> None:
    """One row per saved search that tells a chat of new postings; the schedule as JSON, times in milliseconds.

    `seen` is the highest posting that was looked at; `due` is when to look again.
    """
    database["subscriptions"].create(  # type: ignore[union-attr]
        {
            "id": int,
            "line": str,
            "chat": int,
            "owner": int,
            "schedule": str,
            "thread": int,
            "chat_title": str,
            "standing": str,
            "created": int,
            "due": int,
            "seen": int,
            "ran": int,
            "matched": int,
            "sent": int,
            "problem": str,
        },
        pk="id",
        not_null={"line", "chat", "owner", "schedule", "standing", "created", "due", "seen", "matched", "sent"},
        defaults={"chat_title": "", "matched": 0, "sent": 0, "problem": ""},
    )
    database["subscriptions"].create_index(["standing", "due"])  # type: ignore[union-attr]
    database["subscriptions"].create_index(["chat"])  # type: ignore[union-attr]
    database["subscriptions"].create_index(["owner"])  # type: ignore[union-attr]
    database.execute("create table watermark (posting integer not null)")
    database.execute("insert into watermark select coalesce(max(id), 0) from postings")


@MIGRATIONS()
def create_drafts(database: Database) -> None:
    """One row per order that somebody looks at before it is saved; `shown_in` is the chat with its buttons."""
    database["drafts"].create(  # type: ignore[union-attr]
        {
            "id": int,
            "shown_in": int,
            "line": str,
            "schedule": str,
            "chat": int,
            "owner": int,
            "thread": int,
            "chat_title": str,
            "replaces": int,
            "made": int,
        },
        pk="id",
        not_null={"shown_in", "line", "schedule", "chat", "owner", "chat_title", "made"},
    )


@MIGRATIONS()
def create_lease(database: Database) -> None:
    """One row: who leads. `epoch` counts the leaders; `renewals` moves while the leader lives, `renewed` says when.

    `process` is the leader's number in `place`, a host and its namespace of numbers.

    A message on the wire bears the epoch of its sender. The lead's renewals take the place of the pulse.
    """
    database.execute(
        "create table lease (epoch integer not null, process integer not null, place text not null,"
        " renewals integer not null, renewed integer not null)"
    )
    database.execute("insert into lease values (0, 0, '', 0, 0)")
    database.execute("drop table pulse")
    database.execute("alter table outbox add column epoch integer not null default 0")
    database.execute("create index outbox_ended on outbox (ended)")


@MIGRATIONS()
def follow_pages(database: Database) -> None:
    """`page_changes` has a row per field that changed when a page was read again; times in milliseconds.

    A posting is found by its `source` then. `told` of a subscription is when its last digest was queued.
    """
    database["page_changes"].create(  # type: ignore[union-attr]
        {"id": int, "posting": int, "field": str, "before": str, "after": str, "time": int, "told": int},
        pk="id",
        not_null={"posting", "field", "before", "after", "time", "told"},
    )
    database["page_changes"].create_index(["told"])  # type: ignore[union-attr]
    database["page_changes"].create_index(["field", "time"])  # type: ignore[union-attr]
    database.execute("create index postings_source on postings (source)")
    database.execute("alter table subscriptions add column told integer")


@MIGRATIONS()
def remember_publications(database: Database) -> None:
    """One row per private posting that became public, with who saw it before; the watermark says what woke searches."""
    database.execute(
        "create table publications (number integer primary key autoincrement, posting integer not null,"
        " owner integer not null, time integer not null)"
    )
    database.execute("create index publications_time on publications (time)")
    database.execute("alter table watermark add column publication integer not null default 0")


@MIGRATIONS()
def remember_drafts_of_messages(database: Database) -> None:
    """`draft` is the order that a message shows before it is saved, so that an answer can change it."""
    database.execute("alter table outbox add column draft integer")
