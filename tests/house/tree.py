"""The files that git has or would take; all files where there is no git."""

import os
import subprocess
from functools import cache
from pathlib import Path

NOT_OURS = {'.git', 'build', 'node_modules', '__pycache__'}


def listed_by_git(root):
    command = ['git', '-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.']
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return [path for path in done.stdout.split('\0') if path] if done.returncode == 0 else None


def walked(root):
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root)


class Tree:
    def __init__(self, root, use_git=True):
        self.root = Path(root)
        paths = listed_by_git(str(root)) if use_git else None
        self.paths = sorted(path for path in (walked(root) if paths is None else paths)
                            if (self.root / path).is_file())

    def has(self, path):
        return path in self.paths

    def files(self, *endings):
        return [path for path in self.paths if path.endswith(endings)]

    def sources(self):
        return self.files('.cpp', '.hpp')

    @cache
    def text(self, path):
        return (self.root / path).read_text(encoding='utf-8', errors='replace')

    @cache
    def lines(self, path):
        return self.text(path).split('\n')[:-1] if self.text(path).endswith('\n') else self.text(path).split('\n')
