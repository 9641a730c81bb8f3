/** Standing as a candidate: the form, what is sent along with it on its way, and what becomes of a candidacy. */
import { html, type TemplateResult } from 'lit';
import type { Candidacy, CandidacyOffer, Profile } from '../../../src/model/candidacy.js';
import { ElectionError } from '../../../src/model/errors.js';
import { choose, film, picture } from '../files.js';
import { button, eventually, everywhere, only, seen } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';
import { fails, loading, never, unasked, type State } from './state.js';

const STANDING = '2026-11-20T12:00:00Z';
const standing = election({ calendar: { ...election().calendar, candidacy: '2026-11-02T09:00:00+01:00' } });
const uploaded = { provider: 'file', id: '/media/a-9.mp4' } as const;

const candidacy = (state: Candidacy['state'], reason?: string, more: Partial<Profile> = {}): Candidacy => ({
  id: 'x',
  state,
  version: 1,
  profile: {
    name: 'Amina Belkacem',
    town: 'Figeac',
    slogan: 'Un banc par quai',
    manifesto: 'Je prends le train depuis vingt ans. Je demande un banc sur chaque quai.',
    ...more,
  },
  submittedAt: STANDING,
  changedAt: STANDING,
  ...(reason && { reason }),
  ...(state === 'approved' && { candidate: 'amina' }),
});

function form(own: Candidacy | null, now = STANDING, more: Partial<CandidacyOffer> = {}): TemplateResult {
  const candidacies = {
    own: async () => own,
    submit: fails('offline'),
    withdraw: unasked,
    photo: unasked,
    ...more,
  };
  return html`<voix-candidacy
    .snapshot=${readySnapshot({ election: standing, now, community: async () => ({ candidacies }) })}
  ></voix-candidacy>`;
}

const frame = async (element: Element): Promise<void> => {
  choose(element, 'photo', await picture());
  await eventually(() => everywhere(element, 'canvas').length);
};

/** A form in which a video is sent, once this is to be read. */
const sending = (video: NonNullable<CandidacyOffer['video']>, reads: string): State => ({
  template: form(null, STANDING, { video }),
  there: 'Or send a video',
  act: async (element) => {
    choose(element, 'video-file', film());
    await eventually(() => seen(element).includes(reads), reads);
  },
});

export const candidacyStates: Readonly<Record<string, State>> = {
  loading: { template: html`<voix-candidacy .snapshot=${loading}></voix-candidacy>` },
  announced: { template: form(null, '2026-11-01T12:00:00Z'), there: 'open' },
  empty: { template: form(null), there: 'slogan' },
  error: {
    template: form(null),
    there: 'slogan',
    act: (element) => only<HTMLButtonElement>(element, 'button[type="submit"], form button.main').click(),
  },
  'a portrait being framed': { template: form(null), there: 'slogan', act: frame },
  'a portrait kept': {
    template: form(null, STANDING, { photo: async () => ({ src: '/demo/campaign/logos/traverse.svg' }) }),
    there: 'slogan',
    act: async (element) => {
      await frame(element);
      button(element, 'Keep this').click();
      await eventually(() => everywhere(element, '#alt').length);
    },
  },
  'a portrait that cannot be read': {
    template: form(null),
    there: 'slogan',
    act: async (element) => {
      choose(element, 'photo', new File(['none'], 'me.jpg', { type: 'image/jpeg' }));
      await eventually(() => everywhere(element, '#photo-fault').length);
    },
  },
  'a video on its way': sending((_election, _video, options) => {
    options?.onProgress?.(0.42);
    return never;
  }, '42'),
  'a video refused': sending(fails('video-too-large'), 'too heavy'),
  'a video stopped': sending(fails('offline'), 'Go on'),
  'a video kept': {
    template: form(candidacy('returned', 'Et vos sous-titres ?', { video: uploaded }), STANDING, {
      video: async () => uploaded,
      captions: () => Promise.reject(new ElectionError('captions-unreadable')),
    }),
    there: 'titres',
    act: async (element) => {
      button(element, 'Change it').click();
      await eventually(() => everywhere(element, '#captions').length);
      choose(element, 'captions', new File(['none'], 'me.vtt', { type: 'text/vtt' }));
      await eventually(() => everywhere(element, '.upload .fault').length);
    },
  },
  waiting: { template: form(candidacy('pending')), there: 'Amina' },
  'sent back': {
    template: form(candidacy('returned', 'Le slogan est celui d’une autre.')),
    there: 'autre',
  },
  approved: { template: form(candidacy('approved')), there: 'Amina' },
  'about to be withdrawn': {
    template: form(candidacy('approved'), during.voting),
    there: 'Amina',
    act: async (element) => {
      button(element, 'Withdraw').click();
      await eventually(() => everywhere<HTMLDialogElement>(element, 'dialog')[0]?.open);
    },
  },
  withdrawn: { template: form(candidacy('withdrawn')), there: 'withd' },
  hidden: { template: form(candidacy('hidden', 'Une réclame.')), there: 'réclame' },
  closed: { template: form(null, during.voting), there: 'closed' },
};
