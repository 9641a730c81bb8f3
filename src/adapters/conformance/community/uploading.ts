import type { Check } from '../../conformance.js';
import { expectEqual, expectRefusal, expectTrue } from '../expect.js';
import { offerTo, submissionOf, until, wholeElection } from './people.js';

const key = () => crypto.randomUUID();

/** As much of an MP4 as says that it is one, and something to send. */
const film = (): Blob => {
  const bytes = new Uint8Array(5000);
  bytes.set(new TextEncoder().encode('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'));
  return new Blob([bytes], { type: 'video/mp4' });
};
const said = (): Blob => new Blob(['WEBVTT\n\n00:01.000 --> 00:02.000\nA bench, and a clock.\n']);

/** How a video gets to the backend, and its captions. */
export function uploading(check: Check): void {
  const one = [wholeElection()];

  check('a video that was sent, and its captions, stand in the candidacy', one, async (subject) => {
    const { video, captions, submit, own } = await uploaderOf(subject, 'ann');
    const parts: number[] = [];
    const sent = await video('e', film(), { onProgress: (part) => parts.push(part) });
    expectEqual(sent.provider, 'file', 'whose it is');
    expectEqual(parts[0], 0, 'the first that is told of how far it is');
    expectTrue(
      parts.every((part) => part >= 0 && part <= 1),
      'parts of the whole',
    );
    const whole = { ...sent, captions: await captions('e', said()) };
    const { profile } = submissionOf('Ann Wood');
    await submit('e', { ...submissionOf('Ann Wood'), profile: { ...profile, video: whole } }, key());
    expectEqual((await own('e'))?.profile.video, whole, 'the video');
  });

  check('what is no video is not kept, and what are no captions', one, async (subject) => {
    const { video, captions } = await uploaderOf(subject, 'ann');
    await expectRefusal(video('e', new Blob(['<!doctype html>'.repeat(20)])), 'video-unreadable');
    await expectRefusal(captions('e', new Blob(['What is said.'])), 'captions-unreadable');
  });

  check('nobody names a video that was never sent, nor another’s', one, async (subject) => {
    const [ann, bob] = [await uploaderOf(subject, 'ann'), await uploaderOf(subject, 'bob')];
    const video = await ann.video('e', film());
    const naming = (name: string, id: string) => {
      const { profile, consents } = submissionOf(name);
      return { consents, profile: { ...profile, video: { ...video, id } } };
    };
    await expectRefusal(ann.submit('e', naming('Ann Wood', `${video.id}0`), key()), 'candidacy-invalid');
    const { version } = await ann.submit('e', naming('Ann Wood', video.id), key());
    await expectRefusal(bob.submit('e', naming('Bob Hill', video.id), key()), 'candidacy-invalid');
    expectEqual(await bob.own('e'), null, 'what was kept of another');
    await ann.submit('e', { ...naming('Ann Hill', video.id), version }, key());
    expectEqual((await ann.own('e'))?.profile.video?.id, video.id, 'one’s own, when it is mended');
  });

  check('a video on its way can be stopped', one, async (subject) => {
    const { video } = await uploaderOf(subject, 'ann');
    const reason = new Error('enough');
    const [outcome] = await Promise.allSettled([video('e', film(), { signal: AbortSignal.abort(reason) })]);
    expectTrue(outcome.status === 'rejected' && outcome.reason === reason, 'the signal’s reason');
  });

  check('no video is taken once voting has opened', one, async (subject) => {
    const { video, captions } = await uploaderOf(subject, 'ann');
    await until(subject, 'voting');
    await expectRefusal(video('e', film()), 'candidacy-closed');
    await expectRefusal(captions('e', said()), 'candidacy-closed');
  });
}

async function uploaderOf(subject: Parameters<Parameters<Check>[2]>[0], voter: string) {
  const { video, captions, submit, own } = await offerTo(subject, voter, 'candidacies');
  if (!video || !captions) throw new Error('videos are not offered');
  return { video, captions, submit, own };
}
