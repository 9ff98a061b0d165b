"""Measures against baselines, taken in the same run: `python3 dev.py bench`. Never a timed test.

A bench is a module here with a function `measure() -> list[Row]`; the command finds it by itself.
"""
