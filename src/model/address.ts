/**
 * The one gate for addresses that come from candidates and brands: `https:`, or `http:` on the
 * base's own origin, without credentials. Anything else, whatever its disguise, is `undefined`.
 * @param base what a relative address is relative to
 */
export function safeAddress(address: string | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.username || url.password) return undefined;
  const sameOrigin = url.origin === new URL(base).origin;
  if (url.protocol === 'https:' || (url.protocol === 'http:' && sameOrigin)) return url.href;
  return undefined;
}
