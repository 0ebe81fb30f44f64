"""Looking ahead: which words tell of what will, may or should come, in what kind and how surely."""
