"""Opens a telephone number or an e-mail address with what the computer has for it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_link(link: str) -> bool:
    """False when nothing on this computer opens it. `link` begins with tel: or mailto:."""
    return QDesktopServices.openUrl(QUrl(link))


def is_mail(link: str) -> bool:
    return link.startswith("mailto:")
