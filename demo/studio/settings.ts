/** What the studio sets, and what it says to the scene in its frame. Pure. */
import type { AroundScene } from './around.js';
import type { Scene } from './scenes.js';

export interface Settings {
  readonly election: string;
  readonly scene: Scene | AroundScene;
  readonly lang: 'fr' | 'en';
  /** `#rrggbb` */
  readonly colour: string;
  /** Pixels. */
  readonly radius: number;
  /** Body type, pixels. */
  readonly size: number;
  /** The rhythm, pixels. */
  readonly space: number;
  readonly font: keyof typeof FONTS;
  readonly scheme: 'light dark' | 'light' | 'dark';
}

export const FONTS = {
  page: { label: 'Celle de la page', css: "'Bricolage Grotesque', system-ui, sans-serif" },
  system: { label: 'Celle du système', css: 'system-ui, sans-serif' },
  serif: { label: 'À empattements', css: "'Iowan Old Style', 'Palatino Linotype', Georgia, serif" },
  mono: { label: 'À chasse fixe', css: "ui-monospace, 'Cascadia Mono', Menlo, monospace" },
} as const;

/** The declarations that make the election look like this. */
export function declarations({
  colour,
  radius,
  size,
  space,
  font,
  scheme,
}: Settings): [name: string, value: string][] {
  return [
    ['--voix-colour', colour],
    ['--voix-radius', `${radius}px`],
    ['--voix-size', `${size / 16}rem`],
    ['--voix-space', `${space}px`],
    ...(font === 'page' ? [] : [['font-family', FONTS[font].css] satisfies [string, string]]),
    ...(scheme === 'light dark' ? [] : [['color-scheme', scheme] satisfies [string, string]]),
  ];
}

/** The style sheet that a brand pastes. */
export const styleSheet = (settings: Settings): string =>
  `voix-election {\n${declarations(settings)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}`;
