"""Bytes -> :class:`~generator.model.Article` -> :class:`~generator.model.Document`."""

from generator.ingest.article import read_article
from generator.ingest.document import to_document
from generator.ingest.notes import parse_notes

__all__ = ["parse_notes", "read_article", "to_document"]
