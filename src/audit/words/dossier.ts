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
  readonly withdrawn: string;
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

export const en: DossierWords = {
  kind: 'Fairness dossier',
  made: 'Drawn from the election’s log alone: {size} entries of {origin}. Nobody had to be believed.',
  good: 'The recount agrees with what was published.',
  bad: 'The recount does not agree with what was published. What is wrong is at the end of this page.',
  sections: {
    result: 'The result',
    voters: 'Who could vote, and who did',
    turnout: 'When they voted',
    rules: 'The rules',
    amendments: 'Changes of the rules',
    decisions: 'Ballots that were looked into',
    candidates: 'Decisions about candidates',
    recount: 'The recount',
    limits: 'What this shows, and what it does not',
    again: 'Count it yourself',
  },
  outcome: {
    elected: '{candidate} is elected with {votes} votes, {margin} ahead of the next.',
    tie: 'A tie at {votes} votes: {candidates}.',
    'no-quorum': 'Nobody is elected: {ballots} ballots, where {quorum} were needed.',
    'no-ballots': 'Nobody is elected: nobody has a vote.',
  },
  sealed: 'The choices are sealed until the close. Nobody can count them yet, from these files.',
  incomplete: 'Not everything could be counted: see the recount.',
  proclaimed: 'Proclaimed on {at}.',
  notProclaimed: 'Not proclaimed yet.',
  denominator: 'Shares are of the {counted} ballots that count.',
  approval: 'A ballot may hold several votes.',
  columns: {
    candidate: 'Candidate',
    votes: 'Votes',
    share: 'Share',
    tier: 'Identified by',
    eligible: 'Could vote',
    voters: 'Voted',
    counted: 'Counted',
    review: 'Under review',
    invalidated: 'Set aside',
    day: 'Day',
    cast: 'Ballots',
    changed: 'of them changes',
    what: 'What',
    before: 'Before',
    after: 'After',
    entry: 'Entry',
    when: 'When',
    reason: 'Reason',
    decision: 'Decision',
    ballot: 'Ballot',
    number: 'How many',
  },
  withdrawn: 'withdrew',
  eligibleUnknown: 'nobody knows',
  replaced:
    '{superseded} of {ballots} ballots were replaced by a later one of the same voter, and do not count.',
  refused: 'Refused, says the close: {list}. Refused ballots are not in the log.',
  erased: '{voters} voters had their data erased; their ballots stay.',
  noBallots: 'There is no ballot yet.',
  bars: 'A bar for every {step} h; its top: changes of vote.',
  mostInBar: 'at most {most}',
  byDay: 'By day, in numbers',
  turnoutText: '{ballots} ballots from {first} to {last}.',
  rules: {
    method: 'How one votes',
    visibility: 'Standings',
    revote: 'Changing one’s mind',
    quorum: 'Quorum',
    identity: 'Identity',
    tie: 'Tie',
    voting: 'Voting opened',
    counting: 'Voting closed',
    keys: 'The log’s key',
    witnesses: 'Witnesses',
  },
  methods: {
    plurality: 'One candidate a ballot.',
    approval: 'As many candidates as one likes.',
    approvalMax: 'At most {max} candidates a ballot.',
  },
  visibilities: {
    always: 'Shown to everybody at any time.',
    'until-voted': 'Shown to those who have voted; to everybody after the close.',
    'until-close': 'Shown to nobody before the close.',
  },
  revote: 'Until the close; the last ballot counts.',
  noRevote: 'The first ballot stands.',
  quorum: '{quorum} ballots.',
  noQuorum: 'None.',
  tieStands: 'A tie is proclaimed as one; no lots are drawn.',
  tieOther: 'As the rules have it: “{tie}”.',
  none: 'None.',
  noAmendment: 'The rules are those of the opening. They were never changed.',
  amendedAt: 'Entry {index}, {at}',
  whileVoting: 'while ballots were being cast',
  profileChanged: 'profile {hash}…',
  noDecision: 'No ballot was looked into.',
  decisions: { review: 'under review', invalidation: 'set aside', reinstatement: 'counts again' },
  reasons: {
    'duplicate-person': 'one person, several ballots',
    automation: 'cast by a program',
    bought: 'bought',
    error: 'a mistake',
    court: 'a court’s decision',
    'on-request': 'on request',
    rules: 'against the rules',
  },
  acts: { hidden: 'hidden', restored: 'shown again', withdrawn: 'withdrew', erased: 'profile erased' },
  ballotByBallot: 'Ballot by ballot',
  refusals: {
    'voting-not-open': 'before the opening',
    'voting-closed': 'after the close',
    'already-voted': 'a second ballot',
    'key-reused': 'a key used before',
    'candidate-unknown': 'for nobody who stands',
  },
  noModeration: 'None.',
  onlyFirst: 'Only the first {shown} are listed.',
  limits: [
    'It shows that no ballot was changed, left out or added after it was given its place, and that the count is right.',
    'It does not show that every voter is a person: for that, compare the numbers of those who could vote with what is known elsewhere.',
    'It does not show who voted for whom. A voter who shows an opened receipt gives the own choice away; nobody can ask for that.',
  ],
  again: 'On the command line, or with the verifier page of any organisation that you trust:',
};

export const fr: DossierWords = {
  kind: 'Dossier d’équité',
  made: 'Établi d’après le seul registre de l’élection\u00a0: {size} inscriptions de {origin}. Personne n’a eu à être cru sur parole.',
  good: 'Le recomptage concorde avec ce qui a été publié.',
  bad: 'Le recomptage ne concorde pas avec ce qui a été publié. Ce qui ne va pas est en fin de page.',
  sections: {
    result: 'Le résultat',
    voters: 'Qui pouvait voter, qui a voté',
    turnout: 'Le fil du vote',
    rules: 'Le règlement',
    amendments: 'Modifications du règlement',
    decisions: 'Bulletins examinés',
    candidates: 'Décisions sur les candidatures',
    recount: 'Le recomptage',
    limits: 'Ce que cela montre, et ne montre pas',
    again: 'Recompter soi-même',
  },
  outcome: {
    elected: '{candidate} l’emporte avec {votes} voix, {margin} de plus que la suite.',
    tie: 'Égalité à {votes} voix\u00a0: {candidates}.',
    'no-quorum': 'Personne n’est élu\u00a0: {ballots} bulletins, il en fallait {quorum}.',
    'no-ballots': 'Personne n’est élu\u00a0: personne n’a de voix.',
  },
  sealed:
    'Les choix sont scellés jusqu’à la clôture. Personne ne peut encore les compter d’après ces fichiers.',
  incomplete: 'Tout n’a pu être compté\u00a0: voir le recomptage.',
  proclaimed: 'Proclamé le {at}.',
  notProclaimed: 'Pas encore proclamé.',
  denominator: 'Les parts sont celles des {counted} bulletins qui comptent.',
  approval: 'Un bulletin peut porter plusieurs voix.',
  columns: {
    candidate: 'Candidature',
    votes: 'Voix',
    share: 'Part',
    tier: 'Identité prouvée par',
    eligible: 'Pouvaient voter',
    voters: 'Ont voté',
    counted: 'Comptés',
    review: 'À l’examen',
    invalidated: 'Écartés',
    day: 'Jour',
    cast: 'Bulletins',
    changed: 'dont changés',
    what: 'Quoi',
    before: 'Avant',
    after: 'Après',
    entry: 'Inscription',
    when: 'Quand',
    reason: 'Motif',
    decision: 'Décision',
    ballot: 'Bulletin',
    number: 'Combien',
  },
  withdrawn: 's’est retiré·e',
  eligibleUnknown: 'nul ne le sait',
  replaced:
    'Sur {ballots} bulletins, {superseded} ont été remplacés par un autre de la même personne et ne comptent pas.',
  refused: 'Refusés, dit la clôture\u00a0: {list}. Les bulletins refusés ne sont pas au registre.',
  erased: '{voters} votants ont fait effacer leurs données\u00a0; leurs bulletins restent.',
  noBallots: 'Il n’y a pas encore de bulletin.',
  bars: 'Une barre pour {step}\u00a0h\u00a0; en haut, les votes changés.',
  mostInBar: 'au plus {most}',
  byDay: 'Jour par jour, en chiffres',
  turnoutText: '{ballots} bulletins, du {first} au {last}.',
  rules: {
    method: 'Comment on vote',
    visibility: 'Les scores',
    revote: 'Changer d’avis',
    quorum: 'Quorum',
    identity: 'Identité',
    tie: 'Égalité',
    voting: 'Ouverture du vote',
    counting: 'Fin du vote',
    keys: 'La clé du registre',
    witnesses: 'Témoins',
  },
  methods: {
    plurality: 'Une candidature par bulletin.',
    approval: 'Autant de candidatures qu’on veut.',
    approvalMax: 'Au plus {max} candidatures par bulletin.',
  },
  visibilities: {
    always: 'Visibles de tout le monde, à tout moment.',
    'until-voted': 'Visibles de qui a voté\u00a0; de tout le monde après la clôture.',
    'until-close': 'Visibles de personne avant la clôture.',
  },
  revote: 'Jusqu’à la clôture\u00a0; le dernier bulletin compte.',
  noRevote: 'Le premier bulletin reste.',
  quorum: '{quorum} bulletins.',
  noQuorum: 'Aucun.',
  tieStands: 'Une égalité est proclamée telle quelle\u00a0; rien n’est tiré au sort.',
  tieOther: 'Comme le dit le règlement\u00a0: «\u202f{tie}\u202f».',
  none: 'Aucun.',
  noAmendment: 'Le règlement est celui de l’ouverture. Il n’a jamais été modifié.',
  amendedAt: 'Inscription {index}, {at}',
  whileVoting: 'pendant le vote',
  profileChanged: 'profil {hash}…',
  noDecision: 'Aucun bulletin n’a été examiné.',
  decisions: { review: 'à l’examen', invalidation: 'écarté', reinstatement: 'compte de nouveau' },
  reasons: {
    'duplicate-person': 'plusieurs bulletins d’une personne',
    automation: 'déposé par un programme',
    bought: 'acheté',
    error: 'une erreur',
    court: 'décision de justice',
    'on-request': 'à la demande',
    rules: 'contraire au règlement',
  },
  acts: { hidden: 'masquée', restored: 'remontrée', withdrawn: 'retrait', erased: 'profil effacé' },
  ballotByBallot: 'Bulletin par bulletin',
  refusals: {
    'voting-not-open': 'avant l’ouverture',
    'voting-closed': 'après la clôture',
    'already-voted': 'second bulletin',
    'key-reused': 'clé déjà employée',
    'candidate-unknown': 'pour personne qui se présente',
  },
  noModeration: 'Aucune.',
  onlyFirst: 'Seuls les {shown} premiers sont listés.',
  limits: [
    'Cela montre qu’aucun bulletin n’a été changé, retiré ou ajouté une fois sa place donnée, et que le compte est juste.',
    'Cela ne montre pas que chaque votant est une personne\u00a0: comparez pour cela le nombre de personnes qui pouvaient voter à ce qu’on en sait ailleurs.',
    'Cela ne montre pas qui a voté pour qui. Qui montre un reçu ouvert livre son propre choix\u00a0; personne n’a à le demander.',
  ],
  again:
    'En ligne de commande, ou avec la page de vérification de toute organisation en qui vous avez confiance\u00a0:',
};
