"""Prefectures, courts, permit types and ANEF messages, loaded from `resources/`."""
