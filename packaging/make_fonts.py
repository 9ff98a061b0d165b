"""Make the static fonts of resources/fonts from the variable Noto families on PyPI.

The requete's renderer (reportlab) reads only static fonts, and no static serif family on PyPI shows every
Latin letter that a name can hold (ɓ, ə, ŋ, ʻ …). So the regular, bold, italic and bold-italic instances
are cut once, here, and committed with their licence (SIL OFL 1.1, no reserved font name).

Run: uv run --with fontpkg-noto-serif==2.15 --with fontpkg-noto-sans==2.15 python packaging/make_fonts.py
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
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


def main() -> None:
    """Write the eight font files and the licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, package in (("NotoSerif", "fontpkg_noto_serif"), ("NotoSans", "fontpkg_noto_sans")):
        source = _package_files(package)
        for style, (suffix, weight) in WEIGHTS.items():
            font = TTFont(source / f"{family}{suffix}[wdth,wght].ttf")
            static = instancer.instantiateVariableFont(
                font, {"wght": weight, "wdth": 100}, updateFontNames=True
            )
            options = subset.Options(
                layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False
            )
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=UNICODES)
            subsetter.subset(static)
            static["head"].modified = static["head"].created
            static.save(FONTS / f"{family}-{style}.ttf", reorderTables=True)
    licence = _package_files("fontpkg_noto_serif").parent / "LICENSE"
    (FONTS / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def _package_files(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the command at the top of this file")
    return Path(spec.origin).parent / "files"


if __name__ == "__main__":
    main()
