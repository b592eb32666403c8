"""What the limits of an instrument say about one use of it, and which administration follows. Warns, never
refuses. Pure: the limits are data of the catalogue, with the sentence and the source that a person reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.models.errors import Parameter
from desktop.models.rules.working_days import MONTH, moved, on_or_before

Said = tuple[str, Mapping[str, Parameter]]
Limit = Mapping[str, Any]
OPEN = frozenset({"aangevraagd", "toegekend", "loopt"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an instrument. `plaatsing_start` and `plaatsing_einde` are those of its placement."""

    naam: str
    start: date | None = None
    einde: date | None = None
    aangevraagd_op: date | None = None
    loonwaarde_pct: int | None = None
    forfait: bool = False
    plaatsing_start: date | None = None
    plaatsing_einde: date | None = None
    uren: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another instrument that runs at the same placement."""

    naam: str
    grenzen: Mapping[str, Limit]


def judge(use: Use, grenzen: Mapping[str, Limit], beside: Sequence[Beside] = ()) -> tuple[Said, ...]:
    """Which limits are passed, in the order of the catalogue. Of two lengths only the longer is named."""
    found = [
        _warning(code, use, grenzen[name])
        for name, (code, passed) in _CHECKS.items()
        if name in grenzen and passed(use, grenzen[name])
    ]
    passed = {name for name, (_, check) in _CHECKS.items() if name in grenzen and check(use, grenzen[name])}
    if {"duur_gewoon", "duur_uiterlijk"} <= passed:
        found = [
            _warning(code, use, grenzen[name])
            for name, (code, _) in _CHECKS.items()
            if name in passed and name != "duur_gewoon"
        ]
    return (*found, *_stacked(use, grenzen, beside))


def _warning(code: str, use: Use, limit: Limit) -> Said:
    return code, {
        "instrument": use.naam,
        "regel": str(limit.get("zin", "")),
        "bron": str(limit.get("bron", "")),
    }


def _last_day(begin: date, limit: Limit) -> date:
    """The last day within so many months: from 3 March two months last up to and including 2 May."""
    return moved(moved(begin, int(limit["waarde"]), str(limit.get("eenheid") or MONTH)), -1, "dag")


def _lasts_longer(use: Use, limit: Limit) -> bool:
    return bool(use.start and use.einde and use.einde > _last_day(use.start, limit))


def _lasts_shorter(use: Use, limit: Limit) -> bool:
    return bool(use.start and use.einde and use.einde < _last_day(use.start, limit))


def _contract_too_short(use: Use, limit: Limit) -> bool:
    begin, end = use.plaatsing_start, use.plaatsing_einde
    return bool(begin and end and end < _last_day(begin, limit))


def _few_hours(use: Use, limit: Limit) -> bool:
    return use.uren is not None and use.uren < int(limit["waarde"])


def _capped(use: Use, limit: Limit) -> bool:
    """What is not earned is more than the subsidy covers."""
    return not use.forfait and use.loonwaarde_pct is not None and 100 - use.loonwaarde_pct > limit["waarde"]


def _forfait_too_long(use: Use, limit: Limit) -> bool:
    return use.forfait and _lasts_longer(use, limit)


def _asked_late(use: Use, limit: Limit) -> bool:
    begin = use.plaatsing_start or use.start
    asked = use.aangevraagd_op
    return bool(begin and asked and asked > _last_day(begin, limit))


_CHECKS: Mapping[str, tuple[str, Callable[[Use, Limit], bool]]] = {
    "duur_gewoon": ("instrument_duurt_langer", _lasts_longer),
    "duur_uiterlijk": ("instrument_duurt_te_lang", _lasts_longer),
    "duur_minimaal": ("instrument_duurt_kort", _lasts_shorter),
    "contract_minimaal": ("instrument_contract_kort", _contract_too_short),
    "uren_minimaal": ("instrument_weinig_uren", _few_hours),
    "subsidie_max": ("instrument_subsidie_begrensd", _capped),
    "forfait_duur": ("instrument_forfait_lang", _forfait_too_long),
    "aanvraag_binnen": ("instrument_aanvraag_laat", _asked_late),
}
LIMITS = frozenset({*_CHECKS, "stapeling"})
"""What a limit may compare; others are read by people only."""


def _stacked(use: Use, grenzen: Mapping[str, Limit], beside: Iterable[Beside]) -> list[Said]:
    """Of instruments of one group only the highest counts."""
    limit = grenzen.get("stapeling")
    if limit is None:
        return []
    group = limit.get("groep")
    names = sorted(one.naam for one in beside if one.grenzen.get("stapeling", {}).get("groep") == group)
    if not names:
        return []
    code, words = _warning("instrument_stapelt", use, limit)
    return [(code, {**words, "andere": ", ".join(names)})]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done for it. Without a deadline the day that it hangs on is not known yet."""

    code: str
    wat: str
    deadline: date | None


def tasks(taken: Iterable[Mapping[str, Any]], use: Use) -> tuple[Task, ...]:
    """The administration that follows, each on a working day at or before its limit."""
    days = {
        "aanvraag": use.aangevraagd_op,
        "start": use.start,
        "einde": use.einde,
        "start_plaatsing": use.plaatsing_start or use.start,
    }
    return tuple(
        Task(str(line["code"]), str(line["wat"]), _deadline(days.get(str(line["anker"])), line))
        for line in taken
    )


def _deadline(anchor: date | None, line: Mapping[str, Any]) -> date | None:
    if anchor is None:
        return None
    return on_or_before(moved(anchor, int(line.get("verschuiving") or 0), str(line.get("eenheid") or "dag")))
