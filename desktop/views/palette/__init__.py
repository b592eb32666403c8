"""Ctrl+K: everything that can be opened or done, in one field over the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.models.queries.day_rows import Treffer
    from desktop.views.palette.card import PaletteCard
    from desktop.views.palette.reading import Ready
    from desktop.views.shell import Shell


def open_palette(shell: Shell, prefix: str = "") -> PaletteCard:
    """With `>` as prefix it lists commands only."""
    from desktop.views.palette.card import PaletteCard
    from desktop.views.widgets.layer import open_dialog

    card = PaletteCard(shell, prefix)
    open_dialog(shell.as_window(), card)
    return card


def pick_employer(shell: Shell, question: str, then: Callable[[str], None]) -> PaletteCard:
    """Asks at which werkgever; `then(werkgever_id)` when one was chosen, nothing after Esc."""
    from desktop.views.palette.card import PaletteCard, Picking
    from desktop.views.widgets.layer import open_dialog

    card = PaletteCard(shell, picking=Picking(question, lambda hit: then(hit.werkgever_id)))
    open_dialog(shell.as_window(), card)
    return card


def pick_one(shell: Shell, question: str, ready: Ready, then: Callable[[Treffer], None]) -> PaletteCard:
    """Asks which one of a short list, which `ready` reads; nothing happens after Esc."""
    from desktop.views.palette.card import PaletteCard, Picking
    from desktop.views.widgets.layer import open_dialog

    card = PaletteCard(shell, picking=Picking(question, then, ready))
    open_dialog(shell.as_window(), card)
    return card
