"""Whether somebody and some work fit, in reasons that are said in words. Pure; there is no score.

Each aspect gives one reason: it fits, it asks for a talk (let op), it does not fit, or it is not known. What
neither side says gives no reason; what one side says and the other does not is unknown, never good or bad.
The same function judges for a vacature and for a candidate, so that both see the same reasons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from desktop.models.errors import Parameter
from desktop.models.values import fold

FITS, CARE, UNFIT, UNKNOWN = "past", "let_op", "past_niet", "onbekend"
CLOSE_NAME = 88
"""Likeness of two names of beroepen, of 100: magazijnmedewerker and medewerker magazijn."""
NEAR = 1.25
"""So much farther than somebody wants to travel is still worth a question."""
HOURS_APART = 4
MOST_OBSTACLES = 1
"""With one thing that does not fit one may talk; with more the two do not belong together."""
YES, NO = 1, 2
_NIVEAUS, _TALEN = range(1, 7), range(1, 5)
_ALSO: Mapping[str, tuple[str, ...]] = {
    "A": ("A2", "A1", "AM"),
    "A2": ("A1", "AM"),
    "A1": ("AM",),
    "B": ("AM",),
    "B+": ("B", "AM"),
    "BE": ("B+", "B", "AM"),
    "C": ("C1", "B", "AM"),
    "C1": ("B", "AM"),
    "CE": ("C", "C1E", "C1", "BE", "B+", "B", "AM"),
    "C1E": ("C1", "BE", "B+", "B", "AM"),
    "D": ("D1", "B", "AM"),
    "D1": ("B", "AM"),
    "DE": ("D", "D1E", "D1", "BE", "B+", "B", "AM"),
    "D1E": ("D1", "BE", "B+", "B", "AM"),
}
"""Who may drive the first may also drive the others."""


@dataclass(frozen=True, slots=True)
class Reden:
    """Why, as a code with what its sentence wants to say."""

    code: str
    oordeel: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Werk:
    """What the work asks. `beroepen`: the beroep, or the title where none was chosen."""

    beroepen: tuple[str, ...] = ()
    beroepsklasse: str | None = None
    uren_min: int | None = None
    uren_max: int | None = None
    niveau: int | None = None
    rijbewijs: tuple[str, ...] = ()
    taal_mondeling: int | None = None
    taal_schriftelijk: int | None = None
    soort: str | None = None
    onregelmatig: int | None = None


@dataclass(frozen=True, slots=True)
class Mens:
    """What somebody brings and wants, as far as it is known here."""

    beroepen: tuple[str, ...] = ()
    beroepsklasse: str | None = None
    reisafstand_km: int | None = None
    uren_min: int | None = None
    uren_max: int | None = None
    niveau: int | None = None
    rijbewijs: tuple[str, ...] = ()
    taal_mondeling: int | None = None
    taal_schriftelijk: int | None = None
    soorten_werk: tuple[str, ...] = ()
    onregelmatig: int | None = None


Counts = tuple[int, int, int, int]
"""How many reasons do not fit, ask for a talk, are unknown, and fit."""
_ORDER = (UNFIT, CARE, UNKNOWN, FITS)


def may_fit(werk: Werk, mens: Mens) -> bool:
    """A quick look at the beroep alone: where it does not speak for it, nothing else does."""
    return speaks_for(beroep(werk, mens.beroepen, mens.beroepsklasse))


def speaks_for(about: Reden | None) -> bool:
    """Whether the beroep is a reason to look further."""
    return about is not None and about.oordeel in (FITS, CARE)


def judge(werk: Werk, mens: Mens, km: int | None) -> tuple[Reden, ...]:
    """All reasons, what does not fit first and what fits last. `km` is the distance, where it is known."""
    about = beroep(werk, mens.beroepen, mens.beroepsklasse)
    found = (about, distance(mens.reisafstand_km, km), *rest(werk, mens))
    return tuple(sorted((one for one in found if one), key=lambda one: _ORDER.index(one.oordeel)))


def rest(werk: Werk, mens: Mens) -> tuple[Reden | None, ...]:
    """What is said besides the beroep and the distance: many people give the same answers here."""
    return (
        _hours(werk, mens),
        _niveau(werk.niveau, mens.niveau),
        _licence(werk.rijbewijs, mens.rijbewijs),
        _language("mondeling", werk.taal_mondeling, mens.taal_mondeling),
        _language("schriftelijk", werk.taal_schriftelijk, mens.taal_schriftelijk),
        _kind(werk.soort, mens.soorten_werk),
        _irregular(werk.onregelmatig, mens.onregelmatig),
    )


def counted(reasons: Iterable[Reden | None]) -> Counts:
    """How many there are of each."""
    said = [one.oordeel for one in reasons if one]
    return said.count(UNFIT), said.count(CARE), said.count(UNKNOWN), said.count(FITS)


def fits(reasons: Collection[Reden]) -> bool:
    """Whether the two are worth looking at: the beroep speaks for it, and at most one thing against."""
    about = next((one for one in reasons if one.code in _BEROEP), None)
    return speaks_for(about) and few_obstacles(counted(reasons))


def few_obstacles(counts: Counts) -> bool:
    """Whether so much that does not fit can still be talked about."""
    return counts[0] <= MOST_OBSTACLES


def summary(reasons: Collection[Reden]) -> str:
    """The worst of what is known: what fits in all that is known, fits."""
    said = {one.oordeel for one in reasons}
    return next((one for one in (UNFIT, CARE, FITS) if one in said), UNKNOWN)


def rank(counts: Counts, km: int | None) -> tuple[int, int, int, int, int]:
    """The order of a list: fewest obstacles, then fewest points to talk about, then least unknown."""
    return (counts[0], counts[1], counts[2], -counts[3], km if km is not None else 10_000)


_BEROEP = frozenset(
    {
        "match_beroep_zelfde",
        "match_beroep_lijkt",
        "match_beroep_klasse",
        "match_beroep_anders",
        "match_beroep_onbekend",
    }
)


def beroep(werk: Werk, beroepen: tuple[str, ...], beroepsklasse: str | None) -> Reden | None:
    """The same name, one that is much alike, or at least the same class of beroepen."""
    if werk.beroepen and beroepen:
        same = _same(werk.beroepen, beroepen)
        if same is not None:
            return same
    classes = werk.beroepsklasse, beroepsklasse
    if None not in classes and classes[0] == classes[1]:
        return Reden("match_beroep_klasse", CARE, {"beroepsklasse": werk.beroepsklasse})
    if (werk.beroepen and beroepen) or None not in classes:
        return Reden("match_beroep_anders", UNFIT)
    said = werk.beroepen or beroepen or any(classes)
    return Reden("match_beroep_onbekend", UNKNOWN) if said else None


def _same(asked: Iterable[str], offered: Iterable[str]) -> Reden | None:
    """Words in another order are the same name."""
    own = {_words_of(name): name for name in offered}
    for name in asked:
        if _words_of(name) in own:
            return Reden("match_beroep_zelfde", FITS, {"beroep": own[_words_of(name)]})
    for name in asked:
        for words, kept in own.items():
            if fuzz.ratio(_words_of(name), words, score_cutoff=CLOSE_NAME):
                return Reden("match_beroep_lijkt", FITS, {"beroep": kept, "gevraagd": name})
    return None


@lru_cache(20_000)
def _words_of(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


def distance(most: int | None, km: int | None) -> Reden | None:
    """As the crow flies, so a little short of what one travels."""
    if km is None:
        return None if most is None else Reden("match_afstand_onbekend", UNKNOWN)
    if most is None:
        return Reden("match_afstand_zonder_grens", UNKNOWN, {"km": km})
    said: dict[str, Parameter] = {"km": km, "grens": most}
    if km <= most:
        return Reden("match_afstand_binnen", FITS, said)
    if km <= most * NEAR:
        return Reden("match_afstand_net_te_ver", CARE, said)
    return Reden("match_afstand_te_ver", UNFIT, said)


def _hours(werk: Werk, mens: Mens) -> Reden | None:
    """A bound that is not given is no bound, but then one of the two must be."""
    asked, wanted = (werk.uren_min, werk.uren_max), (mens.uren_min, mens.uren_max)
    if asked == wanted == (None, None):
        return None
    if (None, None) in (asked, wanted):
        return Reden("match_uren_onbekend", UNKNOWN)
    low = max(asked[0] or 0, wanted[0] or 0)
    high = min(99 if asked[1] is None else asked[1], 99 if wanted[1] is None else wanted[1])
    if low <= high:
        return Reden("match_uren_passen", FITS)
    said: dict[str, Parameter] = {"verschil": low - high}
    near = low - high <= HOURS_APART
    return Reden("match_uren_bijna", CARE, said) if near else Reden("match_uren_anders", UNFIT, said)


def _niveau(asked: int | None, has: int | None) -> Reden | None:
    if asked not in _NIVEAUS:
        return None
    if has not in _NIVEAUS:
        return Reden("match_niveau_onbekend", UNKNOWN)
    short = (asked or 0) - (has or 0)
    if short <= 0:
        return Reden("match_niveau_past", FITS)
    return Reden("match_niveau_bijna", CARE) if short == 1 else Reden("match_niveau_te_laag", UNFIT)


def _licence(asked: Iterable[str], has: Iterable[str]) -> Reden | None:
    """Nobody was asked whether there is none: an empty list says that it is not known."""
    wanted, own = set(asked), set(has)
    if not wanted:
        return None
    said: dict[str, Parameter] = {"rijbewijs": ", ".join(sorted(wanted))}
    if not own:
        return Reden("match_rijbewijs_onbekend", UNKNOWN, said)
    may = own.union(*(_ALSO.get(one, ()) for one in own))
    missing = sorted(wanted - may)
    if missing:
        return Reden("match_rijbewijs_mist", UNFIT, {"rijbewijs": ", ".join(missing)})
    return Reden("match_rijbewijs_past", FITS, said)


def _language(how: str, asked: int | None, has: int | None) -> Reden | None:
    """Geen asks nothing; onbekend and niet van toepassing say nothing."""
    if asked not in _TALEN or asked == 1:
        return None
    said: dict[str, Parameter] = {"hoe": how}
    if has not in _TALEN:
        return Reden("match_taal_onbekend", UNKNOWN, said)
    short = (asked or 0) - (has or 0)
    if short <= 0:
        return Reden("match_taal_past", FITS, said)
    return Reden("match_taal_bijna", CARE, said) if short == 1 else Reden("match_taal_te_weinig", UNFIT, said)


def _kind(soort: str | None, wanted: Collection[str]) -> Reden | None:
    if soort is None:
        return None
    said: dict[str, Parameter] = {"soort": soort}
    if not wanted:
        return Reden("match_soort_onbekend", UNKNOWN, said)
    return (
        Reden("match_soort_past", FITS, said) if soort in wanted else Reden("match_soort_anders", CARE, said)
    )


def _irregular(asked: int | None, can: int | None) -> Reden | None:
    """Only where the work is at irregular hours."""
    if asked != YES:
        return None
    if can == YES:
        return Reden("match_onregelmatig_kan", FITS)
    return (
        Reden("match_onregelmatig_niet", UNFIT)
        if can == NO
        else Reden("match_onregelmatig_onbekend", UNKNOWN)
    )
