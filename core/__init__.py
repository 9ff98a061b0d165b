"""What the program knows and decides, without a screen: nothing here imports Qt or `gui`."""
