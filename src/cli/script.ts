import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** A path of the script tag's files, or of the verifier's page. */
export const isScript = (path: string): boolean => path === '/voix.js' || /^\/(chunks|verifier)\//.test(path);

/**
 * Serves the built script tag to any page, and the verifier to anybody; `undefined` where it is not built.
 * @param root the folder that it was built into
 */
export function scriptFiles(root = builtFolder()): Hono | undefined {
  if (root === undefined) return undefined;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    const isHashed = c.res.ok && c.req.path.startsWith('/chunks/');
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(compress());
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
