"""What templates see: one frozen type for each thing a page prints, made of the library."""
