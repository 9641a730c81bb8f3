/**
 * `npm start`: the demo campaign on the real thing. The backend under /api, the rehearsal's controls
 * under /demo/rehearsal, the pages and the script that a brand would use; and 13,000 invented voters,
 * who vote through the public HTTP API. `voix audit http://localhost:8080` recounts them.
 * PORT (8080), HOST (127.0.0.1), DATA (./data) and KEYS (./keys) may be set.
 */
import { Hono } from 'hono';
import { join } from 'node:path';
import { serveNode, type Platform } from 'voix/server';
import { assets } from './assets.js';
import { readCampaign } from './campaign-files.js';
import { desk } from './desk.js';
import { openRehearsal } from './rehearsal.js';
import { rehearsalRoutes } from './rehearsal-routes.js';
import { openSeason } from './season.js';

const API = '/api';
/** The season: every phase at once, by the real clock. */
const SEASON = '/saison/api';

async function serve(port: number, hostname: string, data: string, keys: string): Promise<void> {
  const campaign = await readCampaign('demo/campaign');
  const rehearsal = await openRehearsal(campaign, data, keys, API);
  const season = await openSeason(campaign, join(data, 'season'), SEASON);
  try {
    const app = new Hono<{ Bindings: Platform }>();
    app.route('/', desk('dist', API));
    app.all(`${API}/*`, (c) => rehearsal.fetch(c.req.raw, c.env));
    app.all(`${SEASON}/*`, (c) => season.server.fetch(c.req.raw, c.env));
    // Whoever recounts knows the address of the page, and need not know where its backend is.
    app.get('/elections/*', (c) => c.redirect(API + c.req.path, 307));
    app.route('/demo/rehearsal', rehearsalRoutes(rehearsal));
    app.route('/', assets('dist'));
    const serving = await serveNode(
      { fetch: (request, platform) => app.fetch(request, platform), close: () => rehearsal.hush() },
      { port, hostname },
    );
    const stopped = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
    });
    console.log(`The demo campaign is at ${serving.url} (Ctrl+C stops; what was voted is kept in ${data})`);
    await rehearsal.play(serving.url + API);
    await stopped;
    console.log('Stopping: what is under way is finished first.');
    await serving.close();
  } finally {
    await season.close();
    await rehearsal.close();
  }
}

try {
  const { PORT = '8080', HOST = '127.0.0.1', DATA = './data', KEYS = './keys' } = process.env;
  if (!/^\d{1,5}$/.test(PORT)) throw new Error(`PORT is ${PORT}: it must be a number.`);
  await serve(Number(PORT), HOST, DATA, KEYS);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
