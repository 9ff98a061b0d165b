"""The look of the window: colours, sizes, the style sheet. No other module names a colour or a size.

Three sets of colours with the same names (light, dark, high contrast) and one scale for all sizes. A widget
that paints itself asks `look()` when it paints, so a change of theme needs no message to anybody.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FONT_FAMILY = "Noto Sans"
# Of the documents for the tribunal, on paper and on the sheet that shows them.
COURT_FAMILY = "Noto Serif"
SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)

# Sizes in device-independent pixels at 100 %.
BODY, FIELD, SMALL, SECTION, QUESTION = 16, 18, 15, 20, 30
SPACE_1, SPACE_2, SPACE_3, SPACE_4 = 4, 8, 12, 16
RADIUS_FIELD, RADIUS_CARD = 8, 12
TARGET = 44
# The room for a drawing on a card.
PICTURE = 68
FOCUS_WIDTH = 3
SIDE_BAR, HELP_COLUMN, READING_COLUMN, READING_PAGE = 264, 292, 680, 1080
# Where it is dense: the words of a question, the row too narrow to have them beside the answer, the panel.
LABEL_COLUMN, FOLD_ROW_BELOW, PANEL = 216, 560, 304
# Below these widths (divided by the scale) the help folds under the question, the side bar into a top bar.
FOLD_HELP_BELOW, FOLD_SIDE_BAR_BELOW = 1180, 900
# Where the page shows what is chosen beside it, the page needs more room.
FOLD_CHOICE_BELOW = 1300


class Tokens(NamedTuple):
    """One set of colours. Text and the ground it stands on always have a contrast of 4.5 or more."""

    ground: str
    paper: str
    ink: str
    soft: str
    line: str
    border: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    stop: str
    stop_soft: str
    quiet: str
    focus: str


LIGHT = Tokens(
    ground="#F6F4EF", paper="#FFFFFF", ink="#1B1F23", soft="#5B636B", line="#D9D5CC", border="#7A828A",
    accent="#0F5C77", accent_soft="#E3EFF3", on_accent="#FFFFFF", ok="#1D6F42", ok_soft="#E3F1E8",
    warn="#8A5200", warn_soft="#FBF0DC", stop="#A3231B", stop_soft="#FAE6E4", quiet="#ECEAE5",
    focus="#F2A900",
)  # fmt: skip
DARK = Tokens(
    ground="#14181B", paper="#1E2428", ink="#F2F0EA", soft="#B6BDC4", line="#3A434A", border="#8A949D",
    accent="#7CCBE4", accent_soft="#163642", on_accent="#0B1B21", ok="#86D6A6", ok_soft="#163424",
    warn="#F0BF6B", warn_soft="#3A2C10", stop="#F4A9A1", stop_soft="#43201C", quiet="#2A3136",
    focus="#FFC53D",
)  # fmt: skip
HIGH_CONTRAST = Tokens(
    ground="#000000", paper="#000000", ink="#FFFFFF", soft="#FFFFFF", line="#FFFFFF", border="#FFFFFF",
    accent="#7FE3FF", accent_soft="#00303D", on_accent="#000000", ok="#8CFFB4", ok_soft="#000000",
    warn="#FFD866", warn_soft="#000000", stop="#FFB3AB", stop_soft="#000000", quiet="#000000",
    focus="#FFDD00",
)  # fmt: skip
THEMES = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}

# What is written or drawn on what, with the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11).
TEXT_PAIRS = (
    ("ink", "ground"), ("ink", "paper"), ("soft", "ground"), ("soft", "paper"), ("accent", "ground"),
    ("accent", "paper"), ("accent", "accent_soft"), ("ink", "accent_soft"), ("on_accent", "accent"),
    ("ok", "ok_soft"), ("warn", "warn_soft"), ("stop", "stop_soft"), ("ink", "stop_soft"),
    ("ink", "warn_soft"), ("ink", "ok_soft"), ("stop", "ground"), ("stop", "paper"), ("ok", "paper"),
    ("ok", "ground"), ("warn", "ground"), ("soft", "quiet"), ("ink", "quiet"), ("soft", "accent_soft"),
    ("ok", "accent_soft"), ("warn", "accent_soft"), ("ok", "quiet"), ("warn", "quiet"),
)  # fmt: skip
PART_PAIRS = (("border", "paper"), ("border", "ground"), ("accent", "paper"), ("stop", "paper"))


class Look(NamedTuple):
    """What the window looks like now."""

    theme: str = "light"
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return THEMES[self.theme]

    def color(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A size at the chosen text size."""
        return round(size * self.scale)


class _Current:
    look = Look()
    # None before anything is shown.
    shown: Look | None = None


def look() -> Look:
    """What the window looks like now; ask again at each painting."""
    return _Current.look


def px(size: float) -> int:
    """A size at the chosen text size."""
    return _Current.look.px(size)


def reading_width() -> int:
    """The widest a column of text may be: about 70 characters."""
    return px(READING_COLUMN)


def system_theme() -> str:
    """The name of the theme that the system asks for."""
    hints = QGuiApplication.styleHints()
    # Qt tells contrast from 6.10 on; before, a system in high contrast shows by its own black and white.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and "High" in str(accessibility().contrastPreference()):
        return "high_contrast"
    palette = QGuiApplication.palette()
    if accessibility is None and palette.window().color().name() == "#000000":
        return "high_contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, theme: str | None = None, scale: float | None = None) -> None:
    """Show the window in a theme, or at a text size, from now on."""
    chosen = Look(theme or _Current.look.theme, scale or _Current.look.scale)
    if chosen == _Current.shown:
        # Qt looks at every widget again for a style sheet, even for the same one.
        return
    _Current.look = _Current.shown = chosen
    font = QFont(FONT_FAMILY)
    font.setPixelSize(chosen.px(BODY))
    app.setFont(font)
    app.setPalette(_palette(chosen.tokens))
    app.setStyleSheet(style_sheet(chosen))


def next_scale(step: int) -> float:
    """The text size one step larger (+1) or smaller (-1), within 100 % and 200 %."""
    index = SCALES.index(_Current.look.scale) + step
    return SCALES[max(0, min(index, len(SCALES) - 1))]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 computes it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for color_role, name in (
        (role.Window, "ground"), (role.WindowText, "ink"), (role.Base, "paper"), (role.Text, "ink"),
        (role.AlternateBase, "quiet"), (role.Button, "paper"), (role.ButtonText, "ink"),
        (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent"),
        (role.ToolTipBase, "paper"), (role.ToolTipText, "ink"), (role.PlaceholderText, "soft"),
        (role.Accent, "accent"),
    ):  # fmt: skip
        palette.setColor(color_role, QColor(getattr(tokens, name)))
    return palette


def style_sheet(chosen: Look) -> str:
    """The style sheet of the whole application. Widgets say what they are by the property `kind`."""
    values: dict[str, str] = chosen.tokens._asdict()
    sizes = {
        "body": BODY, "fieldsize": FIELD, "small": SMALL, "section": SECTION, "question": QUESTION,
        "p4": SPACE_1, "p8": SPACE_2, "p12": SPACE_3, "p16": SPACE_4, "target": TARGET - 20,
        "quiet_target": TARGET - 18, "link_target": TARGET - 16,
        "field_height": TARGET - 20,
    }  # fmt: skip
    for name, size in sizes.items():
        values[name] = f"{chosen.px(size)}px"
    values["court"] = COURT_FAMILY
    values["r8"], values["r12"] = f"{RADIUS_FIELD}px", f"{RADIUS_CARD}px"
    # `@name` and not `{name}`: the braces of a style sheet are its own.
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def _font_of(size: int, weight: QFont.Weight) -> QFont:
    # A copy: whoever underlines it must not underline everybody's.
    return QFont(_made_font(px(size), weight))


# Asked for at every measuring and painting.
@lru_cache(maxsize=64)
def _made_font(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


field_font = partial(_font_of, FIELD, QFont.Weight.Normal)
body_font = partial(_font_of, BODY, QFont.Weight.Normal)
small_font = partial(_font_of, SMALL, QFont.Weight.Normal)
bold_font = partial(_font_of, BODY, QFont.Weight.Bold)

_SHEET = """
* { font-size: @body; }
QWidget { color: @ink; }
QWidget[kind="ground"], QScrollArea, QScrollArea > QWidget > QWidget { background: @ground; }
QWidget[kind="bar"], QWidget[kind="side"] { background: @paper; }
QWidget[kind="bar"][edge="top"] { border-bottom: 1px solid @line; }
QWidget[kind="bar"][edge="bottom"] { border-top: 1px solid @line; }
QWidget[kind="side"] { border-right: 1px solid @line; }
QWidget[kind="side"][layoutDirection="1"] { border-right: none; border-left: 1px solid @line; }
QScrollArea { border: none; }
QLabel { background: transparent; }
QLabel[kind="brand"] { color: @accent; font-weight: bold; font-size: @fieldsize; }
QLabel[kind="question"] { font-size: @question; font-weight: bold; }
QLabel[kind="section"] { font-size: @section; font-weight: bold; }
QLabel[kind="label"] { font-weight: bold; font-size: @fieldsize; }
QLabel[kind="strong"] { font-weight: bold; }
QLabel[kind="soft"] { color: @soft; }
QLabel[kind="small"] { color: @soft; font-size: @small; }
QLabel[kind="help"] { font-size: @small; }
QLabel[kind="help-title"] { color: @accent; font-weight: bold; font-size: @small; }
QLabel[kind="error"] { color: @stop; font-weight: bold; }
QLabel[kind="saved"] { color: @ok; font-size: @small; }
QFrame[kind="card"] { background: @paper; border: 1px solid @line; border-radius: @r12; }
QFrame[kind="sheet"] { background: @paper; border: 1px solid @border; }
QFrame[kind="changed"] { background: @warn_soft; border: none; border-left: 4px solid @warn; }
QLabel[kind="changed-mark"] { color: @warn; font-weight: bold; font-size: @small; }
QLabel[face="court"] { font-family: "@court"; }
QLabel[kind="paper-title"] { font-size: @section; font-weight: bold; padding-top: @p12; }
QLabel[kind="paper-heading"] { font-size: @fieldsize; font-weight: bold; padding-top: @p8; }
QLabel[kind="paper-small"], QLabel[kind="paper-row"] { font-size: @small; }
QLabel[kind="paper-banner"] { border: 2px solid @ink; font-size: @section; font-weight: bold; padding: @p8; }
QLabel[kind="paper-warning"] { border: 2px solid @ink; font-weight: bold; padding: @p12; }
QFrame[kind="errors"] { background: @stop_soft; border: 2px solid @stop; border-radius: @r12; }
QFrame[kind="notice"] { background: @warn_soft; border: 1px solid @warn; border-radius: @r12; }
QWidget[kind="row"] { border-bottom: 1px solid @line; }
QWidget[kind="row"][last="true"] { border-bottom: none; }
QGroupBox { border: none; margin: 0; padding: 0; background: transparent; }
QFrame[kind="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QLineEdit, QPlainTextEdit {
    background: @paper; color: @ink; border: 2px solid @border; border-radius: @r8; font-size: @fieldsize;
    padding: @p8 @p12; selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit { min-height: @field_height; }
QLineEdit, QPlainTextEdit { placeholder-text-color: @soft; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: @ink; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: @stop; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @soft; background: @quiet; }
QPushButton {
    background: @paper; color: @accent; border: 2px solid @accent; border-radius: @r8; font-weight: bold;
    padding: @p8 @p16; min-height: @target;
}
QPushButton:hover { background: @accent_soft; }
QPushButton:pressed { background: @accent_soft; }
QPushButton:disabled { color: @soft; border: 2px dashed @line; font-weight: normal; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[kind="primary"]:disabled { background: @quiet; color: @soft; border-color: @border; }
QPushButton[kind="danger"] { color: @stop; border-color: @stop; }
QPushButton[kind="danger"]:hover { background: @stop_soft; }
QPushButton[kind="quiet"] {
    color: @ink; border: 1px solid @border; font-weight: normal; min-height: @quiet_target;
}
QPushButton[kind="link"] {
    border: none; background: transparent; text-decoration: underline; padding: @p8; min-height: @link_target;
}
QPushButton[kind="link"]:hover { background: @accent_soft; }
QListView { background: @paper; border: 2px solid @border; border-radius: @r8; font-size: @fieldsize; }
QListView::item { padding: @p8 @p12; min-height: @link_target; color: @ink; }
QListView::item:selected { background: @accent; color: @on_accent; }
QTableView {
    background: @paper; border: 1px solid @line; border-radius: @r8; font-size: @body;
    alternate-background-color: @quiet;
}
QTableView::item { padding: 0 @p8; color: @ink; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @accent; color: @on_accent; }
QHeaderView { background: @paper; }
QHeaderView::section {
    background: @paper; color: @soft; border: none; border-bottom: 2px solid @border; font-weight: bold;
    font-size: @small; padding: @p8 @p12;
}
QProgressBar { background: @quiet; border: none; border-radius: @p4; max-height: @p8; min-height: @p8; }
QProgressBar::chunk { background: @accent; border-radius: @p4; }
QPushButton::menu-indicator { subcontrol-position: right center; subcontrol-origin: padding; right: @p8; }
QMenu { background: @paper; border: 1px solid @border; }
QMenu::item { padding: @p8 @p16; min-height: @target; }
QMenu::item:selected { background: @accent; color: @on_accent; }
QToolTip { background: @paper; color: @ink; border: 1px solid @border; }
QScrollBar:vertical { background: @ground; width: 14px; margin: 0; }
QScrollBar::handle:vertical { background: @border; border-radius: 5px; min-height: 40px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
