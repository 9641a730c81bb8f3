import type { Election } from '../src/server/index.js';
import { RULES } from '../test/support/rules.js';

/** An election whose voting opened yesterday and closes tomorrow. */
export const openElection = (id: string, lang: 'en' | 'fr', candidates: readonly string[]): Election => ({
  id,
  lang,
  title: 'Who will be our customers’ president?',
  brand: { id, name: id },
  calendar: {
    voting: new Date(Date.now() - 86_400_000).toISOString(),
    counting: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: 'UTC',
  },
  rules: { ...RULES, visibility: 'until-voted' },
  candidates: candidates.map((name) => ({ id: name, name })),
});
