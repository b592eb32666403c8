"""From vacature and kandidaat to a plaatsing that lasts: the tables of both ends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations import fourth_candidates, fourth_placements, fourth_work_at_employers
from desktop.models.migrations.first_types import ID

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A vacature before who is put forward to it, a plaatsing before who signals something about it."""
    fourth_work_at_employers.create()
    fourth_candidates.create()
    fourth_placements.create()
    _history_of_candidates()


def _history_of_candidates() -> None:
    """A changed field may be a candidate's: then it belongs to no werkgever."""
    with op.batch_alter_table("veldwijziging") as batch:
        batch.add_column(sa.Column("kandidaat_id", ID, nullable=True))
        batch.alter_column("werkgever_id", existing_type=ID, nullable=True)
    op.create_index("ix_veldwijziging_kandidaat_id", "veldwijziging", ["kandidaat_id"])
