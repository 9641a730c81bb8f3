/** The letters of a server without SMTP: they lie in a folder, for whoever runs it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The newest letter to somebody that says so. Waits for it: letters leave a moment after what they tell of. */
export async function letterIn(folder: string, to: string, says: RegExp): Promise<RegExpExecArray> {
  const until = Date.now() + 30_000;
  for (;;) {
    const all = await lettersIn(folder);
    for (const one of all.toReversed()) {
      const said = one.includes(`To: ${to}`) && says.exec(one);
      if (said) return said;
    }
    if (Date.now() > until) throw new Error(`no letter to ${to} says ${says}, of ${all.length}`);
    await wait(50);
  }
}

async function lettersIn(folder: string): Promise<string[]> {
  // There is no folder before the first letter.
  const names = await readdir(folder).catch(() => []);
  const letters = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(letters.map(async (name) => plain(await readFile(join(folder, name), 'utf8'))));
}

/** A mail as one reads it: quoted-printable undone, and what a header quotes. */
function plain(mail: string): string {
  const bytes = mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
