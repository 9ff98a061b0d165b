"""Taking back: every state of the dossier since it was opened, until the program closes.

A dossier is frozen, so a state costs only the parts that changed. Nothing of this is on disk.
"""

from __future__ import annotations

from core.dossier.model import Dossier


class History:
    """The states of one open dossier, in order, and where we are among them.

    Taking back exhibits too needs their bytes: `DossierFile` keeps those of a deleted exhibit until it is
    closed, and the caller restores the ones that the state found again names.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._states = [dossier]
        self._at = 0

    @property
    def current(self) -> Dossier:
        """The state we are at."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a state was taken back that can be had again."""
        return self._at + 1 < len(self._states)

    def record(self, dossier: Dossier) -> None:
        """A new state after the current one; states taken back are forgotten. No change, no state."""
        if dossier == self.current:
            return
        del self._states[self._at + 1 :]
        self._states.append(dossier)
        self._at += 1

    def undo(self) -> Dossier:
        """Go back one state and return it; the first state stays the first."""
        self._at = max(0, self._at - 1)
        return self.current

    def redo(self) -> Dossier:
        """Go forward one state and return it; the last state stays the last."""
        self._at = min(len(self._states) - 1, self._at + 1)
        return self.current
