/**
 * A UUID that makes sending something twice harmless: version 7 of RFC 9562, the milliseconds since 1970, then 72
 * random bits. A server's index of keys so grows at its end, where keys at random would touch a page of it each.
 * A page on `http:` has no `crypto.randomUUID`.
 */
export function newKey(): string {
  // Until the year 2527, eleven digits of time.
  const time = `0${Date.now().toString(16)}`.replace(/.{8}/, '$&-');
  const digit = () => crypto.getRandomValues(new Uint8Array(1)).map((byte) => byte % 16);
  return `${time}-7xxx-8xxx-xxxxxxxxxxxx`.replace(/x/g, () => Number(digit()).toString(16));
}
