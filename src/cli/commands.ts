/** The commands of `voix`. Each is loaded when it is called. */
import { Command, CommanderError, Option } from 'commander';
import { createRequire } from 'node:module';
import { address, duration, gathered, port, whole } from './arguments.js';
import { sentenceOf } from './failure.js';
import { addLogCommands } from './log-commands.js';
import { data, databaseUrl, example, name, say } from './options.js';
import type { ServeOptions } from './serve.js';

/** Exit codes: 0 done · 1 what was asked failed, and why was said · 2 the command was called wrongly · 130 interrupted. */
const FAILED = 1;
const MISUSED = 2;
const INTERRUPTED = 130;
/** Of the command that runs. */
let code = 0;

const { version } = createRequire(import.meta.url)('voix/package.json') as { version: string };

const program = new Command('voix')
  .version(version)
  .description("Elections of your customers' president.")
  .exitOverride()
  .showHelpAfterError('(voix help COMMAND tells more)');

program
  .command('serve')
  .description('serves elections: those of the files, and those served from this data folder before')
  .argument('[files...]', 'election files, or folders of them')
  .addOption(new Option('--port <number>', '0: any free one').env('PORT').default(8080).argParser(port))
  .option('--host <address>', 'the address to listen on; 0.0.0.0: every one of this machine', '127.0.0.1')
  .addOption(
    new Option('--public-url <address>', 'where voters reach this server, if it is behind another').argParser(
      address,
    ),
  )
  .option('--key <file>', 'signs the logs; log.key beside the first election file where it is left out')
  .addOption(name())
  .addOption(data())
  .addOption(databaseUrl())
  .addHelpText('after', example('voix serve election.yaml --port 8080 --data ./data'))
  .addHelpText(
    'after',
    `
The secret that voters' pseudonyms are made with is VOIX_SECRET; where that is not set, it is made
once and kept in <data>/voix.key. Whoever loses it lets everyone vote again. Several servers on one
Postgres database need the same VOIX_SECRET.

Photos of candidates are kept in <data>/media, or in a bucket that speaks S3: VOIX_S3 is its address
(https://s3.eu-west-3.amazonaws.com/bucket), VOIX_S3_KEY and VOIX_S3_SECRET open it. Several servers need one.`,
  )
  .action(async (files: string[], options: ServeOptions) => {
    const { serve } = await import('./serve.js');
    await serve(files, options);
  });

program
  .command('init')
  .description(
    'writes a first election file with comments, and a key to sign its log; never over what is there',
  )
  .argument('[file]', 'the file to write', 'election.yaml')
  .addOption(name())
  .addHelpText('after', example('voix init election.yaml --name vote.brand.example'))
  .action(async (file: string, options: { name: string }) => {
    const { init } = await import('./init.js');
    say(await init(file, options.name, new Date()));
  });

program
  .command('check')
  .description('says exactly what is wrong with election files, and where')
  .argument('[files...]', 'election files, or folders of them')
  .option('--schema', 'print the JSON Schema of election files, for editors, instead')
  .addHelpText('after', example('voix check election.yaml', 'voix check --schema > election.schema.json'))
  .action(async (files: string[], { schema }: { schema?: true }) => {
    if (schema) {
      const { electionJsonSchema } = await import('../protocol/election-schema.js');
      process.stdout.write(`${JSON.stringify(electionJsonSchema(), null, 2)}\n`);
      return;
    }
    if (files.length === 0) throw misuse('Name the files to check: voix check election.yaml');
    const { check } = await import('./check.js');
    const { ok, report } = await check(files);
    process.stdout.write(report);
    if (!ok) code = FAILED;
  });

program
  .command('simulate')
  .description('plays ballots of invented voters through the public HTTP API of a backend')
  .addOption(new Option('--backend <url>', 'address of the backend').makeOptionMandatory().argParser(address))
  .addOption(
    new Option('--story <file>', 'how each election ends, candidate by candidate').conflicts('ballots'),
  )
  .addOption(
    new Option('--ballots <number>', 'so many, shared out by the seed').default(1000).argParser(whole),
  )
  .addOption(new Option('--seed <number>', 'another seed, another month').argParser(whole))
  .addOption(
    new Option('--over <duration>', 'how long it takes: 30s, 10m, 1h; 0: as fast as the backend goes')
      .default(60_000, '1m')
      .argParser(duration),
  )
  .addHelpText(
    'after',
    example(
      'voix simulate --backend http://localhost:8080 --ballots 500 --over 2m',
      'voix simulate --backend http://localhost:8080 --story story.yaml --over 0',
    ),
  )
  .addHelpText('after', '\nThe same seed makes the same voters: playing it again counts nobody twice.')
  .action(
    async (options: { backend: string; story?: string; ballots: number; seed?: number; over: number }) => {
      const { simulate, describeFates } = await import('./simulate.js');
      const interrupted = new AbortController();
      process.once('SIGINT', () => interrupted.abort());
      const progress = await simulate({ ...options, signal: interrupted.signal });
      process.stdout.write(describeFates(progress));
      if (interrupted.signal.aborted) code = INTERRUPTED;
      else if (progress.fates.accepted !== progress.total) code = FAILED;
    },
  );

program
  .command('export')
  .description("writes an election's ballots and results as CSV and JSON; a server may run meanwhile")
  .requiredOption('--out <folder>', 'the folder to write into')
  .option('--election <id>', 'one election; all of them where it is left out')
  .addOption(data())
  .addOption(databaseUrl())
  .addHelpText('after', example('voix export --data ./data --election our-president --out ./export'))
  .addHelpText('after', '\nWho cast a ballot is not exported, under any name.')
  .action(async (options: { out: string; election?: string; data: string; databaseUrl?: string }) => {
    const { exportElections } = await import('./export.js');
    say(await exportElections(options));
  });

addLogCommands(program);

program
  .command('owner')
  .description(
    'lets somebody sign in to the admin as an owner, who lets in the others; a server may run meanwhile',
  )
  .argument('<email>', 'the address that sign-in codes are mailed to')
  .option('--name <name>', 'how others read who did what; the address where it is left out')
  .addOption(data())
  .addOption(databaseUrl())
  .addHelpText('after', example('voix owner zoe@brand.example --name "Zoé Martin"'))
  .action(async (email: string, options: { name?: string; data: string; databaseUrl?: string }) => {
    const { makeOwner } = await import('./owner.js');
    say(await makeOwner({ email, ...options }));
  });

program
  .command('pin')
  .description('prints what to paste so that a page runs the script of this very version, and no other byte')
  .argument('<address>', 'where the script is: of voix serve, or of a copy of dist/chunks/', address)
  .addHelpText('after', example('voix pin https://votes.example'))
  .action(async (at: string) => {
    const { pinnedLines, readIntegrity } = await import('./pin.js');
    say(pinnedLines(at, await readIntegrity()));
  });

program
  .command('audit')
  .description('recounts elections from their published logs alone, and says what it finds')
  .argument('<place>', 'address of a backend, an election or a log; or a folder that voix publish wrote')
  .option('--key <vkey>', "a log's key, known from elsewhere; several: once each", gathered, [])
  .option('--seen <file>', 'remembers checkpoints there, and holds later ones against them')
  .option('--dossier <file>', 'writes what is in the log as a page for everybody (HTML)')
  .addHelpText(
    'after',
    example(
      'voix audit https://vote.brand.example/elections/our-president/log/',
      'voix audit ./published --seen seen.json --dossier dossier.html',
    ),
  )
  .addHelpText('after', '\nExit codes: 0 nothing is wrong, 1 something is, 2 that could not be found out.')
  .action(async (place: string, options: { key: string[]; seen?: string; dossier?: string }) => {
    const { auditLogs } = await import('./audit.js');
    const { key: keys, ...rest } = options;
    try {
      if (!(await auditLogs(place, { ...rest, keys, say }))) code = FAILED;
    } catch (thrown) {
      // 1 is what is said of a log, and of nothing else.
      process.stderr.write(`voix: ${sentenceOf(thrown)}\n`);
      code = MISUSED;
    }
  });

function misuse(message: string): CommanderError {
  process.stderr.write(`error: ${message}\n`);
  return new CommanderError(MISUSED, 'voix.misuse', message);
}

/**
 * Does what a command line says, one after the other; what it has to say goes to the standard output and error.
 * @param args those after the command's own name
 * @returns the exit code; never rejects
 */
export async function run(args: readonly string[]): Promise<number> {
  code = 0;
  // As compose and unit files write what is not set; options would take it for an answer.
  for (const name of ['PORT', 'DATABASE_URL']) if (process.env[name] === '') delete process.env[name];
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    // Commander has said what is wrong with the call; asking for help is no error.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : MISUSED;
    process.stderr.write(`voix: ${sentenceOf(thrown)}\n`);
    return FAILED;
  }
  return code;
}
