"""Files that are no text: what they are and what to do about it."""

from __future__ import annotations

_EXTRACT = "extract its text first"

# The first bytes of a file (its "magic number") → what it is.
SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive (DOCX, ODT and EPUB are ones)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office document (DOC, XLS)",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"SQLite format 3\0": "an SQLite database",
}

# Tab, line feed, vertical tab, form feed, carriage return; Ctrl-Z ended a text under DOS and
# escape colours what a terminal saved.
_CONTROLS_OF_TEXT = "\t\n\v\f\r\x1a\x1b"
_CONTROLS = {code for code in range(32) if chr(code) not in _CONTROLS_OF_TEXT}
_SAMPLE_CHARACTERS = 10_000


def signature_trouble(data: bytes) -> str | None:
    """Why `data` is no text, by its first bytes, or None."""
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            return f"is {kind}: {_EXTRACT}"
    return None


def control_trouble(text: str) -> str | None:
    """Why decoded `text` is none: a NUL, or more than one control character in a hundred."""
    sample = text[:_SAMPLE_CHARACTERS]
    controls = sum(ord(character) in _CONTROLS for character in sample)
    if "\0" in sample or controls * 100 > len(sample):
        return f"is binary, not text: {_EXTRACT}"
    return None
