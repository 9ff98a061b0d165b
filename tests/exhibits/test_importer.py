"""Every file ends as a safe copy or in one sentence, and nothing else suffers."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.dossier.model import Dossier
from core.exhibits import arrange, errors, output
from core.exhibits import importer as importing
from core.exhibits.blobs import MemoryBlobs, digest
from core.exhibits.date_finder import Origin
from core.exhibits.errors import ExhibitError
from core.exhibits.importer import Importer, files_in, shown_name
from core.exhibits.limits import Limits
from core.exhibits.pool import Pool
from core.exhibits.sniff import Format, identify
from core.storage.dossier_file import DossierFile
from tests.exhibits import corpus
from tests.exhibits.conftest import TODAY

THE_DAY = date(2026, 11, 3)


def picture(store: MemoryBlobs, name: str) -> Image.Image:
    return Image.open(io.BytesIO(store.get_blob(name)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_and_says_nothing_of_its_maker(kind, orientation, importer, store):
    data = corpus.photo(orientation, kind, place=True, day=corpus.DAY)
    assert b"SECRETPHONE" in data
    taken = importer.import_file(data, "photo", today=TODAY)
    (sheet,) = taken.sheets
    kept = store.get_blob(sheet.blob)
    image = picture(store, sheet.blob)
    assert (image.format, image.size) == ("JPEG", (600, 800))
    assert corpus.corners_of(image) == list(corpus.CORNERS)
    assert dict(image.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp"} & image.info.keys()
    assert b"SECRET" not in kept
    assert b"Exif" not in kept
    assert taken.notices == (importing.PLACE_REMOVED,)
    assert [(found.on, found.origin) for found in taken.dates] == [(THE_DAY, Origin.CAMERA)]
    assert sheet.source == digest(data)


def in_mode(mode: str) -> bytes:
    image = Image.new("L", (600, 600), 255)
    image.paste(0, (0, 0, 300, 600))
    if mode == "I;16":
        return corpus.encoded(image.convert("I").point(lambda value: value * 257).convert(mode), "PNG")
    return corpus.encoded(image.convert(mode), "JPEG" if mode in ("CMYK", "YCbCr") else "PNG")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK", "YCbCr"])
def test_black_stays_black_and_white_stays_white_in_every_kind_of_colour(mode, importer, store):
    taken = importer.import_file(in_mode(mode), "x", today=TODAY)
    grey = picture(store, taken.sheets[0].blob).convert("L")
    assert max(grey.crop((50, 50, 250, 550)).tobytes()) < 40
    assert min(grey.crop((350, 50, 550, 550)).tobytes()) > 215


def test_what_is_transparent_is_white_paper(importer, store):
    clear = corpus.encoded(Image.new("RGBA", (600, 600), (0, 0, 0, 0)), "PNG")
    taken = importer.import_file(clear, "x", today=TODAY)
    assert picture(store, taken.sheets[0].blob).convert("L").tobytes().count(255) == 600 * 600


@pytest.mark.parametrize(("size", "kept"), [((4000, 3000), (2205, 1654)), ((3000, 4000), (1654, 2205))])
def test_a_photo_is_brought_to_the_size_of_paper(size, kept, importer, store):
    taken = importer.import_file(corpus.encoded(corpus.four_corners(*size)), "x", today=TODAY)
    image = picture(store, taken.sheets[0].blob)
    assert image.size == kept
    assert corpus.corners_of(image) == list(corpus.CORNERS)


def test_a_capture_of_a_whole_web_page_is_cut_into_legible_pages(importer, store):
    long = Image.new("RGB", (1080, 12_000), "white")
    for top in range(0, 12_000, 100):
        long.paste((top * 255 // 12_000, 0, 0), (0, top, 1080, top + 50))
    taken = importer.import_file(corpus.encoded(long, "PNG"), "x", today=TODAY)
    pages = [picture(store, sheet.blob) for sheet in taken.sheets]
    assert len(pages) == 9
    assert all(page.width == 1080 and page.height <= 1080 * 1.42 for page in pages)
    # Each page repeats the end of the one before: nothing falls into the cut.
    assert sum(page.height for page in pages) > 12_000 + 8 * 50
    assert taken.notices == ()


def test_an_endless_capture_is_refused(importer):
    strip = corpus.encoded(Image.new("L", (60, 9_000)), "PNG")
    with pytest.raises(errors.TooManyPixels):
        importer.import_file(strip, "x", today=TODAY)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_pixels_are_counted_before_they_are_unpacked(kind, store, pool):
    data = corpus.photo(1, kind)
    for pixels, cause in ((600 * 800, None), (600 * 800 - 1, errors.TooManyPixels)):
        with nullcontext() if cause is None else pytest.raises(cause):
            Importer(store, pool, Limits(pixels=pixels)).import_file(data, "x", today=TODAY)


def test_the_number_of_pages_that_is_too_many_is_said(store, pool):
    with pytest.raises(errors.TooManyPages) as refusal:
        Importer(store, pool, Limits(pages=3)).import_file(corpus.pdf(4), "x", today=TODAY)
    assert "plus de 3 pages" in str(refusal.value.message)


def test_a_picture_too_small_to_read_is_pointed_out(importer):
    taken = importer.import_file(corpus.encoded(corpus.four_corners(300, 400)), "x", today=TODAY)
    assert taken.notices == (importing.HARD_TO_READ,)


def test_a_pdf_becomes_one_sheet_a_page(importer):
    taken = importer.import_file(corpus.pdf(3), "lettre.pdf", today=TODAY)
    assert [sheet.page for sheet in taken.sheets] == [1, 2, 3]
    assert len({sheet.blob for sheet in taken.sheets}) == 1


REFUSED: dict[str, tuple[Callable[[], bytes], type[ExhibitError]]] = {
    "bomb of 200 megapixels": (corpus.png_bomb, errors.TooManyPixels),
    "truncated photo": (lambda: corpus.photo()[:-3000], errors.BrokenFile),
    "beginning of a photo": (lambda: corpus.photo()[:20], errors.BrokenFile),
    "PDF with a password": (corpus.pdf_with_password, errors.EncryptedPdf),
    "PDF of 2,000 pages": (lambda: corpus.pdf(2000), errors.TooManyPages),
    "PDF without a page": (lambda: corpus.pdf(1).replace(b"/Type /Page\n", b"/Type /Peng\n"), ExhibitError),
    "beginning of a PDF": (lambda: corpus.pdf(1)[:200], errors.BrokenFile),
    "ZIP": (corpus.archive, errors.Unsupported),
    "GIF": (lambda: corpus.encoded(corpus.four_corners(), "GIF"), errors.Unsupported),
    "AVIF": (lambda: corpus.encoded(corpus.four_corners(), "AVIF"), errors.Unsupported),
    "nothing": (lambda: b"", errors.EmptyFile),
    "words": (lambda: b"bonjour", errors.Unsupported),
}


@pytest.mark.parametrize("name", ["piece.pdf", "photo.jpg", "sans suffixe"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_is_refused_in_words_whatever_its_name(case, name, importer, store, tmp_path):
    make, cause = REFUSED[case]
    data = make()
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(cause) as refusal:
        importer.import_file(path, today=TODAY)
    sentence = str(refusal.value.message)
    assert sentence.endswith(".")
    assert name not in sentence
    assert store.blobs == {}
    assert path.read_bytes() == data


def test_too_heavy_a_file_is_not_read(store, pool, tmp_path):
    importer = Importer(store, pool, Limits(file_bytes=2_000_000))
    path = tmp_path / "photo.jpg"
    with path.open("wb") as file:
        file.truncate(2_000_001)
    for source in (path, bytes(2_000_001)):
        with pytest.raises(errors.TooLarge, match="trop lourd"):
            importer.import_file(source, "x", today=TODAY)


class Leaving(type(Path())):  # type: ignore[misc]
    """A file on a stick that is pulled out between the look and the reading."""

    def open(self, *arguments, **words):
        self.unlink()
        return super().open(*arguments, **words)


def test_a_file_that_disappears_during_the_import(importer, store, tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(corpus.photo())
    with pytest.raises(errors.Vanished):
        importer.import_file(Leaving(path), today=TODAY)
    with pytest.raises(errors.Vanished):
        importer.import_file(tmp_path / "never there.jpg", today=TODAY)
    assert store.blobs == {}


def test_what_is_no_file_is_not_opened(importer, tmp_path):
    places = [tmp_path]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.jpg")
        places.append(tmp_path / "pipe.jpg")
    for place in places:
        with pytest.raises(errors.Unsupported):
            importer.import_file(place, today=TODAY)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd.png", "passwd.png"),
        ("D:\\photos\\..\\capture.png", "capture.png"),
        ("..", ""),
        ("", ""),
        ("a\nb\u202e.png", "a b.png"),
        ("é" * 300 + ".png", "é" * 60 + "…" + "é" * 55 + ".png"),
    ],
)
def test_a_name_is_shown_but_never_leads_anywhere(name, shown, importer, store):
    taken = importer.import_file(corpus.photo(), name, today=TODAY)
    assert taken.name == shown == shown_name(name)
    assert len(taken.name) <= importing.NAME_LENGTH
    assert list(store.blobs) == [taken.sheets[0].blob]


def test_the_same_file_makes_the_same_bytes_and_is_noticed(importer, pool):
    other = Importer(MemoryBlobs(), pool)
    data = corpus.photo(6, place=True)
    first, second = importer.import_file(data, "a", today=TODAY), other.import_file(data, "b", today=TODAY)
    assert first.sheets == second.sheets
    dossier = arrange.attach(Dossier(), first.sheets)
    assert arrange.same_content(dossier, second.sheets) == ("e1",)
    # The same picture sent again without its EXIF is another file with the same content.
    bare = importer.import_file(corpus.photo(6), "c", today=TODAY)
    assert bare.sheets[0].source != first.sheets[0].source
    assert arrange.same_content(dossier, bare.sheets) == ("e1",)
    another = importer.import_file(corpus.pdf(1), "d", today=TODAY)
    assert arrange.same_content(dossier, another.sheets) == ()


def test_the_name_and_the_time_of_a_file_propose_a_day(importer, tmp_path):
    path = tmp_path / "Capture d’écran 2026-11-03 102231.png"
    path.write_bytes(corpus.encoded(corpus.four_corners(), "PNG"))
    noon = 1_795_000_000
    os.utime(path, (noon, noon))
    taken = importer.import_file(path, today=TODAY)
    assert [(found.on, found.origin) for found in taken.dates] == [
        (THE_DAY, Origin.FILE_NAME),
        (date.fromtimestamp(noon), Origin.FILE_TIME),
    ]


def test_many_files_come_out_in_order_and_a_bad_one_hurts_no_other(importer, tmp_path):
    contents = [corpus.photo(), corpus.archive(), corpus.pdf(2), corpus.photo()[:-2000], corpus.photo(6)]
    paths = []
    for number, content in enumerate(contents):
        paths.append(tmp_path / f"{number}.jpg")
        paths[-1].write_bytes(content)
    paths.insert(2, tmp_path / "gone.jpg")
    heard: list[tuple[int, int]] = []
    outcomes = list(
        importer.import_many(paths, today=TODAY, progress=lambda done, total: heard.append((done, total)))
    )
    assert [outcome.name for outcome in outcomes] == [path.name for path in paths]
    assert [type(outcome.error) for outcome in outcomes] == [
        type(None), errors.Unsupported, errors.Vanished, type(None), errors.BrokenFile, type(None),
    ]  # fmt: skip
    assert [outcome.taken is None for outcome in outcomes] == [o.error is not None for o in outcomes]
    assert sorted(heard) == [(number, 6) for number in range(1, 7)]


def test_a_cancelled_import_stops_and_keeps_what_was_taken(store, tmp_path):
    paths = [tmp_path / f"{number:02}.jpg" for number in range(12)]
    for path in paths:
        path.write_bytes(corpus.photo())
    with Pool(1) as pool:
        outcomes = list(
            Importer(store, pool).import_many(
                paths, today=TODAY, progress=lambda done, _total: pool.cancel() if done == 3 else None
            )
        )
    taken = [outcome for outcome in outcomes if outcome.taken]
    assert 1 <= len(taken) < 12
    assert {type(outcome.error) for outcome in outcomes if outcome.error} == {errors.Cancelled}


def test_a_folder_offers_its_pictures_and_nothing_else(tmp_path):
    for name in ("b.JPG", "a.pdf", "c.heic", ".hidden.png", "notes.txt", "d.docx"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.png").mkdir()
    assert [path.name for path in files_in(tmp_path)] == ["a.pdf", "b.JPG", "c.heic"]
    with pytest.raises(errors.Vanished):
        files_in(tmp_path / "gone")


def test_the_dossier_file_is_a_store(pool):
    with DossierFile.in_memory(Dossier()) as file:
        taken = Importer(file, pool).import_file(corpus.photo(), "x", today=TODAY)
        assert file.blobs() == [taken.sheets[0].blob]
        file.save(arrange.attach(file.dossier, taken.sheets))
        assert arrange.unused_blobs(file.dossier, file.blobs()) == ()


SOUND = {
    Format.JPEG: lambda: corpus.photo(6, place=True, day=corpus.DAY),
    Format.PNG: corpus.png_with_text,
    Format.WEBP: lambda: corpus.photo(1, "WEBP", place=True),
    Format.HEIC: lambda: corpus.photo(1, "HEIF", place=True),
    Format.PDF: corpus.pdf_that_acts,
}


@settings(max_examples=80)
@given(
    kind=st.sampled_from(list(Format)),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6),
    length=st.floats(0.02, 1),
)
def test_damaged_files_end_in_a_piece_or_in_a_sentence(kind, changes, length, pool):
    data = bytearray(SOUND[kind]())
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    store = MemoryBlobs()
    try:
        taken = Importer(store, pool, Limits(seconds=20)).import_file(
            bytes(data[: int(length * len(data)) + 1]), "x", today=TODAY
        )
    except ExhibitError:
        assert store.blobs == {}
    else:
        assert {identify(store.get_blob(sheet.blob)) for sheet in taken.sheets} <= {Format.JPEG, Format.PDF}
        # What was taken can be printed: a broken page must not keep all documents from being made.
        dossier = arrange.attach(Dossier(), taken.sheets, title="Pièce")
        assert len(list(output.pieces(dossier, store, pool))) == 1
        assert output.paper_set(dossier, store, pool)
