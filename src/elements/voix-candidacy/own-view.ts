import { ElectionError } from '../../model/errors.js';
import type * as OwnView from './own.js';

/** What draws what became of what was sent: who stands for the first time needs it once it is sent. @throws ElectionError */
export const ownView = (): Promise<typeof OwnView> =>
  import('./own.js').catch((cause: unknown) => {
    throw new ElectionError('offline', { cause });
  });
