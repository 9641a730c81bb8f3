import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { violations } from './architecture/check.js';
import { complaints } from './architecture/compile.js';
import { PLATFORM, ROOTS } from './architecture/table.js';

function read(...folders: string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name).replaceAll(sep, '/');
      if (path.endsWith('.ts')) files.set(path, readFileSync(path, 'utf8'));
    }
  return files;
}

/** What the checker says of one line in one file. */
const said = (file: string, line: string): string => violations([[file, line]]).join('\n');

describe('the import table', () => {
  it('holds in every file of src and demo', () => {
    assert.deepEqual(violations(read('src', 'demo')), []);
  });

  const WRONG = {
    'the model imports nothing': ['src/model/phase.ts', "import { ROUTES } from '../protocol/routes.js';"],
    'not even types': ['src/model/phase.ts', "import type { Storage } from '../server/storage/storage.js';"],
    'nor a package': ['src/model/phase.ts', "import * as v from 'valibot';"],
    'the log knows the model only': ['src/log/leaf.ts', "import { ROUTES } from '../protocol/routes.js';"],
    'the protocol does not know the server': [
      'src/protocol/messages.ts',
      "import { answer } from '../server/answer.js';",
    ],
    'the contract is types': ['src/adapters/adapter.ts', "import { phaseAt } from '../model/phase.js';"],
    'memory does not know the protocol': [
      'src/adapters/memory/memory.ts',
      "import { ROUTES } from '../../protocol/routes.js';",
    ],
    'adapters do not know each other': ['src/adapters/memory/memory.ts', "import '../http/http.js';"],
    'an adapter brings no vendor': [
      'src/adapters/vendor/vendor.ts',
      "import { createClient } from 'vendor';",
    ],
    'the store knows no adapter': [
      'src/store/store.ts',
      "import { httpAdapter } from '../adapters/http/http.js';",
    ],
    'the store knows no element': ['src/store/store.ts', "import '../elements/voix-video/voix-video.js';"],
    'a part does not import a part': [
      'src/elements/voix-results/voix-results.ts',
      "import '../voix-results-bar/voix-results-bar.js';",
    ],
    'not lazily either': [
      'src/elements/voix-candidate-card/voix-candidate-card.ts',
      "void import('../voix-video/voix-video.js');",
    ],
    'a part knows no store': [
      'src/elements/voix-vote-button/voix-vote-button.ts',
      "import type { Store } from '../../store/store.js';",
    ],
    'the provider loads http when it needs it': [
      'src/elements/voix-provider/voix-provider.ts',
      "import { httpAdapter } from '../../adapters/http/http.js';",
    ],
    'the server knows no element': ['src/server/server.ts', "import '../elements/voix-video/voix-video.js';"],
    'the server knows no store': ['src/server/server.ts', "import type { Store } from '../store/store.js';"],
    'the server knows no adapter': [
      'src/server/server.ts',
      "import type { Adapter } from '../adapters/adapter.js';",
    ],
    'the server knows no database': [
      'src/server/server.ts',
      "import { openSqlite } from './storage/sqlite.js';",
    ],
    'the server knows no Node': ['src/server/server.ts', "import { createHash } from 'node:crypto';"],
    'by whatever name': ['src/server/server.ts', "import { createHash } from 'crypto';"],
    'nor through its Node binding': ['src/server/server.ts', "import { nodeHmac } from './node.js';"],
    'pages do not reach the server': ['src/elements/shared/bar.ts', "import '../../server/answer.js';"],
    'who recounts shares no code': ['src/audit/recount.ts', "import { standings } from '../model/tally.js';"],
    'nothing imports an entry': ['src/elements/shared/bar.ts', "import { VoixVideo } from '../../index.js';"],
    'its own folder neither': ['src/server/server.ts', "import { realClock } from './index.js';"],
    'nor the command': ['src/server/server.ts', "import { load } from '../cli/load.js';"],
    'no other barrel': ['src/model/index.ts', "export * from './phase.js';"],
    'of types neither': ['src/model/index.ts', "export type { Id } from './election.js';"],
    'the demo is a customer': ['demo/server.ts', "import { serveNode } from '../src/server/index.js';"],
    'of public entries': ['demo/server.ts', "import { answer } from 'voix/server/answer';"],
    'its pages know no Node': ['demo/page/page.ts', "import { join } from 'node:path';"],
    'an import is written out': ['src/store/store.ts', 'void import(name);'],
    'a new folder needs its row': ['src/news/news.ts', ''],
  } as const;

  for (const [rule, [file, line]] of Object.entries(WRONG))
    it(`fails when an import goes the wrong way: ${rule}`, () => {
      assert.ok(said(file, line).startsWith(file), `${file} may hold: ${line}`);
    });

  it('says where, and what', () => {
    assert.equal(
      said('src/model/phase.ts', "\nimport { join } from 'node:path';\nimport './election.js';"),
      'src/model/phase.ts:2: imports node:path',
    );
  });

  it('reads every way of importing', () => {
    const ways = [
      "import 'lit';",
      "import lit from 'lit';",
      "import { type LitElement } from 'lit';",
      "import type { LitElement } from 'lit';",
      "export * from 'lit';",
      "export type * from 'lit';",
      "const lit = await import('lit');",
      'const lit = await import(`lit`);',
      "let element: import('lit').LitElement;",
    ];
    for (const way of ways) assert.notEqual(said('src/model/phase.ts', way), '', way);
  });

  it('lets a whole import its parts, and the provider its adapter when it is needed', () => {
    const election = 'src/elements/voix-election/voix-election.ts';
    const provider = 'src/elements/voix-provider/voix-provider.ts';
    assert.equal(said(election, "import '../voix-countdown/voix-countdown.js';"), '');
    assert.equal(said(election, "void import('../voix-results/voix-results.js');"), '');
    assert.equal(said(provider, "void import('../../adapters/http/http.js');"), '');
    assert.equal(said(provider, "import type { Adapter } from '../../adapters/adapter.js';"), '');
    assert.notEqual(said(provider, "import { type Adapter } from '../../adapters/adapter.js';"), '');
  });
});

describe('what runs everywhere', () => {
  const PURE = ['src/model', 'src/protocol', 'src/log'].filter((folder) => existsSync(folder));

  // Each beside what is wrong, which alone is complained of: to start the compiler costs more than these files.
  it('model, protocol and log compile without the DOM and without Node, and would not with a document, a process or a timer', () => {
    const names = ['document', 'process', 'setTimeout', 'localStorage', 'Buffer'];
    const wrong = `import 'yaml';\nimport 'valibot';\n${names.join(';\n')};`;
    const said = complaints([...read(...PURE).keys()], { more: { 'src/protocol/x.ts': wrong } });
    assert.equal(said.length, names.length, said.join('\n'));
    names.forEach((name, i) => assert.match(said[i] ?? '', new RegExp(`x\\.ts.+Cannot find name '${name}'`)));
  });

  it('the server compiles without Node but for its named files', () => {
    const isNamed = (file: string): boolean => [...PLATFORM, ...ROOTS].some((one) => one.test(file));
    const files = [...read('src/server').keys()].filter((file) => !isNamed(file));
    const wrong = { 'src/server/x.ts': "import 'hono';\nprocess.pid; Buffer.from('');" };
    const said = complaints(files, { dom: true, more: wrong });
    assert.equal(said.length, 2, said.join('\n'));
    for (const one of said) assert.match(one, /x\.ts/);
  });
});
