"""One strict type for each cue file of ``knowledge/language/``."""
