"""``python -m generator`` is ``briefings``."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="briefings")
