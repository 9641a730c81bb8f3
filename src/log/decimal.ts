/** A number from 0 in ASCII digits, without leading zeros; `undefined` for anything else, or above 2^53 − 1. */
export function fromDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
