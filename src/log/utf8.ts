const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

let scratch = new Uint8Array(1024);

/** The same, in memory that the next call writes over: for whoever has done with it by then. */
export function utf8InPassing(text: string): Uint8Array {
  if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 6);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** The text that these bytes are; `undefined` where they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
