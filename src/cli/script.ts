import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The desk's page and its files. The rest below `/admin/` is the backend's. */
const DESK = /^\/admin(\/((admin\.(js|css)|index\.html)?|chunks\/.+))?$/;

/** A path of the script tag's files, of the verifier's page, or of the desk's of the brand's people. */
export const isScript = (path: string): boolean =>
  path === '/voix.js' || path === '/integrity.json' || /^\/(chunks|verifier)\//.test(path) || DESK.test(path);

/**
 * Serves the built script tag to any page, and the verifier to anybody; the desk to no other page, and in no frame.
 * `undefined` where it is not built.
 * @param root the folder that it was built into
 */
export function scriptFiles(root = builtFolder()): Hono | undefined {
  if (root === undefined) return undefined;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const isDesk = DESK.test(c.req.path);
    if (isDesk) c.header('Content-Security-Policy', "frame-ancestors 'none'");
    else c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', isDesk ? 'same-origin' : 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    const isHashed = c.res.ok && /^(\/admin)?\/chunks\//.test(c.req.path);
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(compress());
  // Its files are named from its folder on.
  app.get('/admin', (c) => c.redirect('/admin/'));
  app.use(serveStatic({ root }));
  return app;
}

/** The package finds its own build by its own name, from wherever it is installed. */
function builtFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('voix/voix.js'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
