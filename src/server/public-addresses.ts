/** What in an election, and in what is told of it, holds an address of a file. A film's is its id. */
const ADDRESSES: ReadonlySet<string> = new Set(['src', 'poster', 'captions', 'id']);

/**
 * For `JSON.stringify`: an election may name files by their path on the backend, which a brand's page would look for on
 * its own host. No other id begins with a slash.
 * @param origin where pages of other origins reach the backend; `undefined`: paths stay as they are
 */
export function publicAddresses(
  origin: string | undefined,
): ((key: string, value: unknown) => unknown) | undefined {
  if (origin === undefined) return undefined;
  return (key, value) => {
    if (typeof value !== 'string') return value;
    if (ADDRESSES.has(key) && value.startsWith('/')) return origin + value;
    return key === 'srcset' ? value.replace(/(^|,\s*)\//g, `$1${origin}/`) : value;
  };
}
