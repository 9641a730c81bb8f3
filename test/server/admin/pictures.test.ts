import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import sharp from 'sharp';
import * as v from 'valibot';
import type { Election } from '../../../src/model/election.js';
import type { MandateView } from '../../../src/model/mandate.js';
import { type AdminElectionAnswer } from '../../../src/protocol/admin/elections.js';
import { keepPictureAnswerSchema } from '../../../src/protocol/admin/mandate.js';
import { type SessionAnswer } from '../../../src/protocol/admin/sign-in.js';
import { MAX_PHOTO } from '../../../src/model/picture-type.js';
import { nodeMedia } from '../../../src/server/media/node-media.js';
import { fromAPhone, svg } from '../media/pictures.js';
import { anAdmin, MODERATOR, READER } from '../support/admin.js';
import { anElection, aRead, BASE, OPENS } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';

const PATH = '/admin/pictures';

async function aDesk(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-pictures-'));
  const time = { ahead: 0 };
  const media = { ...nodeMedia(folder), now: () => Date.now() + time.ahead };
  const admin = await anAdmin(t, [anElection('maison')], {}, { media });
  t.after(() => rm(folder, { recursive: true }));
  admin.clock.set(OPENS - 1);
  const cookie = await admin.signIn(MODERATOR);
  const send = (bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    admin.server.fetch(
      new Request(BASE + PATH, {
        method: 'POST',
        headers: {
          Origin: BASE,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'image/jpeg',
          Cookie: cookie,
          ...headers,
        },
        body: new Uint8Array(bytes),
      }),
    );
  const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
  return { ...admin, cookie, send, files, time };
}

describe('a picture that the brand adds', () => {
  it('is kept upright and without the place where it was taken, and named in an election and a mandate', async (t) => {
    const { ask, cookie, send, server } = await aDesk(t);
    const answer = await send(await fromAPhone());
    assert.equal(answer.status, 201, await answer.clone().text());
    const { photo } = v.parse(keepPictureAnswerSchema, await answer.json());
    const shown = await server.fetch(new Request(BASE + photo.src, { headers: { Accept: 'image/webp' } }));
    const { width = 0, height = 0, exif, orientation } = await sharp(await shown.arrayBuffer()).metadata();
    assert.deepEqual([width, height, exif, orientation], [700, 900, undefined, undefined]);

    const seen = (await (await ask('/admin/elections/maison', { cookie })).json()) as AdminElectionAnswer;
    const [first, ...others] = seen.election.candidates;
    const alt = 'Sur le quai de Brive';
    const election = {
      ...seen.election,
      brand: { ...seen.election.brand, logo: photo },
      candidates: [{ ...first, photo: { ...photo, alt } }, ...others],
    };
    const body = { version: seen.version, origins: seen.origins, election };
    const changed = await ask('/admin/elections/maison/change', { cookie, body });
    assert.equal(changed.status, 200, await changed.clone().text());
    const page = (await (await server.fetch(aRead('/elections/maison'))).json()) as { election: Election };
    assert.deepEqual(page.election.candidates[0]?.photo, { ...photo, alt });
    assert.deepEqual(page.election.brand.logo, photo);

    const report = { id: 'r', title: 'Une visite', text: 'Vue.', at: '2026-11-15T12:00:00Z' };
    const mandate = {
      milestones: [],
      reports: [{ ...report, photos: [{ ...photo, alt }] }],
      privileges: [],
      obligations: [],
    };
    const written = await ask('/admin/elections/maison/mandate/change', {
      cookie,
      body: { version: 0, mandate },
    });
    assert.equal(written.status, 200, await written.clone().text());
    const view = (await (await server.fetch(aRead('/elections/maison/mandate'))).json()) as MandateView;
    assert.deepEqual(view.mandate?.reports[0]?.photos, [{ ...photo, alt }]);
  });

  it('is taken of whoever may edit, from the admin’s own page, and of nobody else', async (t) => {
    const { send, signIn, files } = await aDesk(t);
    const picture = await fromAPhone();
    const reader = await signIn(READER);
    await assertProblem(await send(picture, { Cookie: reader }), 'not-allowed');
    await assertProblem(await send(picture, { Cookie: '' }), 'sign-in-needed');
    await assertProblem(await send(picture, { Origin: 'https://elsewhere.example' }), 'origin-refused');
    await assertProblem(await send(picture, { 'Sec-Fetch-Site': 'cross-site' }), 'origin-refused');
    assert.deepEqual(await files(), []);
  });

  it('that was added a week ago and not saved is refused when it is saved; what stands somewhere stays', async (t) => {
    const { ask, cookie, send, time, storage } = await aDesk(t);
    const added = async () =>
      v.parse(keepPictureAnswerSchema, await (await send(await fromAPhone())).json()).photo;
    const [left, saved] = [await added(), await added()];
    const save = async (changes: object) => {
      const path = '/admin/elections/maison';
      const seen = (await (await ask(path, { cookie })).json()) as AdminElectionAnswer;
      const { version, origins, election } = seen;
      const brand = { ...election.brand, ...changes };
      return ask(`${path}/change`, { cookie, body: { version, origins, election: { ...election, brand } } });
    };
    const write = (photo: object) => {
      const report = { id: 'r', title: 'Une visite', text: 'Vue.', at: '2026-11-15T12:00:00Z' };
      const reports = [{ ...report, photos: [{ ...photo, alt: 'Un quai' }] }];
      const mandate = { milestones: [], reports, privileges: [], obligations: [] };
      return ask('/admin/elections/maison/mandate/change', { cookie, body: { version: 0, mandate } });
    };
    assert.equal((await save({ logo: saved })).status, 200);
    time.ahead = 6.5 * 86_400_000;
    await assertProblem(await save({ logo: left }), 'photo-gone');
    await assertProblem(await write(left), 'photo-gone');
    const { logo } = (await storage.election('maison'))!.election.brand;
    assert.deepEqual(logo, saved, 'nothing was changed');
    assert.equal(
      (await save({ url: 'https://marque.example' })).status,
      200,
      'with the picture that stood there',
    );
    assert.equal((await write(saved)).status, 200, 'the one that stands elsewhere');
    assert.equal((await save({ logo: { src: 'https://cdn.example/logo.png' } })).status, 200, 'another’s');
  });

  it('that is none, or too heavy, is refused, and nothing is kept', async (t) => {
    const { send, files } = await aDesk(t);
    await assertProblem(await send(svg), 'photo-unreadable');
    await assertProblem(await send(new Uint8Array(MAX_PHOTO + 1)), 'photo-too-large');
    assert.deepEqual(await files(), []);
  });

  it('is offered to be added only where there is a place for it', async (t) => {
    const taking = await aDesk(t);
    const other = await anAdmin(t);
    const cookie = await other.signIn(MODERATOR);
    const isOffered = async (ask: typeof other.ask) =>
      ((await (await ask('/admin/session')).json()) as SessionAnswer).pictures;
    assert.deepEqual([await isOffered(taking.ask), await isOffered(other.ask)], [true, false]);
    await assertProblem(await other.ask(PATH, { cookie, body: {} }), 'unsupported');
  });
});
