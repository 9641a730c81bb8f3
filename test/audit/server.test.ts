/** The real server's log, over HTTP and as it is published, read by an auditor that shares no code with it. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { audit, type Audit } from '../../src/audit/audit.js';
import { toBase64 } from '../../src/audit/bytes.js';
import { dossier } from '../../src/audit/dossier/dossier.js';
import { findLogs } from '../../src/audit/find-logs.js';
import { httpSource } from '../../src/audit/http-source.js';
import { checkReceipt } from '../../src/audit/receipt.js';
import { codeText } from '../../src/audit/tracking-code.js';
import { folderSource } from '../../src/cli/audit-source.js';
import { publishLog } from '../../src/cli/published-log.js';
import type { Receipt } from '../../src/model/ballot.js';
import { serveNode, type Serving } from '../../src/server/node.js';
import { createElectionServer, type ElectionServer } from '../../src/server/server.js';
import { marksInMemory } from '../../src/server/signing/marks.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import type { Storage } from '../../src/server/storage/storage.js';
import { anElection, aVote, CLOSES, DURING, plurality, SECRET, SetClock } from '../server/support/backend.js';
import { aSigner, NAME } from '../server/support/signed.js';
import { failures, notes, sha256, unknowns, warnings } from './support/audit-files.js';

const ID = 'maison';
const ORIGIN = `${NAME}/${ID}`;
const VOTERS = 300;

describe('the log of a real server', () => {
  const clock = new SetClock(DURING);
  const receipts: Receipt[] = [];
  let folder: string;
  let storage: Storage;
  let server: ElectionServer;
  let serving: Serving;
  let key: string;
  let before_close: Audit;

  const vote = async (voter: number, candidate: string): Promise<Receipt> => {
    const answer = await server.fetch(aVote(ID, { voter, choice: plurality(candidate) }));
    assert.equal(answer.status, 201);
    return (await answer.json()) as Receipt;
  };
  const audited = async (): Promise<Audit> => {
    const [address = ''] = await findLogs(serving.url);
    assert.equal(address, `${serving.url}/elections/${ID}/log/`);
    return audit(httpSource(address), { sha256, keys: [key] });
  };
  /** Publishes as the command does. */
  const published = async (): Promise<string> => {
    const to = join(folder, 'published');
    const note = await (await fetch(`${serving.url}/elections/${ID}/log/checkpoint`)).text();
    const { log } = storage;
    assert.ok(log);
    await publishLog(log, ID, { folder: to, note, isOpen: true, sha: sha256, onProgress: () => undefined });
    return to;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-audit-'));
    storage = await openSqlite(join(folder, 'voix.db'), { now: () => clock.now() });
    const signer = await aSigner();
    key = signer.vkey(ORIGIN);
    const election = anElection(ID, { visibility: 'until-close' });
    await storage.putElection({ election, origins: ['https://brand.test'], key });
    server = createElectionServer({
      storage,
      clock,
      secret: SECRET,
      signer,
      marks: marksInMemory(),
      sha256,
      name: NAME,
      turn: 2_000_000_000,
    });
    serving = await serveNode(server, { port: 0 });
    for (let voter = 0; voter < VOTERS; voter += 50)
      receipts.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, i) => vote(voter + i, ['amina', 'amina', 'bruno'][i % 3] ?? '')),
        )),
      );
    receipts.push(await vote(0, 'chloe'));
  });
  after(async () => {
    await serving.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  it('holds while voting is open, with its choices sealed', async () => {
    before_close = await audited();
    assert.deepEqual(failures(before_close), []);
    assert.deepEqual(warnings(before_close), []);
    assert.ok(unknowns(before_close).includes('openings-hidden'));
    assert.equal(before_close.log?.replay.register.voters, VOTERS);
    assert.equal(before_close.log?.replay.register.ballots, VOTERS + 1);
  });

  it('holds every receipt that was given', () => {
    const { log, checkpoint } = before_close;
    assert.ok(log && checkpoint);
    for (const [i, receipt] of receipts.entries()) {
      const [state, sealed] = checkReceipt(JSON.stringify(receipt), log, checkpoint, sha256);
      assert.equal(state?.code, i === 0 ? 'receipt-replaced' : 'receipt-counted');
      assert.equal(sealed?.code, 'receipt-sealed');
    }
  });

  it('holds after decisions, the close and the proclamation, and follows from what was seen before', async () => {
    const { log } = storage;
    assert.ok(log);
    const ballots = receipts.slice(1, 4).map(({ ballot }) => ballot);
    for (const ballot of ballots) await log.append(ID, { type: 'review', ballot, reason: 'automation' });
    clock.set(CLOSES + 1000);
    await server.turn();
    await log.append(ID, { type: 'invalidation', ballot: ballots[0] ?? '', reason: 'automation' });
    await log.append(ID, { type: 'reinstatement', ballot: ballots[1] ?? '', reason: 'error' });
    await server.turn();
    const { checkpoint } = before_close;
    assert.ok(checkpoint);
    const found = await audit(httpSource(`${serving.url}/elections/${ID}/log`), {
      sha256,
      keys: [key],
      seen: () => [{ size: checkpoint.size, root: toBase64(checkpoint.root) }],
    });
    assert.deepEqual(failures(found), []);
    assert.deepEqual(unknowns(found), ['witnesses-none', 'eligible-unknown']);
    const { register, closed, proclamations } = found.log?.replay ?? {};
    assert.ok(closed && proclamations);
    assert.equal(proclamations.at(-1)?.entry.outcome.kind, 'elected');
    assert.equal(register?.counted, VOTERS - 2);
    const page = dossier(found, sha256) ?? '';
    assert.ok(page.includes(`vote.test/${ID}`));
    const code = codeText(register.at(receipts[1]?.sequence ?? 0) ?? { index: 0, firstBits: 0 });
    assert.ok(page.includes(code));
  });

  it('holds in a published folder, and every file of it that is touched is noticed', async () => {
    const place = await published();
    const found = await audit(folderSource(place), { sha256, keys: [key] });
    assert.deepEqual(failures(found), []);
    for (const [path, code] of [
      ['openings/000', 'opening-wrong'],
      ['tile/entries/001.p/', 'entry-changed'],
      ['tile/0/000', 'entry-changed'],
    ] as const) {
      const size = found.checkpoint?.size ?? 0;
      const file = join(place, path.endsWith('/') ? `${path}${size % 256}` : path);
      const bytes = await readFile(file);
      const spoilt = path.startsWith('openings')
        ? Buffer.from(String(bytes).replace('plurality:1', 'plurality:2'))
        : bytes.with(bytes.length - 40, 1);
      await writeFile(file, spoilt);
      const codes = failures(await audit(folderSource(place), { sha256, keys: [key] }));
      assert.ok(codes.includes(code), `${path}: ${codes.join()}`);
      await writeFile(file, bytes);
    }
  });

  it('keeps its root, and is recounted to the same, when a voter and a candidate are erased', async () => {
    const earlier = await audited();
    const { log } = storage;
    assert.ok(log && earlier.checkpoint && earlier.log);
    await log.eraseVoter(ID, receipts[9]?.ballot ?? '');
    await log.append(ID, { type: 'erasure', voters: 1 });
    const candidate = (await log.numbers(ID)).get('bruno') ?? 0;
    await log.append(ID, { type: 'moderation', candidate, act: 'erased', reason: 'on-request' });
    const found = await audit(httpSource(`${serving.url}/elections/${ID}/log`), {
      sha256,
      keys: [key],
      seen: () => [
        { size: earlier.checkpoint?.size ?? 0, root: toBase64(earlier.checkpoint?.root ?? new Uint8Array()) },
      ],
    });
    assert.deepEqual(failures(found), []);
    assert.ok(notes(found).includes('profile-erased'));
    assert.equal(found.log?.replay.register.votes(candidate), earlier.log.replay.register.votes(candidate));
    assert.equal(found.log?.replay.erasedVoters, 1);
    assert.doesNotMatch(dossier(found, sha256) ?? '', /bruno/);
  });
});
