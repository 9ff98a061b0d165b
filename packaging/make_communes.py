"""Make resources/reference/communes.csv: which communes have which postcode, so that no network is needed.

Two packages of npm carry the open data (Licence Ouverte); their versions are named below and in
resources/reference/README.md:

- `@etalab/decoupage-administratif`: the communes of Insee's Code officiel géographique, with the postcodes of
  La Poste. Only communes that exist today are taken: delegated and associated communes are parts of one, and
  the arrondissements of Paris, Lyon and Marseille are in the postcode already.
- `codes-postaux`: postcodes of single streets, from the tax administration's FIMOCT. They add what La Poste's
  list leaves out: hamlets served from the next town, sometimes across the border of the département. Those
  rows are marked `part`, since most of the commune has another postcode.

Run, with npm on the path: python packaging/make_communes.py
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent.parent / "resources" / "reference" / "communes.csv"
COLUMNS = ("postal_code", "code", "name", "part")
COMMUNES = "@etalab/decoupage-administratif@6.0.0"
STREETS = "codes-postaux@4.1.2"


def main() -> None:
    """Fetch both packages and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        communes = json.loads(_file_of(COMMUNES, "data/communes.json", Path(folder)))
        streets = json.loads(_file_of(STREETS, "codes-postaux.json", Path(folder)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(table(communes, streets))
    TABLE.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def table(
    communes: Iterable[Mapping[str, Any]], streets: Iterable[Mapping[str, str]]
) -> list[tuple[str, str, str, str]]:
    """The rows in order of postcode, whole communes before parts, then by name."""
    towns = {c["code"]: c for c in communes if c["type"] == "commune-actuelle" and _is_inhabited(c)}
    # A delegated commune or an arrondissement stands for the commune it belongs to.
    now = {c["code"]: c.get("chefLieu") or c.get("commune") for c in communes if c["code"] not in towns}
    whole = {(code, town["code"]) for town in towns.values() for code in town.get("codesPostaux", ())}
    also = {(s["codePostal"], now.get(s["codeCommune"], s["codeCommune"])) for s in streets}
    parts = {(postal_code, code) for postal_code, code in also if code in towns} - whole
    for code, town in towns.items():
        if town["departement"] != departement_of(code):
            raise SystemExit(f"{code}: the département is not in the code")
    rows = [(postal_code, code, _name(towns[code]), "") for postal_code, code in whole]
    rows += [(postal_code, code, _name(towns[code]), "part") for postal_code, code in parts]
    return sorted(rows, key=lambda row: (row[0], row[3], _plain(row[2]), row[1]))


def departement_of(code: str) -> str:
    """The département in the Insee code of a commune: `2A004` is in `2A`, `97411` in `974`."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def _is_inhabited(town: Mapping[str, Any]) -> bool:
    # Neither the Southern and Antarctic Lands nor Clipperton has a prefecture where a foreigner can apply.
    return town["departement"] not in ("984", "989")


def _name(town: Mapping[str, Any]) -> str:
    # As Insee writes it, with the apostrophe of printed French.
    return str(town["nom"]).replace("'", "’")


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _file_of(package: str, name: str, folder: Path) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the packages")
    command = [npm, "pack", "--json", "--pack-destination", str(folder), package]
    packed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    archive = folder / json.loads(packed.stdout)[0]["filename"].replace("@", "").replace("/", "-")
    with tarfile.open(archive) as files:
        member = files.extractfile(f"package/{name}")
        if member is None:
            raise SystemExit(f"{package} has no {name}")
        return member.read()


if __name__ == "__main__":
    main()
