import * as v from 'valibot';
import type { Rules } from '../model/election.js';
import * as field from './election-fields.js';

const method = v.pipe(
  v.variant(
    'kind',
    [
      field.strict({ kind: v.literal('plurality') }),
      field.strict({
        kind: v.literal('approval'),
        max: v.exactOptional(
          field.whole(1, 'How many candidates a ballot may name. As many as one likes, where it is absent.'),
        ),
      }),
    ],
    'The method has a `kind`: plurality (one candidate a ballot) or approval (several).',
  ),
  v.description('How a ballot is filled in.'),
);

/** What may be left out has a default. */
export const rules = v.pipe(
  field.strict({
    method: v.optional(method, { kind: 'plurality' }),
    visibility: v.optional(
      field.oneOf(['always', 'until-voted', 'until-close'], 'Who sees the standings while votes come in.'),
      'until-voted',
    ),
    revote: v.optional(
      field.yesNo('Whether a voter may change the ballot until the close; the last one counts.'),
      true,
    ),
    confirm: v.optional(
      field.yesNo('Whether the voter is asked to confirm before the ballot is cast.'),
      true,
    ),
    quorum: v.optional(field.whole(0, 'The least number of ballots for anyone to be elected. 0: none.'), 0),
    identity: v.optional(field.oneOf(['device'], 'How a voter proves to be one person.'), 'device'),
  }),
  v.description('Frozen once voting has opened.'),
);

interface Standing {
  readonly rules: Pick<Rules, 'method'>;
  readonly candidates: readonly unknown[];
}
/** Whether a ballot can be filled in as the rules allow. */
export const noMoreThanStand = ({ rules: { method: by }, candidates: standing }: Standing): boolean =>
  by.kind !== 'approval' || by.max === undefined || standing.length === 0 || by.max <= standing.length;

export const TOO_MANY = '`max` is greater than the number of candidates: lower it, or leave it out.';
