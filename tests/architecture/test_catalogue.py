"""Nothing exists by half: every synced table has its buckets, every command its handler and its right."""

from collections import defaultdict

from sqlalchemy import Table, inspect

from desktop.models import bus, commands, rights
from desktop.models.tables import SYNCED, Base, Synced


class Everybody:
    """Facts in which every kind of relation occurs once."""

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        return frozenset({"betrokkene"})

    def regiehouder(self, werkgever_id: str) -> str | None:
        return "regiehouder"

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        return frozenset({"waarnemer"})

    def teamleiders(self) -> frozenset[str]:
        return frozenset({"teamleider"})

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        return "bemiddelaar"

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        return frozenset({"waarnemer van de bemiddelaar"})


def buckets(table: str) -> frozenset[str]:
    """The buckets of a row of `table` whose references are all to somebody else."""
    row = defaultdict(lambda: "ander", vertrouwelijk=False, tabel="contactpersoon")
    return rights.buckets_of_row(table, row, Everybody())


def synced() -> dict[str, Table]:
    """The synced tables by name, whether or not somebody put their class in the list."""
    kinds = [kind for kind in Base.__subclasses__() if issubclass(kind, Synced)]
    return {kind.__tablename__: Base.metadata.tables[kind.__tablename__] for kind in kinds}


def test_every_synced_table_has_buckets_and_nothing_else_has() -> None:
    assert set(synced()) == set(rights.BUCKETS_OF_ROW)


def test_the_list_of_synced_tables_is_complete() -> None:
    assert set(synced()) == {inspect(kind).local_table.description for kind in SYNCED}


def test_every_synced_row_knows_its_region() -> None:
    assert [name for name, table in synced().items() if "regio_id" not in table.columns] == []


def test_no_foreign_key_leads_to_a_narrower_bucket() -> None:
    """A laptop that has a row has, in one of its buckets, every row that this one points at."""
    narrower = []
    for name, table in synced().items():
        for key in table.foreign_keys:
            target = key.column.table.description
            held = buckets(target)
            if rights.REGIO not in held and not buckets(name) <= held:
                narrower.append(f"{name}.{key.parent.name} -> {target}")

    assert narrower == []


def test_every_command_has_a_handler_and_a_right() -> None:
    kinds = set(commands.BY_NAME.values())

    assert set(bus.HANDLERS) == kinds
    assert {kind.NAME for kind in kinds} == set(rights.MAY_DO)
