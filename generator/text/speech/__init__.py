"""Sources: where a sentence names who speaks, who that is, and how far the words reach."""
