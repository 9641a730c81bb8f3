import type { Check } from '../../conformance.js';
import { expectEqual, expectRefusal, expectTrue } from '../expect.js';
import { offerTo, submissionOf, until, wholeElection } from './people.js';

const key = () => crypto.randomUUID();

/** A PNG of four pixels by five. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAFCAIAAADtz9qMAAAAEElEQVR42mPY0pMCRwxkcAAxJSDRfUsr0AAAAABJRU5ErkJggg==';

const picture = (): Blob =>
  new Blob([Uint8Array.from(atob(PICTURE), (char) => char.charCodeAt(0))], { type: 'image/png' });

/** How a photo gets to the backend. */
export function picturing(check: Check): void {
  const one = [wholeElection()];

  check('a photo that was sent stands in the candidacy, and on the card', one, async (subject) => {
    const { photo, submit, own } = await sitterOf(subject, 'ann');
    const sent = { ...(await photo('e', picture())), alt: 'Ann at a station', focus: [40, 30] as const };
    const { profile } = submissionOf('Ann Wood');
    await submit('e', { ...submissionOf('Ann Wood'), profile: { ...profile, photo: sent } }, key());
    expectEqual((await own('e'))?.profile.photo, sent, 'the photo');
    if (!subject.approve) return;
    await subject.approve('e', 'ann');
    const { candidates } = (await subject.adapter('bob').election('e')).election;
    expectEqual(candidates.find(({ id }) => id === 'ann-wood')?.photo, sent, 'on the card');
  });

  check('what is no picture is not kept', one, async (subject) => {
    const { photo } = await sitterOf(subject, 'ann');
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"/>';
    for (const text of ['', '<!doctype html>'.repeat(20), drawn])
      await expectRefusal(photo('e', new Blob([text], { type: 'image/png' })), 'photo-unreadable');
  });

  check('nobody names a photo that was never sent, nor another’s', one, async (subject) => {
    const [ann, bob] = [await sitterOf(subject, 'ann'), await sitterOf(subject, 'bob')];
    const photo = await ann.photo('e', picture());
    const naming = (name: string, src: string) => {
      const { profile, consents } = submissionOf(name);
      return { consents, profile: { ...profile, photo: { src } } };
    };
    await expectRefusal(ann.submit('e', naming('Ann Wood', `${photo.src}0`), key()), 'candidacy-invalid');
    const { version } = await ann.submit('e', naming('Ann Wood', photo.src), key());
    await expectRefusal(bob.submit('e', naming('Bob Hill', photo.src), key()), 'candidacy-invalid');
    expectEqual(await bob.own('e'), null, 'what was kept of another');
    await ann.submit('e', { ...naming('Ann Hill', photo.src), version }, key());
    expectEqual((await ann.own('e'))?.profile.photo?.src, photo.src, 'one’s own, when it is mended');
  });

  check('a photo on its way can be stopped', one, async (subject) => {
    const { photo } = await sitterOf(subject, 'ann');
    const reason = new Error('enough');
    const stopped = photo('e', picture(), { signal: AbortSignal.abort(reason) });
    const [outcome] = await Promise.allSettled([stopped]);
    expectTrue(outcome.status === 'rejected' && outcome.reason === reason, 'the signal’s reason');
  });

  check('no photo is taken once voting has opened', one, async (subject) => {
    const { photo } = await sitterOf(subject, 'ann');
    await until(subject, 'voting');
    await expectRefusal(photo('e', picture()), 'candidacy-closed');
  });
}

async function sitterOf(subject: Parameters<Parameters<Check>[2]>[0], voter: string) {
  const { photo, submit, own } = await offerTo(subject, voter, 'candidacies');
  if (!photo) throw new Error('photos are not offered');
  return { photo, submit, own };
}
