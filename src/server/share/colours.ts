/** Colours by WCAG's formulas. All are `#rrggbb`. Pure. */

/** A brand that names no colour has this one, as on its page. */
export const DEFAULT_COLOUR = '#3d4db7';

type Rgb = readonly [number, number, number];

const rgbOf = (colour: string): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** @param share of the first one, from 0 to 1 */
export function mixed(first: string, second: string, share: number): string {
  const other = rgbOf(second);
  const channels = rgbOf(first).map((value, i) => Math.round(value * share + (other[i] ?? 0) * (1 - share)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black or white, whichever is read better on a ground. At least 4.58 to 1. */
export const textOn = (ground: string): string =>
  contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';

/** The colour, as much darker as it takes to be read on a light ground: 4.5 to 1. */
export function darkOn(ground: string, colour: string): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const darker = mixed(colour, '#000000', share);
    if (contrast(darker, ground) >= 4.5) return darker;
  }
  return '#000000';
}
