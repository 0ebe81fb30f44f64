"""The only input and output: read a project, pour its pages, compare them with the disk.

What stands here are the steps the doors share; each step's own rules are in its module.
"""

from generator.disk.address import read_address
from generator.disk.output import Account, pour
from generator.disk.read import Places, read_inputs
from generator.disk.work import Poured, Workshop

__all__ = ["Account", "Places", "Poured", "Workshop", "pour", "read_address", "read_inputs"]
