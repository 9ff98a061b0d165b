"""The JSON form: nothing lost, nothing odd let in, every refusal in one sentence with its place."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.json_form import (
    MAX_BYTES,
    InvalidDossier,
    NewerDossier,
    NotADossier,
    decode,
    encode,
    json_schema,
)
from core.dossier.model import Dossier
from core.errors import UserError
from tests.dossier.strategies import dossiers


@given(dossiers())
def test_nothing_is_lost_on_the_way(dossier: Dossier) -> None:
    assert decode(encode(dossier)) == dossier


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ('{"identity": {"nam": 1}}', "identity.nam", "n’existe pas"),
        ('{"identity": {"birth_date": {"year": 1949, "day": 3}}}', "identity.birth_date", "date"),
        (
            '{"identity": {"birth_date": {"year": 1949, "month": 2, "day": 30}}}',
            "identity.birth_date",
            "date",
        ),
        ('{"permit": {"expires_on": "2026-02-31"}}', "permit.expires_on", "date"),
        ('{"permit": {"expires_on": "demain"}}', "permit.expires_on", "date"),
        ('{"permit": {"expires_on": 5}}', "permit.expires_on", "sorte"),
        ('{"attempts": [{"id": "a1", "channel": "fax"}]}', "attempts[0].channel", "liste"),
        ('{"attempts": [{}]}', "attempts[0].id", "il manque"),
        ('{"attempts": [{"id": "a1"}, {"id": "a1"}]}', "attempts[1].id", "deux éléments"),
        ('{"measure": {"delay_days": 0}}', "measure.delay_days", "nombre"),
        ('{"measure": {"costs_cents": -3}}', "measure.costs_cents", "nombre"),
        ('{"residence": {"departement": "ZZ"}}', "residence.departement", "forme"),
        ('{"preferences": {"mode": true}}', "preferences.mode", "sorte"),
        ('{"identity": {"family_name": "' + "é" * 201 + '"}}', "identity.family_name", "trop long"),
    ],
)
def test_bad_values_are_refused_with_their_path(text: str, path: str, reason: str) -> None:
    with pytest.raises(InvalidDossier) as caught:
        decode(text.encode())
    assert caught.value.path == path
    assert path in str(caught.value.message)
    assert reason in str(caught.value.message)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[1]", b"null", b'{"a":', b"[" * 200_000, b" " * (MAX_BYTES + 1), b"PK\x03\x04"],
)
def test_what_is_not_a_dossier_is_said_so(data: bytes) -> None:
    with pytest.raises(NotADossier):
        decode(data)


def test_a_newer_dossier_is_told_apart() -> None:
    with pytest.raises(NewerDossier):
        decode(b'{"schema": 2, "something": "new"}')


@given(st.binary(max_size=200))
def test_no_bytes_end_in_anything_but_a_user_error(data: bytes) -> None:
    with contextlib.suppress(UserError):
        decode(data)


@given(dossiers(), st.data())
def test_half_a_dossier_is_refused_in_words(dossier: Dossier, data: st.DataObject) -> None:
    whole = encode(dossier).rstrip()
    half = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(NotADossier):
        decode(half)


def test_no_refusal_repeats_the_value() -> None:
    with pytest.raises(InvalidDossier) as caught:
        decode(b'{"permit": {"expires_on": "le jour de mon anniversaire"}}')
    assert "anniversaire" not in str(caught.value.message)
    assert "anniversaire" not in str(caught.value)


def test_text_is_cleaned_on_the_way_in(uncommon_text: str) -> None:
    # Half of a surrogate pair is no JSON text at all: msgspec refuses it, as it should.
    text = uncommon_text[:1000].encode(errors="ignore").decode()
    data = json.dumps({"blockage": {"message": text}}).encode()
    kept = decode(data).blockage.message
    assert kept is not None
    assert not set(kept) & set("\x00\u202e\u200e\ufeff\x1b")


def test_the_schema_names_every_part() -> None:
    schema = json_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(Dossier.__struct_fields__) <= set(schema["$defs"]["Dossier"]["properties"])
    assert schema["$defs"]["Dossier"]["additionalProperties"] is False
