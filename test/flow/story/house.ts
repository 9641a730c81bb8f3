/** The brand's house: the built server with its desk, on a clock that is set, and the brand's own pages. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Script from '../../../src/cli/script.js';
import type * as Server from '../../../src/server/index.js';
import { SetClock } from '../../server/support/backend.js';
import { forget, pageHeaders, pageWith, temporary, voix } from '../site.js';
import { letterIn } from './letters.js';

export const OWNER = 'jeanne@traverse.example';

/** What `npm run build` made, by its types of here. */
const built = async <T>(file: string): Promise<T> =>
  (await import(pathToFileURL(resolve('dist/esm', file)).href)) as T;

export interface House {
  readonly url: string;
  readonly clock: SetClock;
  /** The newest letter to somebody that says so, once it is there. */
  letter(to: string, says: RegExp): Promise<RegExpExecArray>;
  /** What stands on the brand's pages, by path. They are on the server's own origin, as where a brand mounts it there. */
  readonly pages: Map<string, string>;
  close(): Promise<void>;
}

/** @param now where the clock stands, ms since 1970 */
export async function openHouse(now: number): Promise<House> {
  const server = await built<typeof Server>('server/index.js');
  const { scriptFiles, isScript } = await built<typeof Script>('cli/script.js');
  const folder = await temporary();
  const data = join(folder, 'data');
  await voix('owner', OWNER, '--name', 'Jeanne Morel', '--data', data);
  const clock = new SetClock(now);
  const held = await server.openDataFolder(data);
  const storage = await server.openSqlite(held.database, { now: () => clock.now() });
  const keyFile = join(folder, 'log.key');
  await server.makeKey(keyFile);
  const mails = join(data, 'mails');
  const backend = server.createElectionServer({
    storage,
    clock,
    secret: held.secret,
    hmac: server.nodeHmac,
    media: server.nodeMedia(join(data, 'media')),
    admin: { mailer: server.folderMailer(mails, 'voix@traverse.example') },
    turn: 100,
    ...(await server.openLogKey(keyFile)),
  });
  // What a browser asks for by itself.
  const pages = new Map([['/favicon.ico', '']]);
  const script = scriptFiles(resolve('dist'));
  const serving = await server.serveNode(
    {
      fetch: (request, platform) => {
        const { pathname, origin } = new URL(request.url);
        const page = pages.get(pathname);
        if (page !== undefined) return new Response(pageWith(page, 'fr'), { headers: pageHeaders(origin) });
        return script && isScript(pathname) ? script.fetch(request) : backend.fetch(request, platform);
      },
      close: () => backend.close(),
    },
    { port: 0 },
  );
  return {
    url: serving.url,
    clock,
    letter: (to, says) => letterIn(mails, to, says),
    pages,
    close: async () => {
      await serving.close();
      await storage.close();
      held.release();
      await forget(folder);
    },
  };
}

/** Parts of the brand's own layout, in one provider. */
export const laidOut = (backend: string, election: string, parts: string): string =>
  `<script async src="${backend}/voix.js"></script>
   <voix-provider backend="${backend}" election="${election}">${parts}</voix-provider>`;
