import type pg from 'pg';
import type { Id } from '../../model/election.js';
import type { Changes } from './changes.js';
import type { HeadRow } from './schema.js';

type Seen = Pick<HeadRow, 'election' | 'version'>;

export async function headsSeenBy(client: pg.Client): Promise<Seen[]> {
  const { rows } = await client.query<Seen>('SELECT election, version FROM heads');
  return rows;
}

/** Finds what has changed since the last look, and tells it; at the first look it tells nothing. */
export class Looker {
  readonly #changes: Changes;
  #versions: Map<Id, number> | undefined;
  #digests: Map<Id, string> | undefined;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  async lookAtHeads(client: pg.Client): Promise<void> {
    const before = this.#versions;
    const heads = await headsSeenBy(client);
    this.#versions = new Map(heads.map(({ election, version }) => [election, version]));
    if (!before) return;
    for (const { election, version } of heads) {
      if (!before.has(election)) this.#changes.tell(election, 'election');
      else if (before.get(election) !== version) this.#changes.tell(election, 'tally');
    }
  }

  async lookAtElections(client: pg.Client): Promise<void> {
    const before = this.#digests;
    const { rows } = await client.query<{ id: Id; digest: string }>(
      'SELECT id, md5(json || origins) AS digest FROM elections',
    );
    this.#digests = new Map(rows.map(({ id, digest }) => [id, digest]));
    for (const { id, digest } of rows)
      if (before && before.get(id) !== digest) this.#changes.tell(id, 'election');
  }
}
