import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/**
 * As strict as a careful brand would have it: everything from here, nothing inline, no string becomes
 * markup or code, but for the templates of Lit and the library's own.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // What is sent to a backend in the page's own memory is read there.
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html voix 'allow-duplicates'",
].join('; ');

/**
 * The demo's pages, the built library, and the verifier.
 * @param dist what `npm run build` made
 */
export function assets(dist: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    if (c.res.headers.get('Content-Type')?.startsWith('text/html'))
      c.header('Content-Security-Policy', POLICY);
    const isHashed = c.res.ok && c.req.path.startsWith('/chunks/');
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(etag(), brotli());
  app.use(serveStatic({ root: `${dist}/demo` }));
  for (const path of ['/voix.js', '/chunks/*', '/verifier/*'])
    app.get(path, cors(), serveStatic({ root: dist }));
  return app;
}

const compress = promisify(brotliCompress);

/** Text files go out in Brotli, each compressed once and kept: they are few and small. */
function brotli(): MiddlewareHandler {
  const kept = new Map<string, Promise<Buffer>>();
  return async (c, next) => {
    await next();
    const { res } = c;
    const isText = COMPRESSIBLE_CONTENT_TYPE_REGEX.test(res.headers.get('Content-Type') ?? '');
    if (res.status !== 200 || !isText || c.req.method === 'HEAD') return;
    c.header('Vary', 'Accept-Encoding', { append: true });
    if (!/\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')) return;
    const key = `${c.req.path} ${res.headers.get('Last-Modified')}`;
    const known = kept.get(key);
    // A body that nobody reads would keep its file open.
    if (known) await res.body?.cancel();
    const compressed =
      known ??
      res.arrayBuffer().then((body) => compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    kept.set(key, compressed);
    const body = new Uint8Array(await compressed);
    // What is replaced lends its headers to what replaces it, its length among them.
    c.header('Content-Length', undefined);
    c.header('Content-Encoding', 'br');
    c.res = new Response(body, c.res);
  };
}
