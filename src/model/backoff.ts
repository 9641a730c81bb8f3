/**
 * Milliseconds to wait before another try: what the backend asked for, then anything up to a bound that
 * doubles with each try ("full jitter"), so that those who were cut together do not come back together.
 * @param tries how many have failed before, from 0
 * @param random gives a number in [0, 1)
 * @param retryAfter milliseconds that the backend asked to be left alone
 */
export function backoff(tries: number, random: () => number, retryAfter = 0): number {
  return retryAfter + random() * Math.min(60_000, 500 * 2 ** tries);
}
