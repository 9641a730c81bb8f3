/**
 * Draws the campaign's portraits: `tsx demo/campaign/portraits.ts FOLDER` writes one
 * `<election>-<candidate>.svg` for every sitter. The same sitters always give the same files.
 *
 * Parts: "Notionists" by Zoish, CC0 1.0, through DiceBear (MIT). They are black on white; here every
 * part takes its own colour, and the ground a quiet tint of the brand's.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';
import { parse } from 'yaml';
import {
  CLOTHS,
  DARK_CLOTH,
  DARK_SEAMS,
  HAIR,
  INK,
  mixed,
  PAPER,
  SKIN,
  type Cloth,
  type HairColour,
} from './palette.js';

export interface Sitter {
  readonly skin: 1 | 2 | 3 | 4 | 5 | 6;
  readonly hair: readonly [part: string, colour: HairColour];
  readonly body: readonly [part: string, cloth: Cloth];
  readonly lips: string;
  readonly eyes: string;
  readonly beard?: string;
  readonly glasses?: string;
}

interface ElectionFile {
  readonly id: string;
  readonly brand: { readonly colour: string };
  readonly candidates: readonly { readonly id: string }[];
}

/** 4:5, the shoulders cut by the frame, the eyes at a good third. */
const FRAME = { x: 262, y: 214, width: 1224, height: 1530 };

/** Where the style puts a part, and the part that follows it: what tells one from the other in the drawing. */
const PLACES = {
  skin: ['translate(531 487)', 'translate(178 1057)'],
  body: ['translate(178 1057)', 'translate(266 207)'],
  hair: ['translate(266 207)', 'translate(791 871)'],
  beard: ['translate(653 805)', 'translate(901 668)'],
} as const;
type Part = keyof typeof PLACES;

/** Garments drawn white on black: there the seams are what is light. */
const DARK_BODIES: ReadonlySet<string> = new Set(['02', '04', '06', '08']);

/** The place of an icon on the garment, or of a gesture, that nobody here has. */
const EMPTY = /<g[^>]*><\/g>/g;

type Options = NonNullable<Parameters<typeof createAvatar<notionists.Options>>[1]>;

function parts(seed: string, sitter: Sitter): string {
  const variant = (part: string): string => (/^\d/.test(part) ? `variant${part}` : part);
  const options = {
    seed,
    hair: [variant(sitter.hair[0])],
    body: [variant(sitter.body[0])],
    lips: [variant(sitter.lips)],
    eyes: [variant(sitter.eyes)],
    brows: ['01', '05', '06', '10', '11', '12'].map(variant),
    beard: [variant(sitter.beard ?? '01')],
    beardProbability: sitter.beard ? 100 : 0,
    glasses: [variant(sitter.glasses ?? '11')],
    glassesProbability: sitter.glasses ? 100 : 0,
    bodyIconProbability: 0,
    gestureProbability: 0,
  };
  return createAvatar(notionists, options as Options).toString();
}

/** The drawing with one of its parts in other colours; whites are counted from the first, the largest. */
function coloured(drawing: string, part: Part, black: string, ...whites: [string, ...string[]]): string {
  const [from = 0, to = 0] = PLACES[part].map((place) => drawing.indexOf(`<g transform="${place}">`));
  let white = 0;
  const inColour = drawing
    .slice(from, to)
    .replaceAll('"#000"', `"${black}"`)
    .replace(/"#fff"/g, () => `"${whites[Math.min(white++, whites.length - 1)]}"`);
  return drawing.slice(0, from) + inColour + drawing.slice(to);
}

/** One portrait, as an SVG without ids, styles or scripts. */
export function portrait(seed: string, sitter: Sitter, brandColour: string): string {
  const hair = HAIR[sitter.hair[1]];
  const cloth = CLOTHS[sitter.body[1]](brandColour);
  let drawing = parts(seed, sitter);
  drawing = coloured(drawing, 'skin', INK, SKIN[sitter.skin - 1] ?? PAPER);
  drawing = DARK_BODIES.has(sitter.body[0])
    ? coloured(drawing, 'body', DARK_CLOTH, DARK_SEAMS)
    : coloured(drawing, 'body', cloth.line, cloth.fill, cloth.second);
  drawing = coloured(drawing, 'hair', hair, cloth.accent);
  if (sitter.beard) drawing = coloured(drawing, 'beard', hair, PAPER);
  const inside = drawing
    .replace(/<metadata[\s\S]*?<\/metadata>|<mask[\s\S]*?<\/mask>/g, '')
    .replace(/^<svg[^>]*>|<\/svg>$| mask="[^"]*"/g, '')
    .replace(EMPTY, '')
    .replace(EMPTY, '');
  const { x, y, width, height } = FRAME;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="816" height="1020" fill="none">` +
    `<path fill="${mixed(brandColour, PAPER, 0.22)}" d="M${x} ${y}h${width}v${height}h-${width}z"/>${inside}</svg>\n`
  );
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = async (path: string): Promise<unknown> => parse(await readFile(here(path), 'utf8'));

/** Who sits, by election and candidate. */
export async function readSitters(): Promise<Readonly<Record<string, Readonly<Record<string, Sitter>>>>> {
  return (await read('sitters.yaml')) as Record<string, Record<string, Sitter>>;
}

async function drawAll(folder: string): Promise<void> {
  const sitters = await readSitters();
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(here('elections'))) {
    const { id, brand, candidates } = (await read(`elections/${name}`)) as ElectionFile;
    for (const candidate of candidates) {
      const sitter = sitters[id]?.[candidate.id];
      if (!sitter) throw new Error(`sitters.yaml knows no ${candidate.id} of ${id}`);
      await writeFile(
        join(folder, `${id}-${candidate.id}.svg`),
        portrait(candidate.id, sitter, brand.colour),
      );
    }
  }
}

const folder = process.argv[2];
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!folder) throw new Error('Say where: tsx demo/campaign/portraits.ts FOLDER');
  await drawAll(folder);
}
