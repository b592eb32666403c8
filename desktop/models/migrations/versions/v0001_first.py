"""The first schema."""

from __future__ import annotations

from alembic import context, op

from desktop.models.store import tables_of
from desktop.models.tables import Base

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables of this side."""
    side = context.get_context().opts["side"]
    Base.metadata.create_all(op.get_bind(), tables=tables_of(side))
