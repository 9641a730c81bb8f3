import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  createElectionServer,
  nodeHmac,
  openSqlite,
  serveNode,
  type Storage,
} from '../../src/server/index.js';
import { electionsOf, PAGE } from '../votes/campaign.js';
import { candidates, sharedNow, WATCHED, type OnCommit, type StartBroadcaster } from './broadcaster.js';

/** The whole server on the embedded database; an update is a vote, durably stored. */
export const voix: StartBroadcaster = async (onCommit, folder) => {
  const storage = await openSqlite(join(folder, 'voix.db'), { now: Date.now });
  for (const each of electionsOf('warm')) {
    const standing = each.id === WATCHED ? candidates.map((id) => ({ id, name: id })) : each.candidates;
    await storage.putElection({ election: { ...each, candidates: standing }, origins: [PAGE] });
  }
  const noted = noting(storage, onCommit);
  const server = createElectionServer({
    storage: noted,
    secret: 'a secret of benches, forty bytes long or so',
    hmac: nodeHmac,
  });
  const { url } = await serveNode(server, { port: 0 });
  let votes = 0;
  const update = async (): Promise<void> => {
    await noted.cast({
      election: WATCHED,
      voter: randomBytes(16).toString('base64url'),
      key: randomUUID(),
      ballot: randomBytes(16).toString('base64url'),
      choice: { method: 'plurality', candidate: candidates[votes++ % candidates.length] ?? '' },
      tier: 'device',
      revote: true,
      opens: 0,
      closes: Infinity,
    });
  };
  for (const _ of candidates) await update();
  return { url, update };
};

/** The same storage, which says when a ballot of the watched election was committed. */
function noting(storage: Storage, onCommit: OnCommit): Storage {
  let at = 0;
  storage.onChange((election) => {
    if (election === WATCHED) at = sharedNow();
  });
  return {
    ...storage,
    cast: async (cast) => {
      const outcome = await storage.cast(cast);
      if (outcome.kind === 'stored' && cast.election === WATCHED) onCommit(outcome.ballot.sequence, at);
      return outcome;
    },
  };
}
