/** Every element in the states that look different, of one election: for tests of what holds everywhere. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../src/elements/voix-ballot/voix-ballot.js';
import '../../src/elements/voix-candidate-card/voix-candidate-card.js';
import '../../src/elements/voix-countdown/voix-countdown.js';
import '../../src/elements/voix-election/voix-election.js';
import '../../src/elements/voix-proclamation/voix-proclamation.js';
import '../../src/elements/voix-receipt/voix-receipt.js';
import '../../src/elements/voix-results-bar/voix-results-bar.js';
import '../../src/elements/voix-results/voix-results.js';
import '../../src/elements/voix-video/voix-video.js';
import '../../src/elements/voix-vote-button/voix-vote-button.js';
import type { Election } from '../../src/model/election.js';
import { ElectionError } from '../../src/model/errors.js';
import type { Outcome } from '../../src/model/outcome.js';
import type { ReadySnapshot, VoteState } from '../../src/model/snapshot.js';
import { during, readySnapshot, receipt } from './snapshots.js';

/** @param election one of at least two candidates */
export function gallery(election: Election): readonly (readonly [name: string, template: TemplateResult])[] {
  const [first, second] = election.candidates;
  if (!first || !second) throw new Error('a gallery needs two candidates');
  const of = (changes: Partial<ReadySnapshot> & { now?: string } = {}) =>
    readySnapshot({
      election,
      results: { hidden: false, version: 1000, ballots: 1000, counts: { [first.id]: 600, [second.id]: 400 } },
      ...changes,
    });
  const choice = { method: 'plurality', candidate: first.id } as const;
  const voted: VoteState = { kind: 'voted', choice, receipt: { ...receipt, choice } };
  const kept: VoteState = { kind: 'kept', choice, error: new ElectionError('offline') };
  const outcome = (outcome: Outcome) => of({ now: during.proclaimed, outcome, vote: voted });
  const elected = outcome({ kind: 'elected', candidate: first.id, votes: 600, margin: 200 });
  const tied = outcome({ kind: 'tie', candidates: [first.id, second.id], votes: 500 });

  return [
    ['button, open', html`<voix-vote-button .candidate=${first} .snapshot=${of()}></voix-vote-button>`],
    [
      'button, kept',
      html`<voix-vote-button .candidate=${first} .snapshot=${of({ vote: kept })}></voix-vote-button>`,
    ],
    [
      'button, other',
      html`<voix-vote-button .candidate=${second} .snapshot=${of({ vote: voted })}></voix-vote-button>`,
    ],
    ['card', html`<voix-candidate-card .candidate=${first} .snapshot=${of()}></voix-candidate-card>`],
    ['bar', html`<voix-results-bar candidate=${first.id} .snapshot=${of()}></voix-results-bar>`],
    ['results', html`<voix-results .snapshot=${of({ vote: voted })}></voix-results>`],
    ['countdown', html`<voix-countdown .snapshot=${of()}></voix-countdown>`],
    ['elected', html`<voix-proclamation .snapshot=${elected}></voix-proclamation>`],
    ['tied', html`<voix-proclamation .snapshot=${tied}></voix-proclamation>`],
    ['video', html`<voix-video .candidate=${first}></voix-video>`],
    ['receipt', html`<voix-receipt .snapshot=${of({ vote: voted })}></voix-receipt>`],
    ['receipt, to be found', html`<voix-receipt .snapshot=${of()}></voix-receipt>`],
    ['paper', html`<voix-ballot .snapshot=${of({ vote: { kind: 'confirming', choice } })}></voix-ballot>`],
    ['election, open', html`<voix-election .snapshot=${of()}></voix-election>`],
    ['election, voted', html`<voix-election .snapshot=${of({ vote: voted })}></voix-election>`],
    ['election, proclaimed', html`<voix-election .snapshot=${elected}></voix-election>`],
  ];
}
