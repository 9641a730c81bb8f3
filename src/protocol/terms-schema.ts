import * as v from 'valibot';
import * as field from './election-fields.js';

const opt = v.exactOptional;
const points = (description: string) => field.list(field.text(300, 'A sentence.'), 30, description);

/** What the rules page says in the brand's words. */
export const terms = v.pipe(
  field.strict({
    organiser: opt(field.text(300, "Who answers for the election: the company's full name and seat.")),
    standing: opt(field.text(1000, 'Who may stand.')),
    voting: opt(field.text(1000, 'Who may vote.')),
    privileges: opt(points('What the president is given.')),
    obligations: opt(points('What the president owes.')),
    complaints: opt(field.text(1000, 'Whom to complain to, and how.')),
    retention: opt(field.text(1000, 'What is kept of people, and for how long.')),
  }),
  v.description('What the rules page says in your words. Frozen with the rules once voting has opened.'),
);
