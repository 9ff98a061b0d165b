"""The JSON form of a dossier: reading, writing, and its schema.

Bad input is refused with the path and the reason, in one sentence that does not repeat the value.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from core.dossier.model import SCHEMA_VERSION, Dossier
from core.dossier.text import clean_text
from core.errors import UserError
from core.i18n import Message, _

MAX_BYTES = 8_000_000


class NotADossier(UserError):
    """The text is not the JSON form of a dossier at all."""


class InvalidDossier(UserError):
    """A field is unknown or holds a value that the model refuses; `path` says where."""

    def __init__(self, path: str, reason: Message) -> None:
        super().__init__(
            _("Ce dossier contient une valeur que le programme ne peut pas lire, à « {path} » : {reason}",
              path=path, reason=reason)
        )  # fmt: skip
        self.path = path


class NewerDossier(UserError):
    """The dossier was written by a newer version of the program."""


def encode(dossier: Dossier) -> bytes:
    """The JSON form, stable and indented, as UTF-8."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2) + b"\n"


def decode(data: bytes) -> Dossier:
    """Read the JSON form. Raises `NotADossier`, `InvalidDossier` or `NewerDossier`."""
    if len(data) > MAX_BYTES:
        raise NotADossier(_("Ce fichier est trop grand pour être un dossier Guichet Ouvert."))
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotADossier(
            _("Ce fichier n’est pas un dossier Guichet Ouvert, ou il est abîmé. Ouvrez un autre fichier.")
        ) from error
    if not isinstance(raw, dict):
        raise NotADossier(
            _("Ce fichier n’est pas un dossier Guichet Ouvert, ou il est abîmé. Ouvrez un autre fichier.")
        )
    version = raw.get("schema", SCHEMA_VERSION)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise NewerDossier(
            _("Ce dossier vient d’une version plus récente du programme. Installez la version récente.")
        )
    try:
        dossier = msgspec.convert(_cleaned(raw), Dossier)
    except msgspec.ValidationError as error:
        raise InvalidDossier(*_path_and_reason(str(error))) from error
    _refuse_duplicate_ids(dossier)
    return dossier


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the JSON form."""
    schema = msgspec.json.schema(Dossier)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Guichet Ouvert dossier"
    return schema


def _cleaned(raw: Any) -> Any:
    if isinstance(raw, str):
        return clean_text(raw)
    if isinstance(raw, list):
        return [_cleaned(item) for item in raw]
    if isinstance(raw, dict):
        return {key: _cleaned(value) for key, value in raw.items()}
    return raw


def _refuse_duplicate_ids(dossier: Dossier) -> None:
    seen: set[str] = set()
    for name in ("attempts", "contacts", "consequences", "exhibits"):
        for index, item in enumerate(getattr(dossier, name)):
            if item.id in seen:
                raise InvalidDossier(f"{name}[{index}].id", _("deux éléments portent le même numéro."))
            seen.add(item.id)


# msgspec words its reasons in English; these are the ones the model can provoke.
_REASONS: tuple[tuple[str, Message], ...] = (
    (r"contains unknown field", _("ce champ n’existe pas.")),
    (r"missing required field", _("il manque une valeur.")),
    (r"Invalid enum value", _("cette réponse n’existe pas dans la liste.")),
    (r"Invalid RFC3339|out of range|day is out|must be in|a day needs", _("cette date n’existe pas.")),
    (r"of length <=", _("ce texte est trop long.")),
    (r"matching regex", _("ce code n’a pas la bonne forme.")),
    (r"^Expected `(int|decimal|float)[^`]*` [<>]", _("ce nombre est hors des limites.")),
    (r"^Expected", _("ce n’est pas la bonne sorte de valeur.")),
)


def _path_and_reason(error: str) -> tuple[str, Message]:
    found = re.search(r" - at `\$\.?(.*)`$", error)
    path = found.group(1) if found else ""
    field = re.search(r"(?:unknown|required) field `([^`]*)`", error)
    if field:
        path = f"{path}.{field.group(1)}".lstrip(".")
    for pattern, reason in _REASONS:
        if re.search(pattern, error):
            return path, reason
    return path, _("cette valeur n’est pas acceptée.")
