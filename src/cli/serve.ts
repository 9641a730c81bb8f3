import { realClock } from '../model/clock.js';
import { mediaOf, videoLimitOf } from './media.js';
import { nodeHmac, serveNode, type Served } from '../server/node.js';
import { secretBytes } from '../server/options.js';
import { createElectionServer } from '../server/server.js';
import { photoFromWeb } from '../server/share/node-photo.js';
import { nodeShare } from '../server/share/node-share.js';
import { nodeDeliver } from '../server/webhooks/node-deliver.js';
import { holdStorage, type Where } from './database.js';
import { Failure } from './failure.js';
import { count } from './findings.js';
import { loadElections } from './load.js';
import { holdKey, keyFileFor } from './log-key.js';
import { logLines } from './log-lines.js';
import { isScript, scriptFiles } from './script.js';
import { mailOf, mailTrouble } from './mail.js';
import { stopSignal } from './stop-signal.js';

export interface ServeOptions extends Where {
  readonly port: number;
  readonly host: string;
  /** The file of the key that signs the logs; where it is absent, beside the first election file. */
  readonly key?: string;
  /** The organiser's name in logs that are begun here. */
  readonly name: string;
  /** Where voters reach this server. */
  readonly publicUrl?: string;
}

/**
 * Serves until told to stop (SIGINT, SIGTERM): then finishes what is under way, so that no vote that
 * was answered is lost and none that was stored goes unanswered.
 * @throws Failure, Error where it cannot begin
 */
export async function serve(files: readonly string[], options: ServeOptions): Promise<void> {
  const stopping = stopSignal();
  const held = await holdStorage(options, { now: realClock.now }, process.env['VOIX_SECRET'] || undefined);
  try {
    const { storage, secret } = held;
    secretBytes(secret);
    const mailer = mailOf(options.data, process.env);
    const file = options.key ?? keyFileFor(files);
    const open = async () => holdKey(file, await storage.elections(), tellMade);
    const signing = async () => ({ ...(await open()), name: options.name });
    await loadElections(storage, files, realClock.now(), signing, (election, from) =>
      tell(`\`${election}\` was changed in the admin: what ${from} says of it is not looked at any more.`),
    );
    const elections = await storage.elections();
    const people = (await storage.topics?.people.all()) ?? [];
    if (elections.length + people.length === 0)
      throw new Failure(
        'There is no election to serve: name an election file. `voix init` writes a first one; ' +
          'or `voix owner` lets you make one in the admin.',
      );
    const key = await open();
    const { log, flush } = logLines((lines) => process.stdout.write(lines));
    const server = createElectionServer({
      storage,
      secret,
      log: (entry) => {
        log(entry);
        if (entry.event === 'clerk-failed' && entry.code === 'log-stale')
          tell(`No vote is taken in \`${entry.election}\`: ${entry.detail}`);
      },
      hmac: nodeHmac,
      name: options.name,
      admin: {
        mailer,
        deliver: nodeDeliver({ allowPrivate: process.env['VOIX_WEBHOOKS_PRIVATE'] === 'allow' }),
      },
      media: mediaOf(options.data, process.env),
      limits: videoLimitOf(process.env),
      share: nodeShare(photoFromWeb({ base: options.publicUrl })),
      ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
      ...key,
    });
    const script = scriptFiles();
    const served: Served = {
      fetch: (request, platform) =>
        script && isScript(new URL(request.url).pathname)
          ? script.fetch(request)
          : server.fetch(request, platform),
      close: () => server.close(),
    };
    const serving = await serveNode(served, { port: options.port, hostname: options.host }).catch(
      async (thrown: unknown) => {
        // Its clerk is at work by now: what it works on is about to be closed.
        await server.close();
        throw thrown;
      },
    );
    const at = options.publicUrl?.replace(/\/$/, '') ?? serving.url;
    tell(`Serving ${count(elections.length, 'election')} at ${serving.url} (Ctrl+C stops). On your page:\n`);
    if (script) tell(`  <script async src="${at}/voix.js"></script>`);
    for (const { election } of elections)
      tell(`  <voix-election backend="${at}" election="${election.id}"></voix-election>`);
    if (script) tell(`\nThe desk is at ${at}/admin/.`);
    void mailTrouble(mailer).then((trouble) => trouble && tell(`\n${trouble}`));
    tell(`Stopping (${await stopping}): finishing what is under way.`);
    await serving.close();
    flush();
  } finally {
    await held.close();
  }
}

const tellMade = (file: string): boolean =>
  tell(`Made a key to sign the logs with: ${file}. Keep a copy of it, apart from the data.`);

/** For whoever started it; the log has the standard output to itself. */
const tell = (text: string): boolean => process.stderr.write(`${text}\n`);
