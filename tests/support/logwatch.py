"""Fails a test that logs a warning or worse without having said so: the log is part of the behaviour.

A test that expects it says so with `@pytest.mark.expects_log("fragment", …)`; every fragment must then be
logged and nothing else may be. Without fragments anything may be logged.
"""

import logging
from collections.abc import Iterator

import pytest


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def complaint(lines: list[str], fragments: tuple[str, ...] | None) -> str | None:
    """What is wrong with the logged `lines`, or None. `fragments` is None when the test expects nothing."""
    if fragments == ():
        return None
    expected = fragments or ()
    unexpected = [line for line in lines if not any(fragment in line for fragment in expected)]
    missing = [fragment for fragment in expected if not any(fragment in line for line in lines)]
    found = [f"unexpected log line: {line}" for line in unexpected]
    found += [f"expected log line did not come: {fragment}" for fragment in missing]
    return "\n".join(found) or None


@pytest.fixture(autouse=True)
def watched_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collects from the start of the test until its fixtures ended; takes away handlers that were added."""
    root, collector = logging.getLogger(), _Collector()
    before, level = list(root.handlers), root.level
    root.addHandler(collector)
    yield
    root.setLevel(level)
    for handler in list(root.handlers):
        if handler not in before and not type(handler).__module__.startswith("_pytest."):
            root.removeHandler(handler)
            handler.close()
    marker = request.node.get_closest_marker("expects_log")
    problem = complaint(collector.lines, tuple(marker.args) if marker else None)
    if problem is not None:
        pytest.fail(problem, pytrace=False)
