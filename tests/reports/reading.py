"""Reads a PDF back the way a person or a screen reader meets it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pypdf import PdfReader


def page_texts(path: Path) -> list[str]:
    """The text of every sheet, with all white space as single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def all_text(path: Path) -> str:
    return " ".join(page_texts(path))


def link_targets(reader: PdfReader, page: int) -> list[int]:
    """For every link on a sheet (1-based), the sheet that it leads to."""
    numbers = {sheet.indirect_reference: number for number, sheet in enumerate(reader.pages, start=1)}
    links = reader.pages[page - 1].get("/Annots") or ()
    return [numbers[link.get_object()["/Dest"].get_object()[0].indirect_reference] for link in links]


def bookmarks(reader: PdfReader) -> list[tuple[str, int]]:
    """Title and sheet of every bookmark."""
    entries: list[Any] = reader.outline
    return [(str(entry.title), _page_number(reader, entry)) for entry in entries]


def _page_number(reader: PdfReader, destination: Any) -> int:
    number = reader.get_destination_page_number(destination)
    assert number is not None
    return number + 1
