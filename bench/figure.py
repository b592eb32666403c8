"""What is measured and how it is printed: each figure beside its peer or limit, the ratio first.

A ratio above 1 means that ours is better, whichever way the unit points. Touches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Beside:
    """A peer, floor or limit in the unit of its figure. `goal` is the ratio that architecture §8 asks for.

    Without a value it could not be measured in this run, and nothing is said about it.
    """

    name: str
    value: float | None
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `more_is_better` is true for rates, false for times and sizes.

    `spread` is (lowest, highest) of the rounds whose median `value` is.
    """

    name: str
    value: float
    unit: str
    more_is_better: bool
    beside: tuple[Beside, ...] = ()
    note: str = ""
    spread: tuple[float, float] | None = None

    def ratio(self, beside: Beside) -> float:
        """Ours to theirs; above 1 ours is better, and 0 when theirs was not measured."""
        if beside.value is None:
            return 0.0
        high, low = (self.value, beside.value) if self.more_is_better else (beside.value, self.value)
        return high / low if low else float("inf")

    def met(self, beside: Beside) -> bool | None:
        """Whether the goal is met; None without a goal or without a measurement."""
        if beside.goal is None or beside.value is None:
            return None
        return self.ratio(beside) >= beside.goal


def rate(name: str, count: int, seconds: Sequence[float], unit: str, **more: Any) -> Figure:
    """A rate from the median of some rounds."""
    middle = median(seconds)
    spread = (count / max(seconds), count / min(seconds)) if len(seconds) > 1 else None
    return Figure(name, count / middle, unit, more_is_better=True, spread=spread, **more)


def duration(name: str, values: Sequence[float], unit: str, **more: Any) -> Figure:
    """A time or a size from the median of some rounds."""
    spread = (min(values), max(values)) if len(values) > 1 else None
    return Figure(name, median(values), unit, more_is_better=False, spread=spread, **more)


def median(values: Sequence[float]) -> float:
    """The middle value, of an even number the lower of the two."""
    return sorted(values)[(len(values) - 1) // 2]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def lines(figure: Figure) -> list[str]:
    """A figure as it is printed: itself, then one line per peer."""
    spread = f"  ({number(figure.spread[0])}-{number(figure.spread[1])})" if figure.spread else ""
    text = [f"{figure.name:<44} {number(figure.value):>9} {figure.unit}{spread}"]
    text += [_beside(figure, beside) for beside in figure.beside]
    if figure.note:
        text.append(f"    {figure.note}")
    return text


def _beside(figure: Figure, beside: Beside) -> str:
    state = {
        True: f"goal {_goal(figure, beside)}: met",
        False: f"goal {_goal(figure, beside)}: NOT met",
        None: "",
    }
    if beside.value is None:
        return f"    {'–':>7}    {beside.name}: not measured"
    theirs = f"{number(beside.value)} {figure.unit}"
    return (
        f"    {figure.ratio(beside):>7.2f} x  {beside.name}, {theirs}  {state[figure.met(beside)]}".rstrip()
    )


def _goal(figure: Figure, beside: Beside) -> str:
    """In the words of the plan: a rate is at least so many times its peer, a time at most."""
    goal = beside.goal or 1.0
    return f">= {goal:.2g} x" if figure.more_is_better else f"<= {1 / goal:.2g} x"


def number(value: float) -> str:
    """Three digits are enough for a person."""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def as_json(figure: Figure) -> dict[str, Any]:
    """For a file: everything, with ratios and goals worked out."""
    beside = [
        asdict(one) | {"ratio": round(figure.ratio(one), 3), "met": figure.met(one)} for one in figure.beside
    ]
    return asdict(figure) | {"beside": beside}
