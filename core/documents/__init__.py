"""What is printed: documents composed as data, then rendered as PDF, DOCX, HTML and plain text.

Composition (requete, letters, note, ...) never formats for paper; renderers never know the law.
`folder.write_documents` is the one entry that puts files on disk.
"""
