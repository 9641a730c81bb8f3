import type { Rules } from '../../src/model/election.js';

/** The plainest there are: one choice, which may be changed, and results that everyone sees at once. */
export const RULES: Rules = {
  method: { kind: 'plurality' },
  visibility: 'always',
  revote: true,
  confirm: true,
  quorum: 0,
  identity: 'device',
};
