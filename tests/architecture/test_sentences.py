"""Every reason that the program can give exists as a sentence, and gets what that wants to fill in."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from desktop import wording
from desktop.models.errors import InputRefused, Weigering

ROOT = Path(__file__).parents[2]
# How each function that takes a code is called: the place of the code, and what fills the sentence.
# None: the parameters are the keyword arguments; a number: the mapping at that place.
TAKES_CODE: dict[str, tuple[int, int | None]] = {
    "Weigering": (0, None),
    "EnvironmentFailure": (0, None),
    "remark": (0, None),
    "Remark": (0, 1),
    "tell": (2, None),
    "put_in_inbox": (2, None),
    "Outcome": (2, 3),
    "Problem": (0, 1),
    "Revoked": (0, None),
    "Reden": (0, 2),
    "sentence": (0, 1),
}
# Calls of which the code is made elsewhere: what it can be. A new one must be looked at and added here.
MADE_ELSEWHERE: dict[tuple[str, str], tuple[str, ...]] = {
    ("desktop/imports/columns.py", "code"): ("import_kolom_geen_kvk_toch", "import_kolom_geen_kvk"),
    ("desktop/imports/mapping.py", "code"): ("import_kolom_dubbel", "import_kolom_weg"),
    ("desktop/imports/remarks.py", "code"): (),  # `remark`: its callers are walked
    ("desktop/models/handlers/notice.py", "code"): (),  # `tell`: its callers are walked
    ("desktop/models/work.py", "code"): (),  # `require`: its callers are walked
    ("desktop/views/undo.py", "code"): (),  # warnings of an outcome: where they are made is walked
    ("desktop/models/handlers/contact.py", "code"): (
        "contact_buiten_regie",
        "contact_zonder_reden",
        "contact_werkgever_belde",
        "contact_eigen_kandidaat",
        "contact_tijdens_reservering",
    ),
    ("desktop/models/handlers/own_candidate.py", "code"): (
        "voordracht_gedaan",
        "voordracht_gesprek_zonder_dag",
        *(
            f"voordracht_{status}{met_woord}"
            for status in ("voorgesteld", "gesprek", "proefplaatsing", "geplaatst", "ingetrokken")
            for met_woord in ("", "_met_woord")
        ),
        "voordracht_afgewezen_werkgever",
        "voordracht_afgewezen_werkgever_met_woord",
        "voordracht_afgewezen_kandidaat",
        "voordracht_afgewezen_kandidaat_met_woord",
        "plaatsing_gemaakt",
        "plaatsing_beeindigd",
        "plaatsing_vervallen",
    ),
    ("desktop/commandline/doing.py", "code"): ("kvk_lijkt_tikfout",),  # the warnings of an outcome
    ("desktop/commandline/rows.py", "row.reden"): (),  # the code that the answer had
    ("desktop/commandline/rows.py", "row.fout"): (),  # the code that the round ended with
    ("desktop/views/afstemming/items.py", "item"): (),  # the screen's own function of that name
    ("desktop/sync/transport.py", "code"): ("centrum_certificaat", "centrum_onbereikbaar"),
    ("desktop/models/handlers/contactverzoek.py", "code"): (
        "contactverzoek_akkoord",
        "contactverzoek_akkoord_met_woord",
        "contactverzoek_liever_niet",
        "contactverzoek_liever_niet_met_woord",
    ),
    ("desktop/models/handlers/vacature.py", "code"): (
        "vacature_teruggegeven",
        "vacature_teruggegeven_met_reden",
    ),
    ("desktop/models/handlers/werkgeversvraag.py", "code"): ("vraag_beantwoord", "vraag_doorverwezen"),
    ("desktop/views/sync_log.py", "row.fout"): (),  # the code that the round ended with
    ("desktop/views/deze_laptop/contents.py", "row.opdracht.reden"): (),  # the code that the answer had
    ("desktop/models/store.py", "_operational_code(message)"): (
        "schijf_vol",
        "database_in_gebruik",
        "database_niet_te_openen",
        "database_onbereikbaar",
    ),
}
ALWAYS = {"code"}
FORBIDDEN = re.compile(
    r"succesvol|ongeldig|fout opgetreden|\brecord|synchronis|!|\bU\b|\buw\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Use:
    """A place that gives a reason; `given` is None when the parameters cannot be read from the source."""

    where: str
    code: str
    given: frozenset[str] | None


def _literals(node: ast.expr | None) -> Iterator[str | None]:
    """The texts that this expression can be; None among them when one cannot be read."""
    match node:
        case None | ast.Constant(value=None) | ast.Attribute(attr="code"):
            return  # `error.code` is passed on: it is checked where the error was made
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)
        case ast.BoolOp(values=values):
            # `outcome.code or "geweigerd"`: what comes from a row was a literal where the row was made.
            yield from (text for value in values for text in _literals(value) if text)
        case _:
            yield None


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _argument(call: ast.Call, place: int, keyword: str) -> ast.expr | None:
    if place < len(call.args):
        return call.args[place]
    return next((item.value for item in call.keywords if item.arg == keyword), None)


def _given(call: ast.Call, place: int | None) -> frozenset[str] | None:
    if place is None:
        names = [item.arg for item in call.keywords]
        return None if None in names else frozenset(name for name in names if name)
    match _argument(call, place, "parameters"):
        case None:
            return frozenset()
        case ast.Dict(keys=keys) if all(isinstance(key, ast.Constant) for key in keys):
            return frozenset(str(key.value) for key in keys if isinstance(key, ast.Constant))
        case _:
            return None


@cache
def _sources() -> dict[str, tuple[str, list[ast.AST]]]:
    """Each module with its text and all its nodes; read when the first test asks, not in every process."""
    return {
        path.relative_to(ROOT).as_posix(): (source, list(ast.walk(ast.parse(source))))
        for top in ("desktop", "central")
        for path in sorted((ROOT / top).rglob("*.py"))
        for source in [path.read_text(encoding="utf-8")]
    }


def _calls() -> Iterator[tuple[str, ast.Call, str]]:
    for where, (source, nodes) in _sources().items():
        # Screens make sentences of their own; only that of `wording` takes a code.
        words = re.search(r"wording import .*\bsentence\b|wording\.sentence\(", source) is not None
        for node in nodes:
            if not isinstance(node, ast.Call) or (_name(node.func) == "sentence" and not words):
                continue
            if _name(node.func) in (*TAKES_CODE, "require", "Judgement"):
                yield where, node, _name(node.func)


@cache
def uses() -> list[Use]:
    return list(_uses())


def _uses() -> Iterator[Use]:
    for where, call, name in _calls():
        at = f"{where}:{call.lineno}"
        if name == "Judgement":
            continue  # its codes are those of contact.py in MADE_ELSEWHERE
        if name == "require":
            for code in _literals(_argument(call, 2, "code")):
                yield Use(at, code or "", frozenset({"id"}))
            continue
        place, parameters = TAKES_CODE[name]
        node = _argument(call, place, "code")
        if isinstance(node, ast.JoinedStr):
            yield from (Use(at, code, _given(call, parameters)) for code in _matching(node))
            continue
        for code in _literals(node):
            if code is not None:
                yield Use(at, code, _given(call, parameters))
                continue
            assert node is not None
            known = MADE_ELSEWHERE.get((where, ast.unparse(node)))
            yield from (Use(at, made, _given(call, parameters)) for made in known or ())


def _matching(node: ast.JoinedStr) -> list[str]:
    """The codes that a text with parts to be filled in can mean; at least one must exist."""
    parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else "[a-z_0-9]+" for v in node.values]
    found = [code for code in wording.sentences() if re.fullmatch("".join(parts), code)]
    return found or [ast.unparse(node)]


def placeholders(code: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording.sentences()[code]) if name}


def test_the_walk_sees_what_is_there() -> None:
    assert len(uses()) > 60
    assert {"kvk_lengte", "database_nieuwer", "regie_al_bij_ander", "actie_gekregen"} <= {
        use.code for use in uses()
    }


def test_no_reason_is_made_out_of_sight() -> None:
    """A code that is not written where it is given cannot be checked: it must be declared above."""
    hidden = {
        f"{where}:{call.lineno} {ast.unparse(node)}"
        for where, call, name in _calls()
        if name in TAKES_CODE
        and (node := _argument(call, TAKES_CODE[name][0], "code")) is not None
        and not isinstance(node, ast.JoinedStr)
        and None in _literals(node)
        and (where, ast.unparse(node)) not in MADE_ELSEWHERE
    }
    assert hidden == set()


def test_what_is_declared_above_is_still_there() -> None:
    found = {
        (where, ast.unparse(node))
        for where, call, name in _calls()
        if name in TAKES_CODE and (node := _argument(call, TAKES_CODE[name][0], "code")) is not None
    }
    assert sorted(set(MADE_ELSEWHERE) - found) == []


def test_every_reason_has_a_sentence() -> None:
    missing = sorted({f"{use.code} ({use.where})" for use in uses() if use.code not in wording.sentences()})
    assert missing == []


def test_every_sentence_gets_what_it_wants_to_fill_in() -> None:
    unfilled = [
        f"{use.where} {use.code}: {sorted(lacking)}"
        for use in uses()
        if use.given is not None
        and use.code in wording.sentences()
        and (lacking := placeholders(use.code) - use.given - ALWAYS)
    ]
    assert unfilled == []


def test_one_and_more_are_told_apart_by_aantal() -> None:
    """`[plaats|plaatsen]` looks at no other parameter, and would say: 1 plaatsen."""
    counted = {code for code, text in wording.sentences().items() if "|" in text and "[" in text}
    assert {code for code in counted if "{aantal}" not in wording.sentences()[code]} == set()


def test_every_sentence_is_used() -> None:
    constants = {
        node.value
        for _, nodes in _sources().values()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = {use.code for use in uses()}
    assert sorted(set(wording.sentences()) - constants - made) == []


@pytest.mark.parametrize("code", sorted(wording.sentences()))
def test_a_sentence_is_plain(code: str) -> None:
    text = wording.sentences()[code]
    assert text[-1] in ".?}", "it ends"
    assert text[0].isupper() or text[0] in "{'0123456789", "it begins with a capital"
    assert not FORBIDDEN.search(text)
    for part in re.split(r"(?<=[.?;:])\s", text):
        assert len(part.split()) <= 15, part


def test_files_do_not_contradict_each_other() -> None:
    seen: dict[str, str] = {}
    for path in sorted((ROOT / "resources" / "teksten").glob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            code = line.split(" = ")[0]
            if " = " in line and not line.startswith("#"):
                assert seen.setdefault(code, path.name) == path.name, code


@pytest.mark.parametrize(
    ("code", "parameters", "spoken"),
    [
        ("regie_al_bij_ander", {"wie": "Karin Smit", "sinds": "2026-03-12"}, "sinds 12 maart 2026."),
        ("regie_al_bij_ander", {"wie": "Karin Smit", "sinds": "2026-02-30"}, "sinds 2026-02-30."),
        (
            "regie_al_bij_ander",
            {"wie": "Karin Smit", "sinds": "2026-11-17T09:44:00Z"},
            "17 november 2026, 10:44.",
        ),
        ("regie_al_bij_ander", {"wie": None, "sinds": "2026-03-12"}, "… heeft de regie"),
        ("te_lang", {"max": 1000, "aantal": 1284}, "heeft 1.284 tekens. Er passen er 1.000."),
        ("getal_buiten_grens", {"laag": 2008, "hoog": 2025}, "van 2008 tot en met 2025."),
        ("kvk_lijkt_tikfout", {"kvk_nummer": "74123456"}, "KvK-nummer 7412 3456 lijkt"),
        ("a_code_of_a_newer_centre", {}, "Dit kan nu niet (a_code_of_a_newer_centre)."),
        ("geen_keuze", {"keuzes": "{veld} {0}"}, "{veld} {0}"),
    ],
)
def test_parameters_are_spoken(code: str, parameters: dict[str, str | int | None], spoken: str) -> None:
    assert spoken in wording.sentence(code, parameters).replace("\N{NO-BREAK SPACE}", " ")


def test_a_sentence_without_its_parameters_stays_readable() -> None:
    assert wording.sentence("kvk_lengte") == "Dit KvK-nummer heeft … cijfers. Het moeten er 8 zijn."


def test_refused_fields_are_explained_with_the_name_of_the_first() -> None:
    refused = InputRefused({"kvk_nummer": Weigering("kvk_lengte", aantal=7), "naam": Weigering("leeg")})
    assert wording.explain(refused) == "kvk_nummer: Dit KvK-nummer heeft 7 cijfers. Het moeten er 8 zijn."
