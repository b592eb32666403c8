"""Structured logs without personal data: one JSON line per event, ids and codes only."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_ALLOWED = (
    "pad",
    "status",
    "ms",
    "laptop",
    "code",
    "naam",
    "n",
    "reden",
    "poging",
    "opdrachten",
    "rijen",
    "bucket",
)


class JsonLines(logging.Formatter):
    """Only known keys leave the process; the text of an exception may hold values, so only its type does."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "melding": record.msg if not record.args else record.msg % record.args,
        }
        line |= {key: value for key in _ALLOWED if (value := getattr(record, key, None)) is not None}
        if record.exc_info and record.exc_info[0]:
            line["fout"] = record.exc_info[0].__name__
            line["plaats"] = _place(record)
        return json.dumps(line, ensure_ascii=False)


def _place(record: logging.LogRecord) -> str:
    trace = record.exc_info[2] if record.exc_info else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def configure() -> None:
    """Logs go to stderr, where the service manager reads them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("central", "desktop"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
