/** The colours of the portraits: few, as a printer would choose them. */

export const INK = '#17171b';
export const PAPER = '#ffffff';
export const DARK_CLOTH = '#26262d';
export const DARK_SEAMS = '#d9d9de';

export const SKIN = ['#f4d6c1', '#e9bf9c', '#d6a077', '#b98257', '#97623e', '#774a30'] as const;

export const HAIR = {
  black: '#1a191d',
  ink: '#2b2c35',
  brown: '#4d3022',
  chestnut: '#7b4a2d',
  ginger: '#b4582b',
  blond: '#cc9f55',
  grey: '#858382',
  white: '#bfbcb8',
} as const;
export type HairColour = keyof typeof HAIR;

interface Dress {
  readonly fill: string;
  /** Of a garment under or over the first. */
  readonly second: string;
  readonly line: string;
  /** Of a band, a hat or a turban. */
  readonly accent: string;
}

export type Cloth = 'paper' | 'tint' | 'brand' | 'ink';

export const CLOTHS: Readonly<Record<Cloth, (brand: string) => Dress>> = {
  paper: (brand) => ({
    fill: PAPER,
    second: mixed(brand, PAPER, 0.5),
    line: INK,
    accent: PAPER,
  }),
  tint: (brand) => ({
    fill: mixed(brand, PAPER, 0.5),
    second: PAPER,
    line: INK,
    accent: mixed(brand, PAPER, 0.6),
  }),
  brand: (brand) => ({
    fill: readable(brand),
    second: PAPER,
    line: INK,
    accent: readable(brand),
  }),
  ink: (brand) => ({
    fill: '#3a3a42',
    second: PAPER,
    line: INK,
    accent: readable(brand),
  }),
};

/** `share` of the first colour in the second, channel by channel. */
export function mixed(colour: string, into: string, share: number): string {
  const [a, b] = [channels(colour), channels(into)];
  return `#${a.map((value, i) => hex(value * share + (b[i] ?? 0) * (1 - share))).join('')}`;
}

/** Dark enough a cloth would swallow the lines of the drawing. */
function readable(colour: string): string {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  const light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  return light < 0.3 ? mixed(colour, PAPER, 0.7) : colour;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
