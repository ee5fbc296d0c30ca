"""What must never be published: paths of one machine, and anything that looks like a secret."""

import re

# Written in parts, so that this file does not find itself.
MACHINE = re.compile(r'(?<![\w.:/*-])(/' + r'(?:work|home|root)/\w|/tmp' + r'/build)')

SECRETS = [
    ('a private key', re.compile(r'-----BEGIN ' + r'[A-Z ]*PRIVATE KEY-----')),
    ('an AWS key', re.compile(r'\bAKIA[0-9A-Z]{16}\b')),
    ('a GitHub token', re.compile(r'\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,})\b')),
    ('a Slack token', re.compile(r'\bxox[abprs]-[A-Za-z0-9-]{10,}')),
    ('a Twilio id or key', re.compile(r'\b(?:AC|SK)[0-9a-f]{32}\b')),
    ('a live payment key', re.compile(r'\b[sr]k_live_[A-Za-z0-9]{16,}')),
    ('a JSON web token', re.compile(r'\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}')),
    ('an address with a password', re.compile(r'\b[a-z]+://[^\s/:@\'"]+:[^\s/:@\'"{$]+@')),
]
ASSIGNED = re.compile(r'(?i)(?:secret|token|passw(?:or)?d|api_?key|auth)\w*[\'"]?\s*[:=]\s*[\'"]([A-Za-z0-9+/_=-]{20,})[\'"]')
SECRET_FILES = re.compile(r'(?:^|/)(?:\.env(?:\..*)?|id_(?:rsa|ed25519|ecdsa)|[^/]*\.(?:pem|key|p12|pfx))$')


def random_looking(value):
    return bool(re.search(r'\d', value) and re.search(r'[A-Za-z]', value)) and len(set(value)) > 12


def secret_in(line):
    for name, pattern in SECRETS:
        if pattern.search(line):
            return name
    if any(random_looking(value) for value in ASSIGNED.findall(line)):
        return 'a password or token'
    return None


def problems(tree):
    for path in tree.paths:
        if SECRET_FILES.search(path):
            yield path, 1, 'looks like a file of secrets'
        for number, line in enumerate(tree.lines(path), 1):
            if MACHINE.search(line):
                yield path, number, 'names a path of one machine'
            secret = secret_in(line)
            if secret:
                yield path, number, f'holds what looks like {secret}'
