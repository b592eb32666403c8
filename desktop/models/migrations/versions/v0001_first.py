"""The first schema: what both ends have, and what is this end's own."""

from __future__ import annotations

from alembic import context

from desktop.models.migrations import first_centre, first_dossier, first_laptop, first_region

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables of this side."""
    own = {"laptop": first_laptop, "centre": first_centre}[context.get_context().opts["side"]]
    first_region.create()
    first_dossier.create()
    own.create()
