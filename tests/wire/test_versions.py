"""What released programs say and read stays as it was: a change of shape needs a new version, kept here."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from central import openapi
from desktop.sync import protocol
from tests.wire.examples import EXAMPLES
from tests.wire.golden import Golden, Version, shape, unpacked, versions

VERSIONS = versions()
MESSAGES = [(version, one) for version in VERSIONS for one in version.messages]
HOW = "the wire changed: keep it with `python -m tests.wire.golden N.M`, and never touch a released file"


def _names(value: object) -> str | None:
    return getattr(value, "name", None)


def part_of(old: Any, new: Any) -> bool:
    """Whether `new` says all that `old` says, and in the same way; fields may have been added."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and part_of(old[key], new[key]) for key in old)
    if isinstance(old, list):
        return isinstance(new, list) and len(old) == len(new) and all(map(part_of, old, new))
    return type(old) is type(new) and bool(old == new)


@pytest.mark.parametrize(("version", "golden"), MESSAGES, ids=_names)
def test_today_reads_what_was_said_and_says_the_same(version: Version, golden: Golden) -> None:
    assert unpacked(golden.packed) == golden.says, "the file itself was changed"
    message = protocol.unpack(golden.packed, openapi.messages()[golden.kind])
    assert part_of(golden.says, unpacked(protocol.pack(message)))


@pytest.mark.parametrize("version", VERSIONS, ids=_names)
def test_a_released_program_reads_what_is_said_today(version: Version) -> None:
    """Its reader looks for the fields that it knows, of the types that it knows, and passes over the rest."""
    known = {one.kind for one in version.messages}
    for name, message in EXAMPLES:
        if type(message).__name__ not in known:
            continue
        reader = jsonschema_rs.validator_for(
            {
                "$ref": f"#/components/schemas/{type(message).__name__}",
                "components": {"schemas": version.shape},
            }
        )
        assert reader.is_valid(unpacked(protocol.pack(message))), f"{version.name} cannot read: {name}"


def test_the_shape_of_today_is_the_newest_version() -> None:
    newest = VERSIONS[-1]
    assert newest.shape == shape(), HOW
    assert newest.protocol == protocol.PROTOCOL, HOW
    assert newest.name.split(".")[0] == str(protocol.PROTOCOL)


def test_each_version_has_an_example_of_each_message() -> None:
    bodies = {"EnrolRequest", "EnrolResponse", "SyncRequest", "SyncResponse", "Problem"}
    for version in VERSIONS:
        assert {one.kind for one in version.messages} >= bodies


def test_a_version_only_adds() -> None:
    """Within a PROTOCOL no field goes away, gets another type, or becomes one that must be there."""
    for older, newer in pairwise(VERSIONS):
        if older.protocol == newer.protocol:
            assert not changed(older.shape, newer.shape)


def changed(older: dict[str, Any], newer: dict[str, Any]) -> list[str]:
    """What a newer shape broke of an older one."""
    found = []
    for kind, was in older.items():
        now = newer.get(kind, {"properties": {}})
        for name, field in was["properties"].items():
            if now["properties"].get(name) != field:
                found.append(f"{kind}.{name}")
        found += [f"{kind}: {name} is needed" for name in set(now.get("required", [])) - set(was["required"])]
    return found


def test_the_check_of_what_was_added_bites() -> None:
    class Stricter(msgspec.Struct):
        a: int
        b: int

    def of(kind: type[msgspec.Struct]) -> dict[str, Any]:
        return {"M": msgspec.json.schema_components([kind])[1][kind.__name__]}

    class First(msgspec.Struct):
        a: int

    class Added(msgspec.Struct):
        a: int
        b: int = 0

    class Other(msgspec.Struct):
        a: str

    assert changed(of(First), of(Added)) == []
    assert changed(of(First), of(Stricter)) == ["M: b is needed"]
    assert changed(of(First), of(Other)) == ["M.a"]
    assert changed(of(Added), of(First)) == ["M.b"]


def test_the_comparison_bites() -> None:
    assert part_of({"a": [1]}, {"a": [1], "b": 2})
    for other in ({"a": [1, 2]}, {"a": ["1"]}, {"a": [True]}, {"b": [1]}):
        assert not part_of({"a": [1]}, other)
