/** What can be measured of what is drawn: where texts lie, and how well they stand out. */
import { texts } from './page.js';

const RANGE = document.createRange();

/** The box of a text as it is drawn, or `undefined` where nothing is. */
function boxOf(text: Text): DOMRect | undefined {
  RANGE.selectNodeContents(text);
  const box = RANGE.getBoundingClientRect();
  return box.width && box.height ? box : undefined;
}

/** The texts that stick out of the page at either side, and so can only be reached by scrolling, or not at all. */
export function spilt(node: Node): string[] {
  const { clientWidth } = document.documentElement;
  return [...texts(node)].flatMap((text) => {
    const box = boxOf(text);
    const out = box && (box.left < -0.5 || box.right > clientWidth + 0.5);
    return out ? [`${text.data.trim().slice(0, 40)} (${box.left.toFixed()}–${box.right.toFixed()})`] : [];
  });
}

/** Words that are taken apart, those left out that no phone has room for. */
export const squeezed = (node: Node): string[] =>
  [...texts(node)].flatMap((text) =>
    [...text.data.matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(([word]) => word.length <= LONG)
      .filter(({ 0: word, index }) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        // Some browsers count the end of the line before as well, where nothing of the word stands.
        const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
        const lines = new Set(parts.map(({ top }) => Math.round(top)));
        return lines.size > 1;
      })
      .map(([word]) => `${word} in “${text.data.trim().slice(0, 40)}”`),
  );

/** Letters of a word that is never taken apart: “présidences” and “proclamation” have as many. */
const LONG = 12;

type Rgba = readonly [number, number, number, number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
const known = new Map<string, Rgba>();

/** A computed colour of whatever colour space, as the screen has it; each channel 0 to 1. */
function rgba(colour: string): Rgba {
  let found = known.get(colour);
  if (!found) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = '#010203';
    canvas.fillStyle = colour;
    if (canvas.fillStyle === '#010203') throw new Error(`not a colour: ${colour}`);
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(colour, (found = [r / 255, g / 255, b / 255, a / 255]));
  }
  return found;
}

const over = (top: Rgba, ground: Rgba): Rgba => {
  const mix = (i: 0 | 1 | 2) => top[i] * top[3] + ground[i] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
};

/** Relative luminance, as WCAG defines it. */
const luminance = ([r, g, b]: Rgba): number => {
  const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** What an element stands on: every ground from the page up, one over the other. */
function groundOf(element: Element | null, grounds: Map<Element, Rgba>): Rgba {
  if (!element) return [1, 1, 1, 1];
  let ground = grounds.get(element);
  if (!ground) {
    const parent = element.assignedSlot ?? element.parentElement ?? hostOf(element);
    const own = rgba(getComputedStyle(element).backgroundColor);
    grounds.set(element, (ground = own[3] === 1 ? own : over(own, groundOf(parent, grounds))));
  }
  return ground;
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** The contrast of every text in a node with what it stands on (WCAG 1.4.3), the lowest first. */
export function contrasts(node: Node): readonly (readonly [ratio: number, text: string])[] {
  const grounds = new Map<Element, Rgba>();
  return [...texts(node)]
    .map((text) => {
      const element = text.parentElement!;
      const ground = groundOf(element, grounds);
      const [a, b] = [luminance(over(rgba(getComputedStyle(element).color), ground)), luminance(ground)];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), text.data.trim().slice(0, 40)] as const;
    })
    .sort(([a], [b]) => a - b);
}
