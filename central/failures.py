"""Which failures of the database pass by themselves. PostgreSQL only by its error codes. Touches nothing."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError

# Connection, transaction rollback (deadlock), resources, lock not available, operator, system.
_PASSING = ("08", "40", "53", "55", "57", "58")
# A statement that was stopped because it took too long: alone and time after time it is the command itself.
_TOO_LONG = "57014"


def passes(error: Exception) -> bool:
    """True when waiting helps: the command is not to blame and is never refused for it."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, DBAPIError):
        return False
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state.startswith(_PASSING) and state != _TOO_LONG
    return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)


def worth_again(error: Exception) -> bool:
    """True when somebody else came between, or kept the database busy: the same command may well fit now."""
    if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == _TOO_LONG:
        return True
    return passes(error) or isinstance(error, StaleDataError | IntegrityError)


def lost(error: Exception) -> bool:
    """True when the database itself is away: trying the rest in parts would only take long."""
    return isinstance(error, PoolTimeout) or (isinstance(error, DBAPIError) and error.connection_invalidated)
