"""What is left of a PDF: its pages, and nothing that acts or tells."""

from __future__ import annotations

import io
import zlib
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, EncodedStreamObject, NameObject, StreamObject

from core.exhibits import errors, pdfs
from core.exhibits import importer as importing
from core.exhibits.limits import Limits
from core.exhibits.protocol import Failed, Failure
from tests.exhibits import corpus
from tests.exhibits.conftest import TODAY


def everything_in(data: bytes) -> bytes:
    """All that a PDF says, its streams unpacked."""
    reader = PdfReader(io.BytesIO(data))
    said = [data]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        if isinstance(thing, StreamObject):
            said.append(thing.get_data())
        said.append(repr(thing).encode())
    return b"\n".join(said)


SECRETS = (
    b"SECRETSCRIPT", b"SECRETOPENING", b"SECRETPAGE", b"SECRETCLICK", b"SECRETATTACH", b"SECRETAUTHOR",
    b"SECRETMETADATA",
)  # fmt: skip
ACTING = (b"/JavaScript", b"/JS", b"/AA", b"/OpenAction", b"/EmbeddedFile", b"/Launch", b"/Annots", b"/Info")


def test_a_pdf_loses_what_acts_and_what_tells_and_keeps_its_page(importer, store):
    before = everything_in(corpus.pdf_that_acts())
    assert [secret for secret in SECRETS if secret not in before] == []
    taken = importer.import_file(corpus.pdf_that_acts(), "x", today=TODAY)
    kept = store.get_blob(taken.sheets[0].blob)
    after = everything_in(kept)
    assert [word for word in (*SECRETS, *ACTING) if word in after] == []
    assert "Page 1 SECRETWORD1" in PdfReader(io.BytesIO(kept)).pages[0].extract_text()
    assert importing.ACTIVE_REMOVED in taken.notices
    assert str(taken.dates[0].on) == "2026-11-03"


def test_what_was_filled_into_a_form_stays_on_the_page():
    data, pages, found = pdfs.clean(corpus.pdf_form(), Limits())
    assert pages == 1
    assert not found.active
    assert "KACI" in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    drawn = corpus.pictures_of_pdf(data)[0]
    field = drawn.crop((100, 842 - 724, 300, 842 - 700)).convert("L")
    assert min(field.tobytes()) < 80


def test_names_chosen_by_an_author_may_look_like_what_is_banned():
    # A font called /AF is no attachment.
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(corpus.pdf(1))))
    page = writer.pages[0]
    fonts = found(page, "/Resources", "/Font")
    fonts[NameObject("/AF")] = fonts["/F1"]
    content = DecodedStreamObject()
    content.set_data(b"BT /AF 12 Tf 100 700 Td (AUTHOR) Tj ET")
    page[NameObject("/Contents")] = content
    data, _pages, _found = pdfs.clean(written(writer), Limits())
    kept = PdfReader(io.BytesIO(data)).pages[0]
    assert "AUTHOR" in kept.extract_text()
    assert "/AF" in found(kept, "/Resources", "/Font")


def found(start: DictionaryObject, *names: str) -> DictionaryObject:
    """The dictionary at the end of this way."""
    for name in names:
        start = cast(DictionaryObject, start[name].get_object())
    return start


def written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_page_of_impossible_size_is_refused():
    writer = PdfWriter()
    writer.add_blank_page(100_000, 100_000)
    with pytest.raises(ValueError, match="size"):
        pdfs.clean(written(writer), Limits())


def test_a_password_and_too_many_pages_have_their_names():
    for data, failure in (
        (corpus.pdf_with_password(), Failure.ENCRYPTED),
        (corpus.pdf(4), Failure.TOO_MANY_PAGES),
    ):
        with pytest.raises(Failed) as refusal:
            pdfs.clean(data, Limits(pages=3))
        assert refusal.value.failure is failure


def test_a_picture_inside_a_pdf_loses_its_place_too(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    (tmp_path / "photo.jpg").write_bytes(corpus.photo(place=True))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawImage(tmp_path / "photo.jpg", 0, 0, 300, 400)
    canvas.save()
    assert b"SECRETPHONE" in everything_in(stream.getvalue())
    assert b"/ASCII85Decode" in stream.getvalue()
    data, _pages, _found = pdfs.clean(stream.getvalue(), Limits())
    assert b"SECRETPHONE" not in everything_in(data)
    assert corpus.corners_of(corpus.pictures_of_pdf(data)[0].crop((0, 442, 300, 842))) == list(corpus.CORNERS)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_without_its_segments_shows_the_same(orientation):
    data = corpus.photo(orientation, place=True)
    bare = pdfs.without_exif(data)
    assert b"Exif" not in bare
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


@given(st.binary(max_size=80))
def test_any_bytes_pass_through_the_cutting_of_segments(data):
    assert len(pdfs.without_exif(b"\xff\xd8" + data)) <= len(data) + 2


def test_the_same_pdf_makes_the_same_bytes():
    for make in (corpus.pdf_that_acts, corpus.pdf_form):
        data = make()
        assert pdfs.clean(data, Limits()) == pdfs.clean(data, Limits())


def test_a_page_that_unpacks_without_end_is_refused(importer):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(corpus.pdf(1))))
    bomb = EncodedStreamObject()
    bomb[NameObject("/Filter")] = NameObject("/FlateDecode")
    bomb._data = zlib.compress(bytes(300_000_000), 9)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(bomb)
    data = written(writer)
    assert len(data) < 1_000_000
    with pytest.raises(errors.WorkerStopped):
        importer.import_file(data, "x", today=TODAY)
