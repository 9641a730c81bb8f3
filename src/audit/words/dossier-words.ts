/** What the dossier says. */
export interface DossierWords {
  readonly kind: string;
  readonly made: string;
  readonly good: string;
  readonly bad: string;
  readonly sections: Readonly<
    Record<
      | 'result'
      | 'voters'
      | 'turnout'
      | 'rules'
      | 'amendments'
      | 'decisions'
      | 'candidates'
      | 'recount'
      | 'limits'
      | 'again',
      string
    >
  >;
  readonly outcome: Readonly<Record<'elected' | 'tie' | 'no-quorum' | 'no-ballots', string>>;
  readonly sealed: string;
  readonly incomplete: string;
  readonly proclaimed: string;
  readonly notProclaimed: string;
  readonly denominator: string;
  readonly approval: string;
  readonly columns: Readonly<
    Record<
      | 'candidate'
      | 'votes'
      | 'share'
      | 'tier'
      | 'eligible'
      | 'voters'
      | 'counted'
      | 'review'
      | 'invalidated'
      | 'day'
      | 'cast'
      | 'changed'
      | 'what'
      | 'before'
      | 'after'
      | 'entry'
      | 'when'
      | 'reason'
      | 'decision'
      | 'ballot'
      | 'number',
      string
    >
  >;
  readonly gone: Readonly<Record<'hidden' | 'withdrawn', string>>;
  readonly eligibleUnknown: string;
  readonly replaced: string;
  readonly refused: string;
  readonly erased: string;
  readonly noBallots: string;
  readonly bars: string;
  readonly mostInBar: string;
  readonly byDay: string;
  readonly turnoutText: string;
  readonly rules: Readonly<
    Record<
      | 'method'
      | 'visibility'
      | 'revote'
      | 'quorum'
      | 'identity'
      | 'tie'
      | 'voting'
      | 'counting'
      | 'keys'
      | 'witnesses',
      string
    >
  >;
  readonly methods: Readonly<Record<'plurality' | 'approval' | 'approvalMax', string>>;
  readonly visibilities: Readonly<Record<'always' | 'until-voted' | 'until-close', string>>;
  readonly revote: string;
  readonly noRevote: string;
  readonly quorum: string;
  readonly noQuorum: string;
  readonly tieStands: string;
  readonly tieOther: string;
  readonly none: string;
  readonly noAmendment: string;
  readonly amendedAt: string;
  readonly whileVoting: string;
  readonly profileChanged: string;
  readonly noDecision: string;
  readonly decisions: Readonly<Record<'review' | 'invalidation' | 'reinstatement', string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<'hidden' | 'restored' | 'withdrawn' | 'erased', string>>;
  readonly ballotByBallot: string;
  readonly refusals: Readonly<Record<string, string>>;
  readonly noModeration: string;
  readonly onlyFirst: string;
  readonly limits: readonly string[];
  readonly again: string;
}
