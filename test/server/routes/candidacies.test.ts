import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Candidacy, Submission } from '../../../src/model/candidacy.js';
import type { Election, Photo } from '../../../src/model/election.js';
import { approveCandidacy, sendCandidacyBack } from '../../../src/server/candidacies.js';
import { nodeMedia } from '../../../src/server/media/node-media.js';
import { createElectionServer } from '../../../src/server/server.js';
import { fromAPhone, svg } from '../media/pictures.js';
import {
  anElection,
  aVote,
  BASE,
  device,
  DURING,
  OPENS,
  PAGE,
  plurality,
  SECRET,
  SetClock,
} from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { openSqliteHere } from '../support/sqlite-here.js';

const STANDING = OPENS - 20 * 24 * 3_600_000;
const CAMPAIGN = OPENS - 10 * 24 * 3_600_000;
const announced = anElection('maison', {}, ['amina', 'bruno']);
const election: Election = {
  ...announced,
  calendar: {
    ...announced.calendar,
    candidacy: new Date(STANDING).toISOString(),
    campaign: new Date(CAMPAIGN).toISOString(),
  },
};

const manifesto = 'Je demande un banc sur chaque quai, et une horloge qui donne l’heure.';
const submission = (
  profile: Partial<Submission['profile']> = {},
  more: Partial<Submission> = {},
): Submission => ({
  profile: { name: 'Zoé Martin', town: 'Sète', slogan: 'Un banc, une horloge', manifesto, ...profile },
  email: 'zoe@example.org',
  consents: { age: true, rules: true, image: true },
  ...more,
});

interface Moderation {
  readonly act?: string;
  readonly candidate?: number;
  readonly reason?: string;
}

async function begin(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-candidacies-'));
  const clock = new SetClock(STANDING);
  const storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
  const server = createElectionServer({
    storage,
    clock,
    secret: SECRET,
    media: nodeMedia(join(folder, 'media')),
  });
  t.after(async () => {
    await server.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });
  await storage.putElection({ election, origins: [PAGE] });
  const headers = (person: number, key: string) => ({
    Authorization: `Device ${device(person)}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    Origin: PAGE,
  });
  const fetch = (path: string, init?: RequestInit) =>
    server.fetch(new Request(`${BASE}${path}`, init as RequestInit & { duplex: 'half' }));
  const send = (path: string, person: number, body: unknown, key: string = randomUUID()) =>
    fetch(`/elections/maison/${path}`, {
      method: 'POST',
      headers: headers(person, key),
      body: JSON.stringify(body),
    });
  const candidacyIn = async (response: Response) => {
    const text = await response.text();
    assert.ok(response.ok, text);
    return (JSON.parse(text) as { candidacy: Candidacy }).candidacy;
  };
  const submit = async (person: number, body: unknown = submission(), key?: string) =>
    candidacyIn(await send('candidacies', person, body, key));
  const own = async (person: number) =>
    candidacyIn(await fetch('/elections/maison/candidacy', { headers: headers(person, '') }));
  const upload = (bytes: Uint8Array, person = 1) =>
    fetch('/elections/maison/photos', {
      method: 'POST',
      headers: { ...headers(person, randomUUID()), 'Content-Type': 'image/jpeg' },
      body: new Uint8Array(bytes),
    });
  const stands = async () =>
    ((await storage.election('maison'))?.election.candidates ?? []).map(({ id }) => id);
  const services = { storage, clock };
  return { clock, storage, server, fetch, send, submit, own, upload, stands, services };
}

describe('a candidacy', () => {
  it('waits, is sent back, mended, approved, and stands in the election', async (t) => {
    const { submit, own, stands, services } = await begin(t);
    assert.equal(await own(1), null);
    const key = randomUUID();
    const first = await submit(1, submission({ name: '  Zoé  Martin ' }), key);
    assert.deepEqual([first.state, first.version, first.email], ['pending', 1, 'zoe@example.org']);
    assert.deepEqual(await submit(1, submission(), key), first, 'the same key');
    assert.deepEqual(await own(1), first);
    assert.equal(await own(2), null, 'another person sees nothing of it');
    const { id } = first;
    await sendCandidacyBack(services, 'maison', {
      id,
      version: 1,
      by: 'ada',
      reason: 'Un slogan plus court ?',
    });
    const back = await own(1);
    assert.deepEqual([back.state, back.reason], ['returned', 'Un slogan plus court ?']);
    assert.equal('by' in back, false, 'who decided is the brand’s affair');
    const mended = await submit(1, submission({ slogan: 'Un banc' }, { version: back.version }));
    await approveCandidacy(services, 'maison', { id, version: mended.version, by: 'ada' });
    assert.equal((await own(1)).candidate, 'zoe-martin');
    assert.deepEqual(await stands(), ['amina', 'bruno', 'zoe-martin']);
    await assert.rejects(approveCandidacy(services, 'maison', { id, version: mended.version, by: 'bob' }), {
      code: 'candidacy-settled',
    });
  });

  it('of the same person is one, whatever they send', async (t) => {
    const { submit, send } = await begin(t);
    await submit(1);
    await assertProblem(await send('candidacies', 1, submission({ name: 'Zoé Bis' })), 'candidacy-exists');
  });

  it('several that are approved at once all stand, each under an id of its own', async (t) => {
    const { submit, stands, services } = await begin(t);
    const all = await Promise.all([1, 2, 3, 4, 5].map((person) => submit(person)));
    await Promise.all(
      all.map(({ id }) => approveCandidacy(services, 'maison', { id, version: 1, by: 'ada' })),
    );
    assert.deepEqual(
      new Set(await stands()),
      new Set(['amina', 'bruno', 'zoe-martin', ...[2, 3, 4, 5].map((n) => `zoe-martin-${n}`)]),
    );
  });

  it('is taken while the calendar says so; what was sent back may be mended until voting opens', async (t) => {
    const { clock, submit, send, own, services } = await begin(t);
    clock.set(STANDING - 1);
    await assertProblem(await send('candidacies', 1, submission()), 'candidacy-closed');
    clock.set(STANDING);
    const key = randomUUID();
    const { id } = await submit(1, submission(), key);
    clock.set(CAMPAIGN);
    assert.equal((await submit(1, submission(), key)).id, id, 'who never heard asks again');
    await assertProblem(await send('candidacies', 2, submission()), 'candidacy-closed');
    await sendCandidacyBack(services, 'maison', { id, version: 1, by: 'ada', reason: 'x' });
    await submit(1, submission({}, { version: 2 }));
    clock.set(OPENS);
    await assert.rejects(approveCandidacy(services, 'maison', { id, version: 3, by: 'ada' }), {
      code: 'candidacy-closed',
    });
    await assertProblem(await send('candidacies', 1, submission({}, { version: 3 })), 'candidacy-closed');
    assert.equal((await own(1)).version, 3);
  });

  it('withdrawn before voting opens is gone', async (t) => {
    const { submit, send, stands, services } = await begin(t);
    const { id } = await submit(1);
    await approveCandidacy(services, 'maison', { id, version: 1, by: 'ada' });
    await assertProblem(await send('candidacy/withdrawal', 1, { version: 1 }), 'changed-meanwhile');
    await assertProblem(await send('candidacy/withdrawal', 2, { version: 2 }), 'candidacy-unknown');
    assert.equal((await send('candidacy/withdrawal', 1, { version: 2 })).status, 200);
    assert.deepEqual(await stands(), ['amina', 'bruno']);
  });

  it('withdrawn while votes come in: what was cast stays counted, none comes, the log says so', async (t) => {
    const { clock, storage, server, submit, send, services } = await begin(t);
    const { id } = await submit(1);
    await approveCandidacy(services, 'maison', { id, version: 1, by: 'ada' });
    clock.set(DURING);
    const vote = (voter: number) => server.fetch(aVote('maison', { voter, choice: plurality('zoe-martin') }));
    assert.equal((await vote(7)).status, 201);
    assert.equal((await send('candidacy/withdrawal', 1, { version: 2 })).status, 200);
    assert.equal((await send('candidacy/withdrawal', 1, { version: 2 })).status, 200, 'asked again');
    await assertProblem(await vote(8), 'candidate-unknown');
    assert.equal((await storage.tally('maison')).ballots, 1);
    const { size } = (await storage.log!.head('maison'))!;
    const entries = (await storage.log!.entries('maison', 0, size)).map(
      (text) => JSON.parse(text) as Moderation,
    );
    const said = entries.filter(({ act }) => act);
    assert.equal(said.length, 1);
    const { candidate, act, reason } = said[0]!;
    assert.deepEqual({ candidate, act, reason }, { candidate: 3, act: 'withdrawn', reason: 'on-request' });
  });

  it('withdrawn twice at once is in the log once', async (t) => {
    const { clock, submit, send, stands, services, storage } = await begin(t);
    const { id } = await submit(1);
    await approveCandidacy(services, 'maison', { id, version: 1, by: 'ada' });
    clock.set(DURING);
    await Promise.all(Array.from({ length: 4 }, () => send('candidacy/withdrawal', 1, { version: 2 })));
    assert.deepEqual(await stands(), ['amina', 'bruno']);
    const { size } = (await storage.log!.head('maison'))!;
    const entries = await storage.log!.entries('maison', 0, size);
    assert.equal(entries.filter((text) => text.includes('"act":"withdrawn"')).length, 1);
  });

  it('with what none may hold is refused, and nothing is kept', async (t) => {
    const { send, own } = await begin(t);
    for (const [what, body, code] of [
      [
        'a script in the place of the photo',
        submission({ photo: { src: 'javascript:alert(1)' } }),
        'candidacy-invalid',
      ],
      [
        'a photo of elsewhere',
        submission({ photo: { src: 'https://elsewhere.test/a.jpg' } }),
        'candidacy-invalid',
      ],
      ['a name that is written backwards', submission({ name: 'Zoé \u202enitraM' }), 'candidacy-invalid'],
      ['a link in the slogan', submission({ slogan: 'javascript:alert(1)' }), 'candidacy-invalid'],
      [
        'no consent',
        submission({}, { consents: { age: true, rules: true, image: false } }),
        'candidacy-invalid',
      ],
      [
        'a video of anybody',
        submission({ video: { provider: 'file', id: 'https://a.test/b.mp4' } }),
        'candidacy-invalid',
      ],
      ['a manifesto of a megabyte', submission({ manifesto: 'a'.repeat(1_000_000) }), 'body-too-large'],
      ['a long manifesto', submission({ manifesto: 'é '.repeat(2000) }), 'candidacy-invalid'],
      ['an unknown key', { ...submission(), admin: true }, 'body-invalid'],
    ] as const) {
      const response = await send('candidacies', 1, body);
      assert.ok(!response.ok, what);
      await assertProblem(response, code);
    }
    assert.equal(await own(1), null);
  });

  it('without a key, or without saying who, is refused', async (t) => {
    const { fetch } = await begin(t);
    const init = { method: 'POST', body: JSON.stringify(submission()) };
    const json = { 'Content-Type': 'application/json', Origin: PAGE };
    const post = (headers: HeadersInit) => fetch('/elections/maison/candidacies', { ...init, headers });
    await assertProblem(await post(json), 'key-missing');
    await assertProblem(await post({ ...json, 'Idempotency-Key': randomUUID() }), 'identity-missing');
    const elsewhere = { ...json, Origin: 'https://elsewhere.test' };
    await assertProblem(await post(elsewhere), 'origin-refused');
  });
});

describe('a photo', () => {
  it('is kept, shown with long caching, named in a candidacy, and goes when it is withdrawn', async (t) => {
    const { upload, fetch, submit, send } = await begin(t);
    const response = await upload(await fromAPhone(300, 240));
    assert.equal(response.status, 201);
    const { photo } = (await response.json()) as { photo: Photo };
    const said = { ...photo, alt: 'Zoé, au marché', focus: [50, 30] } as const;
    const { profile } = await submit(
      1,
      submission({ photo: { ...said, srcset: 'https://evil.test/a.jpg 1w' } }),
    );
    assert.deepEqual(profile.photo, said);
    const shown = await fetch(photo.src, { headers: { Accept: 'image/webp' } });
    const headers = Object.fromEntries(shown.headers);
    assert.equal(headers['content-type'], 'image/webp');
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers['vary'], 'Accept');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal((await send('candidacy/withdrawal', 1, { version: 1 })).status, 200);
    await assertProblem(await fetch(photo.src), 'route-unknown');
  });

  it('of somebody else is nobody’s to name, nor to delete, though everyone can read its address', async (t) => {
    const { upload, fetch, submit, send, storage } = await begin(t);
    const { photo } = (await (await upload(await fromAPhone(300, 240))).json()) as { photo: Photo };
    const { id } = await submit(1, submission({ photo }));
    await approveCandidacy({ storage, clock: new SetClock(STANDING) }, 'maison', {
      id,
      version: 1,
      by: 'ada',
    });
    await assertProblem(await send('candidacies', 2, submission({ photo })), 'candidacy-invalid');
    // Where it was named by two all the same, the other's stays.
    await storage.topics?.candidacies.submit('maison', {
      id: 'c2',
      person: 'elsewhere',
      key: randomUUID(),
      profile: submission({ photo }).profile,
    });
    assert.equal((await send('candidacy/withdrawal', 1, { version: 2 })).status, 200);
    assert.equal((await fetch(photo.src)).status, 200);
  });

  it('that was withdrawn is gone, and is not named again', async (t) => {
    const { upload, submit, send, own } = await begin(t);
    const { photo } = (await (await upload(await fromAPhone(300, 240))).json()) as { photo: Photo };
    await submit(1, submission({ photo }));
    assert.equal((await send('candidacy/withdrawal', 1, { version: 1 })).status, 200);
    assert.equal('photo' in (await own(1)).profile, false, 'nor shown as if it were there');
    await assertProblem(await send('candidacies', 1, submission({ photo })), 'candidacy-invalid');
    assert.equal((await submit(1)).state, 'pending');
  });

  it('that is none, or too heavy, is refused', async (t) => {
    const { upload } = await begin(t);
    await assertProblem(await upload(svg), 'photo-unreadable');
    await assertProblem(await upload(new Uint8Array(12_000_001)), 'photo-too-large');
  });
});
