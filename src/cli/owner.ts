import { isValiError, parse } from 'valibot';
import { emailSchema } from '../protocol/admin/people.js';
import { randomId } from '../server/random-id.js';
import { databaseIn } from '../server/storage/sqlite-folder.js';
import { openSqlite } from '../server/storage/sqlite.js';
import { writeStorage, type Where } from './database.js';
import { Failure } from './failure.js';

export interface Owner extends Where {
  readonly email: string;
  /** Default: the address. */
  readonly name?: string;
}

/**
 * Makes somebody an owner of the admin: the first one, or again where nobody is left who can sign in. A server may run
 * meanwhile. There is no password: they sign in by a mailed code.
 * @returns what was done, for the terminal
 * @throws Failure for what is no address
 */
export async function makeOwner({ email: typed, name, ...where }: Owner): Promise<string> {
  const email = addressIn(typed);
  // The first thing that is done with a new data folder, as often as not.
  const storage =
    where.databaseUrl === undefined
      ? await openSqlite(databaseIn(where.data), { now: Date.now })
      : await writeStorage(where);
  try {
    const { people } = storage.topics ?? {};
    if (!people) throw new Failure('This storage keeps nobody.');
    const at = Date.now();
    const known = (await people.all()).find((person) => person.email === email);
    if (known) await people.change({ ...known, name: name ?? known.name, role: 'owner' }, null, at);
    else await people.add({ id: randomId(), email, name: name ?? email, role: 'owner' }, null, at);
    return (
      `${email} is an owner: sign in at /admin/ with a code that is mailed there.\n` +
      'A server without VOIX_SMTP mails nothing: the letter lies in `mails/` of its data folder.'
    );
  } finally {
    await storage.close();
  }
}

function addressIn(text: string): string {
  try {
    return parse(emailSchema, text);
  } catch (thrown) {
    if (isValiError(thrown)) throw new Failure(`\`${text}\` is not a mail address: name@brand.example`);
    throw thrown;
  }
}
