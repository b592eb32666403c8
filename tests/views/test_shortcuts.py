"""The one table of commands: keys that mean one thing, keys of one's own, and what a role may not do."""

from collections import Counter

from desktop.views import shortcuts


def test_no_key_means_two_things() -> None:
    keys = Counter(keys for shortcut in shortcuts.ALL for keys in shortcut.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_command_is_in_the_table_twice() -> None:
    names = Counter(shortcut.key for shortcut in shortcuts.ALL)
    assert set(names.values()) == {1}


def test_keys_read_as_on_the_key_caps() -> None:
    assert shortcuts.VISIT.shown == "Ctrl N"
    assert shortcuts.LARGER.shown == "Ctrl +"
    assert shortcuts.NEXT.shown == "Ctrl PgDn"
    assert shortcuts.SAVE.shown == "Ctrl Enter"
    assert shortcuts.LOGS.shown == ""
