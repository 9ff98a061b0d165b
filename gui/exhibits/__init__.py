"""The files of exhibits in the window: taking them in, looking at them, putting them in order."""
