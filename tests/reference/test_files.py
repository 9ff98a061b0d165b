"""The files themselves: typography, provenance, and their description."""

import csv
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "resources" / "reference"
# What is printed or shown, by file.
SHOWN = {
    "courts.csv": ("name", "street", "city"),
    "departements.csv": (
        "name", "prefect_form", "prefecture_city", "tribunal", "prefecture_street", "prefecture_postal_city",
    ),
    "titles.csv": ("plain_name", "printed_name", "official_name"),
    "nationalities.csv": ("adjective", "country_name"),
    "failure_families.csv": ("label",),
    "messages.csv": ("text",),
    "communes.csv": ("name",),
}  # fmt: skip


def cells(file: str, *columns: str) -> list[str]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as stream:
        return [row[column] for row in csv.DictReader(stream) for column in columns]


@pytest.mark.parametrize("file", SHOWN)
def test_what_people_read_has_french_typography(file):
    for text in cells(file, *SHOWN[file]):
        assert "'" not in text
        # A non-breaking space inside guillemets and before a colon.
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»|(?<=\w) ?[:;?!](?!\w)", text), text
        assert "  " not in text


@pytest.mark.parametrize("file", [f for f in SHOWN if f not in ("nationalities.csv", "communes.csv")])
def test_every_row_says_where_it_comes_from(file):
    assert all(cells(file, "source"))


def test_no_other_file_lies_there_and_each_is_described():
    description = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert {path.name for path in FOLDER.iterdir()} == {*SHOWN, "README.md"}
    for file in SHOWN:
        assert f"`{file}`" in description
        heading = (FOLDER / file).read_text(encoding="utf-8").splitlines()[0]
        for column in heading.split(","):
            assert f"`{column}`" in description, f"{file}: {column}"
