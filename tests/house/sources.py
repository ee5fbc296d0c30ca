"""The form of the sources: short files, no std::regex, every file built, a README in each room."""

import re

MOST_LINES = 250
MOST_README_LINES = 30
ROOMS = ['knowledge', 'intents', 'bot', 'adapters']
TOP = {'CMakeLists.txt', 'CMakePresets.json', 'bot', 'intents', 'knowledge', 'adapters', 'tests', 'README.md', 'script',
       'deploy', '.ci', '.clang-format', '.clang-tidy', '.gitignore'}
CODE = ('.cpp', '.hpp', '.py', '.js', '.mjs', '.css', '.cmake')
# Sent to browsers as it stands, in one request; its size has a test of its own.
ONE_FILE = {'adapters/web/widget/widget.js'}

# It overflows the stack on long text; RE2 does not.
REGEX = re.compile(r'#\s*include\s*<regex>|\bstd::w?(regex|smatch|cmatch)\b')


def length_problems(tree):
    for path in tree.files(*CODE):
        lines = len(tree.lines(path))
        if lines > MOST_LINES and path not in ONE_FILE:
            yield path, lines, f'has {lines} lines; past {MOST_LINES} a file is two things'


def regex_problems(tree):
    for path in tree.sources():
        for number, line in enumerate(tree.lines(path), 1):
            if REGEX.search(line):
                yield path, number, 'std::regex is banned; use RE2 in intents, plain code elsewhere'


def readme_problems(tree):
    for room in ROOMS:
        path = f'{room}/README.md'
        if not tree.has(path):
            yield path, 1, 'is missing: each room says what lives here, what it may touch, how to add to it'
        elif len(tree.lines(path)) > MOST_README_LINES:
            yield path, MOST_README_LINES + 1, f'is longer than {MOST_README_LINES} lines'


def unbuilt_problems(tree):
    lists = ' '.join(tree.text(path) for path in tree.files('.cmake', 'CMakeLists.txt'))
    named = set(re.findall(r'[\w./-]+\.cpp', lists))
    names = {path.rsplit('/', 1)[-1] for path in named}
    stems = ' '.join(path for path in tree.files('.cpp') if path.startswith('tests/fuzz/'))
    for path in tree.files('.cpp'):
        if path.rsplit('/', 1)[-1] not in names and path not in stems:
            yield path, 1, 'is compiled by no target'


def top_problems(tree):
    for name in sorted({path.split('/', 1)[0] for path in tree.paths}):
        if name not in TOP:
            yield name, 1, 'does not belong at the top'


def problems(tree):
    for check in (length_problems, regex_problems, readme_problems, unbuilt_problems, top_problems):
        yield from check(tree)
