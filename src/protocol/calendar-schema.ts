import * as v from 'valibot';
import { PHASES, type Calendar } from '../model/election.js';
import * as field from './election-fields.js';

const opt = v.exactOptional;

/** Each phase that the calendar has begins when the one before it has begun, or later. */
const inOrder = v.rawCheck<Calendar>(({ dataset, addIssue }) => {
  if (!dataset.typed || dataset.issues) return;
  const calendar = dataset.value;
  const given = PHASES.filter((phase) => calendar[phase] !== undefined);
  given.forEach((phase, i) => {
    const before = given[i - 1];
    if (!before) return;
    const [starts, startsBefore] = [calendar[phase] ?? '', calendar[before] ?? ''];
    const gap = Date.parse(starts) - Date.parse(startsBefore);
    if (gap > 0 || (gap === 0 && phase !== 'counting')) return;
    addIssue({
      message: `The calendar runs backwards: \`${phase}\` (${starts}) must come after \`${before}\` (${startsBefore}).`,
      path: [{ type: 'object', origin: 'value', input: calendar, key: phase, value: starts }],
    });
  });
});

export const calendar = v.pipe(
  field.strict({
    announced: opt(field.instant('When the election is announced.')),
    candidacy: opt(field.instant('When customers may stand.')),
    campaign: opt(field.instant('When the campaign begins.')),
    voting: field.instant('When voting opens.'),
    counting: field.instant('The close: a ballot that arrives at this instant is too late.'),
    proclaimed: opt(field.instant('When the outcome is shown. At the close, where it is absent.')),
    mandate: opt(field.instant("When the president's term begins.")),
    ended: opt(field.instant('When the term ends.')),
    timeZone: field.timeZone('The IANA time zone in which the calendar is shown: Europe/Paris.'),
  }),
  inOrder,
  v.description('When each phase begins. `voting` and `counting` are needed; what is absent is passed over.'),
);
