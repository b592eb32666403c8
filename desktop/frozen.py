"""`dataclass` for frozen data, in the place of Python's own: its methods are made when the first one is.

Python writes and compiles six methods for each class while the module is read, a millisecond together; the
program knows hundreds of such classes and a start shows a few of them. Here comparing and printing are the
same few lines for all, and `__init__`, which only Python writes well, is asked of it at the first object.
Touches nothing else; `fields`, `replace` and what else Python knows of a dataclass work on it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """As `dataclasses.dataclass(frozen=True, slots=True)`; there is no other kind of it."""
        if not (frozen and slots):
            raise TypeError("only for what is frozen and has slots")
        return _made


__all__ = ["dataclass"]


def _made(cls: Any) -> Any:
    if any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:]):  # few: Python's own way for those
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__dataclass_params__ = _PARAMS  # also for a class that inherits from it
    fields = dataclasses.fields(made)
    compared = tuple(one.name for one in fields if one.compare)
    values = _values(compared)
    hashed = tuple(one.name for one in fields if (one.compare if one.hash is None else one.hash))
    to_hash = values if hashed == compared else _values(hashed)

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_value(self: Any) -> int:
        return hash(to_hash(self))

    def begin(self: Any, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _written(made, fields)
        made.__init__(self, *args, **kwargs)

    methods: dict[str, Any] = {
        "__init__": begin,
        "__eq__": equal,
        "__hash__": hash_value,
        "__repr__": _shown,
        "__setattr__": _refuse_value,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _put_state,
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def _written(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """Python's own `__init__`, taken from a class that has the same fields and no use but this."""
    after = getattr(cls, "__post_init__", None)
    twin = dataclasses.make_dataclass(
        cls.__name__,
        [(one.name, one.type, one) for one in fields],
        namespace={"__post_init__": after} if after is not None else {},
        frozen=True,
        eq=False,
        repr=False,
        match_args=False,
    )
    init: Any = twin.__init__  # type: ignore[misc]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """One tuple of these, also of one or none."""
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda one: (get(one),)


def _shown(self: Any) -> str:
    parts = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(parts)})"


def _refuse_value(_self: Any, name: str, _value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _put_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


@dataclasses.dataclass(frozen=True)
class _Pattern:
    """Nothing but the parameters that Python keeps of a frozen dataclass."""


_PARAMS = _Pattern.__dataclass_params__  # type: ignore[attr-defined]
