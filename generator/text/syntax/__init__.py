"""The parts of a sentence: clauses, noun phrases, verbs with their mood, and who did it."""
