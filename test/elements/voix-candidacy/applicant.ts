/** A person who stands, a backend of theirs, and the form on a page. */
import { html } from '@open-wc/testing';
import '../../../src/elements/voix-candidacy/voix-candidacy.js';
import type { VoixCandidacy } from '../../../src/elements/voix-candidacy/voix-candidacy.js';
import { candidacyWords } from '../../../src/elements/voix-candidacy/words.js';
import { candidacy as t } from '../../../src/locales/en-candidacy.js';
import type { Candidacy, CandidacyOffer, Profile, Submission } from '../../../src/model/candidacy.js';
import type { ElectionError } from '../../../src/model/errors.js';
import { button, eventually, only, seen, shown } from '../page.js';
import { election, readySnapshot } from '../snapshots.js';

export const STANDING = '2026-11-20T12:00:00Z';
const calendar = { ...election().calendar, candidacy: '2026-11-02T09:00:00+01:00' };
export const stands = election({ calendar });
export const profile: Profile = {
  name: 'Amina Belkacem',
  town: 'Figeac',
  slogan: 'A bench on every platform',
  manifesto: 'I have taken the train for twenty years.\n\nI ask for a bench on every platform.',
};
export const KEPT = 'voix:candidacy:traverse';

export const candidacy = (changes: Partial<Candidacy> = {}): Candidacy => ({
  id: 'x',
  state: 'pending',
  version: 1,
  profile,
  submittedAt: STANDING,
  changedAt: STANDING,
  ...changes,
});

export interface Backend extends CandidacyOffer {
  sent: { submission: Submission; key: string }[];
  own: CandidacyOffer['own'];
  failure: ElectionError | undefined;
}

/** A backend of one person. */
export function backend(has: Candidacy | null = null): Backend {
  let kept = has;
  const offer: Backend = {
    sent: [],
    failure: undefined,
    own: async () => kept,
    async submit(_election, submission, key) {
      offer.sent.push({ submission, key });
      if (offer.failure) throw offer.failure;
      const version = (kept?.version ?? 0) + 1;
      return (kept = candidacy({ profile: submission.profile, version }));
    },
    withdraw: async (_election, version) =>
      (kept = candidacy({ ...kept, state: 'withdrawn', version: version + 1 })),
    photo: async () => {
      if (offer.failure) throw offer.failure;
      return { src: '/demo/campaign/logos/traverse.svg' };
    },
  };
  return offer;
}

export async function formOf(candidacies: CandidacyOffer, now = STANDING): Promise<VoixCandidacy> {
  await eventually(() => candidacyWords('en', () => {}));
  const element = await shown<VoixCandidacy>(
    html`<voix-candidacy
      .community=${async () => ({ candidacies })}
      .snapshot=${readySnapshot({ election: stands, now })}
    ></voix-candidacy>`,
  );
  await eventually(() => seen(element));
  return element;
}

export const field = (element: Element, id: string) => only<HTMLInputElement>(element, `#${id}`);
export function type(element: Element, id: string, text: string, leaves = true): void {
  const input = field(element, id);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  if (leaves) input.dispatchEvent(new Event('change', { bubbles: true }));
}
export function fill(element: Element): void {
  for (const id of ['name', 'town', 'slogan', 'manifesto'] as const) type(element, id, profile[id]);
  for (const id of ['age', 'rules', 'image']) field(element, id).click();
}
export const send = (element: Element) => button(element, t.send).click();

/** No draft of one test is another's. */
export function forgetsDrafts(): void {
  const forget = () => localStorage.removeItem(KEPT);
  beforeEach(forget);
  after(forget);
}
