/** `npm run storm`: see `npm run storm -- --help`. Exit code 1 where a vote was lost, doubled or made up. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { randomInt } from 'node:crypto';
import { whole } from '../src/cli/arguments.js';
import type { Backend } from '../test/storm/site.js';
import { storm } from '../test/storm/storm.js';
import { verdictText } from '../test/storm/verdict.js';

const someMinutes = (text: string): number => {
  const count = Number(text);
  if (!(count > 0)) throw new InvalidArgumentError('A number of minutes above 0 is meant, like 0.5.');
  return count;
};

const program = new Command('storm')
  .description('A storm on each backend: so many minutes, and on until each fault was made.')
  .addOption(
    new Option('--seed <number>', 'repeats a storm').argParser(whole).default(randomInt(1e9), 'random'),
  )
  .addOption(new Option('--minutes <number>').argParser(someMinutes).default(1))
  .addOption(new Option('--backend <name>').choices(['embedded', 'postgres', 'both']).default('both'))
  .addOption(new Option('--clients <number>').argParser(whole).default(16))
  .addOption(
    new Option(
      '--servers <number>',
      'server processes; one to three on Postgres where it is left out',
    ).argParser(whole),
  )
  .option('--folder <path>', 'keeps the clients’ histories there, a file each')
  .parse();
const options = program.opts<{
  seed: number;
  minutes: number;
  backend: Backend | 'both';
  clients: number;
  servers?: number;
  folder?: string;
}>();
const { seed, minutes, clients, servers, folder } = options;
const backends: readonly Backend[] =
  options.backend === 'both' ? ['embedded', 'postgres'] : [options.backend];

for (const backend of backends) {
  console.log(`storm: seed ${seed}, ${minutes} min, ${backend}`);
  const verdict = await storm({
    seed,
    backend,
    lasting: minutes * 60_000,
    everyFault: true,
    clients,
    ...(servers !== undefined && { servers }),
    ...(folder !== undefined && { folder }),
  });
  console.log(verdictText(verdict));
  if (verdict.violations.length > 0) process.exitCode = 1;
}
