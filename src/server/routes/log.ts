/** The election's log, for whoever recounts: see `docs/log-format.md`. */
import { tileAt, bundleBytes, tileBytes, widthOf, TILE_WIDTH, type Tile } from '../../log/tiles.js';
import { utf8 } from '../../log/utf8.js';
import { ElectionError } from '../../model/errors.js';
import { hiddenAt } from '../../model/results.js';
import { answer, isKnown, publicFor } from '../answer.js';
import { admitEveryone, type Call, type Handler, type Services } from '../call.js';
import type { Listed } from '../catalogue.js';
import { entryAt } from '../receipt-proof.js';
import type { Logs } from '../signing/logs.js';
import type { SignedLog } from '../signing/signed-log.js';
import { cosignedNote } from '../signing/witnessed.js';
import type { LogStorage } from '../storage/log-storage.js';

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';

/** What never changes: for a year, and without asking again. In a rehearsal, which may begin anew, not at all. */
const forEver = ({ clock }: Services): string =>
  clock.rate === 1 ? 'public, max-age=31536000, immutable' : 'no-store';

/** A document may be erased: for five minutes. */
const forNow = ({ clock }: Services): string => (clock.rate === 1 ? 'public, max-age=300' : 'no-store');

export const showCheckpoint: Handler = async (services, call) => {
  const listed = await admitEveryone(services, call);
  const { logs, signed } = await signedLog(services, listed);
  const note = (await witnessedNote(services, logs.log, listed)) ?? (await newestNote(logs, listed, signed));
  const etag = `"${await tagOf(note)}"`;
  const headers = { 'Content-Type': TEXT, ETag: etag, 'Cache-Control': publicFor(services.clock) };
  if (isKnown(call.request, etag)) return answer(services, call, null, { status: 304, headers });
  return answer(services, call, note, { headers });
};

/** Tiles and bundles of entries; of those that are not full, as many as the log has by now. */
export const showTile: Handler = async (services, call) => {
  const { election } = await admitEveryone(services, call);
  const log = keptLog(services);
  const { kind, from, to } = await rangeAt(log, election.id, addressIn(call));
  const bytes =
    typeof kind === 'number'
      ? tileBytes(await log.hashes(election.id, kind, from, to))
      : bundleBytes((await log.entries(election.id, from, to)).map(utf8));
  const headers = { 'Content-Type': BYTES, 'Cache-Control': forEver(services) };
  return answer(services, call, new Uint8Array(bytes), { headers });
};

export const showOpenings: Handler = async (services, call) => {
  const { election } = await admitEveryone(services, call);
  const log = keptLog(services);
  const { from, to } = await rangeAt(log, election.id, addressIn(call));
  if (!areOpen(services, election)) throw new ElectionError('openings-hidden');
  const openings = await log.openings(election.id, from, to);
  const lines = openings.map((one) => `${JSON.stringify(one && [one.salt, one.text])}\n`);
  const headers = { 'Content-Type': 'application/jsonl', 'Cache-Control': forEver(services) };
  return answer(services, call, lines.join(''), { headers });
};

/**
 * What the ballots chose is for everyone where the results always are; else once the clock says that voting
 * has closed, and the log, too: after its close no ballot is sequenced, whatever another process's clock says.
 */
const areOpen = ({ clock, clerk }: Services, election: Listed['election']): boolean =>
  hiddenAt(election, clock.now(), false) === false &&
  (election.rules.visibility === 'always' || clerk?.isClosed(election.id) === true);

export const showDocument: Handler = async (services, call) => {
  await admitEveryone(services, call);
  const text = await keptLog(services).document(call.parameter('hash'));
  if (text === undefined) throw new ElectionError('route-unknown');
  if (text === null) throw new ElectionError('document-erased');
  return answer(services, call, text, { headers: { 'Cache-Control': forNow(services) } });
};

export const showProof: Handler = async (services, call) => {
  const listed = await admitEveryone(services, call);
  const { logs, signed } = await signedLog(services, listed);
  const index = call.parameter('index');
  const entry = /^(0|[1-9]\d{0,14})$/.test(index)
    ? await entryAt(logs, listed.election.id, Number(index))
    : undefined;
  if (!entry) throw new ElectionError('route-unknown');
  const proof = entry.place.proof + (await signed.note(entry.place));
  return answer(services, call, proof, { headers: { 'Content-Type': TEXT } });
};

function keptLog({ storage }: Services): LogStorage {
  if (!storage.log) throw new ElectionError('unsupported', { detail: 'This backend keeps no log.' });
  return storage.log;
}

/** @throws ElectionError `unsupported`, `log-stale` */
async function signedLog({ logs }: Services, listed: Listed): Promise<{ logs: Logs; signed: SignedLog }> {
  const signed = await logs?.of(listed);
  if (!logs || !signed)
    throw new ElectionError('unsupported', { detail: 'This backend does not sign its logs.' });
  return { logs, signed };
}

async function witnessedNote(
  { clock }: Services,
  log: LogStorage,
  { election: { id }, witnesses }: Listed,
): Promise<string | undefined> {
  return witnesses.length > 0 ? cosignedNote(log, id, clock) : undefined;
}

async function newestNote(logs: Logs, { election }: Listed, signed: SignedLog): Promise<string> {
  const head = await logs.log.head(election.id);
  return signed.note(head ?? signed.newest);
}

/** The address below the log's own. */
const addressIn = (call: Call): string => {
  const { pathname } = new URL(call.request.url);
  return pathname.slice(pathname.lastIndexOf('/log/') + '/log/'.length);
};

/** @throws ElectionError `route-unknown` for what is no address, or of a tree that there is not yet */
async function rangeAt(log: LogStorage, election: string, address: string) {
  const tile: Tile | undefined = tileAt(address);
  const size = (await log.head(election))?.size ?? 0;
  if (!tile || tile.width > widthOf(size, tile.kind, tile.index)) throw new ElectionError('route-unknown');
  const from = tile.index * TILE_WIDTH;
  return { kind: tile.kind, from, to: from + tile.width };
}

async function tagOf(note: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(utf8(note))));
  return Array.from(digest.subarray(0, 9), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
