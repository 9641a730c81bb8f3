import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCampaign } from '../../demo/campaign-files.js';
import { openRehearsal, type Rehearsal } from '../../demo/rehearsal.js';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { serveNode } from '../../src/server/node.js';
import { voix } from '../cli/command.js';
import { temporaryFolder } from '../cli/support.js';

const STORY = {
  seed: 3,
  elections: {
    danseuse: { 'clemence-adjovi': 60, 'loic-penven': 60, 'nadia-cherif': 20 },
    becarre: { 'gabriel-zakarian': 2, 'mathilde-derville': 1, 'jocelyn-wahnapo': 1 },
    'port-lanselle': {
      ballots: 30,
      marks: { 'francoise-lequesne': 25, 'thanh-mai-pham': 20, 'erwann-goasdoue': 9 },
    },
  },
};
const TOTAL = 174;
const MAX = 1_000_000;
const opens = Date.parse('2027-01-01T08:00:00+01:00');
const closes = Date.parse('2027-01-31T20:00:00+01:00');

/** Three elections of the campaign, with an end of their own. */
async function smallCampaign() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'elections'));
  for (const id of Object.keys(STORY.elections)) {
    const original = `demo/campaign/elections/${id}.yaml`;
    await copyFile(original, join(folder, 'elections', `${id}.yaml`));
  }
  await writeFile(join(folder, 'story.yaml'), JSON.stringify(STORY));
  return readCampaign(folder);
}

async function serve(rehearsal: Rehearsal) {
  const served = {
    fetch: (...[request, platform]: Parameters<Rehearsal['fetch']>) => rehearsal.fetch(request, platform),
    close: () => rehearsal.hush(),
  };
  const serving = await serveNode(served, { port: 0 });
  await rehearsal.play(`${serving.url}/api`);
  const close = async () => {
    await serving.close();
    await rehearsal.close();
  };
  const url = `${serving.url}/api`;
  return { backend: httpAdapter(url), url, close };
}

/** Waits until all is proclaimed and co-signed, and recounts it from the logs alone. */
async function assertRecounted(url: string): Promise<void> {
  const isWitnessed = async (id: string) => {
    const log = `${url}/elections/${id}/log`;
    const note = await (await fetch(`${log}/checkpoint`)).text();
    const size = Number(note.split('\n')[1]);
    const proof = await (await fetch(`${log}/proof/${size - 1}`)).text();
    const extra = /^extra (.*)$/m.exec(proof)?.[1] ?? '';
    return (
      Buffer.from(extra, 'base64').toString().startsWith('{"type":"proclamation"') &&
      /\n— witness\./.test(note)
    );
  };
  for (const id of Object.keys(STORY.elections)) await until(() => isWitnessed(id));
  const { code, stdout, stderr } = await voix('audit', url);
  assert.equal(code, 0, stdout + stderr);
  assert.equal(stdout.match(/✓ The result/g)?.length, Object.keys(STORY.elections).length, stdout);
}

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a rehearsal', () => {
  it('plays its month to the exact end of the story, goes on where it was left, and begins anew', async () => {
    const campaign = await smallCampaign();
    const data = await temporaryFolder();
    const keys = join(await temporaryFolder(), 'keys');
    const first = await openRehearsal(campaign, data, keys, '/api');
    const begun = await serve(first);
    const { now, rate, played, total } = await first.status();
    assert.ok(now < opens && now > opens - 2 * 24 * 3_600_000, 'it starts shortly before voting opens');
    assert.deepEqual([rate, played, total], [4464, 0, TOTAL]);
    assert.equal((await begun.backend.election('becarre')).results.hidden, 'until-open');

    await first.setRate(MAX);
    await until(async () => (await first.status()).played > 20);
    await first.setRate(0);
    const left = await first.status();
    assert.ok(left.now < closes);
    await begun.close();

    const second = await openRehearsal(campaign, data, keys, '/api');
    const { backend, url, close } = await serve(second);
    const resumed = await second.status();
    assert.equal(resumed.now, left.now);
    assert.equal(resumed.rate, 0);
    assert.ok(resumed.played >= left.played);

    await second.setRate(MAX);
    await until(async () => (await second.status()).now >= closes);
    assert.equal((await second.status()).played, TOTAL, 'the close waited for the last ballot');
    for (const [id, ending] of Object.entries(STORY.elections)) {
      const results = await backend.results(id);
      assert.ok(!results.hidden);
      const votes: Record<string, number> = 'marks' in ending ? ending.marks : ending;
      assert.deepEqual({ ...results.counts }, votes, id);
    }

    await assertRecounted(url);

    await second.restart();
    const anew = await second.status();
    assert.ok(anew.now < opens);
    assert.equal(anew.played, 0);
    const { clock, results } = await backend.election('danseuse');
    assert.ok(clock.now < opens);
    assert.equal(results.hidden, 'until-open');
    await second.setRate(MAX);
    await until(async () => (await second.status()).now >= closes);
    assert.equal((await second.status()).played, TOTAL);
    await assertRecounted(url);
    await close();
  });
});
