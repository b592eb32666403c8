"""Lets what one database's statements were compiled to serve every database that is opened after it.

Each laptop of a test has engines of its own, and the first question to each would be compiled anew, which
takes longer than the answer. Only for engines of `desktop.models.store`, which all speak in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event

STATEMENTS = 4000
_first: dict[str, Engine] = {}


def shared_engine(*given: Any, **named: Any) -> Engine:
    """A new engine that goes on with what the first of its kind knows, once that has spoken to a database."""
    engine = create_engine(*given, query_cache_size=STATEMENTS, **named)
    kind = engine.dialect.name
    if kind in _first:
        engine.dialect = engine.pool._dialect = _first[kind].dialect
        engine._compiled_cache = _first[kind]._compiled_cache
    else:
        event.listen(engine, "connect", lambda *_: _first.setdefault(kind, engine))
    return engine


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """For this whole test process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.models.store.create_engine", shared_engine)
        yield
