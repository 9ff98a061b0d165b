"""Which rules apply."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.dossier.values import Channel
from core.law import regime
from core.law.periods import Window
from core.reference import Known
from tests.law.stories import first, renewal


@pytest.mark.parametrize(
    ("changes", "listed"),
    [
        ({}, Known.YES),
        ({"request.title": None, "permit.title": "visiteur"}, Known.YES),
        ({"request.title": None, "permit.title": None, "filing.confirmed": True}, Known.YES),
        ({"request.title": None, "permit.title": None, "filing.confirmed": None}, Known.UNKNOWN),
        (
            {"request.title": "salarie", "filing.channel": "booking_site", "filing.confirmed": True},
            Known.UNKNOWN,
        ),
        ({"request.title": "aes", "request.kind": "first"}, Known.NO),
        ({"request.title": "cra_10ans", "request.kind": "renewal"}, Known.YES),
        ({"request.title": "no such permit", "filing.confirmed": None}, Known.UNKNOWN),
    ],
)
def test_what_is_on_the_list(changes: dict[str, Any], listed: Known) -> None:
    assert regime.on_list(renewal(changes)) is listed


def test_the_permit_held_names_a_renewal_only() -> None:
    held = {"request.title": None, "permit.title": "visiteur"}
    found = regime.permit(renewal(held))
    assert found is not None
    assert found.code == "visiteur"
    assert regime.permit(renewal({**held, "request.kind": "first"})) is None


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({}, Channel.ANEF),
        ({"filing.channel": None}, Channel.ANEF),
        ({"filing.channel": "post"}, Channel.POST),
        ({"filing.channel": None, "attempts": [{"channel": "anef"}, {"channel": "email"}]}, None),
        ({"filing.channel": None, "attempts": []}, None),
    ],
)
def test_the_way_to_file(changes: dict[str, Any], way: Channel | None) -> None:
    assert regime.channel(renewal(changes)) is way


EXPIRY = date(2027, 1, 20)


@pytest.mark.parametrize(
    ("changes", "window"),
    [
        ({}, Window(date(2026, 9, 22), date(2026, 11, 21))),
        ({"request.title": "salarie", "filing.channel": "counter"}, Window(date(2026, 9, 22), EXPIRY)),
        ({"request.title": "famille_ue"}, Window(date(2026, 11, 20), EXPIRY)),
        ({"request.title": "rld_ue_renouvellement"}, None),
        ({"permit.expires_on": None}, None),
        ({"request.kind": "first"}, None),
    ],
)
def test_when_to_renew(changes: dict[str, Any], window: Window | None) -> None:
    assert regime.renewal_window(renewal(changes)) == window


FILED = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("changes", "earliest", "latest"),
    [
        ({"request.title": "visiteur"}, date(2026, 7, 31), date(2026, 7, 31)),
        ({"request.title": "etudiant"}, date(2026, 6, 29), date(2026, 6, 29)),
        ({"request.title": "talent_chercheur"}, date(2026, 5, 30), date(2026, 5, 30)),
        # An Algerian student: 90 days are possible, four months are sure.
        ({"request.title": "cra_etudiant"}, date(2026, 6, 29), date(2026, 7, 31)),
        # A holder of another State's blue card may have 30 days only.
        ({"request.title": "talent_cbe"}, date(2026, 4, 30), date(2026, 6, 29)),
        # Not known which permit: from the shortest general period to the longest.
        ({"request.title": None, "permit.title": None}, date(2026, 5, 30), date(2026, 7, 31)),
        # Documents were asked for: nobody knows from which day the file is complete.
        (
            {"request.title": "visiteur", "application.documents_asked_on": date(2026, 4, 20)},
            date(2026, 7, 31),
            None,
        ),
    ],
)
def test_when_silence_refuses(changes: dict[str, Any], earliest: date, latest: date | None) -> None:
    period = regime.silence(renewal({"application.filed_on": FILED, **changes}))
    assert period == regime.Silence(earliest, latest)


@pytest.mark.parametrize(
    "changes",
    [
        {"application.filed_on": None},
        {"request.kind": "change_of_details"},
        {"request.kind": "asylum"},
        {"request.title": "dcem"},
    ],
)
def test_when_silence_means_nothing(changes: dict[str, Any]) -> None:
    assert regime.silence(renewal({"application.filed_on": FILED, **changes})) is None


@pytest.mark.parametrize(
    ("changes", "allowed"),
    [
        ({"permit.allows_work": True}, Known.YES),
        ({"permit.allows_work": False}, Known.NO),
        ({"permit.allows_work": None}, Known.UNKNOWN),
        ({"permit.allows_work": False, "nationality.protection": "refugee"}, Known.YES),
        ({"permit.allows_work": False, "nationality.protection": "subsidiary"}, Known.YES),
        ({"permit.allows_work": False, "nationality.protection": "temporary"}, Known.NO),
    ],
)
def test_work_on_a_renewal(changes: dict[str, Any], allowed: Known) -> None:
    assert regime.work_allowed_meanwhile(renewal(changes)) is allowed


@pytest.mark.parametrize(
    ("title", "allowed"),
    [
        ("parent_enfant_francais", Known.YES),
        ("visiteur", Known.NO),
        ("salarie", Known.UNKNOWN),
        (None, Known.UNKNOWN),
    ],
)
def test_work_on_a_first_request(title: str | None, allowed: Known) -> None:
    assert regime.work_allowed_meanwhile(first({"request.title": title})) is allowed
