"""What is hidden is in no output, in no blob that is kept, in no shadow around it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageDraw
from pypdf import PdfReader

from core.dossier.model import Dossier, Region, Sheet
from core.exhibits import arrange, compose, masking, output
from core.exhibits.limits import OutputLimits
from tests.exhibits import corpus
from tests.exhibits.conftest import TODAY
from tests.exhibits.test_pdfs import everything_in

MAGENTA = (255, 0, 255)
# Where the secret stands, in pixels of a picture of 1000 x 1400, and the mask a person draws around it.
SECRET = (300, 500, 500, 540)
MASK = Region(left=2900, top=3500, width=2200, height=450)


def secret_picture() -> bytes:
    """A page of text with one coloured number on it; nothing else has that colour."""
    image = Image.new("RGB", (1000, 1400), "white")
    draw = ImageDraw.Draw(image)
    for top in range(50, 1350, 40):
        draw.text((50, top), "Administration numérique des étrangers en France " * 2, fill="black")
    draw.rectangle(SECRET, fill=MAGENTA)
    return corpus.encoded(image, "PNG")


def magenta(image: Image.Image) -> int:
    """How many pixels lean towards the secret's colour."""
    data = image.convert("RGB").tobytes()
    return sum(
        min(red, blue) - green > 25
        for red, green, blue in zip(data[::3], data[1::3], data[2::3], strict=True)
    )


def pictures_in(data: bytes) -> list[Image.Image]:
    """The decoded pictures that lie in a PDF."""
    return [
        Image.open(io.BytesIO(found.data))
        for page in PdfReader(io.BytesIO(data)).pages
        for found in page.images
    ]


def only(sheets: tuple[Sheet, ...], mask: Region | None = MASK) -> tuple[Sheet, Dossier]:
    (sheet,) = sheets
    if mask is not None:
        sheet = masking.with_mask(sheet, mask)
    return sheet, arrange.attach(Dossier(), (sheet,), title="Capture")


def test_the_test_would_see_the_secret(importer, store, pool):
    _sheet, dossier = only(importer.import_file(secret_picture(), "x", today=TODAY).sheets, None)
    (piece,) = output.pieces(dossier, store, pool)
    assert [magenta(image) > 5000 for image in pictures_in(piece.data)] == [True]


def test_a_masked_part_is_in_no_output(importer, store, pool):
    sheet, dossier = only(importer.import_file(secret_picture(), "x", today=TODAY).sheets)
    (piece,) = output.pieces(dossier, store, pool)
    paper = output.paper_set(dossier, store, pool)
    (light,) = output.pieces(dossier, store, pool, OutputLimits(piece_bytes=len(piece.data) - 1))
    screen = masking.picture(sheet, store, pool)
    for data in (piece.data, paper, light.data):
        assert store.get_blob(sheet.blob) not in data
        assert len(pictures_in(data)) == 1
        for image in (*pictures_in(data), *corpus.pictures_of_pdf(data)):
            assert magenta(image) == 0
    assert magenta(Image.open(io.BytesIO(screen))) == 0
    (picture,) = pictures_in(piece.data)
    hidden = picture.convert("L").crop((300, 500, 500, 540)).tobytes()
    assert max(hidden) < 20
    # The rest is still there to be read.
    assert min(picture.convert("L").crop((50, 50, 600, 400)).tobytes()) < 80


def test_a_burnt_mask_leaves_nothing_to_uncover(importer, store, pool):
    sheet, dossier = only(importer.import_file(secret_picture(), "x", today=TODAY).sheets)
    burnt = masking.burn(sheet, store, pool)
    assert burnt.masks == ()
    assert burnt.source == sheet.source
    assert magenta(Image.open(io.BytesIO(store.get_blob(burnt.blob)))) == 0
    dossier = arrange.with_sheets(dossier, "e1", (burnt,))
    assert arrange.unused_blobs(dossier, store.blobs) == (sheet.blob,)
    assert masking.burn(burnt, store, pool) == burnt


def test_what_is_cut_off_is_gone_like_what_is_masked(importer, store, pool):
    sheet, dossier = only(importer.import_file(secret_picture(), "x", today=TODAY).sheets, None)
    cropped = replace(sheet, crop=Region(left=0, top=0, width=10_000, height=3400))
    dossier = arrange.with_sheets(dossier, "e1", (cropped,))
    (piece,) = output.pieces(dossier, store, pool)
    (picture,) = pictures_in(piece.data)
    assert picture.size == (1000, 476)
    assert magenta(picture) == 0
    assert magenta(Image.open(io.BytesIO(store.get_blob(masking.burn(cropped, store, pool).blob)))) == 0


def test_a_masked_page_of_a_pdf_keeps_no_hidden_text(importer, store, pool):
    first, second = importer.import_file(corpus.pdf(2), "x", today=TODAY).sheets
    line = Region(left=1000, top=1500, width=6000, height=400)
    dossier = arrange.attach(Dossier(), (masking.with_mask(first, line), second), title="Lettre")
    (piece,) = output.pieces(dossier, store, pool)
    said = everything_in(piece.data) + everything_in(output.paper_set(dossier, store, pool))
    assert b"SECRETWORD1" not in said
    assert b"SECRETWORD2" in said
    page = corpus.pictures_of_pdf(piece.data)[0].convert("L")
    # The text stood at a sixth of the page's height.
    assert max(page.crop((100, 132, 300, 150)).tobytes()) < 20
    burnt = masking.burn(masking.with_mask(first, line), store, pool)
    assert burnt.page is None


@pytest.mark.parametrize("turn", range(4))
def test_masks_stay_on_their_place_when_a_sheet_is_turned(turn, importer, store, pool):
    sheet, dossier = only(importer.import_file(secret_picture(), "x", today=TODAY).sheets)
    dossier = arrange.with_sheets(dossier, "e1", (masking.turned(sheet, turn),))
    (piece,) = output.pieces(dossier, store, pool)
    (picture,) = pictures_in(piece.data)
    assert magenta(picture) == 0
    assert (picture.width > picture.height) == bool(turn % 2)


REGIONS = st.builds(
    Region,
    left=st.integers(0, 9_999),
    top=st.integers(0, 9_999),
    width=st.integers(1, 10_000),
    height=st.integers(1, 10_000),
)


@given(REGIONS, st.tuples(st.integers(1, 5000), st.integers(1, 5000)), st.sampled_from([1, 16]))
def test_a_region_covers_at_least_what_was_drawn_and_stays_on_the_page(region, size, block):
    left, top, right, bottom = compose._pixels(region, size, block)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]
    for start, end, low, length, side in (
        (left, right, region.left, region.width, size[0]),
        (top, bottom, region.top, region.height, size[1]),
    ):
        assert start * 10_000 <= low * side
        assert end == side or end * 10_000 >= (low + length) * side
        assert start % block == 0
        assert end == side or end % block == 0


def test_masks_are_undone_one_by_one_and_turns_go_round():
    sheet = Sheet(blob="0" * 64)
    twice = masking.with_mask(masking.with_mask(sheet, MASK), MASK)
    assert masking.without_mask(masking.without_mask(twice)) == sheet == masking.without_mask(sheet)
    assert masking.turned(masking.turned(sheet, -1)) == sheet
    assert masking.turned(sheet, -1).turn == 3
