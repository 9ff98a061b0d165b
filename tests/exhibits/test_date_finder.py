"""Days are proposed with their origin, never taken for granted."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exhibits.date_finder import EARLIEST, ORIGIN_LABELS, DateFound, Origin, dates_in_name, find_dates
from core.exhibits.protocol import Found

TODAY = date(2026, 11, 23)
THE_DAY = date(2026, 11, 3)
AT = time(10, 22, 31)

NAMES = {
    # Windows
    "Capture d’écran 2026-11-03 102231.png": AT,
    "Screenshot 2026-11-03 102231.png": AT,
    # macOS, accents written apart and a narrow space as it writes them
    "Capture d’e\u0301cran 2026-11-03 a\u0300 10.22.31.png": AT,
    "Screenshot 2026-11-03 at 10.22.31\u202fAM.png": AT,
    "Screen Shot 2026-11-03 at 10.22.31 PM.png": time(22, 22, 31),
    "Screen Shot 2026-11-03 at 12.05.00 AM.png": time(0, 5, 0),
    # GNOME, KDE, Firefox
    "Capture d’écran du 2026-11-03 10-22-31.png": AT,
    "Screenshot from 2026-11-03 10-22-31.png": AT,
    "Screenshot_20261103_102231.png": AT,
    "Screenshot 2026-11-03 at 10-22-31 ANEF - Administration numérique.png": AT,
    # Android: Samsung, Xiaomi, Pixel
    "Screenshot_20261103-102231.png": AT,
    "Screenshot_20261103_102231_Chrome.jpg": AT,
    "Screenshot_2026-11-03-10-22-31-123_com.android.chrome.jpg": AT,
    "IMG_20261103_102231.jpg": AT,
    "20261103_102231.jpg": AT,
    "IMG_20261103102231.jpg": AT,
    "PXL_20261103_092231123.jpg": None,
    # Messengers
    "IMG-20261103-WA0001.jpg": None,
    "WhatsApp Image 2026-11-03 at 10.22.31.jpeg": AT,
    "Image WhatsApp 2026-11-03 à 10.22.31_3f2a.jpg": AT,
    "signal-2026-11-03-10-22-31-123.jpg": AT,
    "photo_2026-11-03_10-22-31.jpg": AT,
    # Scanners and people
    "Adobe Scan 3 nov. 2026.pdf": None,
    "CamScanner 03-11-2026 10.22.pdf": time(10, 22),
    "Scan 03.11.2026.pdf": None,
    "courrier du 3 novembre 2026.pdf": None,
    "letter 3 November 2026.pdf": None,
    "Numérisation_20261103.pdf": None,
}


@pytest.mark.parametrize("name", NAMES)
def test_the_day_in_a_name(name):
    assert list(dates_in_name(name)) == [(THE_DAY, NAMES[name])]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1er janvier 2026", date(2026, 1, 1)), ("2 févr. 2026", date(2026, 2, 2)),
        ("3 Mar 2026", date(2026, 3, 3)), ("4 avril 2026", date(2026, 4, 4)),
        ("4 April 2026", date(2026, 4, 4)), ("5 May 2026", date(2026, 5, 5)),
        ("6 juin 2026", date(2026, 6, 6)), ("7 juil. 2026", date(2026, 7, 7)),
        ("8 août 2026", date(2026, 8, 8)), ("9 September 2026", date(2026, 9, 9)),
        ("10 oct 2026", date(2026, 10, 10)), ("12 décembre 2025", date(2025, 12, 12)),
        ("7 July 2026", date(2026, 7, 7)), ("6 June 2026", date(2026, 6, 6)),
    ],
)  # fmt: skip
def test_months_in_words(words, day):
    assert [found for found, _at in dates_in_name(f"Lettre {words}.pdf")] == [day]


@pytest.mark.parametrize(
    "name",
    [
        "9912345678.pdf", "Capture d’écran (12).png", "IMG_1120261103.jpg", "2026-13-45.png", "IMG_0042.HEIC",
        "31-02-2026.pdf", "dossier 92-2026-0012.pdf", "", "2026.pdf", "FR20261103999.pdf",
    ],
)  # fmt: skip
def test_numbers_that_are_no_day(name):
    assert list(dates_in_name(name)) == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Found(camera_dates=("2026:11:03 10:22:31",)), (Origin.CAMERA, AT)),
        (Found(text_dates=("2026-11-03T10:22:31+01:00",)), (Origin.PICTURE_TEXT, AT)),
        (Found(text_dates=("Tue, 03 Nov 2026 10:22:31 GMT",)), (Origin.PICTURE_TEXT, AT)),
        (Found(document_dates=("D:20261103102231+01'00'",)), (Origin.DOCUMENT, AT)),
        (Found(document_dates=("D:20261103",)), (Origin.DOCUMENT, None)),
    ],
)
def test_what_files_write_about_themselves(found, expected):
    assert find_dates("x", found, None, TODAY) == (DateFound(THE_DAY, expected[1], expected[0]),)


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "    :  :  ", "", "2026:02:30 10:00:00", "hier"])
def test_a_clock_that_was_never_set_proposes_nothing(text):
    assert find_dates("x", Found(camera_dates=(text,)), None, TODAY) == ()


def test_the_surest_comes_first_and_each_day_once():
    found = Found(
        camera_dates=("2026:11:03 10:22:31",), document_dates=("D:20261101000000", "D:20261103000000")
    )
    dates = find_dates("IMG-20261104-WA0001.jpg", found, datetime(2026, 11, 3, 12, 0), TODAY)
    assert [(one.on, one.origin) for one in dates] == [
        (THE_DAY, Origin.CAMERA),
        (date(2026, 11, 4), Origin.FILE_NAME),
        (date(2026, 11, 1), Origin.DOCUMENT),
    ]


def test_days_to_come_and_days_before_all_this_are_left_out():
    found = Found(camera_dates=("2026:11:24 00:00:00", "2000:01:01 00:00:00"))
    assert find_dates("x", found, None, TODAY) == ()
    assert find_dates("x", found, None, date(2026, 11, 24))[0].on == date(2026, 11, 24)


def test_every_origin_is_said_in_words():
    assert set(ORIGIN_LABELS) == set(Origin)


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=3))
def test_any_text_gives_days_in_bounds_or_none(name, texts):
    found = Found(camera_dates=tuple(texts), text_dates=tuple(texts), document_dates=tuple(texts))
    assert all(EARLIEST <= one.on <= TODAY for one in find_dates(name, found, None, TODAY))


@given(st.dates(EARLIEST, TODAY), st.sampled_from(["{:%Y-%m-%d}", "IMG_{:%Y%m%d}_x", "{:%d.%m.%Y}"]))
def test_every_day_is_found_again(day, form):
    assert [found for found, _at in dates_in_name(form.format(day))] == [day]
