"""Opens a telephone number or an e-mail address with what the computer has for it."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

# What an address may have besides letters and digits without meaning anything in a link.
_PLAIN = "@+!$'*"


def open_link(link: str) -> bool:
    """False when nothing on this computer opens it. `link` begins with tel: or mailto:, and what follows is
    a number or an address and nothing more: a question mark in it brings no copies or attachments along.
    """
    scheme, _, target = link.partition(":")
    return QDesktopServices.openUrl(QUrl(f"{scheme}:{quote(target, safe=_PLAIN)}"))


def is_mail(link: str) -> bool:
    return link.startswith("mailto:")
