"""The translators' tools: make the template from the sources, bring catalogues up to date, check them.

    python -m tests.catalogues update               messages.pot and every .po follow the sources
    python -m tests.catalogues check                what `dev.py check` runs; prints every fault
    python -m tests.catalogues export LANG FILE     what LANG still lacks, as JSON to fill in
    python -m tests.catalogues import LANG FILE     put the filled JSON into the .po file
    python -m tests.catalogues pseudo [FOLDER]      compile the pseudo-languages qps and qpr

In a `.po` file, `#. legal` marks a sentence that may not stay untranslated and that is translated back and
compared; `#. i18n: …` is a remark of the developer for translators. A review is written into the header:
`X-Reviewed-By` (a name) and `X-Review-Date` (2026-12-31); `update` empties both when a sentence is new.
"""
