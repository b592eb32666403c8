"""What is made late behaves as what Python makes at once."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import frozen


def family(dataclass: Any) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """The same two classes, made by either."""

    @dataclass(frozen=True, slots=True)
    class Row:
        KIND: ClassVar[str] = "rij"
        naam: str
        plaats: str = "Delft"
        codes: tuple[str, ...] = ()
        gezien: list[int] = field(default_factory=list, compare=False, repr=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "plaats", self.plaats.strip())

        @property
        def kort(self) -> str:
            return self.naam[:3]

    @dataclass(frozen=True, slots=True)
    class Wider(Row):
        aantal: int = 0
        los: int = field(default=1, kw_only=True)

    return Row, Wider


OURS, THEIRS = family(frozen.dataclass), family(dataclasses.dataclass)
words = st.sampled_from(("", " a", "b", "Karin"))
given_values = st.fixed_dictionaries(
    {"naam": words},
    optional={"plaats": words, "codes": st.tuples(words), "gezien": st.sampled_from(([], [1], [2, 3]))},
)


@dataclasses.dataclass
class Outcome:
    value: object = None
    error: str = ""


def tried(call: Callable[[], Any]) -> Outcome:
    try:
        return Outcome(call())
    except (TypeError, FrozenInstanceError) as error:
        return Outcome(error=f"{type(error).__name__} {error}".replace("family.<locals>.", ""))


@given(given_values, given_values)
def test_made_compared_printed_and_hashed_alike(first: dict[str, Any], second: dict[str, Any]) -> None:
    for ours, theirs in zip(OURS, THEIRS, strict=True):
        one, other = ours(**first), ours(**second)
        here, there = theirs(**first), theirs(**second)
        assert repr(one) == repr(here)
        assert (one == other) is (here == there)
        assert (hash(one) == hash(other)) is (hash(here) == hash(there))
        assert dataclasses.asdict(one) == dataclasses.asdict(here)
        assert dataclasses.replace(one, naam="x") == ours(**(first | {"naam": "x"}))
        assert one.kort == here.kort
        assert copy.copy(one) == copy.deepcopy(one) == one
    assert OURS[0](**first) != OURS[1](**first)


@pytest.mark.parametrize("number", [0, 1])
def test_refused_alike(number: int) -> None:
    def wrong(cls: Callable[..., Any]) -> list[Outcome]:
        row = cls("Karin")
        return [
            tried(cls),
            tried(lambda: cls("Karin", onbekend=1)),
            tried(lambda: cls("Karin", "Delft", (), [], 1, 2)),
            tried(lambda: setattr(row, "naam", "x")),
            tried(lambda: delattr(row, "naam")),
        ]

    assert wrong(OURS[number]) == wrong(THEIRS[number])
    with pytest.raises((FrozenInstanceError, TypeError)):
        OURS[number]("Karin").nieuw = 1


def test_python_knows_it_as_its_own() -> None:
    """Also in a pattern, and as what another one inherits from."""
    row = OURS[0]("Karin", "Gouda")
    assert [one.name for one in dataclasses.fields(row)] == ["naam", "plaats", "codes", "gezien"]
    match Kept("Karin", ("a",)):
        case Kept(naam, codes):
            assert (naam, codes) == ("Karin", ("a",))
    assert OURS[1].__match_args__ == THEIRS[1].__match_args__  # type: ignore[attr-defined]

    @dataclasses.dataclass(frozen=True, slots=True)
    class Below(Kept):
        meer: int = 1

    assert Below("Karin").meer == 1
    assert not hasattr(Below("Karin"), "__dict__")


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """In a module, so that it can be found again."""

    naam: str
    codes: tuple[str, ...] = ()


def test_it_travels_between_processes() -> None:
    kept = Kept("Karin", ("a",))
    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301 (our own)


def test_there_is_no_other_kind() -> None:
    with pytest.raises(TypeError):
        frozen.dataclass(frozen=True, slots=False)(Kept)
