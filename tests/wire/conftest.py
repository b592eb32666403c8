"""What the tests of the wire share: a region with a real centre."""

from tests.support.region import world

__all__ = ["world"]
