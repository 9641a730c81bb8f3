import type { Id } from '../../model/election.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import type { Known } from './subject.js';

/** Asks a backend for an election, for an element that has no provider to do so. */
export class Counter {
  #asked = '';
  readonly #onChange: () => void;

  known: Known | undefined;
  /** Whether the election is still on its way. */
  isBusy = false;
  /** Why it does not come. */
  trouble: ElectionError | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Takes what the element's attributes say; asks where that has changed. */
  use(backend: string | undefined, election: Id | undefined): void {
    const asked = `${backend} ${election}`;
    if (this.#asked === asked) return;
    this.#asked = asked;
    this.known = this.trouble = undefined;
    this.isBusy = backend !== undefined && election !== undefined;
    if (backend === undefined || election === undefined) return;
    void load(backend, election)
      .catch(toElectionError)
      .then((loaded) => {
        if (asked !== this.#asked) return;
        this.isBusy = false;
        if (loaded instanceof ElectionError) this.trouble = loaded;
        else this.known = loaded;
        this.#onChange();
      });
  }
}

async function load(backend: string, id: Id): Promise<Known> {
  if (!URL.canParse(backend, document.baseURI))
    throw new ElectionError('attribute-invalid', { detail: `backend: ${backend}` });
  const { httpAdapter } = await import('../../adapters/http/http.js');
  const adapter = httpAdapter(new URL(backend, document.baseURI).href);
  const { election, log } = await adapter.election(id);
  return { election, log: log && { ...log, source: async () => adapter.log?.(id) } };
}
