"""Make the static fonts of resources/fonts from the families on PyPI.

The requete's renderer (reportlab) reads only static fonts, and no static serif family on PyPI shows every
Latin letter that a name can hold (ɓ, ə, ŋ, ʻ …). So the regular, bold, italic and bold-italic instances
are cut once, here, and committed with their licence (SIL OFL 1.1, no reserved font name).

The other scripts get one family each, without Latin letters and digits: those always come from Noto Sans, so
that a French word or a number looks the same in every language. Chinese is cut to the characters of GB 2312
(everyday Chinese) and those that our own translation uses.

Run: uv run --with fontpkg-noto-serif==2.15 --with fontpkg-noto-sans==2.15 \\
    --with fontpkg-noto-sans-arabic==2.12 --with fontpkg-hind-siliguri==1.1 \\
    --with fontpkg-noto-sans-tamil==2.4 --with pylopdf-fonts-zh-cn==0.1.1 python packaging/make_fonts.py
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "resources" / "fonts"
WEIGHTS = {
    "Regular": ("", 400),
    "Bold": ("", 700),
    "Italic": ("-Italic", 400),
    "BoldItalic": ("-Italic", 700),
}
# Latin, combining marks, Greek, Cyrillic, punctuation, currency, arrows and signs that the screens use.
UNICODES = [
    *range(0x20, 0x530), *range(0x1D00, 0x1DC0), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0), *range(0x2100, 0x2150), *range(0x2190, 0x2200), 0x2212, *range(0x2500, 0x2580),
    0x25CB, 0x25CF, 0x2713, 0x2717, 0xFFFD,
]  # fmt: skip


# Spaces, joiners, direction controls and the signs that stand between words of any script.
SHARED = [
    *range(0x20, 0x30), *range(0x3A, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0xA0, 0xAB, 0xB7, 0xBB,
    *range(0x2000, 0x2030), 0x2039, 0x203A, 0x2060, *range(0x2066, 0x206A), 0x25CC,
]  # fmt: skip


@dataclass(frozen=True)
class Script:
    """A family for one script: the package it comes from and, by style, its file there."""

    family: str
    package: str
    files: dict[str, str]
    unicodes: Iterable[int]
    # Characters that share the shape of another: whoever copies a text would get the wrong one.
    without: frozenset[int] = frozenset()


def chinese() -> set[int]:
    """The characters of GB 2312, Chinese signs, and whatever our own translation uses."""
    rows = (
        bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", errors="ignore")
        for row in range(1, 88) for cell in range(1, 95)
    )  # fmt: skip
    po = ROOT / "translations" / "zh_Hans" / "LC_MESSAGES" / "messages.po"
    used = po.read_text(encoding="utf-8") if po.exists() else ""
    wanted = {ord(character) for character in "".join(rows) + used}
    han = {code for code in wanted if 0x3400 <= code <= 0x9FFF}
    return han | set(range(0x3000, 0x3030)) | set(range(0xFF00, 0xFFEF))


SCRIPTS = (
    Script(
        "NotoSansArabic", "fontpkg_noto_sans_arabic",
        dict.fromkeys(("Regular", "Bold"), "NotoSansArabic[wdth,wght].ttf"),
        [*range(0x600, 0x700), *range(0x750, 0x780), *range(0x8A0, 0x900), 0xFD3E, 0xFD3F, 0xFDFC],
    ),
    Script(
        "HindSiliguri", "fontpkg_hind_siliguri",
        {style: f"HindSiliguri-{style}.ttf" for style in ("Regular", "Bold")},
        [*range(0x980, 0xA00), 0x964, 0x965],
    ),
    Script(
        "NotoSansTamil", "fontpkg_noto_sans_tamil",
        dict.fromkeys(("Regular", "Bold"), "NotoSansTamil[wdth,wght].ttf"),
        [*range(0xB80, 0xC00), 0x964, 0x965],
    ),
    Script(
        "NotoSansSC", "pylopdf_fonts_zh_cn", {"Regular": "NotoSansSC-Regular.otf"}, chinese(),
        frozenset({0x2003, 0x2011, 0x2012, 0x2022, 0x2027, 0x301C}),
    ),
)  # fmt: skip


def main() -> None:
    """Write the font files and their licences."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, package in (("NotoSerif", "fontpkg_noto_serif"), ("NotoSans", "fontpkg_noto_sans")):
        source = _package_files(package)
        for style, (suffix, weight) in WEIGHTS.items():
            font = _static(TTFont(source / f"{family}{suffix}[wdth,wght].ttf"), weight)
            _write(font, UNICODES, FONTS / f"{family}-{style}.ttf")
    licence = _package_files("fontpkg_noto_serif").parent / "LICENSE"
    (FONTS / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    for script in SCRIPTS:
        for style, name in script.files.items():
            font = TTFont(_package_files(script.package) / name)
            if "fvar" in font:
                font = _static(font, WEIGHTS[style][1])
            target = FONTS / f"{script.family}-{style}{Path(name).suffix}"
            _write(font, {*SHARED, *script.unicodes} - script.without, target)
        text = "\n".join(line.rstrip() for line in _licence(script.package).splitlines()) + "\n"
        (FONTS / f"OFL-{script.family}.txt").write_text(text, encoding="utf-8", newline="\n")


def _static(font: TTFont, weight: int) -> TTFont:
    return instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)


def _write(font: TTFont, unicodes: Iterable[int], path: Path) -> None:
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.save(path, reorderTables=True)


def _licence(package: str) -> str:
    """The licence's text, from the package's own files."""
    beside = _package_files(package).parent / "LICENSE"
    if beside.exists():
        return beside.read_text(encoding="utf-8")
    name = package.replace("_", "-")
    for file in importlib.metadata.files(name) or ():
        if file.name == "LICENSE":
            return file.read_text(encoding="utf-8")
    raise SystemExit(f"{name} has no licence")


def _package_files(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the command at the top of this file")
    folder = Path(spec.origin).parent
    return folder / "files" if (folder / "files").exists() else folder


if __name__ == "__main__":
    main()
