import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/**
 * The page of the brand's people, beside the backend that it speaks to; in no frame. What is no file of it is the
 * backend's.
 * @param dist what `npm run build` made
 * @param prefix where the backend is mounted
 */
export function desk(dist: string, prefix: string): Hono {
  const app = new Hono();
  for (const path of ['/admin', '/admin/', `${prefix}/admin`])
    app.get(path, (c) => c.redirect(`${prefix}/admin/`));
  app.get(
    `${prefix}/admin/*`,
    serveStatic({
      root: dist,
      rewriteRequestPath: (path) => path.slice(prefix.length),
      onFound: (_, c) => {
        c.header('Content-Security-Policy', "frame-ancestors 'none'");
        c.header('X-Content-Type-Options', 'nosniff');
        c.header('Cache-Control', 'no-cache');
      },
    }),
  );
  return app;
}
