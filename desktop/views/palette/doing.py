"""The commands and pages of the window as entries, and what can be done with one werkgever that was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction

from desktop.models.queries.day_rows import Treffer
from desktop.views import pages as pages_table
from desktop.views import shortcuts
from desktop.views.palette import entries, texts
from desktop.views.palette.entries import EMPLOYER, Entry
from desktop.views.shell import Deed, Shell
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


def common(there: Sequence[Entry]) -> list[Entry]:
    """The five that are done most, in that order."""
    by_key = {entry.key: entry for entry in there}
    return [by_key[key] for name in COMMON if (key := f"opdracht:{name}") in by_key]


def deeds(there: Sequence[Deed]) -> list[Entry]:
    """What can be done with the row that is chosen on the page."""
    return [
        Entry(f"daad:{one.key}", texts.chosen(one.about), one.words, one.run, icon=one.icon) for one in there
    ]


_PAGE_OF = {
    entries.CANDIDATE: pages_table.CANDIDATES,
    entries.VACANCY: pages_table.VACANCIES,
    entries.PLACEMENT: pages_table.PLACEMENTS,
    entries.INSTRUMENT: pages_table.INSTRUMENTS,
}


def open_hit(shell: Shell, hit: Treffer) -> None:
    """The page of its kind with that row chosen; a person with the people of the werkgever."""
    if hit.soort in _PAGE_OF:
        shell.open_row(_PAGE_OF[hit.soort], hit.id)
    else:
        shell.open_employer(hit.werkgever_id, "contactpersonen" if hit.soort == entries.PERSON else None)


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
