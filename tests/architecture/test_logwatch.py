import pytest

from tests.architecture.bite import outcomes

SOURCE = """
import logging
import pytest

def test_bad_warning():
    logging.getLogger("somewhere").warning("the disk is almost full")

@pytest.fixture
def late():
    yield
    logging.getLogger("somewhere").error("said when the fixture ended")

def test_bad_in_fixture(late):
    pass

@pytest.mark.expects_log("almost full")
def test_bad_other_line():
    logging.getLogger("somewhere").warning("the disk is almost full")
    logging.getLogger("somewhere").warning("and the keyring is gone")

@pytest.mark.expects_log("almost full")
def test_bad_expected_line_missing():
    pass

def test_good_info():
    logging.getLogger("somewhere").info("started")

@pytest.mark.expects_log("almost full")
def test_good_expected():
    logging.getLogger("somewhere").warning("the disk is almost full")

@pytest.mark.expects_log
def test_good_anything():
    logging.getLogger("somewhere").error("whatever")

class Added(logging.NullHandler):
    pass

def test_good_adds_handler():
    logging.getLogger().addHandler(Added())

def test_good_handler_is_gone():
    assert not [handler for handler in logging.getLogger().handlers if isinstance(handler, Added)]
"""


def test_an_unexpected_log_line_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = outcomes(pytester, monkeypatch, SOURCE, "logwatch")

    assert all(name.startswith("test_bad") for name in found.bad()), found.text
    assert all(name.startswith("test_good") for name in found.good()), found.text
    assert (len(found.bad()), len(found.good())) == (4, 5)
