"""house.py ROOT: what the compiler cannot see. One line a fault; exit status 1 when there is any."""

import sys

import data
import layers
import leaks
import sources
from tree import Tree


def all_problems(tree):
    for room in (layers, sources, leaks, data):
        yield from room.problems(tree)


def main(root):
    found = sorted(all_problems(Tree(root)))
    for path, line, what in found:
        print(f'{path}:{line}: {what}')
    print(f'house: {len(found)} faults')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
