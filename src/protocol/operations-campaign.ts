import { CAMPAIGN_ROUTES } from './campaign-routes.js';
import type { Operation } from './operations.js';

/** What one may ask about a whole campaign, and about what follows the vote. */
export const CAMPAIGN_OPERATIONS = {
  campaign: {
    method: 'GET',
    path: CAMPAIGN_ROUTES.campaign,
    summary:
      'All elections that the asking page may show, each with its turnout and who leads, where everyone may know.',
    errors: [],
  },
  assembly: {
    method: 'GET',
    path: CAMPAIGN_ROUTES.assembly,
    summary: 'All presidents, from their proclamation on, each with the brand and the next dates.',
    errors: [],
  },
  mandate: {
    method: 'GET',
    path: CAMPAIGN_ROUTES.mandate,
    summary:
      "The president's term: the brand's response, the programme, reports, privileges and obligations.",
    errors: ['election-unknown', 'origin-refused', 'unsupported'],
  },
} as const satisfies Record<string, Operation>;
