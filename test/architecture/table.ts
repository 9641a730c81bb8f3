/** The import table: who may import whom. What is not written here is not allowed. */
import { readFileSync } from 'node:fs';

export interface Row {
  /** The files that it is about. What it matches is their own folder, in which they import as they like. */
  readonly from: RegExp;
  /** Targets, or beginnings of targets that end in `/`. */
  readonly may: readonly string[];
  /** Not at once. */
  readonly lazily?: readonly string[];
  /** Only to know their types. */
  readonly types?: readonly string[];
  /** Not these, although they are in a folder that it may import. */
  readonly never?: readonly RegExp[];
}

/** They put the rest together, and only they may hand on what is another file's. Nothing imports them. */
export const ROOTS = [
  /^src\/index\.ts$/,
  /^src\/browser\.ts$/,
  /^src\/server\/index\.ts$/,
  /^src\/simulate\/index\.ts$/,
  /^src\/cli\//,
];

/** The files of the server that know Node; the rest of it runs wherever there are a Request and a Response. */
export const PLATFORM = [
  /^src\/server\/node\.ts$/,
  /^src\/server\/(signing|witness|media|mail|webhooks|share)\/node-[\w-]+\.ts$/,
  /^src\/server\/storage\/(sqlite|postgres|node)[\w-]*\.ts$/,
];

const LIT = ['lit', '@lit/context'];
const SHARED = [...LIT, 'src/model/', 'src/elements/shared/', 'src/locales/'];

/** The first row that fits a file holds for it. A file of `src` or `demo` that no row fits is a violation. */
export const TABLE: readonly Row[] = [
  { from: /^src\/browser\.ts$/, may: ['src/elements/'], lazily: ['src/later.ts'] },
  { from: /^src\/later\.ts$/, may: [], lazily: ['src/elements/'] },
  {
    from: /^src\/index\.ts$/,
    may: ['src/elements/', 'src/store/', 'src/model/'],
    types: ['src/adapters/adapter.ts'],
  },
  { from: /^src\/react\.ts$/, may: [], types: ['lit', 'react'] },
  { from: /^src\/server\/index\.ts$/, may: ['src/server/', 'src/protocol/', 'src/log/', 'src/model/'] },
  {
    from: /^src\/cli\//,
    may: [
      'src/server/',
      'src/protocol/',
      'src/log/',
      'src/model/',
      'src/simulate/',
      'src/audit/',
      'src/adapters/http/',
      'commander',
      'valibot',
      'cli-progress',
      'hono',
      '@hono/node-server',
      'node:',
    ],
  },

  { from: /^src\/model\//, may: [] },
  // The platform gives the hash; what it may lack is loaded where it does.
  { from: /^src\/log\/sha256\.ts$/, may: ['@noble/hashes'], types: ['src/log/hash.ts'] },
  { from: /^src\/log\//, may: ['src/model/'], lazily: ['@noble/ed25519', '@noble/hashes'] },
  { from: /^src\/protocol\//, may: ['src/model/', 'valibot', '@valibot/to-json-schema', 'yaml'] },

  { from: /^src\/adapters\/adapter\.ts$/, may: [], types: ['src/model/'] },
  {
    from: /^src\/adapters\/http\//,
    may: ['src/model/', 'src/protocol/'],
    types: ['src/adapters/adapter.ts'],
  },
  {
    from: /^src\/adapters\/conformance(\/|\.ts$)/,
    may: ['src/model/', 'src/adapters/conformance/'],
    types: ['src/adapters/adapter.ts', 'src/adapters/conformance.ts'],
  },
  { from: /^src\/adapters\/[a-z]+\//, may: ['src/model/'], types: ['src/adapters/adapter.ts'] },
  { from: /^src\/store\//, may: ['src/model/'], types: ['src/adapters/adapter.ts'] },

  { from: /^src\/locales\//, may: [], types: ['src/model/', 'src/log/', 'src/protocol/admin/'] },
  // For elements that may stand alone, in no provider.
  {
    from: /^src\/elements\/shared\/backend\.ts$/,
    may: SHARED,
    lazily: ['src/adapters/http/http.ts'],
  },
  { from: /^src\/elements\/shared\/qr\.ts$/, may: ['qr'] },
  { from: /^src\/elements\/shared\//, may: SHARED },
  // A whole: the provider with the ballot that it shows. The only one that knows a store and an adapter. The store
  // knows no hash: what verifies a receipt the provider gives to it, and that comes with the first ballot.
  {
    from: /^src\/elements\/voix-provider\//,
    may: [...SHARED, 'src/store/', 'src/elements/voix-ballot/'],
    lazily: ['src/adapters/http/http.ts', 'src/log/check.ts'],
    types: ['src/adapters/adapter.ts', 'src/elements/voix-vote-button/'],
  },
  // A form beside the card that comes of it.
  {
    from: /^src\/elements\/voix-candidacy\//,
    may: [...SHARED, 'src/elements/voix-candidate-card/'],
    lazily: ['src/elements/voix-video/', 'src/elements/voix-share/'],
  },
  // A whole: the mandate begins with the proclamation.
  { from: /^src\/elements\/voix-president\//, may: [...SHARED, 'src/elements/voix-proclamation/'] },
  // The whole of wholes: any part.
  { from: /^src\/elements\/voix-election\//, may: [...SHARED, 'src/elements/'] },
  // The stub of a ballot says its tracking code, which is a way of writing a place and a number, and verifies nothing.
  { from: /^src\/elements\/voix-ballot\//, may: [...SHARED, 'src/log/code.ts'] },
  // A part that verifies, and that may stand alone on somebody's page: then it asks its backend itself. All that
  // hashes, and all that asks, is heavy beside the stub that it is for, and comes when there is a proof or a question.
  {
    from: /^src\/elements\/voix-receipt\//,
    may: [...SHARED, 'src/log/code.ts'],
    lazily: ['src/log/', 'src/adapters/http/http.ts'],
    types: ['src/log/'],
  },
  // A part: never another one.
  { from: /^src\/elements\/voix-[a-z-]+\//, may: SHARED },

  // A page of the brand's people, in a bundle of its own: it draws the real elements, and speaks to the server.
  {
    from: /^src\/admin\//,
    may: [
      ...LIT,
      'src/model/',
      'src/protocol/',
      'src/locales/',
      'src/elements/',
      'src/adapters/http/refusal.ts',
      'valibot',
    ],
    lazily: ['@simplewebauthn/browser'],
  },

  {
    from: /^src\/server\/storage\/(?=(sqlite|postgres|node))/,
    may: ['src/model/', 'src/log/', 'libsql', 'pg', 'kysely', 'node:'],
  },
  { from: /^src\/server\/storage\//, may: ['src/model/', 'src/log/', 'kysely'], never: PLATFORM },
  { from: /^src\/server\/node\.ts$/, may: ['src/server/', 'src/model/', '@hono/node-server', 'node:'] },
  {
    from: /^src\/server\/(signing|witness)\/node-/,
    may: ['src/server/', 'src/log/', 'src/model/', 'node:'],
  },
  {
    from: /^src\/server\/(mail|webhooks)\/node-/,
    may: ['src/server/', 'src/log/', 'src/model/', 'nodemailer', 'node:'],
  },
  // What is mailed is written in the languages' files.
  { from: /^src\/server\/mail\//, may: ['src/locales/', 'src/model/'], never: PLATFORM },
  {
    from: /^src\/server\/admin\//,
    may: ['src/server/', 'src/protocol/', 'src/model/', 'src/log/', 'valibot'],
    types: ['src/locales/'],
    lazily: ['@simplewebauthn/server'],
    never: [...PLATFORM, /^src\/server\/storage\/(?!((log-)?storage|topics|topics\/trail)\.ts$)/],
  },
  { from: /^src\/server\/media\/s3\.ts$/, may: ['src/server/media/', 'aws4fetch'] },
  {
    from: /^src\/server\/share\/node-/,
    may: ['src/server/share/', 'src/server/webhooks/node-deliver.ts', 'src/model/', 'sharp', 'node:'],
  },
  // What is said of a shared link is written in the languages' files.
  {
    from: /^src\/server\/share\//,
    may: ['src/server/media/photos.ts', 'src/locales/', 'src/model/', 'src/log/', 'hono'],
    never: PLATFORM,
  },
  {
    from: /^src\/server\/media\/node-/,
    may: ['src/server/media/', 'src/model/', 'sharp', 'heic-decode', 'node:'],
  },
  {
    from: /^src\/server\//,
    may: ['src/protocol/', 'src/model/', 'src/log/', 'hono', 'valibot'],
    never: [...PLATFORM, /^src\/server\/storage\/(?!((log-)?storage|topics)\.ts$)/],
  },

  // Invented voters are clients: they speak to a backend as pages do.
  { from: /^src\/simulate\//, may: ['src/model/', 'src/protocol/', 'src/adapters/http/', 'valibot'] },
  // Whoever recounts shares no code with whom they check.
  { from: /^src\/audit\//, may: ['@noble/hashes', '@noble/ed25519'] },

  // The demo is the package's first customer: its pages and its server know the public entries only.
  { from: /^demo\/(page|studio)\//, may: ['demo/', ...publicEntries()] },
  {
    from: /^demo\//,
    may: [
      ...publicEntries(),
      'hono',
      '@hono/node-server',
      'valibot',
      'yaml',
      'node:',
      // What drew its pictures and films.
      '@dicebear/core',
      '@dicebear/notionists',
      'puppeteer-core',
      'scripts/browser.ts',
    ],
  },
];

/** `voix`, `voix/server`, `voix/elements/`…, from the package's own description. */
function publicEntries(): string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(exports).map((entry) => entry.replace(/^\./, 'voix').replace(/\*$/, ''));
}
