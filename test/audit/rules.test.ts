/** What the rules say decides what is right: amendments, methods, quorum, visibility, people who left. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditFiles, auditLog, failures, notes, unknowns, warnings } from './support/audit-files.js';
import {
  close,
  hour,
  openedBakery,
  proclaim,
  profilesOf,
  rulesOf,
  votedBakery,
  wholeBakery,
} from './support/bakery.js';
import { idOf, type LogWriter } from './support/log-writer.js';

const verdicts = (found: Awaited<ReturnType<typeof auditLog>>) =>
  Object.fromEntries(found.items.map(({ check, verdict }) => [check, verdict]));

describe('an election that is not over', () => {
  it('keeps its choices sealed, and what depends on them cannot be known', async () => {
    const found = await auditLog(votedBakery({ opened: false }));
    assert.equal(found.ok, true);
    assert.deepEqual(unknowns(found).slice(2), [
      'openings-hidden',
      'tally-incomplete',
      'eligible-unknown',
      'not-closed',
      'not-proclaimed',
    ]);
  });

  it('is noted where it shows them too early', async () => {
    assert.ok(warnings(await auditLog(votedBakery())).includes('openings-early'));
    const always = await auditLog(votedBakery({ rules: { visibility: 'always' } }));
    assert.ok(!warnings(always).includes('openings-early'));
    assert.equal(verdicts(always)['tally'], 'ok');
  });

  it('fails where everybody may see the results and they are sealed', async () => {
    const found = await auditLog(votedBakery({ opened: false, rules: { visibility: 'always' } }));
    assert.deepEqual(failures(found), ['openings-missing']);
  });

  it('may hold nothing but its rules', async () => {
    const found = await auditLog(openedBakery({ opened: false }));
    assert.deepEqual(failures(found), []);
    assert.equal(found.log?.replay.register.voters, 0);
  });
});

describe('how it ends', () => {
  const ending = async (
    ballots: readonly string[],
    options: Parameters<typeof openedBakery>[0],
    outcome: object,
    counts: number[],
    before: (log: LogWriter) => void = () => undefined,
  ) => {
    const log = openedBakery(options);
    for (const [i, text] of ballots.entries()) log.ballot(`v${i}`, text, hour(2));
    before(log);
    close(log, { voters: ballots.length, counted: ballots.length });
    proclaim(log, outcome, counts);
    return failures(await auditLog(log));
  };

  it('is a tie where two have as many, whatever their order', async () => {
    const ballots = ['plurality:2', 'plurality:1'];
    for (const candidates of [
      [1, 2],
      [2, 1],
    ])
      assert.deepEqual(await ending(ballots, {}, { kind: 'tie', candidates, votes: 1 }, [1, 1, 0]), []);
    assert.deepEqual(
      await ending(ballots, {}, { kind: 'elected', candidate: 1, votes: 1, margin: 0 }, [1, 1, 0]),
      ['proclamation-outcome-wrong'],
    );
  });

  it('is nobody where nobody voted, or too few did', async () => {
    assert.deepEqual(await ending([], {}, { kind: 'no-ballots' }, [0, 0, 0]), []);
    const few = { kind: 'no-quorum', ballots: 1, quorum: 2 };
    assert.deepEqual(await ending(['plurality:3'], { quorum: 2 }, few, [0, 0, 1]), []);
  });

  it('counts every mark of an approval', async () => {
    const rules = { method: { kind: 'approval', max: 2 } };
    const ballots = ['approval:1,3', 'approval:3', 'approval:2,3'];
    const elected = { kind: 'elected', candidate: 3, votes: 3, margin: 2 };
    assert.deepEqual(await ending(ballots, { rules }, elected, [1, 1, 3]), []);
    for (const bad of [
      'approval:1,2,3',
      'approval:3,1',
      'approval:1,1',
      'approval:',
      'approval:4',
      'approval:01',
      'plurality:1',
    ])
      assert.ok(
        (await ending([bad], { rules }, { kind: 'no-ballots' }, [0, 0, 0])).some((code) =>
          ['choice-invalid', 'opening-malformed'].includes(code),
        ),
        bad,
      );
  });

  it('passes over those who withdrew: their votes stay, they are not elected', async () => {
    const ballots = ['plurality:1', 'plurality:1', 'plurality:2'];
    const elected = { kind: 'elected', candidate: 2, votes: 1, margin: 1 };
    const withdraw = (log: LogWriter) =>
      log.add('moderation', { candidate: 1, act: 'withdrawn', reason: 'on-request' }, hour(3));
    assert.deepEqual(await ending(ballots, {}, elected, [2, 1, 0], (log) => void withdraw(log)), []);
    assert.deepEqual(await ending(ballots, {}, elected, [2, 1, 0]), ['proclamation-outcome-wrong']);
  });

  it('passes over those who were taken out, until they are put back; a withdrawal stays', async () => {
    const ballots = ['plurality:1', 'plurality:1', 'plurality:2'];
    const first = { kind: 'elected', candidate: 1, votes: 2, margin: 1 };
    const second = { kind: 'elected', candidate: 2, votes: 1, margin: 1 };
    const after = (outcome: object, ...acts: readonly string[]) =>
      ending(ballots, {}, outcome, [2, 1, 0], (log) => {
        for (const act of acts) log.add('moderation', { candidate: 1, act, reason: 'error' }, hour(3));
      });
    assert.deepEqual(await after(second, 'hidden'), []);
    assert.deepEqual(await after(first, 'hidden'), ['proclamation-outcome-wrong']);
    assert.deepEqual(await after(first, 'hidden', 'restored'), []);
    assert.deepEqual(await after(second, 'hidden', 'restored', 'hidden'), []);
    assert.deepEqual(await after(second, 'withdrawn', 'restored'), []);
    assert.deepEqual(await after(second, 'hidden', 'withdrawn', 'restored'), []);
    assert.deepEqual(await after(second, 'withdrawn', 'hidden', 'restored'), []);
  });
});

describe('amendments', () => {
  const amended = (change: (rules: Record<string, unknown>) => object, at = hour(0)) => {
    const log = openedBakery({ opened: false });
    const document = log.document(change(rulesOf(log) as Record<string, unknown>));
    log.add('amendment', { document, reason: 'A printing error in the calendar.' }, at);
    return log;
  };

  it('are told, with what they change', async () => {
    const found = await auditLog(amended((rules) => ({ ...rules, title: 'Another question' })));
    assert.deepEqual(failures(found), []);
    assert.deepEqual(notes(found), ['amended']);
    const [change] = found.log?.book.editions[1]?.changes ?? [];
    assert.deepEqual([change?.what, change?.after], ['title', 'Another question']);
  });

  it('are noted while ballots are being cast', async () => {
    const log = votedBakery({ opened: false });
    log.add(
      'amendment',
      { document: log.document({ ...rulesOf(log), tie: 'stands' }), reason: 'x' },
      hour(10),
    );
    assert.ok(warnings(await auditLog(log)).includes('amended-while-voting'));
  });

  it('may add candidates, and never give a number away', async () => {
    const added = await auditLog(amended((rules) => rules));
    assert.deepEqual(failures(added), []);
    const log = openedBakery({ opened: false });
    const swapped = rulesOf(log, {}, profilesOf(log).reverse());
    log.add('amendment', { document: log.document(swapped), reason: 'x' }, hour(0));
    assert.deepEqual(failures(await auditLog(log)), ['candidate-reassigned']);
    const dropped = await auditLog(
      amended((rules) => ({ ...rules, candidates: (rules['candidates'] as object[]).slice(1) })),
    );
    assert.ok(warnings(dropped).includes('candidate-dropped'));
  });

  it('are of this election, and written as the format has it', async () => {
    assert.deepEqual(failures(await auditLog(amended((rules) => ({ ...rules, election: 'market' })))), [
      'rules-elsewhere',
    ]);
    const broken: readonly ((rules: Record<string, unknown>) => object)[] = [
      () => [],
      (rules) => ({ ...rules, format: 'voix-rules/2' }),
      (rules) => ({ ...rules, title: 1 }),
      (rules) => ({ ...rules, title: { toString: 1 } }),
      (rules) => ({ ...rules, calendar: { ...(rules['calendar'] as object), voting: { toString: 1 } } }),
      (rules) => ({ ...rules, calendar: { ...(rules['calendar'] as object), voting: '2026-11-22T09:00' } }),
      (rules) => ({ ...rules, calendar: { voting: 'soon', counting: 'later', timeZone: 'Europe/Paris' } }),
      (rules) => ({ ...rules, calendar: { ...(rules['calendar'] as object), timeZone: 'Europe/Nowhere' } }),
      (rules) => ({
        ...rules,
        calendar: { ...(rules['calendar'] as object), counting: '2026-01-01T00:00:00Z' },
      }),
      (rules) => ({ ...rules, rules: { ...(rules['rules'] as object), method: { kind: 'lots' } } }),
      (rules) => ({ ...rules, rules: { ...(rules['rules'] as object), quorum: -1 } }),
      (rules) => ({ ...rules, eligible: { device: 1e300 } }),
      (rules) => ({ ...rules, candidates: [{ number: 1, profile: 'x' }] }),
      (rules) => ({
        ...rules,
        candidates: [...(rules['candidates'] as object[]), ...(rules['candidates'] as object[])],
      }),
      (rules) => ({ ...rules, keys: [1] }),
    ];
    for (const change of broken)
      assert.deepEqual(failures(await auditLog(amended(change))), ['rules-malformed'], String(change));
  });
});

describe('people who left', () => {
  it('may have their profile erased where an entry says so; the recount is the same', async () => {
    const log = wholeBakery();
    log.add('moderation', { candidate: 2, act: 'erased', reason: 'on-request' }, hour(12));
    const files = log.files();
    const [gone] = [...log.documents].find(([, bytes]) => String(bytes).includes('Bruno')) ?? [];
    files.delete(`documents/${gone}`);
    const found = await auditFiles(files);
    assert.deepEqual(failures(found), []);
    assert.ok(notes(found).includes('profile-erased'));
    assert.equal(found.log?.replay.register.votes(2), 200);
    assert.equal(found.log?.replay.erasedVoters, 4);
  });
});

describe('secrecy', () => {
  it('is weak with fewer than 50 voters', async () => {
    const of = async (voters: number) => {
      const log = votedBakery({ voters });
      close(log, { voters, counted: voters });
      return warnings(await auditLog(log)).includes('few-voters');
    };
    assert.deepEqual([await of(49), await of(50)], [true, false]);
  });

  it('is gone where a group is of one mind', async () => {
    const log = openedBakery({ eligible: { device: null, code: 10 } });
    for (const n of [1, 2, 3]) log.ballot(`device ${n}`, `plurality:${n}`, hour(2));
    for (const n of [1, 2, 3]) log.ballot(`code ${n}`, 'plurality:2', hour(2), { tier: 'code' });
    const found = await auditLog(log);
    const [one, ...others] = found.items.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'tier-unanimous'),
    );
    assert.deepEqual([one?.examples, others], [[{ tier: 'code', ballots: 3 }], []]);
  });
});

describe('hours', () => {
  it('may go back by one, and ballots lie within the calendar', async () => {
    const log = openedBakery({ opened: false });
    log.ballot('a', 'plurality:1', hour(3));
    log.ballot('b', 'plurality:1', hour(2));
    assert.deepEqual(failures(await auditLog(log)), []);
    log.ballot('c', 'plurality:1', hour(1));
    assert.deepEqual(failures(await auditLog(log)), ['hour-backwards']);
    // Voting is from 8 to 19 o'clock, UTC.
    const early = openedBakery({ opened: false });
    early.ballot('a', 'plurality:1', '2026-11-22T07:00:00.000Z');
    assert.deepEqual(failures(await auditLog(early)), ['ballot-early']);
    const late = openedBakery({ opened: false });
    late.ballot('a', 'plurality:1', '2026-11-22T20:00:00.000Z');
    assert.deepEqual(failures(await auditLog(late)), ['ballot-late']);
    const nonsense = openedBakery({ opened: false });
    nonsense.ballot('a', 'plurality:1', '2026-02-30T10:00:00.000Z');
    assert.deepEqual(failures(await auditLog(nonsense)), ['entry-malformed']);
  });

  it('no id is longer than 128 bits, nor written in two ways', async () => {
    for (const ballot of [`${idOf('x')}A`, idOf('x').replace(/.$/, 'B'), `${idOf('x')}==`]) {
      const log = openedBakery({ opened: false });
      log.add('ballot', { ballot, tier: 'device', voter: idOf('v'), choice: 'A'.repeat(43) }, hour(2));
      assert.deepEqual(failures(await auditLog(log)), ['entry-malformed']);
    }
  });
});
