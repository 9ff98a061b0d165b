"""One block of a document on the sheet, as on paper, with the button that asks where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.documents.blocks import Banner, Block, Figure, Heading, Paragraph, Quotation, Style, Table, plain
from core.documents.preview import beginning
from core.documents.render_html import Line, inline, lines
from core.i18n import Message, _
from gui.preview.note_rows import Kind, Row
from gui.style import TARGET, look, px, small_font
from gui.widgets.basic import TextLabel, beside
from gui.widgets.cards import LinkRow
from gui.widgets.drawn_text import text_height
from gui.widgets.figure import FigureView
from gui.widgets.icons import Icon
from gui.words import say

WHY = _("Pourquoi cette phrase ?")
ROW = "paper-row"
_MARK, _WHY_WIDTH = 30, 124
_KINDS = {Style.SMALL: "paper-small", Style.WARNING: "paper-warning"}
_INDENTS = {Style.PARTY: 14, Style.RIGHT: 220}
_ROW_KINDS = {
    Kind.TITLE: "paper-title",
    Kind.HEADING: "paper-heading",
    Kind.WARNING: "paper-warning",
    Kind.NOTICE: "paper-small",
}


class PaperLabel(QLabel):
    """Words of a document: in their own direction, whatever the screen's; `face`: court, or plain."""

    def __init__(self, html: str, words: str, kind: str = "paper", *, face: str = "court") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setProperty("kind", kind)
        self.setProperty("face", face)
        self.setIndent(0)
        # The tags themselves know no colour.
        rule = f"<style>td{{border-bottom:1px solid {look().tokens.line}}}</style>" if kind == ROW else ""
        self.setText(rule + html)
        self.setAccessibleName(words)


class WhyButton(LinkRow):
    """Small, beside the paragraph. Its name begins as it reads, and says which paragraph it is about."""

    def __init__(self, block: Block, *, narrow: bool) -> None:
        super().__init__(WHY, tone="soft")
        self.setAccessibleName(say(_("{why} {sentence}", why=WHY, sentence=beginning(block))))
        self.setAccessibleDescription(say(_("Montre vos réponses, la loi et les pièces.")))
        self.setFixedWidth(px(_WHY_WIDTH) if not narrow else self.sizeHint().width() + px(8))

    def _font(self) -> QFont:
        font = small_font()
        font.setUnderline(True)
        return font

    def _top(self, free: int) -> int:
        # On the first line of the paragraph, whose letters are larger.
        return px(3)

    def heightForWidth(self, width: int) -> int:
        inner = width - self._inset() - px(12)
        return max(px(TARGET), text_height(self.words, self._font(), inner) + px(4))


class SheetRow(QFrame):
    """A row whose height is measured once for each width.

    Qt would ask all rows of a long document again, at several widths, each time that one of them is added.
    """

    def __init__(self) -> None:
        super().__init__()
        self._height = 0

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, self._height)

    minimumSizeHint = sizeHint

    def measure(self, width: int) -> None:
        """Take the height that the words need at this width."""
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure(event.size().width())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.measure(self.width())
        return done


class BlockRow(SheetRow):
    """A block, filled line by line by `fill`. `changed` says since when it is another one.

    `narrow`: nothing stands beside anything else.
    """

    def __init__(
        self, block: Block, index: int, *, explained: bool, changed: Message | None, narrow: bool
    ) -> None:
        super().__init__()
        self.block, self.index, self._narrow = block, index, narrow
        self.why: WhyButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        if changed is not None:
            self.setProperty("kind", "changed")
            self._column.setContentsMargins(px(10), px(6), px(6), px(6))
            mark = TextLabel(changed, "changed-mark")
            mark.setObjectName(f"changed:{index}")
            self._column.addLayout(beside(Icon("warn", "warn"), mark))
        self._words = QWidget()
        self._words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(_indent(block), 0, 0, 0)
        self._lines.setSpacing(12 if narrow and isinstance(block, Table) else 4)
        across = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12 if not narrow else 0)
        across.addWidget(self._words, 1)
        if explained:
            self.why = WhyButton(block, narrow=narrow)
            self.why.setObjectName(f"why:{index}")
            across.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(across)

    def fill(self) -> Iterator[None]:
        """Put one line of the block on the sheet at each step."""
        if isinstance(self.block, Figure):
            self._lines.addWidget(FigureView(self.block))
        for line in lines(self.block, stacked=self._narrow):
            self._lines.addWidget(_line(self.block, line))
            yield

    def open(self, panel: QWidget) -> None:
        """Show what explains the block, just below it."""
        self._column.addWidget(panel)
        panel.show()

    @property
    def sentence(self) -> str:
        """The words of the block."""
        return " ".join(line.words for line in lines(self.block))


class TwoLanguages(SheetRow):
    """A row of a document in the person's language beside its French, as it prints."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(24)
        for runs in (row.french, row.theirs):
            kind = _ROW_KINDS.get(row.kind, "paper")
            label = PaperLabel(inline(runs), plain(runs), kind, face="plain")
            across.addWidget(label, 1)


def _line(block: Block, line: Line) -> QWidget:
    words = PaperLabel(line.html, line.words, _kind(block))
    if isinstance(block, Banner) or (isinstance(block, Paragraph) and block.style is Style.CENTERED):
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    if not line.mark:
        return words
    marked = QWidget()
    across = QHBoxLayout(marked)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    mark = PaperLabel(line.mark, line.mark)
    mark.setWordWrap(False)
    mark.setMinimumWidth(px(_MARK))
    across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words, 1)
    return marked


def _kind(block: Block) -> str:
    match block:
        case Heading():
            return "paper-title" if block.level == 1 else "paper-heading"
        case Banner():
            return "paper-banner"
        case Paragraph():
            return _KINDS.get(block.style, "paper")
        case Table():
            return ROW
        case Figure():
            return "paper-small"
        case _:
            return "paper"


def _indent(block: Block) -> int:
    if isinstance(block, Paragraph):
        return px(_INDENTS.get(block.style, 0))
    return px(38) if isinstance(block, Quotation) else 0
