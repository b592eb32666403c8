"""Before the window: signing in, the oefenomgeving, what keeps the profile shut; and the first fill.

window.py shows one page at a time and says what the person chose; `desktop.app` acts on it. filling.py and
practice_strip.py are lines over the pages of the window itself.
"""

from __future__ import annotations
