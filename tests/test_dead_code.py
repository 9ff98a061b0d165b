"""What counts as dead code here, and what does not."""

from __future__ import annotations

from tests.dead_code import field_lines, unused

MODULE = """
import enum, os, dataclasses
from PySide6.QtWidgets import QWidget

USED = 1
LEFT_BEHIND = 2

class Colour(enum.Enum):
    RED = "red"

@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    def moved(self):
        return self
    def forgotten(self):
        return self

class Panel(QWidget):
    def paintEvent(self, event):
        self.seen = True

def helper():
    return USED

def nobody():
    unread = helper()
    return None
    print("never")

Point, Panel, Colour
Point.moved
"""


def test_what_nobody_uses_is_found_and_forms_of_data_are_not(tmp_path):
    file = tmp_path / "module.py"
    file.write_text(MODULE, encoding="utf-8")
    assert sorted(what for _file, _line, what in unused([file])) == [
        "unused function nobody",
        "unused import os",
        "unused method forgotten",
        "unused unreachable_code return",
        "unused variable LEFT_BEHIND",
        "unused variable unread",
    ]


def test_what_another_file_uses_is_not_dead(tmp_path):
    (tmp_path / "module.py").write_text("def helper():\n    return 1\n", encoding="utf-8")
    (tmp_path / "user.py").write_text("from module import helper\nhelper()\n", encoding="utf-8")
    assert list(unused([tmp_path])) == []


def test_fields_are_found_by_their_lines():
    assert field_lines("class A:\n    x: int\n    y = 1\n\n    def f(self):\n        z = 2\n\nw = 3\n") == {
        2,
        3,
    }
