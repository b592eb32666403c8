"""What the tests of sync share: a region with a real centre."""

from tests.support.region import world

__all__ = ["world"]
