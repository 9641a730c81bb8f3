import { start, type Ended, type Started } from './support.js';

const COMMAND = 'compiled/src/cli/voix.js';

/** Runs `voix` to its end. */
export const voix = (...args: string[]): Promise<Ended> => start(COMMAND, args).ended;

/** Starts `voix` and lets it run. */
export const startVoix = (args: readonly string[], env?: NodeJS.ProcessEnv): Started =>
  start(COMMAND, args, env);
