/** The commands about logs: who signs and keeps them, and what is decided afterwards. */
import { Argument, Option, type Command } from 'commander';
import { gathered, port } from './arguments.js';
import type { Where } from './database.js';
import type { Decision } from './decide.js';
import type { Erasure } from './erase.js';
import { data, databaseUrl, example, key, say } from './options.js';
import type { Publish } from './publish.js';
import type { RotateKey } from './rotate-key.js';
import type { WitnessCommand } from './witness.js';

const DECISIONS = {
  review: 'sets a ballot apart: it does not count until that is decided',
  invalidate: 'decides that a ballot does not count',
  reinstate: 'decides that a ballot counts again',
} as const;

export function addLogCommands(program: Command): void {
  program
    .command('publish')
    .description('writes the logs into a folder that any web server can carry; a server may run meanwhile')
    .requiredOption('--out <folder>', 'the folder to write into; what is there already is not written again')
    .option('--election <id>', 'one election; all of them where it is left out')
    .addOption(key())
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText('after', example('voix publish --out ./published', 'voix audit ./published'))
    .action(async (options: Publish) => {
      const { publish } = await import('./publish.js');
      say(await publish(options));
    });

  program
    .command('witness')
    .description('co-signs the logs of others, each as long as it continues what was co-signed before')
    .requiredOption('--name <name>', 'its own, in its signatures: witness.example/w1')
    .option('--log <vkey>', 'the public key of a log; several: once each', gathered, [])
    .option('--logs <file>', 'a file of them, one a line')
    .option('--key <file>', 'its own key, made there the first time', 'witness.key')
    .option(
      '--state <folder>',
      'where it keeps what it has co-signed: who loses it starts a new witness',
      'witness',
    )
    .addOption(new Option('--port <number>', '0: any free one').env('PORT').default(8081).argParser(port))
    .option('--host <address>', 'the address to listen on; 0.0.0.0: every one of this machine', '127.0.0.1')
    .addHelpText('after', example('voix witness --name witness.example/w1 --logs logs.txt'))
    .action(async (options: WitnessCommand) => {
      const { witness } = await import('./witness.js');
      await witness(options);
    });

  program
    .command('rotate-key')
    .description('puts a new key in force for all logs, which say so; then restart the servers with it')
    .requiredOption('--key <file>', 'the new key, made where there is none')
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText('after', example('voix rotate-key --key log-2.key'))
    .action(async (options: RotateKey) => {
      const { rotateKey } = await import('./rotate-key.js');
      say(await rotateKey(options));
    });

  for (const decision of ['review', 'invalidate', 'reinstate'] as const)
    program
      .command(decision)
      .description(`${DECISIONS[decision]}; the log says so, and why`)
      .argument('<election>', 'its id')
      .argument('<ballot>', 'its id in the log, or the tracking code that its voter has')
      .requiredOption(
        '--reason <code>',
        'duplicate-person, automation, bought, error, court or on-request; it is public',
      )
      .addOption(data())
      .addOption(databaseUrl())
      .addHelpText('after', example(`voix ${decision} our-president 1F4-7KQ2M9 --reason automation`))
      .action(
        async (
          election: string,
          ballot: string,
          options: Omit<Decision, 'decision' | 'election' | 'ballot'>,
        ) => {
          const { decide } = await import('./decide.js');
          say(await decide({ decision, election, ballot, ...options }));
        },
      );

  program
    .command('erase')
    .description("erases a person's data; the log stays what it is, and says that it was done")
    .addArgument(new Argument('<what>', 'whose data').choices(['voter', 'candidate']))
    .argument('<election>', 'its id')
    .argument('<who>', "of a voter: a ballot's id or tracking code; of a candidate: the id")
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      example('voix erase voter our-president 1F4-7KQ2M9', 'voix erase candidate our-president bruno'),
    )
    .action(async (what: Erasure['what'], election: string, who: string, options: Where) => {
      const { erase } = await import('./erase.js');
      say(await erase({ what, election, who, ...options }));
    });

  program
    .command('backup')
    .description(
      'copies the embedded database, the secret, photos and videos into a new folder; a server may run meanwhile',
    )
    .requiredOption('--out <folder>', 'made where there is none; it must be empty')
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText('after', example('voix backup --data ./data --out ./backup-2026-11-22'))
    .action(async (options: Where & { out: string }) => {
      const { backup } = await import('./backup.js');
      say(await backup(options));
    });

  program
    .command('restore')
    .description('puts a backup into a data folder; never over a database that is there')
    .argument('<folder>', 'what voix backup wrote')
    .addOption(data())
    .addHelpText('after', example('voix restore ./backup-2026-11-22 --data ./data'))
    .action(async (folder: string, options: { data: string }) => {
      const { restore } = await import('./backup.js');
      say(await restore(folder, options.data));
    });
}
