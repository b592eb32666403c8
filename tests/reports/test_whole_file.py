"""A file is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.models.errors import EnvironmentFailure
from desktop.reports.whole_file import whole_file


def test_a_failure_in_the_middle_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.pdf"
    path.write_bytes(b"ouder")

    def half() -> None:
        with whole_file(path) as stream:
            stream.write(b"half")
            raise ValueError("midden")

    with pytest.raises(ValueError, match="midden"):
        half()
    assert path.read_bytes() == b"ouder"
    assert [entry.name for entry in tmp_path.iterdir()] == ["overzicht.pdf"]


def test_a_folder_that_is_not_there_is_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "weg" / "overzicht.pdf"
    with pytest.raises(EnvironmentFailure) as caught, whole_file(path):
        pytest.fail("the block must not run")
    assert (caught.value.code, caught.value.parameters) == ("bestand_niet_te_schrijven", {"pad": str(path)})


def test_a_folder_in_the_place_of_the_file_is_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.pdf"
    path.mkdir()
    with pytest.raises(EnvironmentFailure, match="bestand_niet_te_schrijven"), whole_file(path) as stream:
        stream.write(b"heel")
    assert [entry.name for entry in tmp_path.iterdir()] == ["overzicht.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_full(handle: int, mode: str) -> object:
        os.close(handle)
        return Path("/dev/full").open(mode)

    monkeypatch.setattr("desktop.reports.whole_file.os.fdopen", open_full)
    path = tmp_path / "overzicht.pdf"
    with pytest.raises(EnvironmentFailure, match="bestand_niet_te_schrijven"), whole_file(path) as stream:
        stream.write(b"x" * 100_000)
    assert list(tmp_path.iterdir()) == []
