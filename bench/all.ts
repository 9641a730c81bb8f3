/** `npm run bench`: all of them, one after the other; `npm run bench -- votes` only that one. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ALL = [
  'votes',
  'slow-disk',
  'stored',
  'watchers',
  'watched',
  'startup',
  'proof',
  'questions',
  'share',
  'leaderboard',
  'campaign',
  'audit',
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !ALL.includes(name));
if (unknown !== undefined) throw new Error(`There is no bench ${unknown}; there are: ${ALL.join(', ')}.`);
for (const name of wanted.length > 0 ? wanted : ALL) {
  const script = join(import.meta.dirname, `${name}.js`);
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
