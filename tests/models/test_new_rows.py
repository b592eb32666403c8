"""Rows that are new: empty fields as the table says, equal bytes, and a session that knows them after."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import row_codec
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.tables import Actie, Contactmoment, Werkgever
from desktop.models.work import Work
from tests.support.builders import FATIMA, Region, a, context

KEPT = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: "e" not in repr(x)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
"""What the centre's intake lets through (`envelope.storable`)."""


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), KEPT, max_size=6))
def test_the_canonical_text_is_what_plain_json_would_write(wire: dict[str, object]) -> None:
    plain = json.dumps(wire, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    assert row_codec.canonical(wire) == plain.encode()


def test_the_hash_of_a_row_is_what_it_always_was() -> None:
    wire = {
        "naam": "Café \u2028 'x' \"y\" \x01",
        "versie": 1,
        "actief": True,
        "nieuw": {"b": [1, 2.5], "a": None},
    }

    assert row_codec.row_hash("werkgever", wire) == 7147164170637545401


def test_a_field_that_no_table_has_is_refused() -> None:
    with pytest.raises(TypeError, match="kleur"):
        Contactmoment(id="1", kleur="rood")


def test_empty_fields_get_what_the_table_says(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    region.session.expunge_all()

    row = region.one(Werkgever, row_id)

    assert (row.handelsnamen, row.kenmerken, row.actief, row.erkend_sbb_leerbedrijf) == ([], [], True, 0)


def test_the_session_knows_a_row_after_it_was_written(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    work = Work(region.session)
    work.begin(context(FATIMA))
    made = work.add(
        Actie(
            id=work.context.derive_id("actie"),
            werkgever_id=str(row_id),
            soort="taak",
            gevraagde_handeling="Bellen",
            toegewezen_aan_id=work.context.actor.medewerker_id,
        )
    )
    assert made not in region.session

    work.flush()

    assert made.status == "te_verwerken"
    assert work.find(Actie, Actie.id == made.id) == [made]
    assert work.texts[(Actie, made.id)] == row_codec.canonical(row_codec.entity_to_wire(made))


def test_a_row_that_was_changed_after_it_was_written_has_another_text(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    work = Work(region.session)
    work.begin(context(FATIMA))
    row = region.one(Werkgever, row_id)
    work.texts[(Werkgever, row.id)] = b"before"

    work.change(row, sector="zorg")
    work.flush()

    assert (Werkgever, row.id) not in work.texts
