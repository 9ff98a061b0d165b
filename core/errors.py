"""The base of every error that a user may see."""

from __future__ import annotations

from core.i18n import Message


class UserError(Exception):
    """Something the user can understand and mend.

    `message` is one whole sentence for people. It never holds an answer of the dossier: an exception's
    text can end up in a report. Subclasses exist one per cause, beside the code that raises them.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message
