"""Markdown: text made safe for it, and pages read from it."""
