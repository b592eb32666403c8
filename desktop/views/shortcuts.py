"""The one table of commands and keys: actions, menus, tooltips, palette and the sheet of keys read it here.

A person may give a command other keys; those are laid over the table here, and what shows keys follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.frozen import dataclass
from desktop.views import texts, texts_forms, texts_regie, texts_sync
from desktop.views import texts_shell as words
from desktop.views.instellingen import texts as texts_settings
from desktop.views.texts_shell import EDIT, EMPLOYER, FILE, GO, HELP, VIEW
from desktop.views.widgets import tips


class _Own(QObject):
    """The keys that this person chose, by the key of the command; `changed` after each choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: Mapping[str, tuple[str, ...]] = {}


@cache
def own() -> _Own:
    return _Own()


def use(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """From now on these commands have these keys instead of those of the table."""
    own().keys = dict(chosen)
    own().changed.emit()


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command. `default` in Qt's notation; `label` what it does in the words of the screen.

    `right`: the command of the core that this person must be allowed (empty: everyone). `hidden`: keys
    only, not in menus and palette.
    """

    key: str
    label: str
    group: str
    default: tuple[str, ...] = ()
    right: str = ""
    hidden: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that work now."""
        return own().keys.get(self.key, self.default)

    @property
    def sequences(self) -> list[QKeySequence]:
        return [QKeySequence(keys) for keys in self.keys]

    @property
    def shown(self) -> str:
        """The first one as on a key cap: Ctrl B. Empty when it has none."""
        return cap(self.keys[0]) if self.keys else ""

    def __str__(self) -> str:
        return self.shown


def cap(keys: str) -> str:
    """Qt's notation as a person reads it on the keys."""
    plain = keys.replace("Return", "Enter").replace("PgDown", "PgDn")
    return plain[:-1].replace("+", " ") + plain[-1:]


PALETTE = Shortcut("palet", words.PALETTE_NAME, GO, ("Ctrl+K",))
SEARCH = Shortcut("zoek", texts.SEARCH_EMPLOYERS, EDIT, ("Ctrl+F",))
VISIT = Shortcut("bezoek", texts.LOG_VISIT, EMPLOYER, ("Ctrl+N", "Ctrl+B"), "contact.leg_vast")
CALL = Shortcut("bel", texts.CALL, EMPLOYER, ("Ctrl+L",), "contact.leg_vast")
ACTION = Shortcut("actie", words.MAKE_ACTION, EMPLOYER, ("Ctrl+T",), "actie.maak")
POSTPONE = Shortcut("verzetten", words.POSTPONE, EMPLOYER, ("Ctrl+D",), "actie.verzet")
NEW = Shortcut("nieuw", texts.NEW_EMPLOYER, FILE, ("Ctrl+Shift+N",), "werkgever.registreer")
NEW_VACANCY = Shortcut("nieuwe_vacature", words.NEW_VACANCY, FILE, ("Ctrl+Shift+V",), "vacature.registreer")
NEW_CANDIDATE = Shortcut(
    "nieuwe_kandidaat", words.NEW_CANDIDATE, FILE, ("Ctrl+Shift+K",), "kandidaat.registreer"
)
PRINT = Shortcut("afdrukken", texts.PRINT_OVERVIEW, FILE, ("Ctrl+P",))
SYNC = Shortcut("bijwerken", texts_sync.SEND_AND_FETCH, FILE, ("F5",))
SETTINGS = Shortcut("instellingen", words.SETTINGS, FILE, ("Ctrl+,",))
PRACTICE = Shortcut("oefenen", words.PRACTICE, FILE)
LOCK = Shortcut("slot", words.LOCK, FILE, ("Ctrl+Shift+L",))
QUIT = Shortcut("afsluiten", words.QUIT, FILE, ("Ctrl+Q",))
UNDO = Shortcut("ongedaan", words.UNDO, EDIT, ("Ctrl+Z",))
SAVE = Shortcut("vastleggen", texts_forms.SAVE, EDIT, ("Ctrl+Enter", "Ctrl+Return"))
NEXT = Shortcut("volgende", texts.NEXT_EMPLOYER, EMPLOYER, ("Ctrl+PgDown",))
PREVIOUS = Shortcut("vorige", texts.PREVIOUS_EMPLOYER, EMPLOYER, ("Ctrl+PgUp",))
BACK = Shortcut("terug", texts.BACK, GO, ("Alt+Left",))
NEXT_PANE = Shortcut("volgend_deel", texts.NEXT_PANE, VIEW, ("F6",))
PREVIOUS_PANE = Shortcut("vorig_deel", texts.PREVIOUS_PANE, VIEW, ("Shift+F6",))
PANES = tuple(Shortcut(f"deel_{key}", label, VIEW, (keys,)) for key, label, keys in texts.PANES)
CLOSE = Shortcut("sluiten", texts_forms.CLOSE, EDIT, ("Esc",), hidden=True)
LARGER = Shortcut("groter", texts.TEXT_LARGER, VIEW, ("Ctrl++", "Ctrl+="))
SMALLER = Shortcut("kleiner", texts.TEXT_SMALLER, VIEW, ("Ctrl+-",))
NORMAL = Shortcut("normaal", texts.TEXT_NORMAL, VIEW, ("Ctrl+0",))
MENU_BAR = Shortcut("menubalk", words.SHOW_MENU_BAR, VIEW, ("F10",))
SHEET = Shortcut("sneltoetsen", words.SHORTCUTS, HELP, ("F1",))
LAPTOP = Shortcut("deze_laptop", words.THIS_LAPTOP, HELP)
LOGS = Shortcut("logmap", words.LOG_FOLDER, HELP)
WAITING = Shortcut("wachtlijst", words.SEE_WAITING, GO)
LOG = Shortcut("logboek", words.SEE_LOG, GO)
REPORTS = Shortcut("rapporten", words.REPORTS, GO)
"""For whom the page is not in the rail."""
PROFILES = Shortcut("profielen", words.SEARCH_PROFILES, GO)
BY_NUMBER = Shortcut("kandidaten_per_bemiddelaar", words.BY_NUMBER, GO, right="kandidaat.wijs_toe")
INSTRUMENTS = Shortcut("instrumenten", words.INSTRUMENTS, GO)
PARTNERS = Shortcut("partners", words.PARTNERS, GO)
NEW_PARTNER = Shortcut("nieuwe_partner", words.NEW_PARTNER, FILE, (), "partner.registreer")
WERKFIT = Shortcut("werkfitlijst", words.WERKFIT, GO, (), "werkfit.wijzig_lijst")
SCHEDULE = Shortcut("nazorgschema", words.SCHEDULE, GO, (), "nazorgregel.stel_vast")
SIGNAL = Shortcut("signaal", words.REPORT_SIGNAL, EMPLOYER, (), "signaal.meld")
QUESTION = Shortcut("werkgeversvraag", words.NEW_QUESTION, EMPLOYER, (), "werkgeversvraag.registreer")
FINISH_TALK = Shortcut("nazorg_afronden", words.FINISH_TALK, EMPLOYER, (), "nazorg.rond_af")
CONFIRM_MILESTONE = Shortcut("mijlpaal", words.CONFIRM_MILESTONE, EMPLOYER, (), "mijlpaal.bevestig")
PUT_FORWARD = Shortcut("voordracht", words.PUT_FORWARD, EMPLOYER, (), "voordracht.doe")
NEW_PLACEMENT = Shortcut("nieuwe_plaatsing", words.NEW_PLACEMENT, FILE, (), "plaatsing.registreer")
THEMES = tuple(
    Shortcut(f"thema_{code}", f"{texts_settings.THEME}: {label.lower()}", VIEW)
    for code, label in texts_settings.THEMES
)
CHOOSE = tuple(
    Shortcut(f"keuze_{n}", label, EDIT, (f"Alt+{n}",), "afstemming.kies", hidden=True)
    for n, label in enumerate(texts_regie.CHOICES, start=1)
)
PAGES = tuple(
    Shortcut(f"onderdeel_{n}", texts.GO_TO_PAGE, GO, (f"Ctrl+{n}",), hidden=True) for n in range(1, 8)
)

ALL = (
    *(
        NEW,
        NEW_VACANCY,
        NEW_CANDIDATE,
        NEW_PLACEMENT,
        NEW_PARTNER,
        PRINT,
        SYNC,
        SETTINGS,
        PRACTICE,
        LOCK,
        QUIT,
    ),
    *(UNDO, SEARCH, SAVE, CLOSE, *CHOOSE),
    *(LARGER, SMALLER, NORMAL, *THEMES, NEXT_PANE, PREVIOUS_PANE, *PANES, MENU_BAR),
    *(
        PALETTE,
        *PAGES,
        WAITING,
        LOG,
        REPORTS,
        PROFILES,
        BY_NUMBER,
        INSTRUMENTS,
        PARTNERS,
        SCHEDULE,
        WERKFIT,
        BACK,
    ),
    *(VISIT, CALL, ACTION, SIGNAL, QUESTION, PUT_FORWARD, FINISH_TALK, CONFIRM_MILESTONE),
    *(POSTPONE, NEXT, PREVIOUS),
    *(SHEET, LAPTOP, LOGS),
)


class _Tooltip(QObject):
    """Keeps the tooltip of its widget true when keys change."""

    def __init__(self, widget: QWidget, shortcut: Shortcut) -> None:
        super().__init__(widget)
        self._widget, self._shortcut = widget, shortcut
        own().changed.connect(self.show)
        self.show()

    def show(self) -> None:
        label, shown = self._shortcut.label, self._shortcut.shown
        tips.tell(self._widget, f"{label} ({shown})" if shown else label)


def explain(widget: QWidget, shortcut: Shortcut) -> None:
    """A tooltip that names the command and its key, also after the key was changed."""
    _Tooltip(widget, shortcut)
