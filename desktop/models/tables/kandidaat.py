"""A candidate, minimal by design: only what matching and placing need, on the laptop of its bemiddelaar only.

Never stored: BSN, date of birth, diagnosis, debts, leefgebieden. The doelgroep is a table and a bucket of
its own. Who holds the regie is a table without content, so that a teamleider can pass a candidate on by its
number and never reads who it is (R10).
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Kandidaat(Synced, Base):
    """`status`: actief, geplaatst or afgesloten (with the reason).

    The three support indicators are those of VUM (0, 1, 2). `werkfit` is the bemiddelaar's own judgement; the
    one of both together belongs to the profiel.
    `gewist_op`: since then nothing of the person is here but the id.
    """

    __tablename__ = "kandidaat"

    bron_id: Mapped[str | None] = mapped_column(String(200))
    bronsysteem: Mapped[str | None] = mapped_column(String(40))
    roepnaam: Mapped[str] = mapped_column(String(40))
    initiaal: Mapped[str | None] = mapped_column(String(10))
    organisatie: Mapped[str | None] = mapped_column(String(70))
    gemeente_code: Mapped[str | None] = mapped_column(CodeText)
    pc4: Mapped[str | None] = mapped_column(String(4))
    reisafstand_km: Mapped[int | None]
    beschikbaar_vanaf: Mapped[date | None]
    uren_min: Mapped[int | None]
    uren_max: Mapped[int | None]
    onregelmatig: Mapped[int | None]
    beroepen: Mapped[list[str]] = mapped_column(Json, default=list)
    beroepsklasse: Mapped[str | None] = mapped_column(CodeText)
    niveau: Mapped[int | None]
    soorten_werk: Mapped[list[str]] = mapped_column(Json, default=list)
    vervoer: Mapped[list[str]] = mapped_column(Json, default=list)
    rijbewijs: Mapped[list[str]] = mapped_column(Json, default=list)
    taal_mondeling: Mapped[int | None]
    taal_schriftelijk: Mapped[int | None]
    aanpassing_werkomgeving: Mapped[int] = mapped_column(default=0)
    begeleiding: Mapped[int] = mapped_column(default=0)
    werkvariatie: Mapped[int] = mapped_column(default=0)
    werkfit: Mapped[str | None] = mapped_column(CodeText)
    toestemming_delen: Mapped[date | None]
    status: Mapped[str] = mapped_column(CodeText, default="actief")
    afsluitreden: Mapped[str | None] = mapped_column(CodeText)
    notitie: Mapped[str | None] = mapped_column(long_text(1000))
    gewist_op: Mapped[datetime | None]

    __table_args__ = (Index("ix_kandidaat_bron", "bronsysteem", "bron_id"),)


class KandidaatDoelgroep(Synced, Base):
    """Special category data: in a bucket of its own, for the bemiddelaar and nobody who stands in."""

    __tablename__ = "kandidaat_doelgroep"

    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    doelgroepen: Mapped[list[str]] = mapped_column(Json, default=list)
    uitkeringsgroep: Mapped[str | None] = mapped_column(CodeText)
    ldr_registratie: Mapped[int] = mapped_column(default=0)


class Kandidaatregie(Synced, Base):
    """Who holds the regie on a candidate: one row, so always exactly one (R10). No content of the person.

    `actief`: somebody still looks for work for this number; a closed or erased one is no work of anybody.
    """

    __tablename__ = "kandidaatregie"

    kandidaat_id: Mapped[str] = mapped_column(IdText)
    nummer: Mapped[str | None] = mapped_column(String(10))
    bemiddelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    van: Mapped[date]
    actief: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (Index("ix_kandidaatregie_kandidaat", "kandidaat_id"),)


class KandidaatOverdracht(Synced, Base):
    """The regie on a candidate is offered: until the receiver accepts, `van_id` holds it.

    `status`: voorgesteld, aanvaard, geweigerd or ingetrokken. No free text: the receiver reads this row
    before the candidate comes along, and a teamleider always.
    """

    __tablename__ = "kandidaat_overdracht"

    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    nummer: Mapped[str | None] = mapped_column(String(10))
    van_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    naar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="voorgesteld")
    antwoord: Mapped[str | None] = mapped_column(CodeText)
    beantwoord_op: Mapped[date | None]

    __table_args__ = (Index("ix_kandidaat_overdracht_naar", "naar_id", "status"),)


class KandidaatWaarneming(Synced, Base):
    """`waarnemer_id` stands in for a bemiddelaar from `van` up to and including `tot` (R7, R10).

    Without a kandidaat it is for everyone whose regie `voor_id` holds; then all colleagues may know it.
    """

    __tablename__ = "kandidaat_waarneming"

    voor_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    waarnemer_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    kandidaat_id: Mapped[str | None] = mapped_column(IdText)
    nummer: Mapped[str | None] = mapped_column(String(10))
    van: Mapped[date]
    tot: Mapped[date]
    beeindigd: Mapped[bool] = mapped_column(default=False)


class Profiel(Synced, Base):
    """The anonymous profile of a candidate who consented: found by all, contact through the bemiddelaar."""

    __tablename__ = "profiel"

    bemiddelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    beroepen: Mapped[list[str]] = mapped_column(Json, default=list)
    beroepsklasse: Mapped[str | None] = mapped_column(CodeText)
    niveau: Mapped[int | None]
    uren_min: Mapped[int | None]
    uren_max: Mapped[int | None]
    pc4: Mapped[str | None] = mapped_column(String(4))
    werkfit: Mapped[str | None] = mapped_column(CodeText)
    werkfit_op: Mapped[date | None]


class Werkfitoordeel(Synced, Base):
    """What one side thinks of the anonymous part: bemiddelaar and accountmanager judge together.

    One row per side (`kant`), so that a later judgement replaces the one before. `antwoorden` maps the
    region's own questions (a code list) to values of its own scale.
    """

    __tablename__ = "werkfitoordeel"

    profiel_id: Mapped[str] = mapped_column(IdText, index=True)
    kant: Mapped[str] = mapped_column(CodeText)
    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    waarde: Mapped[str] = mapped_column(CodeText)
    antwoorden: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    beoordeeld_op: Mapped[date]
