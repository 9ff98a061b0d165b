"""Articles before the names of the tables."""

import pytest

from core.reference import grammar

# noun: le, un, de, à, mon
FORMS = {
    "préfet de l’Ain": ("le ", "un ", "du ", "au ", "mon "),
    "préfète de l’Ain": ("la ", "une ", "de la ", "à la ", "ma "),
    "administrateur supérieur": ("l’", "un ", "de l’", "à l’", "mon "),
    "haut-commissaire de la République": ("le ", "un ", "du ", "au ", "mon "),
    "autorisation provisoire de séjour": ("l’", "une ", "de l’", "à l’", "mon "),
    "carte de résident": ("la ", "une ", "de la ", "à la ", "ma "),
    "certificat de résidence": ("le ", "un ", "du ", "au ", "mon "),
    "récépissé de demande": ("le ", "un ", "du ", "au ", "mon "),
    "visa de long séjour": ("le ", "un ", "du ", "au ", "mon "),
}


@pytest.mark.parametrize("noun", FORMS)
def test_articles(noun):
    made = tuple(
        put(noun)
        for put in (
            grammar.with_le, grammar.with_un, grammar.with_de, grammar.with_a, grammar.with_mon,
        )
    )  # fmt: skip
    assert made == tuple(article + noun for article in FORMS[noun])


@pytest.mark.parametrize(
    "put", [grammar.with_le, grammar.with_un, grammar.with_de, grammar.with_a, grammar.with_mon]
)
@pytest.mark.parametrize("noun", ["sous-préfecture de Sarcelles", "agence", "Préfet de l’Ain"])
def test_an_unknown_noun_is_refused_rather_than_guessed(put, noun):
    with pytest.raises(ValueError, match="gender"):
        put(noun)
