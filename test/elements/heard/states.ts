/** Every public element in every state that is heard differently. */
import { html, type TemplateResult } from 'lit';
import '../../../src/elements/voix-candidate-card/arrival.js';
import '../../../src/index.js';
import { arrivalHash } from '../../../src/model/arrival.js';
import { entryOf, seatOf } from '../../../src/model/campaign.js';
import type { CandidacyOffer } from '../../../src/model/candidacy.js';
import type { Community } from '../../../src/model/community.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { Outcome } from '../../../src/model/outcome.js';
import type { Question } from '../../../src/model/question.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { backendOf } from '../backend.js';
import { mandate, offering as offeringMandate, view } from '../mandates.js';
import { button, eventually, everywhere, seen } from '../page.js';
import { choice, during, election, readySnapshot, voted } from '../snapshots.js';
import { candidacyStates } from './candidacy-states.js';
import { receiptStates } from './receipt-states.js';
import {
  at,
  by,
  closed,
  failed,
  fails,
  hasVoted,
  loading,
  never,
  open,
  unasked,
  vote,
  withCommunity,
  type State,
} from './state.js';
import { RULES } from '../../support/rules.js';

const elected: Outcome = { kind: 'elected', candidate: 'amina', votes: 500, margin: 200 };
const tied: Outcome = { kind: 'tie', candidates: ['amina', 'gilles'], votes: 400 };
const kept = { kind: 'kept', choice, error: new ElectionError('offline') } as const;
const nobody = election({ candidates: [] });
const none = { hidden: false, version: 0, ballots: 0, counts: {} } as const;
const ended = { calendar: { ...election().calendar, end: '2027-02-20T09:00:00+01:00' } };

/** Comes with all that is around the vote. */
const READ_RULES = 'Read the rules';

const president = at(during.proclaimed, { outcome: elected, vote: voted });
const tie = at(during.proclaimed, { outcome: tied, vote: voted });

const question = (changes: Partial<Question> = {}): Question => ({
  id: 'q1',
  kind: 'question',
  text: 'Pourquoi le 6 h 12 est-il plein ?',
  name: 'Léa',
  at: during.campaign,
  candidate: 'amina',
  supports: 12,
  supported: false,
  answers: [{ by: 'candidate', name: 'Amina Belkacem', text: 'Il manque une rame.', at: during.voting }],
  ...changes,
});
const asked = (list: NonNullable<Community['questions']>['list']): Community => ({
  questions: { list, ask: fails('offline'), support: unasked, report: unasked, answer: unasked },
});
const two = asked(async () => ({
  questions: [question(), question({ id: 'q2', text: 'Un banc à Gourdon ?', supported: true, answers: [] })],
  total: 2,
  next: null,
}));
const empty = asked(async () => ({ questions: [], total: 0, next: null }));
const questions = (community: Community, now?: string): TemplateResult =>
  html`<voix-questions .snapshot=${withCommunity(community, now)}></voix-questions>`;

const told = { id: 'n', candidate: 'amina', text: 'Demain à Gourdon.', at: during.campaign };
const news = (ofElection: NonNullable<Community['news']>['ofElection']): TemplateResult =>
  html`<voix-news .snapshot=${withCommunity({ news: { ofElection, write: unasked } })}></voix-news>`;

const now = Date.parse(during.mandate);
const clock = { now, rate: 1 };
const tally = { version: 1000, ballots: 1000, counts: { amina: 600, gilles: 400 } };
const entry = entryOf(election(), tally, Date.parse(during.voting));
const hung = { clock: { now: Date.parse(during.voting), rate: 1 }, entries: [entry] };
const seat = seatOf(election(), tally, mandate, now)!;
const presiding = (community?: ReadySnapshot['community'], changes = {}) =>
  html`<voix-president
    .snapshot=${at(during.mandate, { outcome: elected, community, election: election(changes) })}
  ></voix-president>`;
const shared = { address: () => 'https://votes.example/elections/traverse/candidates/amina' };
const [amina] = election().candidates;
const film = {
  ...amina!,
  video: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'Vingt ans de train' } as const,
};

const report = (sent: () => Promise<void>): TemplateResult =>
  html`<voix-report
    candidate="amina"
    .snapshot=${withCommunity({ candidacies: { report: sent } as unknown as CandidacyOffer })}
  ></voix-report>`;
const reporting = async (element: Element): Promise<void> => {
  everywhere<HTMLButtonElement>(element, 'button')[0]!.click();
  await eventually(() => everywhere(element, 'input').length);
};
const unreached = { campaign: fails('offline'), assembly: fails('offline') };

/** An election in which what is around one candidate was opened, once this is to be read. */
const opened = (says: string, reads: string): State => ({
  template: html`<voix-election
    .snapshot=${withCommunity(
      {
        ...two,
        news: { ofElection: async () => [told], write: unasked },
        candidacies: { report: async () => {} } as unknown as CandidacyOffer,
        share: shared,
      },
      during.campaign,
    )}
  ></voix-election>`,
  there: READ_RULES,
  act: async (element) => {
    const keys = () =>
      everywhere(element, 'voix-candidate-card')
        .flatMap((card) => everywhere(card, 'button.ask'))
        .concat(everywhere(element, 'button.ask'))
        .filter((key) => seen(key).includes(says));
    await eventually(() => keys().length, says);
    keys()[0]!.click();
    await eventually(
      () => everywhere(element, 'dialog.talk-with').some((dialog) => seen(dialog).includes(reads)),
      reads,
    );
  },
});

export const STATES: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  'voix-election': {
    ...by(
      (snapshot) => html`<voix-election .snapshot=${snapshot}></voix-election>`,
      {
        loading,
        error: failed,
        empty: readySnapshot({ election: nobody, results: { ...none } }),
        announced: at(during.announced, { results: { hidden: 'until-open' } }),
        open,
        offline: readySnapshot({ connection: 'down', vote: kept }),
        voted: hasVoted,
        closed,
        elected: president,
        tied: tie,
      },
      {
        announced: READ_RULES,
        offline: READ_RULES,
        voted: 'Tracking code',
        closed: READ_RULES,
        elected: 'Customers’ president',
        tied: 'Nobody is elected',
      },
    ),
    'a candidate asked': opened('Questions', 'Gourdon'),
    'a candidate shared': opened('Share', 'Copy the link'),
  },
  'voix-provider': {
    loading: {
      template: html`<voix-provider election="traverse" .adapter=${backendOf(election())}></voix-provider>`,
    },
    open: {
      template: html`<voix-provider election="traverse" .adapter=${backendOf(election())}
        ><voix-vote-button candidate="gilles"></voix-vote-button
      ></voix-provider>`,
      there: 'Gilles',
    },
  },
  'voix-vote-button': by(
    (snapshot) => html`<voix-vote-button candidate="gilles" .snapshot=${snapshot}></voix-vote-button>`,
    {
      loading,
      announced: at(during.announced),
      open,
      confirming: vote({ kind: 'confirming', choice }),
      casting: vote({ kind: 'casting', choice }),
      offline: vote(kept),
      error: vote({ kind: 'refused', choice, error: new ElectionError('already-voted') }),
      voted: hasVoted,
      closed,
    },
  ),
  'voix-candidate-card': {
    ...by(
      (snapshot) =>
        html`<voix-candidate-card candidate="gilles" .snapshot=${snapshot}></voix-candidate-card>`,
      { loading, open, offline: vote(kept), voted: hasVoted, closed, elected: president },
    ),
    'whom one came for': {
      template: html`<voix-candidate-card candidate="gilles" .snapshot=${open}></voix-candidate-card>`,
      there: 'Gilles',
      act: async (element) => {
        location.hash = arrivalHash({ election: 'traverse', candidate: 'gilles' });
        await eventually(() => everywhere(element, '.arrived').length);
      },
    },
    'with a video': {
      template: html`<voix-candidate-card .candidate=${film} .snapshot=${open}></voix-candidate-card>`,
      there: 'video',
    },
  },
  'voix-ballot': by((snapshot) => html`<voix-ballot .snapshot=${snapshot}></voix-ballot>`, {
    empty: open,
    open: vote({ kind: 'confirming', choice }),
    several: readySnapshot({
      election: election({ rules: { ...RULES, method: { kind: 'approval' } } }),
      vote: { kind: 'confirming', choice: { method: 'approval', candidates: ['gilles'] } },
    }),
  }),
  'voix-results': {
    ...by((snapshot) => html`<voix-results .snapshot=${snapshot}></voix-results>`, {
      loading,
      error: failed,
      empty: readySnapshot({ results: { ...none } }),
      hidden: readySnapshot({ results: { hidden: 'until-close' } }),
      open,
      offline: readySnapshot({ connection: 'down' }),
      voted: hasVoted,
      closed,
      tied: tie,
    }),
    table: {
      template: html`<voix-results .snapshot=${open}></voix-results>`,
      act: (element) => {
        button(element, 'Read as a table').click();
        return eventually(() => everywhere(element, 'table').length);
      },
    },
  },
  'voix-results-bar': by(
    (snapshot) => html`<voix-results-bar candidate="amina" .snapshot=${snapshot}></voix-results-bar>`,
    { loading, open, empty: readySnapshot({ results: { ...none } }) },
  ),
  'voix-countdown': by((snapshot) => html`<voix-countdown .snapshot=${snapshot}></voix-countdown>`, {
    loading,
    announced: at(during.announced),
    open,
    closed,
    ended: at(during.mandate),
  }),
  'voix-proclamation': by((snapshot) => html`<voix-proclamation .snapshot=${snapshot}></voix-proclamation>`, {
    loading,
    open,
    elected: president,
    tied: tie,
    quorum: at(during.proclaimed, { outcome: { kind: 'no-quorum', ballots: 12, quorum: 100 } }),
    empty: at(during.proclaimed, { outcome: { kind: 'no-ballots' } }),
  }),
  'voix-receipt': receiptStates,
  'voix-video': {
    empty: { template: html`<voix-video .candidate=${amina}></voix-video>` },
    open: { template: html`<voix-video .candidate=${film}></voix-video>` },
  },
  'voix-rules': by((snapshot) => html`<voix-rules .snapshot=${snapshot}></voix-rules>`, {
    loading,
    announced: at(during.announced),
    open: readySnapshot({
      election: election({ amendments: [{ at: during.voting, parts: [], note: 'Un nom corrigé.' }] }),
    }),
  }),
  'voix-share': {
    empty: { template: html`<voix-share candidate="nobody" .snapshot=${open}></voix-share>` },
    open: {
      template: html`<voix-share
        candidate="amina"
        .snapshot=${withCommunity({ share: shared })}
      ></voix-share>`,
      there: 'Amina',
    },
  },
  'voix-report': {
    empty: { template: html`<voix-report candidate="amina" .snapshot=${open}></voix-report>` },
    open: { template: report(async () => {}), there: 'Report' },
    asking: { template: report(async () => {}), there: 'Report', act: reporting },
    offline: {
      template: report(fails('offline')),
      there: 'Report',
      act: async (element) => {
        await reporting(element);
        everywhere<HTMLInputElement>(element, 'input[type=radio]')[0]!.click();
        button(element, 'Send').click();
        await eventually(() => seen(element).includes('cannot be reached'));
      },
    },
  },
  'voix-questions': {
    loading: { template: questions(asked(() => never)) },
    empty: { template: questions(empty), there: 'Nobody has asked' },
    open: { template: questions(two), there: 'Gourdon' },
    asking: {
      template: questions(empty),
      there: 'Nobody has asked',
      act: (element) => button(element, 'Ask a question').click(),
    },
    offline: { template: questions(asked(fails('offline'))), there: 'again' },
    announced: { template: questions(empty, during.announced), there: 'open' },
    closed: { template: questions(two, during.counting), there: 'Gourdon' },
  },
  'voix-news': {
    loading: { template: news(() => never) },
    empty: { template: news(async () => []), there: 'No news' },
    open: {
      template: news(async () => [told]),
      there: 'Gourdon',
    },
    offline: { template: news(fails('offline')), there: 'again' },
  },
  'voix-candidacy': candidacyStates,
  'voix-campaign': {
    loading: { template: html`<voix-campaign></voix-campaign>` },
    empty: { template: html`<voix-campaign .campaign=${{ clock, entries: [] }}></voix-campaign>` },
    open: {
      template: html`<voix-campaign link="/elections/{id}" .campaign=${hung}></voix-campaign>`,
      there: 'Traverse',
    },
    offline: {
      template: html`<voix-campaign .snapshot=${withCommunity({ campaign: unreached })}></voix-campaign>`,
      there: 'again',
    },
  },
  'voix-assembly': {
    loading: { template: html`<voix-assembly></voix-assembly>` },
    offline: {
      template: html`<voix-assembly .snapshot=${withCommunity({ campaign: unreached })}></voix-assembly>`,
      there: 'again',
    },
    empty: { template: html`<voix-assembly .assembly=${{ clock, seats: [] }}></voix-assembly>` },
    open: {
      template: html`<voix-assembly .assembly=${{ clock, seats: [seat] }}></voix-assembly>`,
      there: 'Amina',
    },
  },
  'voix-president': {
    loading: { template: html`<voix-president .snapshot=${loading}></voix-president>` },
    open: { template: presiding(offeringMandate(async () => view)), there: 'Brive' },
    silent: {
      template: presiding(
        offeringMandate(async () => ({ ...view, mandate: { ...mandate, response: undefined } as never })),
      ),
      there: 'Brive',
    },
    offline: { template: presiding(offeringMandate(fails('offline'))), there: 'again' },
    ended: {
      template: presiding(
        offeringMandate(async () => view),
        ended,
      ),
      there: 'deuxième',
    },
    tied: { template: html`<voix-president .snapshot=${tie}></voix-president>` },
  },
};
