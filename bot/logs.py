"""What stands in the log? Times, levels and faults; never the token and never what people write.

An error's own message may quote what somebody sent, so of an exception only its kind and its places in the code are
logged, innermost last.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType

_TOKEN = re.compile(r"\d{5,12}:[\w-]{30,50}")
_QUIET = ("httpx", "httpcore", "apscheduler", "telegram.ext", "tornado.access")

_Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up_logging(level: str, form: str) -> None:
    """Logs to standard error at `level`, as lines of text or, with the form "json", as one JSON object a line."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def redacted(text: str) -> str:
    """The text without bot tokens.

    >>> redacted("POST https://api.telegram.org/bot123456:AAEabcdefghijklmnopqrstuvwxyz01234/getMe")
    'POST https://api.telegram.org/bot***/getMe'
    """
    return _TOKEN.sub("***", text)


class TextLines(logging.Formatter):
    """Lines for a terminal."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line, without tokens."""
        return redacted(super().format(record))

    def formatException(self, ei: _Fault) -> str:  # noqa: N802 - the name is the base class's
        """The kind of the exception and where it came from, without its message."""
        return _places(ei[1])


class JsonLines(TextLines):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """The object, without tokens."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = _places(record.exc_info[1])
        return redacted(json.dumps(line, ensure_ascii=False))


def _places(error: BaseException | None) -> str:
    lines: list[str] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines)
