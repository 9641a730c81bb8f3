import type { Operation } from './operations.js';
import { SHARE_ROUTES } from './share-routes.js';

/** What a link to a candidate leads to. For people and for the networks on which it is shared: pages, not data. */
export const SHARE_OPERATIONS = {
  candidatePage: {
    method: 'GET',
    path: SHARE_ROUTES.page,
    summary:
      "A candidate's own address: a page that says with Open Graph who it is, and leads to the brand's own. Its errors are pages, too.",
    errors: ['election-unknown', 'candidate-gone', 'route-unknown'],
    open: true,
  },
  candidatePicture: {
    method: 'GET',
    path: SHARE_ROUTES.picture,
    summary:
      'The picture that goes with the link: JPEG, 1200 by 630. It changes its address when it changes.',
    errors: ['election-unknown', 'candidate-gone', 'route-unknown', 'unsupported', 'overloaded'],
    open: true,
  },
} as const satisfies Record<string, Operation>;
