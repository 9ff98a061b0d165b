"""What a file is, by its first bytes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exhibits.errors import EmptyFile, ExhibitError, Unsupported
from core.exhibits.sniff import HEAD_BYTES, Format, identify
from tests.exhibits import corpus

TAKEN: dict[Format, Callable[[], bytes]] = {
    Format.JPEG: corpus.photo,
    Format.PNG: corpus.png_with_text,
    Format.WEBP: lambda: corpus.photo(1, "WEBP"),
    Format.HEIC: lambda: corpus.photo(1, "HEIF"),
    Format.PDF: corpus.pdf,
}


@pytest.mark.parametrize("kind", Format)
def test_each_format_is_known_by_its_content(kind):
    assert identify(TAKEN[kind]()[:HEAD_BYTES]) is kind


def test_a_pdf_may_begin_with_rubbish():
    assert identify(b"\r\n\x00rubbish" * 50 + b"%PDF-1.4") is Format.PDF


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"PK\x03\x04 ... %PDF-1.4", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "bureautique"),
        (b"{\\rtf1", "bureautique"),
        (b"GIF89a", "image"),
        (b"BM6", "image"),
        (b"MM\x00*", "image"),
        (b"<!DOCTYPE html>", "page web"),
        (b"Received: from", "message"),
        (b"MZ\x90", "programme"),
        (b"\x7fELF", "programme"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "vidéo"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1miafavif", "vidéo"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "ne connaît pas"),
        (b"bonjour", "ne connaît pas"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(head, word):
    with pytest.raises(Unsupported) as refusal:
        identify(head)
    assert word in str(refusal.value.message)


def test_an_empty_file_is_said_to_be_empty():
    with pytest.raises(EmptyFile, match="vide"):
        identify(b"")


@given(st.binary(max_size=64))
def test_any_bytes_are_a_format_or_refused(head):
    with suppress(ExhibitError):
        assert identify(head) in Format
