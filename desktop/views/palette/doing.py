"""The commands and pages of the window as entries, and what can be done with one werkgever that was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction

from desktop.models.queries.day_rows import Treffer
from desktop.views import shortcuts
from desktop.views.palette import texts
from desktop.views.palette.entries import EMPLOYER, Entry
from desktop.views.shell import Shell
from desktop.views.window_commands import WindowCommand, may

# What people do most, for the palette in which nothing was typed yet.
COMMON = ("bezoek", "actie", "nieuw", "bijwerken", "sneltoetsen")
_ICONS = {
    "bezoek": "bezoek",
    "bel": "telefoon",
    "actie": "actie",
    "nieuw": "plus",
    "afdrukken": "printer",
    "bijwerken": "sync",
    "slot": "slot",
    "zoek": "zoek",
    "terug": "terug",
    "ongedaan": "terug",
    "vastleggen": "vink",
    "deze_laptop": "laptop",
}


def commands(there: Sequence[WindowCommand], by_menu: bool = False) -> list[Entry]:
    """What this person may do, with the keys that work now; the palette itself is open already. `by_menu`:
    under the names of the menus.
    """
    return [
        _command(one, one.shortcut.group if by_menu else texts.DO)
        for one in there
        if not one.shortcut.hidden and one.shortcut.key != shortcuts.PALETTE.key
    ]


def pages(there: Sequence[WindowCommand]) -> list[Entry]:
    return [
        Entry(
            f"onderdeel:{one.shortcut.key}",
            texts.GO,
            _words(one.action),
            partial(_trigger, one.action),
            icon="rechts",
            keys=one.shortcut.shown,
        )
        for one in there
        if one.shortcut in shortcuts.PAGES
    ]


def common(entries: Sequence[Entry]) -> list[Entry]:
    """The five that are done most, in that order."""
    by_key = {entry.key: entry for entry in entries}
    return [by_key[key] for name in COMMON if (key := f"opdracht:{name}") in by_key]


def at(hit: Treffer, shell: Shell) -> list[Entry]:
    """What can be done right away with the werkgever that was found first."""
    if hit.soort != EMPLOYER:
        return []
    log = Entry(
        f"bezoek:{hit.id}",
        texts.DO,
        texts.visit_at(hit.titel),
        partial(visit, shell, hit.werkgever_id),
        icon="bezoek",
        keys="Ctrl Enter",
    )
    ring = Entry(
        f"bel:{hit.id}",
        texts.DO,
        texts.call_with(hit.titel),
        partial(call, shell, hit.werkgever_id),
        icon="telefoon",
        keys="Alt Enter",
    )
    paper = Entry(
        f"afdruk:{hit.id}",
        texts.DO,
        texts.print_of(hit.titel),
        partial(shell.print_overview, hit.werkgever_id),
        icon="printer",
    )
    return [log, ring, paper] if may(shell.backend.rol, shortcuts.VISIT.right) else [paper]


def visit(shell: Shell, werkgever_id: str, contactpersoon_id: str = "") -> None:
    """With the dossier beside the form, so that what is still open there is in sight."""
    shell.open_employer(werkgever_id)
    shell.log_visit(werkgever_id, "bezoek", contactpersoon_id)


def call(shell: Shell, werkgever_id: str, contactpersoon_id: str = "") -> None:
    """The same; R3 comes first where needed."""
    shell.open_employer(werkgever_id)
    shell.call(werkgever_id, contactpersoon_id)


def new_employer(name: str, shell: Shell) -> list[Entry]:
    if len(name) < 2 or not may(shell.backend.rol, shortcuts.NEW.right):
        return []
    run = partial(shell.new_employer, name)
    words = texts.new_employer(name)
    return [Entry("nieuw", texts.NOT_THERE, words, run, texts.CHECK_DOUBLES, "plus")]


def _command(one: WindowCommand, group: str) -> Entry:
    return Entry(
        f"opdracht:{one.shortcut.key}",
        group,
        _words(one.action),
        partial(_trigger, one.action),
        icon=_ICONS.get(one.shortcut.key, "sneller"),
        keys=one.shortcut.shown,
    )


def _words(action: QAction) -> str:
    return action.text().replace("&", "")


def _trigger(action: QAction) -> None:
    action.trigger()
