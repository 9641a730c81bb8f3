/**
 * A UUID that makes sending something twice harmless: version 7 of RFC 9562, the milliseconds since 1970, then 72
 * random bits. A server's index of keys so grows at its end, where keys at random would touch a page of it each.
 * A page on `http:` has no `crypto.randomUUID`.
 */
export function newKey(): string {
  // Until the year 2527, eleven digits of time.
  const pattern = `0${Date.now().toString(16)}-7xxx-8xxx-xxxxxxxxxxxx`;
  return pattern.replace(/.{8}/, '$&-').replace(/x/g, randomDigit);
}

function randomDigit(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return (byte % 16).toString(16);
}
