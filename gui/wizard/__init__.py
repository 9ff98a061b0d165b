"""The guided interview: page view, one editor per question type, review."""
