"""The strip under the facts: who holds the regie, in words, with what this person can do about it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.views.subject.strip import Strip
from desktop.views.subject.strip_words import StripLink, StripWords
from desktop.views.werkgevers import regie_words

_ICONS = {
    regie_words.ASKED: ("klok", "letop"),
    regie_words.TO_ME: ("overdracht", "accent_tekst"),
}


class RegieStrip(Strip):
    """`pressed(key)` with the command that a link leads to."""

    def show_strip(self, strip: regie_words.Strip, links: Sequence[StripLink]) -> None:
        icon, ink = _ICONS.get(strip.kind, ("regie", "accent_tekst"))
        title_ink = "letop" if strip.kind == regie_words.ASKED else "tekst"
        self.show_words(
            StripWords(strip.holder, strip.around, strip.notices, tuple(links), icon, ink, title_ink)
        )
