/** An election's log, read as anyone can: by the addresses of `docs/log-format.md`. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PublishedLog } from './check/evidence.js';

/** Entries of a bundle. */
const WIDTH = 256;
/** Milliseconds that the close and the proclamation may take, once the clock has passed them. */
const PATIENCE = 60_000;

/** @param base the election's address on a server */
export async function readLog(base: string): Promise<PublishedLog> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const log = await readOnce(base);
    const last = log.entries.at(-1) ?? '';
    if (last.startsWith('{"type":"proclamation"') || performance.now() > until) return log;
    await delay(200);
  }
}

async function readOnce(base: string): Promise<PublishedLog> {
  const checkpoint = (await bytesAt(`${base}/log/checkpoint`)).toString();
  const size = Number(checkpoint.split('\n')[1]);
  const entries: string[] = [];
  const openings: PublishedLog['openings'][number][] = [];
  for (let from = 0; from < size; from += WIDTH) {
    const name = tileName(from / WIDTH, Math.min(WIDTH, size - from));
    entries.push(...entriesIn(await bytesAt(`${base}/log/tile/entries/${name}`)));
    const lines = (await bytesAt(`${base}/log/openings/${name}`)).toString().trimEnd().split('\n');
    openings.push(...lines.map((line) => JSON.parse(line) as PublishedLog['openings'][number]));
  }
  const { document } = JSON.parse(entries[0] ?? '') as { document: string };
  const rules = (await bytesAt(`${base}/log/documents/${document}`)).toString();
  const [key = ''] = (JSON.parse(rules) as { keys: readonly string[] }).keys;
  return { key, entries, openings, checkpoint };
}

/** For the first million of bundles. */
function tileName(index: number, width: number): string {
  const digits = String(index % 1000).padStart(3, '0');
  const name = index < 1000 ? digits : `x${String(Math.floor(index / 1000)).padStart(3, '0')}/${digits}`;
  return width === WIDTH ? name : `${name}.p/${width}`;
}

/** Each after its length, two bytes. */
function entriesIn(bundle: Buffer): string[] {
  const entries: string[] = [];
  for (let at = 0; at < bundle.length;) {
    const length = bundle.readUInt16BE(at);
    entries.push(bundle.toString('utf8', at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

async function bytesAt(address: string): Promise<Buffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}
