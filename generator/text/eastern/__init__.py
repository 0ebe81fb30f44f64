"""Chinese, Japanese and Korean: who speaks, who does what, what is still to come."""
