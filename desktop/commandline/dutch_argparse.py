"""argparse that speaks Dutch: its own words are looked up here, and wrong usage is one sentence.

Python has no Dutch for argparse. Its texts go through `gettext`, which is what is replaced here.
"""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

USAGE_CODE = 2
_TEXTS = {
    "usage: ": "zo gaat het: ",
    "positional arguments": "wat erbij hoort",
    "options": "keuzes",
    "optional arguments": "keuzes",
    "show this help message and exit": "toon deze uitleg",
    "show program's version number and exit": "toon de versie",
    "argument %(argument_name)s: %(message)s": "Bij %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "Er mist nog: %s.",
    "unrecognized arguments: %s": "Werkregie kent dit hier niet: %s.",
    "not allowed with argument %s": "Dit gaat niet samen met %s.",
    "one of the arguments %s is required": "Kies een van deze: %s.",
    "expected one argument": "Hier hoort één waarde achter.",
    "expected at most one argument": "Hier hoort hooguit één waarde achter.",
    "expected at least one argument": "Hier hoort minstens één waarde achter.",
    "ignored explicit argument %r": "Hier hoort geen waarde achter: %r.",
    "invalid %(type)s value: %(value)r": "Dit past hier niet: %(value)s.",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)s bestaat niet. Kies uit: %(choices)s.",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "%(value)s bestaat niet. Bedoel je %(suggestion)s? Kies uit: %(choices)s."
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "%(parser_name)s bestaat niet. Kies uit: %(choices)s."
    ),
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan van alles zijn: %(matches)s. Schrijf het voluit."
    ),
    "unexpected option string: %s": "Werkregie kent deze keuze niet: %s.",
    "%(heading)s:": "%(heading)s:",
    " (default: %(default)s)": " (anders: %(default)s)",
}


class UsageError(Exception):
    """Wrong usage: `sentence` says what, `usage` shows how it should be."""

    def __init__(self, sentence: str, usage: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """A parser that never abbreviates and raises `UsageError` instead of printing and ending the process."""

    def __init__(self, **given: Any) -> None:
        speak_dutch()
        given.setdefault("allow_abbrev", False)
        given.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**given)

    def error(self, message: str) -> NoReturn:
        """Raises; whoever called decides where it is printed."""
        raise UsageError(_as_sentence(message), self.format_usage().strip())


def _as_sentence(message: str) -> str:
    text = message.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def speak_dutch() -> None:
    """Gives argparse Dutch texts; a text of a later Python that is not known here stays as it is."""

    def spoken(message: str) -> str:
        return _TEXTS.get(message, message)

    def counted(singular: str, plural: str, number: int) -> str:
        known = {
            "expected %s argument": f"Hier hoort {number} waarde achter.",
            "expected %s arguments": f"Hier horen {number} waarden achter.",
        }
        return known.get(singular if number == 1 else plural, plural)

    for name, function in (("_", spoken), ("ngettext", counted)):
        setattr(argparse, name, function)
