"""Address and code, and what is wrong with them: the form that signs a laptop in. What was typed stays."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.errors import Weigering
from desktop.views import theme
from desktop.views.operations import Operations
from desktop.views.start import invitation, texts
from desktop.views.start.door import Door
from desktop.views.start.sentences import code_of, sentence_for
from desktop.views.widgets.banner import Banner, announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.labels import Label

AT_ADDRESS = frozenset(
    {
        "centrum_adres",
        "centrum_zonder_https",
        "centrum_geen_antwoord",
        "centrum_certificaat",
        "adres_onbekend",
        "centrum_onbereikbaar",
        "centrum_te_laat",
        "centrum_afgebroken",
    }
)
AT_CODE = frozenset({"code_klopt_niet", "code_al_gebruikt", "code_verlopen"})


class SignInForm(QWidget):
    """`signed_in()` when the centre took the code."""

    signed_in = Signal()

    def __init__(self, operations: Operations, door: Door) -> None:
        super().__init__()
        self._operations, self._door = operations, door
        self._busy = False
        self._spreading = False
        self.address = TextField(texts.ADDRESS)
        self.code = TextField(texts.CODE)
        self.rows = {
            "adres": FormRow(texts.ADDRESS, self.address, texts.ADDRESS_HINT),
            "code": FormRow(texts.CODE, self.code, texts.CODE_HINT),
        }
        self.banner = Banner()
        self.button = Button(texts.SIGN_IN, Look.FILLED)
        self._state = Label("", "bij", "tekst_2")
        self._build()
        for field in (self.address, self.code):
            field.textChanged.connect(self._changed)
            field.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def _build(self) -> None:
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self.banner)
        for row in self.rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(px(16))
        foot.addWidget(self.button)
        foot.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)

    # ------------------------------------------------------------- typing

    def _changed(self, words: str) -> None:
        """A whole message in one field is spread over both; an error goes as soon as its field changes."""
        if self._spreading:
            return
        found = invitation.read(words)
        if found.address and found.code:
            self._spread(found)
        row = self.rows["adres" if self.sender() is self.address else "code"]
        row.set_error("")

    def _spread(self, found: invitation.Invitation) -> None:
        self._spreading = True
        self.address.setText(found.address)
        self.code.setText(found.code)
        self._spreading = False
        for row in self.rows.values():
            row.set_error("")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------- sending

    def submit(self) -> None:
        """Asks the centre; a second press while it thinks does nothing."""
        if self._busy:
            return
        self.banner.hide()
        address, code = invitation.complete(self.address.text()), self.code.text().strip()
        self.rows["adres"].set_error("" if address else texts.ADDRESS_MISSING)
        self.rows["code"].set_error("" if code else texts.CODE_MISSING)
        wrong = next((row for row in self.rows.values() if row.error), None)
        if wrong is not None:
            wrong.focus_field()
            return
        self._show_busy(True)
        self._operations.network(_Enrol(self._door, address, code), self, self._done, self._failed)

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        words = texts.SIGNING_IN if busy else ""
        self._state.setText(words)
        if busy:
            announce(self, words)

    def _done(self, _nothing: None) -> None:
        self.signed_in.emit()

    def _failed(self, error: Exception) -> None:
        self._show_busy(False)
        code, words = code_of(error), sentence_for(error)
        where = "adres" if code in AT_ADDRESS else "code" if code in AT_CODE else ""
        if where:
            self.rows[where].set_error(words)
            self.rows[where].focus_field()
            announce(self, words)
        else:
            kind = "letop" if isinstance(error, Weigering) else "fout"
            self.banner.say(kind, words)


@dataclass(frozen=True, slots=True)
class _Enrol:
    door: Door
    address: str
    code: str

    def __call__(self) -> None:
        self.door.enrol(self.address, self.code)
