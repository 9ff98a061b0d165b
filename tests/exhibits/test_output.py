"""The files for the court: numbered, named, legible, within their size, the same each time."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from core.dossier.model import Attempt, Dossier, Exhibit, Region, Sheet
from core.dossier.values import Channel, ExhibitStatus
from core.exhibits import arrange, errors, masking, output
from core.exhibits.limits import OutputLimits
from core.exhibits.names import NAME_LENGTH, ascii_words, file_name
from core.exhibits.pool import Pool
from tests.dossier.strategies import texts
from tests.exhibits import corpus
from tests.exhibits.conftest import TODAY


@pytest.fixture
def dossier(importer) -> Dossier:
    """A photo turned on its side, a capture, and a letter of two pages; one more paper is to come."""
    (photo,) = importer.import_file(corpus.photo(6), "x", today=TODAY).sheets
    (capture,) = importer.import_file(
        corpus.encoded(corpus.four_corners(1600, 900), "PNG"), "x", today=TODAY
    ).sheets
    letter = importer.import_file(corpus.pdf(2), "x", today=TODAY).sheets
    told = Dossier(
        attempts=(Attempt(id="a1", on=date(2026, 11, 3), channel=Channel.ANEF, proof=True),),
        exhibits=(Exhibit(id="e1", title="À demander", status=ExhibitStatus.TO_REQUEST),),
    )
    told = arrange.attach(told, (masking.turned(photo, 3),), title="Carte d’identité")
    told = arrange.attach(told, (capture,), proves=("a1",), on=date(2026, 11, 3))
    return arrange.attach(told, (*letter, masking.turned(letter[0])), title="Lettre de l’employeur")


def test_each_exhibit_is_one_file_with_its_number_and_title(dossier, store, pool):
    made = list(output.pieces(dossier, store, pool))
    assert [(piece.number, piece.name) for piece in made] == [
        (1, "PJ1_Carte_d_identite.pdf"),
        (2, "PJ2_Capture_d_ecran_du_site_ANEF_2026-11-03.pdf"),
        (3, "PJ3_Lettre_de_l_employeur.pdf"),
    ]
    photo, capture, letter = (corpus.pictures_of_pdf(piece.data) for piece in made)
    # Turned a quarter to the left: what was on the right is on top.
    (page,) = photo
    assert (page.width, page.height) == (842, 595)
    corners = [corpus.CORNERS[number] for number in (1, 3, 0, 2)]
    left, top, right, bottom = picture_box(page)
    assert corpus.corners_of(page.crop((left, top, right, bottom))) == corners
    assert corpus.corners_of(capture[0].crop(picture_box(capture[0]))) == list(corpus.CORNERS)
    assert [page.size for page in letter] == [(596, 842), (596, 842), (842, 596)]


def picture_box(page: Image.Image) -> tuple[int, int, int, int]:
    """Where a page is not white."""
    box = page.convert("L").point(lambda value: 255 if value < 245 else 0).getbbox()
    assert box is not None
    return box


def test_a_picture_is_not_encoded_a_second_time(dossier, store, pool):
    piece = next(output.pieces(dossier, store, pool))
    assert store.get_blob(output.exhibits_with_files(dossier)[0][1].sheets[0].blob) in piece.data


def test_the_same_dossier_makes_the_same_bytes(dossier, store, pool):
    masked = arrange.with_sheets(
        dossier,
        "e3",
        (masking.with_mask(dossier.exhibits[2].sheets[0], Region(left=0, top=0, width=99, height=99)),),
    )
    # A new process hashes names otherwise, which must not change the order of anything.
    with Pool(1) as other:
        assert list(output.pieces(masked, store, pool)) == list(output.pieces(masked, store, other))
        assert output.paper_set(masked, store, pool) == output.paper_set(masked, store, other)


def test_the_paper_set_has_separators_and_stamps(dossier, store, pool):
    pages = PdfReader(io.BytesIO(output.paper_set(dossier, store, pool))).pages
    words = [" ".join(page.extract_text().replace("\xa0", " ").split()) for page in pages]
    assert words == [
        "Pièce n° 1 Carte d’identité",
        "Pièce n° 1 – page 1 sur 1",
        "Pièce n° 2 Capture d’écran du site ANEF",
        "Pièce n° 2 – page 1 sur 1",
        "Pièce n° 3 Lettre de l’employeur",
        "Page 1 SECRETWORD1 Pièce n° 3 – page 1 sur 3",
        "Page 2 SECRETWORD2 Pièce n° 3 – page 2 sur 3",
        "Page 1 SECRETWORD1 Pièce n° 3 – page 3 sur 3",
    ]
    assert {tuple(sorted(map(float, page.mediabox[2:]))) for page in pages} == {(595, 842)}


def test_a_stamp_is_printed_on_white_beside_the_picture(dossier, store, pool):
    pages = corpus.pictures_of_pdf(output.paper_set(dossier, store, pool), scale=2)
    for page in (pages[1], pages[3]):
        grey = page.convert("L")
        band = grey.crop((0, 0, grey.width, 100))
        assert min(band.tobytes()) < 80
        assert band.tobytes().count(255) > len(band.tobytes()) * 0.8
        # Between the stamp and the picture a white strip runs across the page.
        assert min(grey.crop((0, 98, grey.width, 110)).tobytes()) > 250


def test_a_title_that_paper_cannot_show_is_named(dossier, store, pool):
    broken = arrange.attach(dossier, dossier.exhibits[1].sheets, title="Letter 你")
    with pytest.raises(errors.UnprintableTitle) as refusal:
        output.paper_set(broken, store, pool)
    assert refusal.value.number == 4
    assert "U+4F60" in str(refusal.value.message)
    assert [piece.name for piece in output.pieces(broken, store, pool)][-1] == "PJ4_Letter.pdf"


def test_a_long_title_is_broken_into_lines_on_its_separator(dossier, store, pool):
    title = "Capture d’écran " * 18
    long = arrange.attach(Dossier(), dossier.exhibits[1].sheets, title=title)
    page = PdfReader(io.BytesIO(output.paper_set(long, store, pool))).pages[0]
    assert title.split() == page.extract_text().split()[3:]
    left, _top, right, _bottom = picture_box(corpus.pictures_of_pdf(output.paper_set(long, store, pool))[0])
    assert left > 20
    assert right < 575


def grainy(importer) -> Dossier:
    image = Image.merge("RGB", [Image.effect_noise((1600, 2200), 90)] * 3)
    (sheet,) = importer.import_file(corpus.encoded(image), "x", today=TODAY).sheets
    return arrange.attach(Dossier(), (sheet,), title="Grain")


def test_a_heavy_piece_gets_lighter_until_it_fits(importer, store, pool):
    heavy = grainy(importer)
    (piece,) = output.pieces(heavy, store, pool)
    for part in (0.9, 0.4):
        limit = int(len(piece.data) * part)
        (light,) = output.pieces(heavy, store, pool, OutputLimits(piece_bytes=limit))
        assert len(light.data) <= limit
        (kept,) = PdfReader(io.BytesIO(light.data)).pages[0].images
        assert max(Image.open(io.BytesIO(kept.data)).size) >= 1400
    with pytest.raises(errors.PieceTooLarge) as refusal:
        list(output.pieces(heavy, store, pool, OutputLimits(piece_bytes=10_000)))
    assert "n°\xa01 " in str(refusal.value.message)


def test_a_heavy_pdf_gets_lighter_too(importer, store, pool, tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    (tmp_path / "grain.jpg").write_bytes(
        corpus.encoded(Image.effect_noise((1500, 2100), 90).convert("RGB"), quality=95)
    )
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.drawImage(tmp_path / "grain.jpg", 0, 0, 595, 842)
    canvas.save()
    sheets = importer.import_file(tmp_path / "scan.pdf", today=TODAY).sheets
    scan = arrange.attach(Dossier(), sheets, title="Scan")
    (piece,) = output.pieces(scan, store, pool)
    (light,) = output.pieces(scan, store, pool, OutputLimits(piece_bytes=len(piece.data) // 2))
    assert len(light.data) <= len(piece.data) // 2
    assert min(corpus.pictures_of_pdf(light.data)[0].convert("L").tobytes()) < 100


def test_the_weight_and_the_budget_are_told(dossier, store):
    weight = output.weigh(dossier, store)
    assert [number for number, _bytes in weight.pieces] == [1, 2, 3]
    assert weight.total == sum(one for _number, one in weight.pieces) == sum(map(len, store.blobs.values()))
    assert not weight.too_much
    assert output.weigh(dossier, store, OutputLimits(total_bytes=weight.total - 1)).too_much


def test_a_dossier_without_files_makes_none(store, pool):
    announced = Dossier(attempts=(Attempt(id="a1", channel=Channel.ANEF, proof=True),))
    assert list(output.pieces(announced, store, pool)) == []


@pytest.mark.parametrize("make", [corpus.png_bomb, corpus.pdf_with_password, corpus.archive, lambda: b""])
def test_a_hostile_file_in_a_dossier_from_elsewhere_is_named_by_its_number(make, dossier, store, pool):
    for page in (None, 1):
        sheet = Sheet(blob=store.add_blob(make()), page=page)
        hostile = arrange.attach(dossier, (sheet,), title="Venue d’ailleurs")
        with pytest.raises(errors.PieceUnreadable) as refusal:
            list(output.pieces(hostile, store, pool))
        assert refusal.value.number == 4


@given(st.integers(1, 999), st.none() | texts(), st.none() | st.dates(date(2020, 1, 1)))
def test_names_are_plain_short_and_begin_with_their_number(number, title, on):
    name = file_name(number, Exhibit(id="e1", title=title, on=on))
    assert re.fullmatch(r"PJ\d+_[A-Za-z0-9_-]+\.pdf", name)
    assert name.startswith(f"PJ{number}_")
    assert len(name) <= NAME_LENGTH
    assert on is None or on.isoformat() in name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Œuvre, naïve & straße", "OEuvre_naive_strasse"),
        ("../../etc/passwd", "etc_passwd"),
        ("Đặng Łukasz İpek", "Dang_Lukasz_Ipek"),
        ("محمد 12", "12"),
        ("CON.NUL", "CON_NUL"),
        ("n° 3 ½", "n_3_1_2"),
        ("", ""),
    ],
)
def test_words_in_plain_letters(text, words):
    assert ascii_words(text) == words


def test_a_long_title_is_cut_before_the_day():
    name = file_name(12, Exhibit(id="e1", title="très long " * 30, on=date(2026, 11, 3)))
    assert len(name) <= NAME_LENGTH
    assert name.endswith("_2026-11-03.pdf")
