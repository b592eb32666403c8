"""What kind of file this is, by its first bytes, and a plain reason for each kind that is no table.

Reads a few kilobytes of the file (of an old Office file a few megabytes); writes nothing.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from desktop.models.errors import EnvironmentFailure, Weigering

CSV = "csv"
XLSX = "xlsx"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_DIRECTORY = 8_000_000
_SIGNATURES = (
    (b"\x89PNG", "afbeelding"),
    (b"\xff\xd8\xff", "afbeelding"),
    (b"GIF8", "afbeelding"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "Word-bestand"),
    (b"\x1f\x8b", "ingepakt bestand (gzip)"),
    (b"7z\xbc\xaf", "ingepakt bestand (7z)"),
    (b"Rar!", "ingepakt bestand (rar)"),
    (b"SQLite format 3", "database"),
    (b"MZ", "programma"),
    (b"\x7fELF", "programma"),
)
_WORDS = (
    (b"<!doctype html", "webpagina"),
    (b"<html", "webpagina"),
    (b"<?xml", "XML-bestand"),
    (b"{", "JSON-bestand"),
    (b"[{", "JSON-bestand"),
)


def kind_of(path: Path) -> str:
    """`csv` or `xlsx`. Raises `Weigering` for anything else, `EnvironmentFailure` when it cannot be read."""
    head = _head(path)
    name = path.name
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise Weigering("import_leeg", bestand=name)
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        raise _old_office(path)
    _refuse_other_kinds(head, name)
    return CSV


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Weigering("import_map", bestand=path.name)
        if path.exists() and not path.is_file():
            raise Weigering("import_geen_tabel", bestand=path.name)
        with path.open("rb") as stream:
            return stream.read(4096)
    except FileNotFoundError as error:
        raise Weigering("import_bestand_weg", bestand=str(path)) from error
    except PermissionError as error:
        raise Weigering("import_geen_rechten", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFailure("import_niet_leesbaar", bestand=path.name, reden=error.strerror) from error


def _refuse_other_kinds(head: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise Weigering("import_ander_soort", bestand=name, soort=kind)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, kind in _WORDS:
        if text.startswith(signature):
            raise Weigering("import_ander_soort", bestand=name, soort=kind)


def _kind_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Weigering("import_xlsx_kapot", bestand=path.name) from error
    if "xl/workbook.xml" in names:
        return XLSX
    if "xl/workbook.bin" in names:
        raise Weigering("import_oud_excel", bestand=path.name)
    if "content.xml" in names:
        raise Weigering("import_ander_soort", bestand=path.name, soort="LibreOffice-bestand")
    kind = "Word-bestand" if "word/document.xml" in names else "ingepakt bestand (zip)"
    raise Weigering("import_ander_soort", bestand=path.name, soort=kind)


def _old_office(path: Path) -> Weigering:
    """An encrypted xlsx hides in the container of the old Office files; its directory tells them apart."""
    with path.open("rb") as stream:
        content = stream.read(_OLE_DIRECTORY)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Weigering("import_wachtwoord", bestand=path.name)
    return Weigering("import_oud_excel", bestand=path.name)
