/** Bytes of captions that are taken: an hour of speech is a fifth of it. */
export const MAX_CAPTIONS = 500_000;

/** `01:02:03.450`, hours or none; SubRip has a comma in the place of the point. */
const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})$/;

/**
 * Captions written anew as WebVTT: their times and their words, and nothing else of the file. Takes WebVTT, and SubRip,
 * which is what many tools write.
 * @returns `undefined` for what is neither, or holds no captions
 */
export function captionsOf(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) return undefined;
  const cues: string[] = [];
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    // A heading, a note, a style, a region.
    if (at < 0) continue;
    const times = timesIn(lines[at] ?? '');
    // Before its times a caption has at most its number.
    if (!times || at > 1) return undefined;
    const words = lines
      .slice(at + 1)
      .map(wordsIn)
      .filter(Boolean);
    if (words.length > 0) cues.push(`${times}\n${words.join('\n')}`);
  }
  return cues.length > 0 ? `WEBVTT\n\n${cues.join('\n\n')}\n` : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Both times as WebVTT has them; what WebVTT says after them, of the place on the picture, is left out. */
function timesIn(line: string): string | undefined {
  const [from = '', rest = '', more] = line.split('-->').map((part) => part.trim());
  const [to = ''] = rest.split(/\s/);
  const [start, end] = [TIME.exec(from), TIME.exec(to)].map((time) => time && timeOf(time));
  return more === undefined && start && end && start < end ? `${start} --> ${end}` : undefined;
}

const timeOf = ([, hours = '0', minutes = '', seconds = '', thousandths = '']: RegExpExecArray): string =>
  `${[hours.padStart(2, '0'), minutes.padStart(2, '0'), seconds].join(':')}.${thousandths}`;

/** What is to be read, without marks of who speaks and how it looks. */
const wordsIn = (line: string): string =>
  line
    .replace(/<[^>]*>/g, '')
    .replace(/[<>\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
