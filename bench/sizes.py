"""How much is measured: the sizes of architecture §8, or small ones (`--snel`) that prove it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts of rows and commands; `rounds` is how often what is cheap to repeat is repeated.

    `growth`: rows of the regions at which the cost is compared. `laptops` sync within `laptop_seconds`.
    """

    commands: int
    werkgevers: int
    contacts: int
    pending: int
    import_rows: int
    keystrokes: int
    rounds: int
    laptops: int
    laptop_seconds: float
    growth: tuple[int, ...]


MILLION = 1_000_000
FULL = Sizes(
    commands=10_000,
    werkgevers=100_000,
    contacts=300_000,
    pending=200,
    import_rows=100_000,
    keystrokes=1_000,
    rounds=3,
    laptops=300,
    laptop_seconds=60,
    growth=(10_000, 100_000),
)
SMALL = Sizes(
    commands=300, werkgevers=1_000, contacts=2_000, pending=20, import_rows=1_000, keystrokes=60, rounds=1,
    laptops=10, laptop_seconds=2, growth=(200, 1_000),
)  # fmt: skip
