"""Whose parts the program is made of, and under which licence each may be used."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.views import theme
from desktop.views.instellingen import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import DialogCard, open_dialog
from desktop.views.widgets.work_panel import ScrollBody

# Name and licence, as the projects themselves write them.
PARTS = (
    ("Python", "PSF-2.0"),
    ("Qt en PySide6", "LGPL-3.0"),
    ("IBM Plex Sans", "OFL-1.1"),
    ("4PP, de plaats van postcodes", "MIT"),
    ("SQLCipher", "BSD-3-Clause"),
    ("SQLite", "publiek domein"),
    ("SQLAlchemy", "MIT"),
    ("Alembic", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("python-stdnum", "LGPL-2.1"),
    ("RapidFuzz", "MIT"),
    ("HTTPX", "BSD-3-Clause"),
    ("truststore", "MIT"),
    ("msgspec", "BSD-3-Clause"),
    ("Zstandard", "BSD-3-Clause"),
    ("keyring", "MIT"),
    ("filelock", "Unlicense"),
    ("platformdirs", "MIT"),
    ("charset-normalizer", "MIT"),
    ("ftfy", "Apache-2.0"),
    ("openpyxl", "MIT"),
    ("ReportLab", "BSD-3-Clause"),
    ("PDFium en pypdfium2", "BSD-3-Clause en Apache-2.0"),
)


class LicencesCard(DialogCard):
    """A list that scrolls, and a way out."""

    def __init__(self) -> None:
        super().__init__(texts.LICENCES_TITLE)
        self.column.addWidget(Label(texts.LICENCES_TITLE, "titel", wrap=True))
        self.column.addWidget(Label(texts.LICENCES_TEXT, "tekst", "tekst_2", wrap=True))
        self.body = ScrollBody(texts.LICENCES_TITLE)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll what does not fit
        self.body.setProperty("ring", 8)
        self.body.column.addWidget(_grid())
        self.body.column.addStretch(1)
        self.column.addWidget(self.body, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.active().px(8), 0, theme.active().px(6))
        row.addStretch(1)
        close = Button(texts.CLOSE, Look.OUTLINED, height=40)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.column.addLayout(row)

    def place(self, room: QSize) -> QRect:
        px = theme.active().px
        width = min(theme.measure("dialoog_breed"), room.width() - 32)
        height = min(px(620), room.height() - 48)
        return QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height)


def _grid() -> QWidget:
    px = theme.active().px
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, px(4), px(8), px(4))
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for number, (name, licence) in enumerate(PARTS):
        grid.addWidget(Label(name, "tekst", wrap=True), number, 0)
        grid.addWidget(Label(licence, "bij", "tekst_2", wrap=True), number, 1)
    return holder


def open_licences(window: QWidget) -> LicencesCard:
    """Over the window."""
    card = LicencesCard()
    open_dialog(window, card)
    return card
