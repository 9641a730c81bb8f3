/**
 * `npm run storm -- --seed N --minutes M --backend embedded|postgres|both --clients N --servers N --folder F`:
 * a storm of M minutes on each backend, and on until each fault was made. Exit code 1 where a vote was lost, doubled or made up.
 */
import { parseArgs } from 'node:util';
import type { Backend } from '../test/storm/site.js';
import { storm } from '../test/storm/storm.js';
import { verdictText } from '../test/storm/verdict.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    minutes: { type: 'string', default: '1' },
    backend: { type: 'string', default: 'both' },
    clients: { type: 'string', default: '16' },
    servers: { type: 'string' },
    folder: { type: 'string' },
  },
});
const backends: readonly Backend[] =
  values.backend === 'embedded' || values.backend === 'postgres'
    ? [values.backend]
    : ['embedded', 'postgres'];

for (const backend of backends) {
  console.log(`storm: seed ${values.seed}, ${values.minutes} min, ${backend}`);
  const verdict = await storm({
    seed: Number(values.seed),
    backend,
    lasting: Number(values.minutes) * 60_000,
    everyFault: true,
    clients: Number(values.clients),
    ...(values.servers !== undefined && { servers: Number(values.servers) }),
    ...(values.folder !== undefined && { folder: values.folder }),
  });
  console.log(verdictText(verdict));
  if (verdict.violations.length > 0) process.exitCode = 1;
}
