import pg from 'pg';
import type { CountVotes, StoreVote, Vote } from './express.js';

/** Twenty connections, as many transactions at once. */
export async function votesInPostgres(
  url: string,
): Promise<{ storeVote: StoreVote; countVotes: CountVotes }> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  await pool.query(`
    CREATE TABLE votes (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, election text NOT NULL, voter text NOT NULL,
      key uuid NOT NULL, ballot text NOT NULL, candidate text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (election, voter), UNIQUE (election, key));
    CREATE TABLE counts (
      election text NOT NULL, candidate text NOT NULL, votes integer NOT NULL, PRIMARY KEY (election, candidate));
  `);

  async function insert(
    client: pg.PoolClient,
    { election, voter, key, ballot, candidate }: Vote,
  ): Promise<boolean> {
    const { rowCount } = await client.query(
      `INSERT INTO votes (election, voter, key, ballot, candidate) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING`,
      [election, voter, key, ballot, candidate],
    );
    if (rowCount === 0) return false;
    await client.query(
      `INSERT INTO counts VALUES ($1, $2, 1) ON CONFLICT (election, candidate) DO UPDATE SET votes = counts.votes + 1`,
      [election, candidate],
    );
    return true;
  }

  return {
    async storeVote(vote) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const stored = await insert(client, vote);
        const repeated = stored
          ? 0
          : (
              await client.query('SELECT 1 FROM votes WHERE election = $1 AND key = $2', [
                vote.election,
                vote.key,
              ])
            ).rowCount;
        await client.query('COMMIT');
        return stored ? 'stored' : repeated ? 'repeated' : 'refused';
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    async countVotes(election) {
      const { rows } = await pool.query(
        'SELECT coalesce(sum(votes), 0)::int AS sum FROM counts WHERE election = $1',
        [election],
      );
      return (rows[0] as { sum: number }).sum;
    },
  };
}
