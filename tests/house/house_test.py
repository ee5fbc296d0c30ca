"""Each check is seen to fail on a small made-up tree, and to stay silent on a good one."""

import sys
import tempfile
import unittest
from pathlib import Path

import house
from tree import Tree

README = 'What lives here.\n'
TOPIC = '''
label = { en = 'a', es = 'b', tl = 'c' }
question = { en = 'a', es = 'b', tl = 'c' }
[[answer]]
en = 'a'
es = 'b'
tl = 'c'
[answer.sms]
en = 'a'
es = 'b'
tl = 'c'
'''
GOOD = {
    'knowledge/README.md': README,
    'intents/README.md': README,
    'bot/README.md': README,
    'adapters/README.md': README,
    'knowledge/fact.hpp': '#pragma once\n#include <string>\n',
    'knowledge/topics/fee.toml': TOPIC,
    'knowledge/phrases/talk.toml': "[hello]\nen = 'a'\nes = 'b'\ntl = 'c'\n",
    'intents/patterns/fee.toml': "[examples]\nen = ['a']\nes = ['b']\ntl = ['c']\n",
    'intents/fold.cpp': '#include "intents/fold.hpp"\n#include <re2/re2.h>\n#include "knowledge/fact.hpp"\n',
    'intents/room.cmake': 'tulay_room(intents\n  USES tulay_knowledge\n  LIBS x SOURCES fold.cpp)\n',
    'bot/ports/store.hpp': '#include <tl/expected.hpp>\n',
    'adapters/store/store.cpp': '#include <sqlite3.h>\n#include <unistd.h>\n#include "embedded_migrations.hpp"\n',
    'adapters/room.cmake': 'tulay_room(adapters/store\n  USES tulay_ports\n  SOURCES store.cpp)\n',
}


def faults(files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            file = Path(root) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding='utf-8')
        return sorted(f'{path}:{line}: {what}' for path, line, what in house.all_problems(Tree(root, use_git=False)))


class HouseTest(unittest.TestCase):
    def expect(self, files, *expected):
        self.assertEqual(faults({**GOOD, **files}), sorted(expected))

    def test_a_good_tree_has_no_faults(self):
        self.expect({})

    def test_an_include_upwards_is_a_fault(self):
        self.expect({'knowledge/fact.hpp': '#include <string>\n#include "intents/fold.hpp"\n'},
                    'knowledge/fact.hpp:2: knowledge must not include intents ("intents/fold.hpp")')

    def test_sibling_adapters_do_not_see_each_other(self):
        self.expect({'adapters/web/chat.hpp': '#include "adapters/store/store.hpp"\n'},
                    'adapters/web/chat.hpp:1: adapters/web must not include adapters/store ("adapters/store/store.hpp")')

    def test_the_engine_does_not_see_the_server_but_the_web_does(self):
        self.expect({'bot/engine/plan.hpp': '#include "bot/server/http.hpp"\n',
                     'adapters/web/chat.hpp': '#include "bot/server/http.hpp"\n#include "knowledge/fact.hpp"\n'},
                    'bot/engine/plan.hpp:1: bot/engine must not include bot/server ("bot/server/http.hpp")')

    def test_the_program_sees_all_rooms(self):
        self.expect({'adapters/cli/wiring.hpp': '#include "adapters/store/store.hpp"\n#include "bot/engine/plan.hpp"\n'})

    def test_includes_are_written_from_the_top(self):
        self.expect({'bot/engine/plan.hpp': '#include "shape.hpp"\n#include "../ports/store.hpp"\n',
                     'tests/bot/x.hpp': '#include "../other.hpp"\n',
                     'intents/fold.hpp': '#include "common/text.hpp"\n'},
                    'bot/engine/plan.hpp:1: "shape.hpp": includes are written from the top',
                    'bot/engine/plan.hpp:2: an include goes up with "../"',
                    'tests/bot/x.hpp:1: an include goes up with "../"',
                    'intents/fold.hpp:1: "common/text.hpp" is in no room')

    def test_a_source_outside_the_rooms_is_a_fault(self):
        self.expect({'bot/common/text.hpp': '\n'}, 'bot/common/text.hpp:1: is in no room')

    def test_libraries_stay_in_their_places(self):
        self.expect({'knowledge/fact.hpp': '#include <toml++/toml.h>\n#include <nlohmann/json.hpp>\n',
                     'bot/engine/plan.hpp': '#include <re2/re2.h>\n#include <unistd.h>\n#include <boost/any.hpp>\n'},
                    'knowledge/fact.hpp:1: <toml++/toml.h> belongs only in knowledge/table_content.hpp',
                    'knowledge/fact.hpp:2: <nlohmann/json.hpp> belongs only in adapters, bot/server',
                    'bot/engine/plan.hpp:1: <re2/re2.h> belongs only in intents',
                    'bot/engine/plan.hpp:2: <unistd.h> belongs only in bot/server, adapters',
                    'bot/engine/plan.hpp:3: <boost/any.hpp> has no place in the table of libraries')

    def test_a_room_links_only_what_lies_below(self):
        self.expect({'intents/room.cmake': 'tulay_room(intents USES tulay_knowledge tulay_engine SOURCES fold.cpp)\n',
                     'bot/room.cmake': 'tulay_room(bot/common USES tulay_ports)\n'},
                    'intents/room.cmake:1: intents must not link tulay_engine',
                    'bot/room.cmake:1: bot/common is not in the table of rooms')

    def test_std_regex_is_banned_also_in_tests(self):
        self.expect({'tests/bot/x.hpp': '#include <regex>\nconst std::regex pattern("a");\n'},
                    'tests/bot/x.hpp:1: std::regex is banned; use RE2 in intents, plain code elsewhere',
                    'tests/bot/x.hpp:2: std::regex is banned; use RE2 in intents, plain code elsewhere')

    def test_251_lines_are_a_fault_and_250_are_not(self):
        self.expect({'knowledge/long.hpp': '\n' * 251, 'knowledge/fact.hpp': '\n' * 250},
                    'knowledge/long.hpp:251: has 251 lines; past 250 a file is two things')

    def test_a_room_without_a_short_readme_is_a_fault(self):
        files = {**GOOD, 'bot/README.md': 'a\n' * 31}
        del files['intents/README.md']
        self.assertEqual(faults(files), [
            'bot/README.md:31: is longer than 30 lines',
            'intents/README.md:1: is missing: each room says what lives here, what it may touch, how to add to it'])

    def test_a_source_that_nobody_compiles_is_a_fault(self):
        self.expect({'knowledge/lost.cpp': '\n'}, 'knowledge/lost.cpp:1: is compiled by no target')

    def test_a_stray_file_at_the_top_is_a_fault(self):
        self.expect({'notes.md': 'a\n'}, 'notes.md:1: does not belong at the top')

    def test_a_path_of_one_machine_is_a_fault(self):
        self.expect({'deploy/a.toml': "a = '" + '/ho' + "me/ana/x'\nb = 'https://example.com" + '/ho' + "me/x'\n",
                     'script/a.sh': 'cd ' + '/wo' + 'rk/main\n' + 'ls ' + '/tmp' + '/build-x\n'},
                    'deploy/a.toml:1: names a path of one machine', 'script/a.sh:1: names a path of one machine',
                    'script/a.sh:2: names a path of one machine')

    def test_what_looks_like_a_secret_is_a_fault(self):
        lines = ['-----BEGIN ' + 'RSA PRIVATE KEY-----', 'AKIA' + 'IOSFODNN7EXAMPLE', 'AC' + '0123456789abcdef' * 2,
                 "auth_token = '" + 'q8Zr7LmW3xT0' + "vB5nK9pJ2c'", 'postgres://bot:' + 'pw@host/db', "token = 'aaaaaaaaaaaaaaaaaaaaaaaa'"]
        self.expect({'deploy/a.txt': '\n'.join(lines) + '\n', 'deploy/.env': 'A=1\n'},
                    'deploy/.env:1: looks like a file of secrets',
                    'deploy/a.txt:1: holds what looks like a private key',
                    'deploy/a.txt:2: holds what looks like an AWS key',
                    'deploy/a.txt:3: holds what looks like a Twilio id or key',
                    'deploy/a.txt:4: holds what looks like a password or token',
                    'deploy/a.txt:5: holds what looks like an address with a password')

    def test_broken_toml_is_a_fault(self):
        self.expect({'deploy/a.toml': 'a = \n'}, 'deploy/a.toml:1: is no TOML: Invalid value (at line 1, column 5)')

    def test_a_missing_language_is_a_fault(self):
        self.expect({'knowledge/topics/fee.toml': TOPIC.replace("[answer.sms]\nen = 'a'\n", '[answer.sms]\n'),
                     'knowledge/phrases/talk.toml': "[hello]\nen = 'a'\nes = 'b'\n[bye]\nsms = 1\n",
                     'intents/patterns/fee.toml': "[examples]\nen = ['a']\nes = []\ntl = ['c']\n"},
                    'intents/patterns/fee.toml:1: examples has no es',
                    'knowledge/phrases/talk.toml:1: bye says nothing in en, es or tl',
                    'knowledge/phrases/talk.toml:1: hello has no tl',
                    'knowledge/topics/fee.toml:1: answer[1].sms has no en')

    def test_a_topic_without_answer_or_label_is_a_fault(self):
        self.expect({'knowledge/topics/fee.toml': "question = { en = 'a', es = 'b', tl = 'c' }\n"},
                    'knowledge/topics/fee.toml:1: answer says nothing in en, es or tl',
                    'knowledge/topics/fee.toml:1: label says nothing in en, es or tl')


if __name__ == '__main__':
    sys.exit(unittest.main())
