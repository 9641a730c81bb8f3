/** The season of the demo: every phase of an election's story on one day, and what is said around it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readCampaign } from '../../demo/campaign-files.js';
import { openSeason, type Season } from '../../demo/season.js';
import { httpAdapter } from '../../src/adapters/http/http.js';
import type { Adapter } from '../../src/adapters/adapter.js';
import type { Community } from '../../src/model/community.js';
import { PHASES, type Phase } from '../../src/model/election.js';
import { phaseAt } from '../../src/model/phase.js';
import { temporaryFolder } from '../cli/support.js';

const DAY = Date.parse('2026-11-22T13:00:00Z');
const PREFIX = '/saison/api';

/** One election in each phase. */
const SHOWN: Readonly<Record<Phase, string>> = {
  announced: 'saison-ormeval',
  candidacy: 'saison-obole',
  campaign: 'saison-bourrache',
  voting: 'saison-tournemie',
  counting: 'saison-strapontins',
  proclaimed: 'saison-danseuse',
  mandate: 'saison-traverse',
  ended: 'saison-saperlotte',
};

describe('the season', () => {
  let season: Season;
  let backend: Adapter;
  let community: Community;

  before(async () => {
    const campaign = await readCampaign('demo/campaign');
    season = await openSeason(campaign, join(await temporaryFolder(), 'season'), PREFIX, DAY);
    backend = httpAdapter(`https://demo.test${PREFIX}`, {
      fetch: (url, init) => season.server.fetch(new Request(url, init)),
      storage: () => ({ getItem: () => 'v'.repeat(22), setItem: () => {} }),
    });
    community = (await backend.community?.()) ?? {};
  });
  after(() => season.close());

  it('has all 21 elections, and every phase among them', async () => {
    const { entries } = (await community.campaign?.campaign()) ?? { entries: [] };
    assert.equal(entries.length, 21);
    const phases = new Set(entries.map(({ calendar }) => phaseAt(calendar, DAY)));
    assert.deepEqual(
      PHASES.filter((phase) => !phases.has(phase)),
      [],
    );
  });

  for (const phase of PHASES)
    it(`shows an election in its phase: ${phase}`, async () => {
      const { election, clock, results } = await backend.election(SHOWN[phase]);
      assert.equal(phaseAt(election.calendar, clock.now), phase);
      const isBefore = ['announced', 'candidacy', 'campaign'].includes(phase);
      assert.equal(results.hidden, isBefore && 'until-open');
      if (!results.hidden) assert.ok(results.ballots > 0);
    });

  it('has questions from the campaign on, with answers in three names, and ideas', async () => {
    const { questions = [] } =
      (await community.questions?.list('saison-traverse', { kind: 'question', sort: 'support' })) ?? {};
    assert.deepEqual(
      new Set(questions.flatMap(({ answers }) => answers.map(({ by }) => by))),
      new Set(['candidate', 'brand', 'president']),
    );
    assert.ok(questions.every(({ at }) => Date.parse(at) <= DAY));
    const ideas = await community.questions?.list('saison-traverse', { kind: 'idea', sort: 'date' });
    assert.ok((ideas?.total ?? 0) > 1);
    assert.ok(((await community.news?.ofElection('saison-bourrache'))?.length ?? 0) > 1);
  });

  it('seats its presidents, one of whom has a programme, and one no answer', async () => {
    const { seats } = (await community.campaign?.assembly()) ?? { seats: [] };
    assert.ok(seats.some(({ kept, agenda }) => kept > 0 && agenda.length > 0));
    assert.ok(seats.some(({ response }) => response === undefined));
  });
});
