/**
 * What is written into the logs besides ballots, once for both databases. Each call belongs into a transaction of
 * its own, which it begins by taking the election's head.
 */
import { sql, type Kysely } from 'kysely';
import { base64 } from '../../log/base64.js';
import { entryText, type Appended, type Statement } from '../../log/entry.js';
import { appended, leafHash, rootOf } from '../../log/tree.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { grown } from './entering.js';
import { eraseCandidate } from './erasures.js';
import { hourOf } from './hour.js';
import { peaksIn, peaksText } from './known-logs.js';
import type { LogHead } from './log-storage.js';
import { ruleAbout } from './rulings.js';
import type { HeadRow, Schema } from './schema.js';
import type { Means } from './sequencing.js';
import { forgetSalt } from './voter-salts.js';

export type Db = Kysely<Schema>;

/**
 * See `LogStorage.append`.
 * @throws ElectionError `election-unknown`, `unsupported` (it has no log), `ballot-unknown`, `log-closed`
 */
export async function append(
  db: Db,
  election: Id,
  statement: Appended,
  size: number | undefined,
  now: number,
  means: Means,
): Promise<LogHead | undefined> {
  const head = await lockedHead(db, election);
  if (head.peaks === null) throw new ElectionError('unsupported', { detail: `${election} has no log` });
  if (size !== undefined && head.version + 1 !== size) return undefined;
  switch (statement.type) {
    case 'close':
      if (head.closed) throw new ElectionError('log-closed');
      return enterStatement(db, { ...head, closed: 1 }, statement, now, means);
    case 'review':
    case 'invalidation':
    case 'reinstatement': {
      const change = await ruleAbout(db, election, statement);
      return enterStatement(db, { ...head, ballots: head.ballots + change }, statement, now, means);
    }
    case 'key':
      await db.updateTable('elections').set({ key: statement.key }).where('id', '=', election).execute();
      break;
    case 'moderation':
      if (await isSaid(db, election, statement)) {
        const frontier = { size: head.version + 1, peaks: peaksIn(head.peaks) };
        return { size: frontier.size, root: rootOf(means.sha, frontier) };
      }
      if (statement.act === 'erased') await eraseCandidate(db, election, statement.candidate);
      break;
    case 'erasure': {
      if (statement.voters !== 'all') break;
      const voters = head.closed ? await forgetSalt(db, election) : undefined;
      return voters === undefined
        ? undefined
        : enterStatement(db, head, { type: 'erasure', voters }, now, means);
    }
  }
  return enterStatement(db, head, statement, now, means);
}

/** Acts after which a candidate stands no more. */
const GONE: readonly string[] = ['hidden', 'withdrawn'];

/**
 * Whether the last that the log says of this candidate is the same act, or another one after which they are gone already:
 * nobody goes twice, whoever asks for it at once, and nobody is put back who has not gone.
 */
async function isSaid(
  db: Db,
  election: Id,
  { candidate, act }: Extract<Statement, { type: 'moderation' }>,
): Promise<boolean> {
  const about = JSON.stringify({ type: 'moderation', election, candidate, act: '' }).slice(0, -2);
  const last = await db
    .selectFrom('entries')
    .select('text')
    .where('election', '=', election)
    .where('text', 'like', `${about}%`)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const said = last?.text.slice(about.length).split('"')[0] ?? '';
  const isGone = GONE.includes(said);
  return said === act || (act === 'restored' ? !isGone : isGone && GONE.includes(act));
}

/**
 * Takes an election's head, and with it the sole right to write into its log: a write, as SQLite has no other lock,
 * and a statement of its own, so that what is read after it is all that was ever committed.
 * @throws ElectionError `election-unknown`
 */
export async function lockedHead(db: Db, election: Id): Promise<HeadRow> {
  const head = await db
    .updateTable('heads')
    .set({ version: sql<number>`version` })
    .where('election', '=', election)
    .returningAll()
    .executeTakeFirst();
  if (!head) throw new ElectionError('election-unknown');
  return head;
}

/** Writes a statement after what there is, and the head as it is given but for its place in the log. */
export async function enterStatement(
  db: Db,
  head: HeadRow,
  statement: Statement,
  now: number,
  { sha }: Means,
): Promise<LogHead> {
  const { election } = head;
  const sequence = head.peaks === null ? 0 : head.version + 1;
  const text = entryText(election, statement, hourOf(now));
  const leaf = leafHash(sha, text);
  const before = { size: sequence, peaks: head.peaks === null ? [] : peaksIn(head.peaks) };
  const { size, root, peaks, nodes, halves } = grown(election, appended(sha, before, [leaf]));
  await db
    .insertInto('entries')
    .values({ election, sequence, text, leaf: base64(leaf) })
    .execute();
  if (nodes.length > 0) await db.insertInto('nodes').values(nodes).execute();
  if (halves.length > 0) await db.insertInto('halves').values(halves).execute();
  await db
    .updateTable('heads')
    .set({ ...head, version: sequence, peaks: peaksText(peaks) })
    .where('election', '=', election)
    .execute();
  return { size, root };
}
