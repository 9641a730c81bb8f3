/** The desk, view by view and in its states: heard, without a fault that axe finds, and gone through by keyboard. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/admin/voix-admin.js';
import type { VoixAdmin } from '../../src/admin/voix-admin.js';
import { admin as w } from '../../src/locales/en-admin.js';
import { hold, toldIn, write } from '../elements/heard/told.js';
import { button, eventually, only, seen } from '../elements/page.js';
import * as server from './server.js';

const { answers } = server;
const AT = '2027-01-02T10:00:00Z';
const COMMAND = {
  id: 't1',
  at: AT,
  by: null,
  act: 'person-added',
  election: null,
  subject: 'p1',
  about: 'Jeanne Morel',
  detail: 'owner',
};
const JEANNE = {
  id: 'p1',
  email: 'jeanne@traverse.example',
  name: 'Jeanne Morel',
  role: 'owner',
  seen: AT,
  version: 1,
};
const DELIVERY = {
  id: 'd1',
  event: 'election.closed',
  at: AT,
  state: 'delivered',
  attempts: 2,
  status: 204,
  next: null,
};

const FILE = 'test/admin/heard.txt';

interface View {
  /** What the server answers. */
  readonly given?: Readonly<Record<string, object>>;
  /** Words by which the view is there. */
  readonly there: string;
  /** What is done before it is heard. */
  readonly act?: (desk: Element) => unknown;
}

const FORM = w.form.calendar;
const locked = server.open({
  phase: 'voting',
  locks: [
    { part: 'quorum', why: 'voting' },
    { part: 'calendar.voting', why: 'past' },
    { part: 'candidates', why: 'voting' },
  ],
});
const amendments = [
  { at: '2027-01-18T10:00:00Z', parts: ['calendar.counting'], note: 'Une matinée de panne.' },
];

function type(desk: Element, id: string, text: string): void {
  // Not in the page beside it, which has a title, too.
  const field = only(desk, 'voix-admin-editor').shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function save(desk: Element, reads: string): Promise<void> {
  await eventually(() => !button(desk, w.save).disabled);
  button(desk, w.save).click();
  await eventually(() => seen(desk).includes(reads), reads);
}

/** By view, and its state where it has another. */
const VIEWS: Readonly<Record<string, View>> = {
  elections: {
    there: 'Qui présidera',
  },
  'traverse/candidacies': {
    given: {
      'GET elections/traverse/candidacies': { candidacies: [server.candidacy()] },
      'GET elections/traverse/candidates': { candidates: [], hidden: [] },
    },
    there: 'Karim Haddad',
  },
  'traverse/candidacies, empty': {
    given: {
      'GET elections/traverse/candidacies': { candidacies: [] },
      'GET elections/traverse/candidates': { candidates: [], hidden: [] },
    },
    there: 'Nobody waits here.',
  },
  'traverse/candidacies, error': {
    there: 'does not answer at this address',
  },
  'traverse/questions, empty': {
    given: { 'GET elections/traverse/questions': { questions: [], total: 0, next: null } },
    there: 'No question here.',
  },
  'people, error': {
    there: 'does not answer at this address',
  },
  'elections, empty': {
    given: { 'GET elections': { elections: [] } },
    there: 'No election yet',
  },
  'elections, signed out': {
    given: { 'GET session': server.session(null) },
    there: 'mail',
  },
  'traverse/questions': {
    given: {
      'GET elections/traverse/questions': {
        questions: [server.question({ reports: 2 })],
        total: 1,
        next: null,
      },
    },
    there: 'en retard',
  },
  'traverse/results': {
    given: {
      'GET elections/traverse/results': {
        version: 10,
        ballots: 10,
        hidden: false,
        counts: { amina: 6, gilles: 4 },
        tiers: { device: { counted: 10, review: 1, invalidated: 0 } },
        refused: { 'already-voted': 3 },
      },
    },
    there: '60.0%',
  },
  'traverse/mandate': {
    given: { 'GET elections/traverse/mandate': { mandate: null, version: 0 } },
    there: 'programme',
  },
  'traverse/share': {
    there: 'voix-election',
  },
  people: {
    given: { 'GET people': { people: [JEANNE] } },
    there: 'jeanne@traverse.example',
  },
  trail: {
    given: { 'GET trail': { entries: [COMMAND], next: 't1' } },
    there: 'Owner',
  },
  mails: {
    given: {
      'GET mails': {
        delivery: 'folder',
        mails: [
          {
            id: 'm1',
            at: AT,
            to: 'ada@clients.example',
            subject: 'S',
            text: 'T',
            state: 'waiting',
            failure: '552 full',
          },
        ],
      },
    },
    there: 'ada@clients.example',
  },
  webhooks: {
    given: {
      'GET webhooks': {
        webhooks: [
          {
            id: 'w1',
            url: 'https://crm.example/',
            events: ['election.closed'],
            made: AT,
            deliveries: [DELIVERY],
          },
        ],
      },
    },
    there: 'crm.example',
  },
  account: {
    given: { 'GET passkeys': { passkeys: [{ id: 'k1', name: 'Phone', made: AT, used: null }] } },
    there: 'Phone',
  },
  '+': { there: FORM },
  traverse: { there: FORM },
  'traverse, to be mended': {
    there: FORM,
    act: async (desk) => {
      type(desk, 'title', '');
      type(desk, 'calendar-counting', '2026-11-23T08:00');
      await save(desk, w.form.missing);
    },
  },
  'traverse, after the opening': {
    given: { 'GET elections/traverse': { ...locked, election: { ...locked.election, amendments } } },
    there: 'panne',
    act: async (desk) => {
      type(desk, 'calendar-counting', '2027-02-17T08:00');
      await eventually(() => seen(desk).includes(w.form.noteHint));
    },
  },
  'traverse, changed meanwhile': {
    there: FORM,
    act: async (desk) => {
      type(desk, 'title', 'La mienne ?');
      answers.set('GET elections/traverse', () => server.open({ version: 'b' }));
      answers.set('POST elections/traverse/change', server.refusal(409, 'changed-meanwhile'));
      await save(desk, w.form.changed);
    },
  },
  'traverse, to be read alone': { given: { 'GET session': server.session('reader') }, there: FORM },
};

describe('the desk, heard', () => {
  let kept: Map<string, string>;
  const now = new Map<string, string>();
  const { now: realNow } = Date;
  before(async () => {
    server.start();
    Date.now = () => server.NOW;
    kept = await toldIn(FILE);
  });
  after(async () => {
    Date.now = realNow;
    server.stop();
    location.hash = '';
    if (!kept.size) await write(FILE, 'the desk', now);
  });
  beforeEach(() => {
    answers.clear();
    answers.set('GET session', () => server.session('owner'));
    answers.set('GET elections', () => ({ elections: [server.listed()] }));
    answers.set('GET elections/traverse', () => server.open());
  });

  for (const [place, { given = {}, there, act }] of Object.entries(VIEWS))
    it(place, async () => {
      for (const [route, answer] of Object.entries(given)) answers.set(route, () => answer);
      location.hash = `/${place.split(',')[0]}`;
      const desk = await fixture<VoixAdmin>(html`<voix-admin backend="/backend"></voix-admin>`);
      await eventually(() => seen(desk).includes(there), there);
      await act?.(desk);
      // What is around every view is heard once, in the first.
      const from = place.startsWith('elections') ? /^/ : /^heading/m;
      now.set(place, await hold(desk, kept.size ? (kept.get(place) ?? '') : undefined, from));
    });

  it('nothing else is kept', () => {
    if (kept.size) expect([...kept.keys()]).to.deep.equal(Object.keys(VIEWS));
  });
});
