/** What is fixed before voting opens, and when it ends: whoever writes the log holds to it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audit } from '../../src/audit/audit.js';
import { dossier } from '../../src/audit/dossier/dossier.js';
import { auditFiles, auditLog, failures, sha256, warnings } from './support/audit-files.js';
import { hour, openedBakery, proclaim, rulesOf, votedBakery, wholeBakery } from './support/bakery.js';

describe('amendments', () => {
  it('change nothing that decides once voting has opened, nor after the close what a result follows from', async () => {
    const decisive: Readonly<Record<string, object>> = {
      quorum: { rules: { quorum: 10_000 } },
      revote: { rules: { revote: false } },
      method: { rules: { method: { kind: 'approval' } } },
      visibility: { rules: { visibility: 'until-close' } },
      identity: { rules: { identity: 'email' } },
      tie: { tie: 'lots' },
    };
    for (const [what, change] of Object.entries(decisive))
      for (const log of [
        openedBakery({ opened: false }),
        votedBakery({ voters: 6, opened: false }),
        wholeBakery(),
      ]) {
        const before = rulesOf(log) as { readonly rules: object };
        const { rules, ...rest } = change as { readonly rules?: object };
        const document = log.document({ ...before, ...rest, rules: { ...before.rules, ...rules } });
        log.add('amendment', { document, reason: 'x' }, hour(12));
        const found = (await auditLog(log)).items.flatMap(({ findings }) => findings);
        const [locked] = found.filter(({ code }) => code === 'amended-locked');
        assert.equal(locked?.examples[0]?.['what'], what);
      }
    const after = wholeBakery();
    after.entries.pop();
    const candidates = (rulesOf(after) as { readonly candidates: object[] }).candidates.slice(1);
    const document = after.document({ ...rulesOf(after), candidates });
    after.add('amendment', { document, reason: 'x' }, hour(12));
    proclaim(after, { kind: 'elected', candidate: 2, votes: 200, margin: 100 });
    assert.deepEqual(
      warnings(await auditLog(after))
        .slice(1)
        .sort(),
      ['amended-after-close', 'candidate-dropped'],
    );
  });
});

describe('the number of a candidate who was erased', () => {
  it('is given to nobody else', async () => {
    const log = wholeBakery();
    log.add('moderation', { candidate: 1, act: 'erased', reason: 'on-request' }, hour(12));
    const rules = rulesOf(log) as { readonly candidates: readonly { readonly profile: string }[] };
    const [gone, ...others] = rules.candidates;
    const other = log.document({ salt: 'A'.repeat(22), profile: { id: 'zoe', name: 'Zoé' } });
    const candidates = [{ number: 1, profile: other }, ...others];
    log.add('amendment', { document: log.document({ ...rules, candidates }), reason: 'x' }, hour(12));
    const files = log.files();
    files.delete(`documents/${gone?.profile}`);
    assert.deepEqual(failures(await auditFiles(files)), ['candidate-reassigned']);
  });
});

describe('the close', () => {
  it('comes no earlier than the rules say, to the hour', async () => {
    // Voting is to 19 o'clock, UTC.
    const closedAt = async (at: string) => {
      const log = openedBakery();
      log.ballot('a', 'plurality:1', hour(2));
      const tiers = { device: { counted: 1, review: 0, invalidated: 0 } };
      log.add('close', { voters: 1, tiers, refused: {} }, at);
      return failures(await auditLog(log));
    };
    assert.deepEqual(await closedAt('2026-11-22T18:00:00.000Z'), ['close-early']);
    assert.deepEqual(await closedAt('2026-11-22T19:00:00.000Z'), []);
  });
});

describe('a log with a thousand amendments', () => {
  it('takes no more time or memory than their documents: each is read once', async () => {
    const log = openedBakery({ opened: false });
    const rules = rulesOf(log) as { readonly candidates: readonly { readonly profile: string }[] };
    const profile = rules.candidates[0]?.profile;
    const candidates = Array.from({ length: 2000 }, (_, i) => ({ number: i + 1, profile }));
    const document = log.document({ ...rules, candidates });
    for (let i = 0; i < 1200; i++) log.add('amendment', { document, reason: 'x' }, hour(0));
    const files = log.files();
    let times = 0;
    const read = (path: string) => {
      if (path === `documents/${document}`) times += 1;
      return Promise.resolve(files.get(path));
    };
    const found = await audit({ name: 'files', read }, { sha256 });
    assert.equal(times, 1);
    assert.equal(found.log?.book.editions.length, 1000);
    assert.equal(found.log.book.inForce?.candidates.size, 2000);
    assert.match(dossier(found, sha256, 'en') ?? '', /<p>… and 201 more like it\.<\/p>/);
    assert.equal(
      found.items.flatMap(({ findings }) => findings).find(({ code }) => code === 'amended')?.count,
      1200,
    );
  });

  it('has none whose rules are longer than anybody reads', async () => {
    const log = openedBakery({ opened: false });
    const document = log.document({ ...rulesOf(log), terms: 'x'.repeat(2_000_000) });
    log.add('amendment', { document, reason: 'x' }, hour(0));
    assert.deepEqual(failures(await auditLog(log)), ['rules-malformed']);
  });
});
