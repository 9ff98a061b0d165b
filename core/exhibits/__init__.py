"""The pieces: import, checks, numbering, the files to upload."""
