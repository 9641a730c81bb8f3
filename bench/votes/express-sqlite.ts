import Database from 'libsql';
import type { CountVotes, StoreVote } from './express.js';

/** The same in an SQLite file that is as durable as ours. */
export function votesInSqlite(path: string): { storeVote: StoreVote; countVotes: CountVotes } {
  const db = new Database(path);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE votes (
      id integer PRIMARY KEY, election text NOT NULL, voter text NOT NULL, key text NOT NULL, ballot text NOT NULL,
      candidate text NOT NULL, at text NOT NULL DEFAULT current_timestamp,
      UNIQUE (election, voter), UNIQUE (election, key));
    CREATE TABLE counts (
      election text NOT NULL, candidate text NOT NULL, votes integer NOT NULL, PRIMARY KEY (election, candidate));
  `);
  const insert = db.prepare(
    'INSERT INTO votes (election, voter, key, ballot, candidate) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const count = db.prepare(
    'INSERT INTO counts VALUES (?, ?, 1) ON CONFLICT (election, candidate) DO UPDATE SET votes = votes + 1',
  );
  const known = db.prepare('SELECT 1 FROM votes WHERE election = ? AND key = ?').raw();
  const sum = db.prepare('SELECT coalesce(sum(votes), 0) FROM counts WHERE election = ?').raw();
  return {
    async storeVote({ election, voter, key, ballot, candidate }) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const stored = insert.run([election, voter, key, ballot, candidate]).changes > 0;
        if (stored) count.run([election, candidate]);
        const repeated = !stored && (known.get([election, key]) as unknown[] | undefined)?.length;
        db.exec('COMMIT');
        return stored ? 'stored' : repeated ? 'repeated' : 'refused';
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    countVotes: async (election) => (sum.get([election]) as [number])[0],
  };
}
