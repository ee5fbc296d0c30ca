"""Includes point down, and third-party headers stay where the table allows."""

import re

# A room and those directly below it; what these use may be used too.
BELOW = {
    'knowledge': [],
    'intents': ['knowledge'],
    'bot/ports': ['intents'],
    'bot/engine': ['bot/ports'],
    'bot/server': ['bot/engine'],
    'adapters/web': ['bot/server'],
    'adapters/sms': ['bot/server'],
    'adapters/console': ['bot/engine'],
    'adapters/staff': ['bot/ports'],
    'adapters/cases': ['bot/ports'],
    'adapters/store': ['bot/ports'],
    'adapters/system': ['bot/ports'],
    'adapters/cli': ['adapters/web', 'adapters/sms', 'adapters/console', 'adapters/staff', 'adapters/cases',
                     'adapters/store', 'adapters/system'],
}

# A library's headers and the folders or files that may see them. The first that fits counts.
PLACES = [
    (r'toml\+\+/', ['knowledge/table_content.hpp']),
    (r'date/', ['knowledge/calendar.cpp']),
    (r're2/|unicode/|phonenumbers/', ['intents']),
    (r'SQLiteCpp/|sqlite3\.h', ['adapters/cases', 'adapters/store']),
    (r'pqxx/', ['adapters/cases', 'adapters/store']),
    (r'httplib\.h', ['bot/server/exchange.hpp', 'bot/server/exchange.cpp', 'bot/server/gathered_stream.hpp',
                     'bot/server/listening.cpp', 'adapters/sms/http_client.cpp']),
    (r'nlohmann/', ['adapters', 'bot/server']),
    (r'openssl/|sodium\.h', ['adapters/sms/signature.cpp', 'adapters/staff/signature.cpp', 'bot/engine/identity.cpp',
                           'adapters/system']),
    (r'curl/', ['adapters/staff/curl_net.cpp']),
    (r'CLI/|spdlog/', ['adapters/cli']),
    (r'prometheus/', ['bot/server/metrics.cpp']),
    (r'tl/expected\.hpp', ['bot', 'adapters']),
    (r'histedit\.h|editline/', ['adapters/console']),
    (r'[a-z_0-9]+$', ['knowledge', 'intents', 'bot', 'adapters']),          # the standard library
    (r'.*\.h$', ['bot/server', 'adapters']),                                # the operating system, at the doors
]

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
ROOM = re.compile(r'tulay_room\(\s*(\S+)([^)]*)\)')


def allowed_rooms(room):
    rooms = {room}
    for below in BELOW[room]:
        rooms |= allowed_rooms(below)
    return rooms


def room_of(path):
    return next((room for room in BELOW if path.startswith(room + '/')), None)


def under(path, places):
    return any(path == place or path.startswith(place + '/') for place in places)


def own_include_problem(room, included):
    if '/' not in included:
        # tulay_embed writes these into the build folder of one room.
        return None if included.startswith('embedded_') else f'"{included}": includes are written from the top'
    target = room_of(included)
    if target is None:
        return f'"{included}" is in no room'
    if target not in allowed_rooms(room):
        return f'{room} must not include {target} ("{included}")'
    return None


def third_party_problem(path, included):
    for pattern, places in PLACES:
        if re.match(pattern, included):
            return None if under(path, places) else f'<{included}> belongs only in {", ".join(places)}'
    return f'<{included}> has no place in the table of libraries'


def include_problems(tree):
    for path in tree.sources():
        room = room_of(path)
        if room is None and not path.startswith('tests/'):
            yield path, 1, 'is in no room'
            continue
        for number, line in enumerate(tree.lines(path), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            own, third_party = found.groups()
            if '../' in (own or third_party):
                yield path, number, 'an include goes up with "../"'
            elif room and own:
                problem = own_include_problem(room, own)
                if problem:
                    yield path, number, problem
            elif room:
                problem = third_party_problem(path, third_party)
                if problem:
                    yield path, number, problem


def link_problems(tree):
    """A room's USES in CMake follow the same table."""
    leaf_of = {room.rsplit('/', 1)[-1]: room for room in BELOW}
    for path in tree.files('/room.cmake'):
        if path.startswith('script/'):
            continue
        text = tree.text(path)
        for found in ROOM.finditer(text):
            room, rest = found.groups()
            number = text.count('\n', 0, found.start()) + 1
            if room not in BELOW:
                yield path, number, f'{room} is not in the table of rooms'
                continue
            uses = re.search(r'USES((?:\s+[^\s)]+)+?)(?:\s+(?:LIBS|SOURCES)|\s*$)', rest)
            for leaf in re.findall(r'tulay_(\w+)', uses.group(1) if uses else ''):
                if leaf_of.get(leaf) not in allowed_rooms(room):
                    yield path, number, f'{room} must not link tulay_{leaf}'


def problems(tree):
    yield from include_problems(tree)
    yield from link_problems(tree)
