"""What sync that can be trusted needs, one function per subject."""

from __future__ import annotations

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Every subject adds its own tables and columns here, on the side where they belong."""
