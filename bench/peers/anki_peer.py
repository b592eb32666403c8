"""Anki beside its own sync server over 127.0.0.1: push, pull, nothing new.

Runs in the venv where Anki is installed: python anki_peer.py NOTES ROUNDS. A note brings one card along,
so each of them is two rows, like a contact and its note. No rules and no rights on its side; SQLite at
both ends.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from anki.buildinfo import version  # type: ignore[import-not-found]
from anki.collection import Collection  # type: ignore[import-not-found]

FIELDS = (
    "id",
    "werkgever",
    "datum",
    "kanaal",
    "richting",
    "gelukt",
    "regie",
    "wie",
    "versie",
    "op",
    "extra",
    "notitie",
)


def contact(number: int) -> list[str]:
    digits = f"{number:012}"
    note = f"Rondleiding {digits} in de nieuwe hal, vanaf januari twee mensen voor de inpak, terugbellen."
    return [
        f"contact-{digits}", f"0197-{digits}-{number * 7919 % 2000}", f"2026-11-{1 + number % 18:02}",
        ("bezoek", "telefoon", "e-mail")[number % 3], "wij", "true", "false", f"mw-{number % 40}", "1",
        "2026-11-20T09:10:00Z", "uit de meting", note,
    ]  # fmt: skip


def server(root: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {"SYNC_USER1": "wie:dan", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=os.environ | environment | {"SYNC_BASE": str(root / "centre"), "RUST_LOG": "error"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/"
    for _ in range(200):
        try:
            urllib.request.urlopen(url + "health", timeout=1)  # noqa: S310 (our own server)
            break
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.05)
    return process, url


def whole(collection: Any, auth: Any, upload: bool) -> None:
    """The first meeting of a collection and the server is always a whole file."""
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    collection.reopen(after_full_sync=True)


def timed(collection: Any, auth: Any) -> float:
    begin = time.perf_counter()
    answer = collection.sync_collection(auth, False)
    took = time.perf_counter() - begin
    if answer.required != answer.NO_CHANGES:
        raise SystemExit("Anki asked for a whole file where rows were meant")
    return took


def one_round(count: int, root: Path, times: dict[str, list[float]]) -> None:
    process, url = server(root)
    try:
        first, second = (Collection(str(root / f"{name}.anki2")) for name in ("een", "twee"))
        kind = first.models.new("Contact")
        for name in FIELDS:
            first.models.add_field(kind, first.models.new_field(name))
        face = first.models.new_template("kaart")
        face["qfmt"], face["afmt"] = "{{id}}", "{{notitie}}"
        first.models.add_template(kind, face)
        first.models.add(kind)
        auth = first.sync_login("wie", "dan", url)
        first.sync_collection(auth, False)
        whole(first, auth, upload=True)
        second.sync_collection(auth, False)
        whole(second, auth, upload=False)
        kind, deck = first.models.by_name("Contact"), first.decks.id("Default")
        for number in range(count):
            note = first.new_note(kind)
            note.fields = contact(number)
            first.add_note(note, deck)
        times["push_s"].append(timed(first, auth))
        times["pull_s"].append(timed(second, auth))
        times["empty_s"].append(timed(second, auth))
        if second.note_count() != count or second.card_count() != count:
            raise SystemExit("rows are missing")
        first.close()
        second.close()
    finally:
        process.terminate()
        process.wait(10)


def main(count: int, rounds: int) -> None:
    times: dict[str, list[float]] = {"push_s": [], "pull_s": [], "empty_s": []}
    for _ in range(rounds):
        root = Path(tempfile.mkdtemp(prefix="wr-bench-anki-"))
        try:
            one_round(count, root, times)
        finally:
            shutil.rmtree(root, ignore_errors=True)
    sys.stdout.write(json.dumps({"peer": f"Anki {version}", **times}) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
