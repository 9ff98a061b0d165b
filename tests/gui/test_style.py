"""The look: contrasts of every theme, sizes, and no leftover in the style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui import style


@pytest.mark.parametrize("theme", style.THEMES)
@pytest.mark.parametrize(("text", "ground"), style.TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    tokens = style.THEMES[theme]
    assert style.contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", style.THEMES)
@pytest.mark.parametrize(("part", "ground"), style.PART_PAIRS)
def test_parts_can_be_seen(theme: str, part: str, ground: str) -> None:
    tokens = style.THEMES[theme]
    assert style.contrast(getattr(tokens, part), getattr(tokens, ground)) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert style.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert style.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert style.contrast("#FFFFFF", "#777777") == style.contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("theme", style.THEMES)
@pytest.mark.parametrize("scale", style.SCALES)
def test_style_sheet_names_no_unknown_value(theme: str, scale: float) -> None:
    sheet = style.style_sheet(style.Look(theme, scale))
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_text_size_stays_between_100_and_200_percent() -> None:
    assert style.SCALES[0] == 1.0
    assert style.SCALES[-1] == 2.0
    assert style.next_scale(-1) == 1.0
    assert style.next_scale(1) == style.SCALES[1]


def test_colours_are_named_in_the_style_module_only() -> None:
    gui = Path(style.__file__).parent
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\"")
    found = [
        f"{file.name}:{number}"
        for file in gui.rglob("*.py")
        if file.name != "style.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if colour.search(line)
    ]
    assert found == []
