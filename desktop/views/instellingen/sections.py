"""The groups of Instellingen: each shows how things stand and changes them at once."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop import __version__
from desktop.views import shortcuts, texts_shell, theme
from desktop.views.instellingen import texts
from desktop.views.instellingen.licences import open_licences
from desktop.views.instellingen.parts import CheckRow, RadioColumn, Section
from desktop.views.shell import Shell
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.fields import Choice, FormRow

MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)
DAYS = (14, 30, 45, 60, 90, 120, 180, 365)


class LookSection(Section):
    """Theme, text size, motion and the menu bar."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.LOOK, first=True)
        self._settings = shell.settings
        self.theme = RadioColumn(texts.THEME, texts.THEMES)
        self.add(self.theme)
        self.text_size = Choice(texts.TEXT_SIZE)
        sizes = theme.tokens()["letter"]["tekstfactor"]
        self.text_size.set_options(tuple((str(size), texts.percent(size)) for size in sizes))
        hint = texts.text_size_hint(shortcuts.LARGER.shown, shortcuts.SMALLER.shown)
        self.add(FormRow(texts.TEXT_SIZE, self.text_size, hint))
        self.motion = CheckRow(texts.LESS_MOTION, texts.LESS_MOTION_HINT)
        self.add(self.motion)
        self.menu_bar = CheckRow(texts.MENU_BAR, "")
        self.add(self.menu_bar)
        self.show_now()
        self.tell_keys()
        self.theme.chosen.connect(self._theme_chosen)
        self.text_size.currentIndexChanged.connect(self._size_chosen)
        self.motion.check.toggled.connect(self._motion_chosen)
        self.menu_bar.check.toggled.connect(self._menu_bar_chosen)
        shell.settings.changed.connect(self.show_now)
        shortcuts.own().changed.connect(self.tell_keys)

    def show_now(self) -> None:
        """Also after a change from elsewhere, such as Ctrl + for larger text."""
        now = self._settings.now
        self.theme.set_value(now.thema)
        self.text_size.set_value(str(now.tekstfactor))
        self.motion.check.setChecked(now.minder_beweging)
        self.menu_bar.check.setChecked(now.menubalk)

    def tell_keys(self) -> None:
        self.menu_bar.set_hint(texts.menu_bar_hint(shortcuts.MENU_BAR.shown))

    def _theme_chosen(self, code: str) -> None:
        self._settings.change(thema=code)

    def _size_chosen(self) -> None:
        self._settings.change(tekstfactor=float(self.text_size.value()))

    def _motion_chosen(self, on: bool) -> None:
        self._settings.change(minder_beweging=on)

    def _menu_bar_chosen(self, on: bool) -> None:
        self._settings.change(menubalk=on)


class LockSection(Section):
    """After how many minutes, and the code."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.LOCK)
        self._shell = shell
        self._has_code = False
        self.after = Choice(texts.LOCK_AFTER)
        self._row = FormRow(texts.LOCK_AFTER, self.after, texts.LOCK_AFTER_HINT)
        self.add(self._row)
        self.code = self.add_text("")
        self.choose = Button(texts.CHOOSE_CODE)
        self.choose.clicked.connect(shell.locking.choose_code)
        self.now = Button(texts.LOCK_NOW)
        shortcuts.explain(self.now, shortcuts.LOCK)
        self.now.clicked.connect(shell.locking.ask)
        self.add_buttons(self.choose, self.now)
        self._show_minutes()
        self.after.currentIndexChanged.connect(self._chosen)
        shell.locking.coded.connect(self._coded)
        self.refresh()

    def refresh(self) -> None:
        """Whether there is a code, asked of the laptop."""
        self._shell.operations.query(self._shell.backend.slot_ingesteld, self, self._coded, channel="code")

    def _show_minutes(self) -> None:
        now = self._shell.settings.now.slot_minuten
        offered = sorted({*MINUTES, now})
        self.after.set_options(tuple((str(count), texts.minutes(count)) for count in offered))
        self.after.set_value(str(now))

    def _chosen(self) -> None:
        self._shell.settings.change(slot_minuten=int(self.after.value()))
        self._tell()

    def _coded(self, has_code: bool) -> None:
        self._has_code = has_code
        self.code.setText(texts.CODE_SET if has_code else texts.CODE_NOT_SET)
        self.choose.set_words(texts.CHANGE_CODE if has_code else texts.CHOOSE_CODE)
        self._tell()

    def _tell(self) -> None:
        """Minutes without a code do nothing: that is said where they were chosen."""
        useless = self._shell.settings.now.slot_minuten > 0 and not self._has_code
        self._row.set_error(texts.NO_CODE if useless else "")


class TodaySection(Section):
    """After how many days a werkgever shows in Vandaag."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.TODAY)
        self._settings = shell.settings
        now = shell.settings.now.stil_dagen
        self.days = Choice(texts.SILENT_DAYS)
        offered = sorted({*DAYS, now})
        self.days.set_options(tuple((str(count), texts.days(count)) for count in offered))
        self.days.set_value(str(now))
        self.days.currentIndexChanged.connect(self._chosen)
        self.add(FormRow(texts.SILENT_DAYS, self.days, texts.SILENT_HINT))

    def _chosen(self) -> None:
        self._settings.change(stil_dagen=int(self.days.value()))


class KeysSection(Section):
    """How many keys are one's own, and the sheet in which they are changed."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.KEYS)
        self.words = self.add_text("")
        self.change = Button(texts.CHANGE_KEYS)
        shortcuts.explain(self.change, shortcuts.SHEET)
        self.change.clicked.connect(shell.open_sheet)
        self.add_buttons(self.change)
        self.tell()
        shortcuts.own().changed.connect(self.tell)

    def tell(self) -> None:
        self.words.setText(texts.own_keys(len(shortcuts.own().keys)))


class LaptopSection(Section):
    """What is here, and the logs."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.THIS_LAPTOP)
        self.add_text(texts.LAPTOP_TEXT)
        self.here = Button(texts.ON_THIS_LAPTOP, icon="laptop")
        self.here.clicked.connect(self._open)
        self.logs = Button(texts.LOG_FOLDER)
        self.logs.clicked.connect(shell.open_logs)
        self.practice = Button(texts_shell.PRACTICE)
        self.practice.clicked.connect(shell.open_practice)
        self.add_buttons(self.here, self.logs, self.practice)
        self._shell = shell

    def _open(self) -> None:
        self._shell.open_laptop_page()


class AboutSection(Section):
    """Which version, under which licence, with whose parts."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.ABOUT)
        self._window = shell.as_window()
        words = self.add_text(f"{texts.version(__version__)}. {texts.LICENCE}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.licences = Button(texts.LICENCES)
        self.licences.clicked.connect(self._open)
        self.add_buttons(self.licences)

    def _open(self) -> None:
        open_licences(self._window)
