/**
 * Text as pictures, set by Pango in typefaces that come with the package: none of the machine's is needed, though for
 * scripts that these do not have (Chinese, Thai…) the machine's are taken, where there are any.
 */
import { createRequire } from 'node:module';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const FACE = require.resolve('@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf');
const OTHERS = [
  '@expo-google-fonts/manrope/700Bold/Manrope_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
];
const FAMILIES = 'Bricolage Grotesque, Manrope, Noto Sans Arabic, Noto Sans Hebrew Bold';

export interface Letters {
  /** A PNG, as large as its ink. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

interface Box {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels, the largest first. */
  readonly sizes: readonly number[];
  readonly colour: string;
}

/** A pixel of nothing, for a text of nothing. */
const NOTHING = sharp({ create: { width: 1, height: 1, channels: 4, background: '#0000' } })
  .png()
  .toBuffer();

/** A typeface is known from the first text that names its file. */
let known: Promise<unknown> | undefined;
const typefaces = (): Promise<unknown> =>
  (known ??= Promise.all(
    OTHERS.map((path) => sharp({ text: { text: '.', fontfile: require.resolve(path) } }).toBuffer()),
  ));

/**
 * A text in as many lines as it takes, in the largest size that fits into its box. One that fits in none is cut, and
 * ends in an ellipsis.
 */
export async function block(text: string, box: Box): Promise<Letters> {
  if (!text) return { bytes: await NOTHING, width: 0, height: 0 };
  await typefaces();
  for (const size of box.sizes) {
    if (isHopeless(text, size, box)) continue;
    const drawn = await set(escaped(text), size, box);
    if (drawn.width <= box.width && drawn.height <= box.height)
      return drawn.height > size * 1.5 ? balanced(text, size, box, drawn) : drawn;
  }
  const signs = [...text];
  for (let share = 0.9; share > 0.05; share *= 0.85) {
    const cut = signs
      .slice(0, Math.floor(signs.length * share))
      .join('')
      .trimEnd();
    const drawn = await set(escaped(`${cut}…`), box.sizes.at(-1) ?? 20, box);
    if (drawn.width <= box.width && drawn.height <= box.height) return drawn;
  }
  return { bytes: await NOTHING, width: 0, height: 0 };
}

/** The same lines, none of them much shorter than the others. */
async function balanced(text: string, size: number, box: Box, drawn: Letters): Promise<Letters> {
  const narrow = await set(escaped(text), size, { ...box, width: Math.round(box.width * 0.86) });
  return narrow.height <= drawn.height + 2 && narrow.width <= box.width ? narrow : drawn;
}

/** A text in one line, as high as its size whatever its letters are: so that lines side by side stand level. */
export async function line(text: string, box: Omit<Box, 'height'>): Promise<Letters> {
  await typefaces();
  let kept = text;
  for (;;) {
    for (const size of box.sizes) {
      const marked = `${escaped(kept)}<span alpha="1">Åg</span>`;
      const drawn = await set(marked, size, { ...box, width: 0 });
      if (drawn.width <= box.width + size * 1.3) return drawn;
    }
    kept = `${[...kept].slice(0, -4).join('').trimEnd()}…`;
  }
}

/** Whether it would certainly not fit: measuring takes milliseconds. A letter is a third of its size wide, or more. */
const isHopeless = (text: string, size: number, { width, height }: Box): boolean =>
  ((text.length * size * 0.36) / width) * size > height * 1.1;

async function set(markup: string, size: number, { width, colour }: Omit<Box, 'height'>): Promise<Letters> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${markup}</span>`,
      font: `${FAMILIES} ${size}`,
      fontfile: FACE,
      rgba: true,
      dpi: 72,
      spacing: -Math.round(size * 0.06),
      wrap: 'word-char',
      ...(width > 0 && { width }),
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
