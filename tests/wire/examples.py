"""Examples of everything that a program of today can say: each call, each kind of answer, each refusal.

Added to when a message gets a field; the files of released versions keep what they were made with.
"""

from __future__ import annotations

import msgspec

from desktop.sync import protocol
from desktop.sync.protocol import (
    AnswerMessage,
    CommandMessage,
    EnrolRequest,
    EnrolResponse,
    LeaseResponse,
    Page,
    Problem,
    RecogniseRequest,
    RecogniseResponse,
    Snapshot,
    SnapshotPart,
    SyncRequest,
    SyncResponse,
    Who,
)

LAPTOP = "0197b0c4-0000-7000-8000-000000000001"
EPOCH = "0197b0c4-0000-7000-8000-00000000000e"
REGIO = "0197b0c4-0000-7000-8000-00000000000a"
PERSON = "0197b0c4-0000-7000-8000-00000000000b"
BAKERY = "0197b0c4-0000-7000-8000-000000000010"
DOUBLE = "0197b0c4-0000-7000-8000-000000000011"
VISIT = "0197b0c4-0000-7000-8000-000000000012"
TIJD = "2026-11-20T09:10:00Z"
PROGRAM = "0.1.0"
WHO = Who(PERSON, "Fatima de Boer", "accountmanager", REGIO, "Gooi en Vechtstreek", False)


def uuid(n: int) -> str:
    """The id of the n-th command."""
    return f"0197b0c4-0000-7000-8000-1{n:011}"


REGISTER = CommandMessage(
    1, uuid(1), "werkgever.registreer", 1,
    {"id": DOUBLE, "naam": "Bakkerij Café “’t Hoekje”", "kvk_nummer": "69599084", "kenmerken": ["klein"]},
    TIJD,
)  # fmt: skip
VISITED = CommandMessage(
    2, uuid(2), "contact.leg_vast", 1,
    {"id": VISIT, "werkgever_id": DOUBLE, "datum": "2026-11-20", "kanaal": "bezoek", "notitie": "Eén\n2 €"},
    TIJD, {BAKERY: 3},
)  # fmt: skip
CLAIMED = CommandMessage(3, uuid(3), "regie.neem", 1, {"werkgever_id": DOUBLE}, TIJD, {BAKERY: 3})
LAST_WORK = CommandMessage(4, uuid(4), "actie.rond_af", 1, {"actie_id": VISIT}, TIJD)

ROW = {
    "id": BAKERY, "regio_id": REGIO, "versie": 4, "aangemaakt_op": TIJD, "aangemaakt_door": PERSON,
    "gewijzigd_op": TIJD, "gewijzigd_door": PERSON, "naam": "Bakkerij", "actief": True,
    "werkzame_personen": 12, "kenmerken": ["klein"],
}  # fmt: skip


ROWS = msgspec.Raw(msgspec.json.encode([ROW], order="sorted"))


def _request(**given: object) -> SyncRequest:
    return msgspec.structs.replace(SyncRequest(protocol.PROTOCOL, LAPTOP, PROGRAM, EPOCH), **given)


def _response(**given: object) -> SyncResponse:
    return msgspec.structs.replace(SyncResponse(EPOCH, WHO, TIJD), **given)


def _problem(code: str, **parameters: object) -> tuple[str, Problem]:
    return f"problem {code}", Problem(code, dict(parameters))


EXAMPLES: list[tuple[str, msgspec.Struct]] = [
    ("enrol", EnrolRequest("ABCD-EFGH-JKLM-NPQR", LAPTOP, PROGRAM)),
    ("enrolled", EnrolResponse("een-lang-geheim", EPOCH, WHO)),
    ("first round", SyncRequest(protocol.PROTOCOL, LAPTOP, PROGRAM)),
    ("push", _request(opdrachten=[REGISTER, VISITED, CLAIMED], ophalen=False, openstaand=3)),
    ("push and pull", _request(opdrachten=[LAST_WORK], cursors={"regio": 7, f"persoonlijk/{PERSON}": 2})),
    ("pull", _request(cursors={"regio": 2**53, "dossiers": 0})),
    ("acknowledged", _request(cursors={"regio": 7}, bevestigd=12)),
    ("nothing to say", _response()),
    ("newer commands, a cursor too old", _response(catalogus="a1b2c3", te_oud=["dossiers"])),
    (
        "a piece of a first fill",
        Snapshot(
            EPOCH,
            "regio",
            9,
            [SnapshotPart("werkgever", list(ROW), msgspec.Raw(msgspec.json.encode([ROW])))],
            "werkgever/0197b0c4",
        ),
    ),
    ("the last piece of a first fill", Snapshot(EPOCH, "dossiers", 9)),
    ("lease", LeaseResponse("5a" * 32, "2026-12-20T09:10:00Z", TIJD)),
    ("who am I", RecogniseRequest(LAPTOP, [uuid(1), uuid(9)])),
    ("so far you came", RecogniseResponse(1, [AnswerMessage(1, uuid(1), "toegepast")])),
    (
        "answers of every kind",
        _response(
            antwoorden=[
                AnswerMessage(1, uuid(1), "aangepast", "werkgever_bestond", {"naam": "B"}, {DOUBLE: BAKERY}),
                AnswerMessage(2, uuid(2), "toegepast"),
                AnswerMessage(3, uuid(3), "geweigerd", "regie_bezet", {"wie": "Herman"}),
                AnswerMessage(4, uuid(4), "quarantaine", "in_quarantaine"),
            ],
            laatste_n=4,
        ),
    ),
    (
        "rows",
        _response(
            paginas=[
                Page("regio", "werkgever", ROWS, [DOUBLE], sorted(ROW)),
                Page(f"persoonlijk/{PERSON}", "afstemming", weg=[VISIT]),
            ],
            buckets_weg=["dossiers"],
            cursors={"regio": 9, f"persoonlijk/{PERSON}": 12},
            meer=True,
            laatste_n=4,
        ),
    ),
    ("totals", _response(cursors={"regio": 9}, standen={"regio": (1, 93758419509932940)})),
    ("another epoch", _response(epoch=LAPTOP, meer=True, laatste_n=2)),
    _problem("token_onbekend"),
    _problem("laptop_ingetrokken"),
    _problem("volgorde", verwacht=3, gekregen="5"),
    _problem("laptop_gekloond", n=3),
    _problem("bericht_onleesbaar"),
    _problem("bericht_te_groot"),
    _problem("protocol_te_oud"),
    _problem("code_klopt_niet"),
    _problem("code_verlopen", datum="2026-11-19"),
    _problem("code_al_gebruikt"),
    _problem("centrum_database"),
    _problem("centrum_fout"),
    _problem("adres_onbekend"),
]  # fmt: skip
