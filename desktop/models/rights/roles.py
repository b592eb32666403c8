"""The roles, and what may be asked of a role: no other module compares a role with a word.

Touches nothing.
"""

from __future__ import annotations

ROLES = ACCOUNTMANAGER, BEMIDDELAAR, TEAMLEIDER, BEHEERDER = (
    "accountmanager",
    "bemiddelaar",
    "teamleider",
    "beheerder",
)
CENTRE = "centrum"
"""Nobody has this role: it acts when something ends by itself."""
EVERYONE = frozenset(ROLES)
SERVES_EMPLOYERS = EVERYONE - {BEHEERDER}
WHOLE_DOSSIER = frozenset({ACCOUNTMANAGER, TEAMLEIDER})
WITH_CANDIDATES = frozenset({BEMIDDELAAR})
"""Who holds the regie on candidates."""
LEADS = frozenset({TEAMLEIDER})
"""Who decides for colleagues, and reads what is confidential of everyone."""
LOOKS_AFTER = frozenset({BEHEERDER})
"""Who looks after imports, accounts and what nobody else is there for."""


def may_hold_regie(rol: str) -> bool:
    """R1, R7: who may be regiehouder of a werkgever, or stand in for one."""
    return rol == ACCOUNTMANAGER


def decides_for_others(rol: str) -> bool:
    """R6, R7, R8, R11: whose word goes where somebody else holds the regie."""
    return rol in LEADS


def ends_for_others(rol: str) -> bool:
    """R7: who ends a waarneming of colleagues; the centre does when its last day is over."""
    return rol in LEADS or rol == CENTRE


def has_candidates(rol: str) -> bool:
    """R2: who may speak to a werkgever about an own candidate."""
    return rol in WITH_CANDIDATES


def serves_employers(rol: str) -> bool:
    """Who does the work at werkgevers, and can be given some."""
    return rol in SERVES_EMPLOYERS


def looks_after_imports(rol: str) -> bool:
    """R11: who takes back an import of somebody else."""
    return rol in LOOKS_AFTER
