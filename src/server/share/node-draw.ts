/** Draws the picture of a shared link. Letters are set by Pango, off the thread that answers votes. */
import sharp, { type OverlayOptions } from 'sharp';
import { contrast, darkOn, mixed, textOn } from './colours.js';
import { block, line } from './node-letters.js';
import { POSTER, type DrawPoster, type Poster } from './poster.js';

/** Pixels: the foot in the brand's colour, the portrait above it, and what is written beside it. */
const FOOT = 92;
const PORTRAIT = { width: 486, height: POSTER.height - FOOT } as const;
const LEFT = PORTRAIT.width + 58;
const WIDTH = POSTER.width - LEFT - 56;
const TOP = 48;

/** The edge along which the paper is torn off: a row of round holes. */
const HOLES = { radius: 6, apart: 20 } as const;

interface Paints {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  /** The brand's, dark enough to be read. */
  readonly link: string;
  readonly ground: string;
  readonly foot: string;
  /** Between the paper and a foot that is as light. */
  readonly line: string;
  readonly onFoot: string;
}

function paintsOf(colour: string): Paints {
  const paper = mixed(colour, '#ffffff', 0.05);
  const ink = mixed(colour, '#101014', 0.18);
  return {
    paper,
    ink,
    muted: darkOn(paper, mixed(ink, paper, 0.68)),
    link: darkOn(paper, colour),
    ground: mixed(colour, '#ffffff', 0.16),
    foot: colour,
    line: contrast(colour, paper) < 1.3 ? mixed(ink, paper, 0.2) : colour,
    onFoot: textOn(colour),
  };
}

export const drawPoster: DrawPoster = async (poster, portrait) => {
  const paints = paintsOf(poster.colour);
  const [left, words, foot] = await Promise.all([
    portrait ? cut(portrait.bytes, portrait.focus) : initials(poster.name, paints),
    written(poster, paints),
    footed(poster, paints),
  ]);
  return sharp({ create: { ...POSTER, channels: 3, background: paints.paper } })
    .composite([...left, { input: edge(paints), left: 0, top: 0 }, ...words, ...foot])
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
    .toBuffer();
};

/** The portrait in its place, cut so that its focus is kept, as `object-position` does it. */
async function cut(bytes: Uint8Array, [x, y]: readonly [number, number]): Promise<OverlayOptions[]> {
  const picture = sharp(bytes, { limitInputPixels: 40_000_000 }).autoOrient();
  const { width, height } = (await picture.metadata()).autoOrient;
  const scale = Math.max(PORTRAIT.width / width, PORTRAIT.height / height);
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const input = await picture
    .resize({ ...size, fit: 'fill' })
    .extract({
      left: Math.round((size.width - PORTRAIT.width) * (x / 100)),
      top: Math.round((size.height - PORTRAIT.height) * (y / 100)),
      ...PORTRAIT,
    })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 0 })
    .toBuffer();
  return [{ input, left: 0, top: 0 }];
}

async function initials(name: string, { ground, link }: Paints): Promise<OverlayOptions[]> {
  const letters = name
    .split(/[\s-]+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  const plain = { create: { ...PORTRAIT, channels: 3, background: ground } } as const;
  const drawn = await block(letters, {
    width: PORTRAIT.width - 80,
    height: 220,
    sizes: [220, 160],
    colour: mixed(link, ground, 0.75),
  });
  const place = {
    left: Math.round((PORTRAIT.width - drawn.width) / 2),
    top: Math.round((PORTRAIT.height - drawn.height) / 2),
  };
  return [
    { input: plain, left: 0, top: 0 },
    { input: drawn.bytes, ...place },
  ];
}

/** Holes and foot, which are shapes. */
function edge({ paper, foot, line: top }: Paints): Buffer {
  const { width, height } = POSTER;
  const count = Math.ceil(PORTRAIT.height / HOLES.apart);
  const holes = Array.from({ length: count }, (_, i) => (i + 0.5) * HOLES.apart)
    .filter((y) => y < PORTRAIT.height)
    .map((y) => `<circle cx="${PORTRAIT.width}" cy="${y}" r="${HOLES.radius}" fill="${paper}"/>`);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${holes.join('')}` +
      `<rect y="${height - FOOT}" width="${width}" height="${FOOT}" fill="${foot}"/>` +
      `<rect y="${height - FOOT}" width="${width}" height="2" fill="${top}"/></svg>`,
  );
}

/**
 * What stands on the paper: the question above, the name below, and between them what the candidate says; the name,
 * where that is nothing.
 */
async function written(poster: Poster, { ink, muted, link }: Paints): Promise<OverlayOptions[]> {
  const isSilent = !poster.slogan;
  const within = { width: WIDTH, height: 60 };
  const [title, town, name] = await Promise.all([
    block(poster.title, { ...within, sizes: [24, 21], colour: muted }),
    block(poster.town, { ...within, sizes: [26, 22], colour: muted }),
    block(isSilent ? '' : poster.name, { width: WIDTH, height: 92, sizes: [46, 40, 34, 28], colour: link }),
  ]);
  const foot = POSTER.height - FOOT - 44;
  const townTop = foot - town.height;
  const nameTop = townTop - (poster.town ? 14 : 0) - name.height;
  const top = TOP + title.height + 34;
  const room = nameTop - 34 - top;
  const slogan = await block(isSilent ? poster.name : poster.slogan, {
    width: WIDTH,
    height: room,
    sizes: [74, 66, 58, 52, 46, 41, 36, 32],
    colour: isSilent ? link : ink,
  });
  return [
    { input: title.bytes, left: LEFT, top: TOP },
    { input: slogan.bytes, left: LEFT, top: top + Math.round((room - slogan.height) / 2) },
    { input: name.bytes, left: LEFT, top: nameTop },
    { input: town.bytes, left: LEFT, top: townTop },
  ];
}

async function footed(poster: Poster, { onFoot }: Paints): Promise<OverlayOptions[]> {
  const [brand, votes] = await Promise.all([
    line(poster.brand, { width: PORTRAIT.width - 96, sizes: [38, 32, 27, 23], colour: onFoot }),
    line(poster.votes, { width: WIDTH, sizes: [30, 26, 22], colour: onFoot }),
  ]);
  const middle = (height: number) => POSTER.height - Math.round((FOOT + height) / 2);
  return [
    { input: brand.bytes, left: 48, top: middle(brand.height) },
    { input: votes.bytes, left: LEFT, top: middle(votes.height) },
  ];
}
