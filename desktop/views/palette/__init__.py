"""Ctrl+K: everything that can be opened or done, in one field over the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.views.palette.card import PaletteCard
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

    card = PaletteCard(shell, picking=Picking(question, then))
    open_dialog(shell.as_window(), card)
    return card
