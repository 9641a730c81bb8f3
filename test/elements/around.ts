/** Every element around the vote, at its fullest, in which everybody writes the same text everywhere. */
import { html, type TemplateResult } from 'lit';
import '../../src/elements/voix-assembly/voix-assembly.js';
import '../../src/elements/voix-campaign/voix-campaign.js';
import '../../src/elements/voix-candidacy/voix-candidacy.js';
import '../../src/elements/voix-news/voix-news.js';
import '../../src/elements/voix-president/voix-president.js';
import '../../src/elements/voix-questions/voix-questions.js';
import '../../src/elements/voix-rules/voix-rules.js';
import '../../src/elements/voix-share/voix-share.js';
import { entryOf, seatOf } from '../../src/model/campaign.js';
import type { Candidacy } from '../../src/model/candidacy.js';
import type { Community } from '../../src/model/community.js';
import type { Candidate } from '../../src/model/election.js';
import type { Mandate } from '../../src/model/mandate.js';
import type { Question } from '../../src/model/question.js';
import { elected, mandate } from './mandates.js';
import { during, election, readySnapshot } from './snapshots.js';

const tally = { version: 1000, ballots: 1000, counts: { amina: 600, gilles: 400 } };

/** @returns by name; each shows `text` once all of it is there */
export function aroundTheVote(
  text: string,
  colour = '#14594d',
): readonly (readonly [name: string, template: TemplateResult])[] {
  const person = (id: string): Candidate => ({ id, name: text, town: text, slogan: text, manifesto: text });
  const stands = election({
    title: text,
    brand: { id: 'traverse', name: text, colour, story: text, welcome: text },
    calendar: { ...election().calendar, candidacy: '2026-11-02T09:00:00+01:00' },
    candidates: [person('amina'), person('gilles')],
    terms: { organiser: text, standing: text, voting: text, privileges: [text], obligations: [text] },
    amendments: [{ at: during.voting, parts: [], note: text }],
  });
  const community = async () => offering(text);
  const at = (now: string) => readySnapshot({ election: stands, now, community });
  const presiding = readySnapshot({ election: stands, now: during.mandate, community, outcome: elected });
  const now = Date.parse(during.mandate);
  const clock = { now, rate: 1 };
  const kept = written(text);
  const seat = seatOf(stands, tally, kept, now);
  const entry = entryOf(stands, tally, now);

  return [
    ['questions', html`<voix-questions .snapshot=${at(during.voting)}></voix-questions>`],
    ['news', html`<voix-news .snapshot=${at(during.voting)}></voix-news>`],
    ['candidacy', html`<voix-candidacy .snapshot=${at('2026-11-20T12:00:00Z')}></voix-candidacy>`],
    ['share', html`<voix-share candidate="amina" .snapshot=${at(during.campaign)}></voix-share>`],
    ['rules', html`<voix-rules .snapshot=${at(during.voting)}></voix-rules>`],
    [
      'president',
      html`<voix-president
        .snapshot=${presiding}
        .mandate=${{ mandate: kept, questions: { asked: 50, answered: 39 } }}
      ></voix-president>`,
    ],
    ['campaign', html`<voix-campaign .campaign=${{ clock, entries: [entry] }}></voix-campaign>`],
    ['assembly', html`<voix-assembly .assembly=${{ clock, seats: seat ? [seat] : [] }}></voix-assembly>`],
  ];
}

const written = (text: string): Mandate => ({
  ...mandate,
  response: { kind: 'welcomed', text, at: during.proclaimed },
  milestones: mandate.milestones.map((milestone) => ({
    ...milestone,
    title: text,
    place: text,
    promise: text,
  })),
  reports: mandate.reports.map((report) => ({ ...report, title: text, text })),
  privileges: [text],
  obligations: [text],
  handover: { text },
});

/** A backend that shows everything, and of which nothing is asked here. */
function offering(text: string): Community {
  const question = (id: string): Question => ({
    id,
    kind: 'question',
    text,
    name: text,
    at: during.campaign,
    candidate: 'amina',
    supports: 12,
    supported: id === 'q1',
    answers: [{ by: 'candidate', name: text, text, at: during.voting }],
  });
  const sentBack: Candidacy = {
    id: 'x',
    state: 'returned',
    reason: text,
    version: 2,
    profile: { name: text, town: text, slogan: text, manifesto: text },
    submittedAt: during.announced,
    changedAt: during.announced,
  };
  const unasked = () => Promise.reject(new Error('nothing is asked of it here'));
  return {
    questions: {
      list: async () => ({ questions: [question('q1'), question('q2')], total: 2, next: null }),
      ask: unasked,
      support: unasked,
      report: unasked,
      answer: unasked,
    },
    news: {
      ofElection: async () => [{ id: 'n', candidate: 'amina', text, at: during.campaign }],
      write: unasked,
    },
    candidacies: { own: async () => sentBack, submit: unasked, withdraw: unasked, photo: unasked },
    share: { address: () => 'https://votes.example/elections/traverse/candidates/amina' },
  };
}
