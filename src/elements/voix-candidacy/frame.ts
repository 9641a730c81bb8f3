/** How a portrait is cut out of a picture: the point to keep, in percent, and how close. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  /** From 1: as much of the picture as there is. */
  readonly zoom: number;
}

export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The point to keep, in percent of what is cut out. */
  readonly focus: readonly [x: number, y: number];
}

/** Portraits are 4:5. */
const RATIO = 4 / 5;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The part of a picture that has the point in its middle, as far as the picture's edges allow. */
export function cutOf(width: number, height: number, { x, y, zoom }: Frame): Cut {
  const cut = Math.min(width, height * RATIO) / zoom;
  const tall = cut / RATIO;
  const [px, py] = [(x / 100) * width, (y / 100) * height];
  // The room that is left is never less than none: 0.8 as a float makes some cuts a hair taller than their picture.
  const left = clamp(px - cut / 2, 0, Math.max(0, width - cut));
  const top = clamp(py - tall / 2, 0, Math.max(0, height - tall));
  const percent = (part: number, whole: number): number => Math.round(clamp((100 * part) / whole, 0, 100));
  return { left, top, width: cut, height: tall, focus: [percent(px - left, cut), percent(py - top, tall)] };
}

/** The point of the picture that was touched within the part that is shown. @param u,v from 0 to 1 */
export function touched(width: number, height: number, frame: Frame, u: number, v: number): Frame {
  const cut = cutOf(width, height, frame);
  const x = (100 * (cut.left + u * cut.width)) / width;
  const y = (100 * (cut.top + v * cut.height)) / height;
  return { ...frame, x: clamp(x, 0, 100), y: clamp(y, 0, 100) };
}
