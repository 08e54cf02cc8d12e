"""Parses every TOML file below a folder, in two processes, and does nothing with it."""

import os
import sys
import tomllib
from multiprocessing import Pool


def parse(path):
    try:
        with open(path, "rb") as file:
            tomllib.load(file)
    except ValueError:
        pass  # Some are broken on purpose.


if __name__ == "__main__":
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[1]) for name in names if name.endswith(".toml")]
    with Pool(2) as pool:
        for _ in pool.imap_unordered(parse, paths, 64):
            pass
