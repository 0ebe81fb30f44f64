"""Hand edits: merged with what is generated anew, remembered, and checked."""
