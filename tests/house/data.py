"""Data files: every TOML file parses, and what clients read is there in all three languages."""

import tomllib

LANGUAGES = ('en', 'es', 'tl')


def parsed(tree, path):
    try:
        return tomllib.loads(tree.text(path)), None
    except tomllib.TOMLDecodeError as error:
        return None, str(error)


def missing_languages(value, where):
    """Every table that speaks one language must speak all three."""
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from missing_languages(item, f'{where}[{number}]')
    if not isinstance(value, dict):
        return
    if any(language in value for language in LANGUAGES):
        for language in LANGUAGES:
            if not value.get(language):
                yield f'{where or "the file"} has no {language}'
    for key, item in value.items():
        yield from missing_languages(item, f'{where}.{key}' if where else key)


def absent_tables(path, data):
    """What must speak at all: a topic's label, question and answers; a guide's; every phrase; an intent's examples."""
    if path.startswith('knowledge/topics/'):
        required = {'label': data.get('label'), 'question': data.get('question'), 'answer': data.get('answer')}
    elif path.startswith('knowledge/guides/'):
        required = {'label': data.get('label'), 'question': data.get('question'), 'step': data.get('step')}
    elif path.startswith('knowledge/phrases/'):
        required = data
    elif path.startswith('intents/patterns/'):
        required = {'examples': data.get('examples')}
    else:
        return
    for name, value in required.items():
        spoken = value if isinstance(value, list) else [value]
        if not spoken or not all(isinstance(one, dict) and set(LANGUAGES) & one.keys() for one in spoken):
            yield f'{name} says nothing in en, es or tl'


def problems(tree):
    for path in tree.files('.toml'):
        data, error = parsed(tree, path)
        if error:
            yield path, 1, f'is no TOML: {error}'
            continue
        if path.startswith(('knowledge/', 'intents/patterns/')):
            for problem in [*absent_tables(path, data), *missing_languages(data, '')]:
                yield path, 1, problem
