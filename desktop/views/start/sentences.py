"""What went wrong before the window is there, in words for somebody at a screen."""

from __future__ import annotations

from desktop.models.errors import WerkregieError
from desktop.views import messages
from desktop.views.start import texts

# Their own sentences speak of work on this laptop, or of the command line.
_INSTEAD = {
    "centrum_adres": texts.ADDRESS_WRONG,
    "centrum_onbereikbaar": texts.NOT_REACHED,
    "centrum_te_laat": texts.TOO_LATE,
    "centrum_afgebroken": texts.BROKEN_OFF,
    "geen_sleutelbos": texts.NO_KEYRING,
    "sleutel_ontbreekt": texts.NO_KEY,
    "laptop_verzegeld": texts.SEALED,
}


def code_of(error: Exception) -> str:
    """Empty for a fault of ours."""
    return error.code if isinstance(error, WerkregieError) else ""


def why_closed(failure: Exception) -> str:
    """Why a profile does not open. Only one that is sealed asks the centre first, and then that is why."""
    return texts.SEALED if code_of(failure).startswith("centrum_") else sentence_for(failure)


def sentence_for(error: Exception) -> str:
    """What is wrong first, then what to do."""
    return _INSTEAD.get(code_of(error)) or messages.explain(error)
