/**
 * The one gate for addresses that come from candidates and brands: `https:`, or `http:` on the base's own host where
 * the base is `http:` too, whatever the port, without credentials. Anything else, whatever its disguise, is `undefined`.
 * @param base what a relative address is relative to
 */
export function safeAddress(address: string | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.username || url.password) return undefined;
  const own = new URL(base);
  own.port = url.port;
  if (url.protocol === 'https:' || (url.protocol === 'http:' && url.origin === own.origin)) return url.href;
  return undefined;
}
