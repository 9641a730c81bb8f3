import { readFile } from 'node:fs/promises';
import { serveNode } from '../server/node.js';
import { holdFolder } from '../server/storage/sqlite-folder.js';
import { openWitness } from '../server/witness/node-witness.js';
import { Failure } from './failure.js';
import { count } from './findings.js';
import { stopSignal } from './stop-signal.js';

export interface WitnessCommand {
  /** The witness's own, made where there is none. */
  readonly key: string;
  readonly name: string;
  /** Keys of the logs. */
  readonly log: readonly string[];
  /** A file of them, one a line; `#` starts a comment. */
  readonly logs?: string;
  /** The folder in which it keeps what it has co-signed. */
  readonly state: string;
  readonly port: number;
  readonly host: string;
}

/**
 * Co-signs the checkpoints of others' logs, until told to stop.
 * @throws Failure, Error where it cannot begin
 */
export async function witness(options: WitnessCommand): Promise<void> {
  const stopping = stopSignal();
  if (!/^[^\s+]+$/.test(options.name))
    throw new Failure('The name of a witness has neither spaces nor a plus: witness.example/w1');
  const logs = await keysOf(options);
  const release = await holdFolder(options.state);
  try {
    const { vkey, fetch } = await openWitness({ ...options, logs });
    const serving = await serveNode(
      {
        fetch: (request, platform) =>
          fetch(request, platform).catch((thrown: unknown) => {
            tell(`It could not be co-signed: ${String(thrown)}`);
            return new Response('the witness failed\n', { status: 500 });
          }),
      },
      { port: options.port, hostname: options.host },
    );
    tell(
      `Witness of ${count(logs.length, 'log')} at ${serving.url} (Ctrl+C stops). For their election files:\n`,
    );
    process.stdout.write(`witnesses:\n  - key: ${vkey}\n    url: ${serving.url}\n`);
    tell(`Stopping (${await stopping}).`);
    await serving.close();
  } finally {
    release();
  }
}

const tell = (text: string): boolean => process.stderr.write(`${text}\n`);

/** @throws Failure where there is none */
async function keysOf({ log, logs }: WitnessCommand): Promise<string[]> {
  const lines = logs === undefined ? [] : (await readFile(logs, 'utf8')).split('\n');
  const texts = [...log, ...lines.map((line) => line.replace(/(^|\s)#.*$/, '').trim())].filter(Boolean);
  if (texts.length === 0)
    throw new Failure('Name the logs that it is to witness: --log VKEY, or --logs FILE with one a line.');
  return texts;
}
