import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startVoix, voix } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

const EMAIL = 'zoe@brand.test';

/** The admin of a server, spoken to as its page does. */
function adminAt(backend: string) {
  let cookie = '';
  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const headers = { Origin: backend, Cookie: cookie, 'Content-Type': 'application/json' };
    const write = body !== undefined && { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${backend}/admin${path}`, { headers, ...write });
    cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  return ask;
}

/** Mails lie in the data folder until somebody names an SMTP server. */
async function codeIn(folder: string): Promise<string> {
  for (;;) {
    const [name] = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml'));
    const code = name && /^Subject: .*?(\d{6})/m.exec(await readFile(join(folder, name), 'utf8'))?.[1];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('voix owner', () => {
  it('lets the first owner in by a mailed code; what is changed in the admin outlives a restart', async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const made = await voix('owner', EMAIL.toUpperCase(), '--name', 'Zoé', '--data', data);
    assert.match(made.stdout, /^zoe@brand\.test is an owner: sign in at \/admin\/ with a code/);
    assert.match(made.stdout, /the letter lies in `mails\/` of its data folder\.\n$/);
    assert.match((await voix('owner', 'zoe', '--data', data)).stderr, /^voix: `zoe` is not a mail address/);
    const file = await writeElection(folder, openElection());
    const start = async () => {
      const server = startVoix(['serve', file, '--data', data, '--port', '0']);
      return { server, backend: await server.line(/at (http:\/\/[^\s]+) \(/) };
    };
    const { server, backend } = await start();
    const ask = adminAt(backend);
    assert.equal((await ask('/sign-in/send-code', { email: EMAIL })).status, 200);
    const signed = await ask('/sign-in/code', { email: EMAIL, code: await codeIn(join(data, 'mails')) });
    assert.equal(signed.status, 200, await signed.clone().text());
    const { election, version, origins } = (await (await ask('/elections/bakery')).json()) as {
      election: { brand: object };
      version: string;
      origins: string[];
    };
    const look = { ...election, brand: { ...election.brand, colour: '#123456' } };
    const changed = await ask('/elections/bakery/change', { version, origins, election: look });
    assert.equal(changed.status, 200, await changed.clone().text());
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);

    const again = await start();
    const shown = await (await fetch(`${again.backend}/elections/bakery`)).text();
    assert.match(shown, /#123456/);
    again.server.process.kill('SIGTERM');
    assert.match(
      (await again.server.ended).stderr,
      /`bakery` was changed in the admin: what .* is not looked at any more/,
    );
  });
});
