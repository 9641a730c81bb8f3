import { shareWords } from './words.js';
import type { Candidate, Election, Lang } from '../../model/election.js';
import { DEFAULT_COLOUR } from './colours.js';

/** What a shared picture shows besides the portrait. All of it can be drawn: texts are `drawable`. */
export interface Poster {
  readonly lang: Lang;
  readonly name: string;
  /** In quotation marks; empty where there is none. */
  readonly slogan: string;
  readonly town: string;
  readonly title: string;
  readonly brand: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** When one votes. */
  readonly votes: string;
}

/** Pixels: what every network asks for. */
export const POSTER = { width: 1200, height: 630 } as const;

/**
 * Draws a poster as a JPEG.
 * @param portrait an upright picture; without it, a ground with initials
 */
export type DrawPoster = (
  poster: Poster,
  portrait?: { readonly bytes: Uint8Array; readonly focus: readonly [x: number, y: number] },
) => Promise<Uint8Array>;

export function posterOf({ lang, brand, title, calendar }: Election, candidate: Candidate): Poster {
  const words = shareWords(lang);
  const slogan = drawable(candidate.slogan ?? '');
  return {
    lang,
    name: drawable(candidate.name),
    slogan: slogan && words.quoted(slogan),
    town: drawable(candidate.town ?? ''),
    title: drawable(title),
    brand: drawable(brand.name),
    colour: brand.colour ?? DEFAULT_COLOUR,
    votes: words.votes(datesOf(calendar, lang)),
  };
}

/** The days on which one votes: `1–30 novembre 2026`. */
export function datesOf({ voting, counting, timeZone }: Election['calendar'], lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone });
  return format.formatRange(Date.parse(voting), Date.parse(counting) - 1);
}

/** Turns or draws nothing, or is in no typeface that can be counted on; a joiner between letters stays. */
const UNDRAWN =
  /(?!\u200c|(?<=[\p{L}\p{M}])\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|\p{Extended_Pictographic}\ufe0f|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{RI}|[\ufe0e\ufe0f\u20e3]/gu;

/** A text as far as it can be drawn in its place: no sign that turns the others round, no tower of marks, no emoji. */
export const drawable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNDRAWN, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/g, (space) => (/^[\u00a0\u202f]$/.test(space) ? space : ' '))
    .trim();
