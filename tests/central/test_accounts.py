"""Codes, tokens and revocation at the centre. Secrets are never kept as they are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from central import accounts, attempts, person_keys
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.errors import Weigering
from desktop.models.tables.centre import Grootboek
from desktop.sync.protocol import EnrolRequest
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender, centre_of

pytestmark = pytest.mark.postgres


def _enrol(world: World, code: str, clock: Clock | None = None, laptop: str | None = None) -> str:
    with world.session() as session:
        return accounts.enrol(session, clock or world.clock, code, laptop or new_id(), "test")[0]


def _later(world: World, **time: int) -> Clock:
    return Clock(world.clock.offset + timedelta(**time))


def _token_works(world: World, token: str) -> bool:
    with world.session() as session:
        try:
            accounts.authenticate(session, token)
        except Weigering:
            return False
    return True


def test_a_code_works_once(world: World) -> None:
    code = world.invite("fatima")
    assert _enrol(world, code)
    with pytest.raises(Weigering, match="code_al_gebruikt"):
        _enrol(world, code)


def test_a_code_used_twice_at_once_works_once(world: World) -> None:
    code = world.invite("fatima")

    def attempt(_: int) -> str:
        try:
            return "goed" if _enrol(world, code) else ""
        except Weigering as reason:
            return reason.code

    with ThreadPoolExecutor(4) as pool:
        results = sorted(pool.map(attempt, range(4)))
    assert results == ["code_al_gebruikt"] * 3 + ["goed"]


def test_an_answer_that_was_lost_is_given_again(world: World) -> None:
    """The same: a request that arrives twice must not push out the laptop that had its answer already."""
    code, laptop = world.invite("fatima"), new_id()
    lost = _enrol(world, code, laptop=laptop)
    again = _enrol(world, code, _later(world, minutes=14), laptop)
    assert lost == again
    assert _token_works(world, again)
    assert [row.id for row in world.sql("SELECT id FROM laptop")] == [laptop]
    lines = world.sql("SELECT actie, resultaat FROM auditregel ORDER BY nr DESC LIMIT 2")
    assert [tuple(line) for line in lines] == [
        ("laptop.aanmelden", "toegepast:opnieuw"),
        ("laptop.aanmelden", "toegepast"),
    ]


def test_a_lost_answer_is_not_given_again_for_ever_nor_to_another(world: World) -> None:
    code, laptop = world.invite("fatima"), new_id()
    token = _enrol(world, code, laptop=laptop)
    for given in ({"laptop": new_id()}, {"laptop": laptop, "clock": _later(world, minutes=16)}):
        with pytest.raises(Weigering, match="code_al_gebruikt"):
            _enrol(world, code, **given)
    assert _token_works(world, token)


def test_a_code_says_nothing_more_once_the_laptop_spoke(world: World) -> None:
    """Who has seen code and laptop id cannot push the laptop out that uses them."""
    sender = Sender(world, "fatima")
    code = world.invite("herman")
    laptop = new_id()
    token = _enrol(world, code, laptop=laptop)
    sender.token, sender.laptop_id = token, laptop
    sender.call(ophalen=True)
    with pytest.raises(Weigering, match="code_al_gebruikt"):
        _enrol(world, code, laptop=laptop)
    assert _token_works(world, token)


def test_a_laptop_that_was_revoked_gets_no_second_answer(world: World) -> None:
    code, laptop = world.invite("fatima"), new_id()
    _enrol(world, code, laptop=laptop)
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, laptop)
    with pytest.raises(Weigering, match="code_al_gebruikt"):
        _enrol(world, code, laptop=laptop)


def test_another_code_is_no_way_into_a_laptop(world: World) -> None:
    laptop = new_id()
    _enrol(world, world.invite("fatima"), laptop=laptop)
    with pytest.raises(Weigering, match="laptop_al_aangemeld"):
        _enrol(world, world.invite("herman"), laptop=laptop)


def test_an_enrolment_that_failed_is_an_audit_line(world: World) -> None:
    laptop = new_id()
    service = centre_of(world)
    for given in (laptop, "x" * 400):
        with pytest.raises(Weigering):
            service.enrol(EnrolRequest("AAAA-BBBB-CCCC-DDDD", given, "test"))
    lines = world.sql("SELECT actie, object, resultaat, actor FROM auditregel ORDER BY nr DESC LIMIT 2")
    assert [tuple(line) for line in lines] == [
        ("laptop.aanmelden", None, "geweigerd:bericht_onleesbaar", None),
        ("laptop.aanmelden", f"laptop:{laptop}", "geweigerd:code_klopt_niet", None),
    ]


def test_who_tries_codes_by_the_thousand_does_not_fill_the_audit_log(world: World) -> None:
    """The lines stop at a number per hour, the refusals do not."""
    service = centre_of(world)
    for _ in range(attempts.PER_HOUR + 5):
        with pytest.raises(Weigering, match="code_klopt_niet"):
            service.enrol(EnrolRequest("AAAA-BBBB-CCCC-DDDD", new_id(), "test"))
    count = "SELECT count(*) FROM auditregel WHERE resultaat = 'geweigerd:code_klopt_niet'"
    assert world.sql(count)[0][0] == attempts.PER_HOUR
    with world.session() as session:
        assert audit.first_broken(session) is None


def test_a_code_is_forgiving_about_how_it_was_typed(world: World) -> None:
    code = world.invite("fatima")
    assert _enrol(world, f"  {code.lower().replace('-', ' ')} ")


@pytest.mark.parametrize("typed", ["", "AAAA-BBBB-CCCC-DDDD", "'; DROP TABLE laptop; --", "é" * 300])
def test_a_wrong_code(world: World, typed: str) -> None:
    with pytest.raises(Weigering, match="code_klopt_niet"):
        _enrol(world, typed)


def test_an_old_code(world: World) -> None:
    code = world.invite("fatima")
    later = Clock(world.clock.offset + accounts.CODE_VALID + timedelta(minutes=5))
    with pytest.raises(Weigering, match="code_verlopen"):
        _enrol(world, code, later)


def test_a_code_of_someone_who_left(world: World) -> None:
    code = world.invite("fatima")
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id("fatima"))
    with pytest.raises(Weigering, match="code_klopt_niet"):
        _enrol(world, code)


def test_codes_and_tokens_are_in_the_database_as_hashes_only(world: World) -> None:
    code = world.invite("fatima")
    token = _enrol(world, code)
    with world.session() as session:
        tables = session.scalars(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        ).all()
        rows = [
            str(row)
            for table in tables
            for row in session.execute(text(f"SELECT t::text FROM {table} t"))  # noqa: S608
        ]
    everything = "\n".join(rows)
    assert accounts.hashed(token) in everything
    for secret in (token, code, code.replace("-", "")):
        assert secret not in everything


def test_codes_have_no_signs_that_look_alike() -> None:
    codes = {accounts.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("O0Il1 ")


def test_a_revoked_laptop_pushes_and_fetches_nothing(world: World) -> None:
    sender = Sender(world, "fatima")
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, sender.laptop_id)
    for call in (lambda: sender.send(sender.werkgever()), sender.fetch):
        with pytest.raises(Weigering, match="laptop_ingetrokken"):
            call()
    assert world.sql("SELECT 1 FROM grootboek") == []


def test_a_laptop_that_is_revoked_while_it_sends(world: World) -> None:
    """The account was looked up before; the last word is said where the laptop's row is locked."""
    sender = Sender(world, "fatima")
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, sender.laptop_id)
    with pytest.raises(Weigering, match="laptop_ingetrokken"):
        sender.centre.intake.receive(sender.account, [sender.werkgever()])


def test_the_last_push_of_someone_who_left_goes_into_quarantine(world: World) -> None:
    sender, lead = Sender(world, "fatima"), Sender(world, "karin")
    lead.fetch()
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id("fatima"))
    answers = sender.send(sender.werkgever("Laatste werk"), sender.werkgever("Nog een"))
    assert [answer.uitkomst for answer in answers] == ["quarantaine"] * 2
    assert world.sql("SELECT 1 FROM werkgever") == []
    with world.session() as session:
        lines = session.scalars(select(Grootboek.argumenten).order_by(Grootboek.n)).all()
        kept = [person_keys.opened(session, line or {}) for line in lines]
    assert [(one or {}).get("naam") for one in kept] == ["Laatste werk", "Nog een"]
    assert len(lead.fetch()["afstemming"]) == 2
    with pytest.raises(Weigering, match="laptop_ingetrokken"):
        sender.fetch()
    world.scrub()


def test_each_act_of_administration_is_an_audit_line(world: World) -> None:
    sender = Sender(world, "fatima")
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, sender.laptop_id)
        accounts.mark_wiped(session, world.clock, sender.token)
        accounts.mark_wiped(session, world.clock, sender.token)
    actions = [row.actie for row in world.sql("SELECT actie FROM auditregel ORDER BY nr DESC LIMIT 4")]
    assert actions == ["laptop.gewist", "laptop.trek_in", "laptop.aanmelden", "medewerker.nodig_uit"]
    with world.session() as session:
        assert audit.first_broken(session) is None


def test_the_audit_log_stays_whole_under_concurrent_writers(world: World) -> None:
    senders = [Sender(world, person) for person in ("fatima", "herman", "sevda", "anouk")]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: [one.send(one.werkgever(f"{one.person} {i}")) for i in range(5)], senders))
    with world.session() as session:
        assert audit.first_broken(session) is None
    world.scrub()
