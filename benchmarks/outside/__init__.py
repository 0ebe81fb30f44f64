"""The recognition measured against data that others annotated: ``python -m benchmarks.outside``."""
