/** `10m`, `90s`, `1h` or `0`, in milliseconds; `undefined` where it is none of these. */
export function milliseconds(duration: string): number | undefined {
  if (duration === '0') return 0;
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  return factor === undefined ? undefined : Number(number) * factor;
}
