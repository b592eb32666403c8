"""Registering, changing and merging werkgevers. A double registration is adapted, never refused (R4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen, WijzigWerkgever
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.merge_plan import MergePlan
from desktop.models.handlers.offers import end_double, end_offers
from desktop.models.handlers.regie import pass_on, tell_taken_away
from desktop.models.handlers.vestiging import place, same_place, show_on_werkgever
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.regie import merged_holder
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import (
    SYNCED,
    Afstemming,
    Medewerker,
    Regie,
    Veldwijziging,
    Vestiging,
    Werkgever,
)
from desktop.models.values import fold, kvk_may_be_mistyped
from desktop.models.work import Work

PLAIN_FIELDS = (
    "kvk_nummer",
    "rsin",
    "naam",
    "statutaire_naam",
    "rechtsvorm",
    "sbi_code",
    "sbi_versie",
    "sector",
    "werkzame_personen",
    "website",
    "segment",
    "erkend_sbb_leerbedrijf",
    "ind_non_mailing",
    "landelijk_of_regionaal",
    "concern",
    "bronsysteem",
    "bron_id",
)
APART = (Werkgever, Vestiging, Regie, Veldwijziging, Afstemming)
"""What a merge moves in a way of its own; an inbox stays as it was written."""
CHILDREN: tuple[type[Any], ...] = tuple(
    cls
    for cls in SYNCED
    if cls not in APART and "werkgever_id" in cls.__table__.columns  # type: ignore[attr-defined]
)


def _references() -> Iterator[tuple[type[Any], str]]:
    for cls in SYNCED:
        if cls not in APART:
            for column in cls.__table__.columns:  # type: ignore[attr-defined]
                targets = {key.target_fullname for key in column.foreign_keys}
                if column.name == "werkgever_id" or "werkgever.id" in targets:
                    yield cls, column.name


REFERENCES: tuple[tuple[type[Any], str], ...] = tuple(_references())
"""Every column that names a werkgever, such as the formal employer of work elsewhere."""


def register(work: Work, command: RegistreerWerkgever) -> Outcome:
    """`werkgever.registreer`: new, or a second name for the werkgever that has this KvK number already."""
    row_id = command.id or work.context.derive_id("werkgever")
    existing = work.by_kvk(command.kvk_nummer) if command.kvk_nummer else None
    if existing is not None and existing.id != row_id:
        return _register_double(work, command, row_id, existing)
    if existing is not None:
        _fill_up(work, existing, command)
        return Outcome(TOEGEPAST, existing.id)
    content = {"naam": command.naam, "kvk_nummer": command.kvk_nummer}
    identity = identify(work, Werkgever, command.id, "werkgever", content)
    if identity.exists:
        return identity.outcome()
    row_id = identity.row_id
    row = work.add(new_werkgever(row_id, {name: getattr(command, name) for name in PLAIN_FIELDS}))
    row.handelsnamen, row.kenmerken = list(command.handelsnamen), list(command.kenmerken)
    _place(work, row, command, ())
    return identity.outcome(_warnings(command.kvk_nummer))


def new_werkgever(row_id: str, values: dict[str, Any]) -> Werkgever:
    """A werkgever row with everything that is not given at its default."""
    defaults = {"erkend_sbb_leerbedrijf": 0, "ind_non_mailing": False}
    given = {name: value for name, value in values.items() if value is not None}
    return Werkgever(
        id=row_id,
        zoeknaam=search_name(values["naam"]),
        handelsnamen=[],
        kenmerken=[],
        actief=True,
        **defaults | given,
    )


def _warnings(kvk_nummer: str | None) -> tuple[tuple[str, dict[str, str | int | bool | None]], ...]:
    if kvk_nummer and kvk_may_be_mistyped(kvk_nummer):
        return (("kvk_lijkt_tikfout", {"kvk_nummer": kvk_nummer}),)
    return ()


def _place(work: Work, row: Werkgever, command: RegistreerWerkgever, existing: Sequence[Vestiging]) -> None:
    """The address that came with a registration, unless the werkgever has it already."""
    source = _Address(command)
    given = any((command.straat, command.postcode, command.woonplaats, command.vestigingsnummer))
    if given and not any(same_place(ours, source) for ours in existing):
        place(work, row, source, work.context.derive_id("hoofdvestiging"), existing)


class _Address:
    """The address of a registration without its name: the hoofdvestiging has the werkgever's name."""

    naam = None
    hoofdvestiging = False

    def __init__(self, command: RegistreerWerkgever) -> None:
        self._command = command

    def __getattr__(self, name: str) -> Any:
        return getattr(self._command, name)


def _register_double(work: Work, command: RegistreerWerkgever, row_id: str, existing: Werkgever) -> Outcome:
    """The second registration stays as a signpost to the first, so that all that names it arrives there."""
    if work.get(Werkgever, row_id) is None:
        signpost = new_werkgever(row_id, {"naam": command.naam, "kvk_nummer": command.kvk_nummer})
        signpost.samengevoegd_met, signpost.verwijderd_op = existing.id, work.context.tijd
        work.add(signpost)
        _fill_up(work, existing, command)
    parameters = {"naam": existing.naam, "kvk_nummer": command.kvk_nummer}
    return Outcome(AANGEPAST, existing.id, "werkgever_al_geregistreerd", parameters, {row_id: existing.id})


def _fill_up(work: Work, row: Werkgever, command: RegistreerWerkgever) -> None:
    """What the second registration knew and the first did not is kept; nothing is written over."""
    given = {name: getattr(command, name) for name in PLAIN_FIELDS}
    wanted = {
        name: value for name, value in given.items() if value is not None and getattr(row, name) is None
    }
    names = new_names(row, (command.naam, *command.handelsnamen))
    if names:
        wanted["handelsnamen"] = [*row.handelsnamen, *names]
    change_fields(work, row, wanted, row.id, row.naam)
    _place(work, row, command, work.find(Vestiging, Vestiging.werkgever_id == row.id))


def new_names(row: Werkgever, names: Iterable[str]) -> list[str]:
    """Those of the names under which this werkgever is not known yet."""
    known = {fold(name) for name in (row.naam, *row.handelsnamen)}
    return list({fold(name): name for name in names if fold(name) not in known}.values())


def change(work: Work, command: WijzigWerkgever) -> Outcome:
    """`werkgever.wijzig`: only the fields named; the same field changed by two people becomes a question."""
    row = work.werkgever(command.werkgever_id)
    wanted = wanted_fields(command, Werkgever, frozenset({"werkgever_id", "wis"}))
    number = wanted.get("kvk_nummer")
    other = work.by_kvk(number) if number else None
    if other is not None and other.id != row.id:
        raise Weigering("kvk_van_ander", naam=other.naam, kvk_nummer=number)
    meant_other = row.id != command.werkgever_id
    outcome = change_fields(work, row, wanted, row.id, row.naam, fill_only=meant_other)
    row.zoeknaam = search_name(row.naam)
    return outcome


def merge(work: Work, command: VoegWerkgeversSamen) -> Outcome:
    """`werkgever.voeg_samen`: everything of the double goes on in the other; R8 guards the regie."""
    keeps, goes = work.werkgever(command.werkgever_id), work.werkgever(command.dubbel_id)
    if keeps.id == goes.id:
        return Outcome(TOEGEPAST, keeps.id)
    if keeps.kvk_nummer and goes.kvk_nummer and keeps.kvk_nummer != goes.kvk_nummer:
        raise Weigering("samenvoegen_twee_kvk", een=keeps.kvk_nummer, ander=goes.kvk_nummer)
    plan = MergePlan.before(work, keeps, goes)
    _merge_regie(work, keeps, goes, command.regie_bij_id)
    for cls, column in REFERENCES:
        for row in work.find_all(cls, getattr(cls, column) == goes.id):
            plan.move(work, row, keeps, column)
    _merge_history(work, plan, keeps, goes)
    _merge_places(work, plan, keeps, goes)
    number = goes.kvk_nummer
    work.change(goes, samengevoegd_met=keeps.id, verwijderd_op=work.context.tijd)
    work.flush()
    names = [*keeps.handelsnamen, *new_names(keeps, (goes.naam, *goes.handelsnamen))]
    work.change(keeps, handelsnamen=names, kvk_nummer=keeps.kvk_nummer or number)
    plan.keep(work, keeps, goes)
    return Outcome(TOEGEPAST, keeps.id, replaced={goes.id: keeps.id})


def _merge_history(work: Work, plan: MergePlan, keeps: Werkgever, goes: Werkgever) -> None:
    """Earlier periods of regie, and the history of the rows that went along, are found where those are."""
    for period in work.find_all(Regie, Regie.werkgever_id == goes.id, Regie.tot.is_not(None)):
        plan.move(work, period, keeps)
    own = Veldwijziging.tabel == Werkgever.__tablename__
    for line in work.find_all(Veldwijziging, Veldwijziging.werkgever_id == goes.id, ~own):
        plan.move(work, line, keeps)


def _merge_places(work: Work, plan: MergePlan, keeps: Werkgever, goes: Werkgever) -> None:
    """The vestigingen go along; there is one hoofdvestiging before and after."""
    has_main = any(row.hoofdvestiging for row in work.find(Vestiging, Vestiging.werkgever_id == keeps.id))
    for row in work.find(Vestiging, Vestiging.werkgever_id == goes.id):
        plan.move(work, row, keeps, hoofdvestiging=row.hoofdvestiging and not has_main)
        if row.hoofdvestiging:
            show_on_werkgever(work, keeps, row)


def _merge_regie(work: Work, keeps: Werkgever, goes: Werkgever, chosen: str | None) -> None:
    """One regiehouder remains (R8); who no longer is one reads it, and an offer of that person ends."""
    ours, theirs = work.active_regie(keeps.id), work.active_regie(goes.id)
    holder = merged_holder(
        ours.accountmanager_id if ours else None,
        theirs.accountmanager_id if theirs else None,
        chosen,
        work.context.actor.rol,
    )
    if holder is None:
        return
    person = work.require(Medewerker, holder, "medewerker_onbekend")
    if theirs:
        work.change(theirs, tot=work.context.dag_ontvangen)
    if ours is None or ours.accountmanager_id != holder:
        pass_on(work, keeps, person, "samengevoegd")
    end_offers(work, goes, person)
    end_double(work, keeps, goes, person)
    for row in (ours, theirs):
        if row and row.accountmanager_id != holder:
            tell_taken_away(work, row.accountmanager_id, keeps, person)
