"""Expressions of time: where a text speaks of dates, and what each one means."""
