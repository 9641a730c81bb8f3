/** The studio: controls on one side, the election in a frame on the other, the style sheet to take away. */
import type { ElectionSummary } from 'voix';
import { httpAdapter } from 'voix/adapters/http';
import { find, make } from '../page/find.js';
import { AROUND } from './around.js';
import { SCENES } from './scenes.js';
import { FONTS, styleSheet, type Settings } from './settings.js';

const form = find<HTMLFormElement>('#reglages');
const frame = find<HTMLIFrameElement>('#apercu');
const place = find('#place');
const sheet = find('#feuille');
const asked = new URLSearchParams(location.search);
let elections: readonly ElectionSummary[] = [];

const value = (name: string): string => String(new FormData(form).get(name) ?? '');

function settings(): Settings {
  return {
    election: value('election'),
    scene: value('scene') as Settings['scene'],
    lang: value('lang') as Settings['lang'],
    colour: value('colour'),
    radius: Number(value('radius')),
    size: Number(value('size')),
    space: Number(value('space')),
    font: value('font') as Settings['font'],
    scheme: value('scheme') as Settings['scheme'],
  };
}

function control<E extends HTMLInputElement | HTMLSelectElement>(name: string): E {
  return find<E>(`[name=${name}]`, form);
}

/** What is seen can be sent to a colleague: the address says it. */
function remember({ election, scene, lang, scheme }: Settings): void {
  const address = new URL(location.href);
  for (const [key, text] of Object.entries({ election, scene, lang, scheme, width: value('width') }))
    address.searchParams.set(key, text);
  history.replaceState(null, '', address);
}

function update(): void {
  const now = settings();
  frame.contentWindow?.postMessage(now, location.origin);
  sheet.textContent = styleSheet(now);
  for (const output of form.querySelectorAll('output')) {
    const unit = output.dataset['unit'] ?? '';
    output.textContent = `${value(output.htmlFor.value)}${unit}`;
  }
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-width]'))
    button.ariaPressed = String(button.dataset['width'] === value('width'));
  fit();
  remember(now);
}

/** The frame has the width asked for; where there is less room it is shown smaller, not narrower. */
function fit(): void {
  const width = Number(value('width'));
  const scale = Math.min(1, place.clientWidth / width);
  frame.style.setProperty('inline-size', `${width}px`);
  frame.style.setProperty('block-size', `${place.clientHeight / scale}px`);
  frame.style.setProperty('transform', `scale(${scale})`);
  frame.style.setProperty('margin-inline-start', `${Math.max(0, (place.clientWidth - width) / 2)}px`);
}

function useBrandColour(): void {
  const brand = elections.find(({ id }) => id === value('election'))?.brand;
  if (brand?.colour) control('colour').value = brand.colour;
}

async function fill(): Promise<void> {
  for (const [scene, label] of Object.entries({ ...SCENES, ...AROUND }))
    control('scene').append(make('option', { value: scene, textContent: label }));
  for (const [font, { label }] of Object.entries(FONTS))
    control('font').append(make('option', { value: font, textContent: label }));
  try {
    elections = await httpAdapter('/api').elections();
  } catch (error) {
    console.warn(error);
  }
  const byName = [...elections].sort((a, b) => a.brand.name.localeCompare(b.brand.name, 'fr'));
  for (const { id, brand } of byName)
    control('election').append(make('option', { value: id, textContent: brand.name }));
  control('election').value = 'traverse';
  // A narrow screen begins with a narrow window: a wide one would be shown as small as a stamp.
  if (place.clientWidth < 640) control('width').value = String(place.clientWidth);
  for (const name of ['election', 'scene', 'width'] as const) {
    const text = asked.get(name);
    if (text !== null) control(name).value = text;
  }
  for (const name of ['lang', 'scheme'])
    for (const radio of form.querySelectorAll<HTMLInputElement>(`[name=${name}]`))
      if (radio.value === asked.get(name)) radio.checked = true;
  useBrandColour();
  update();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  if ((target as HTMLInputElement).name === 'election') useBrandColour();
  update();
});
find('#couleur-marque').addEventListener('click', () => {
  useBrandColour();
  update();
});
for (const button of form.querySelectorAll<HTMLButtonElement>('[data-width]'))
  button.addEventListener('click', () => {
    control('width').value = button.dataset['width'] ?? '';
    update();
  });
find('#copier').addEventListener('click', ({ currentTarget }) => {
  const button = currentTarget as HTMLButtonElement;
  navigator.clipboard.writeText(styleSheet(settings())).then(
    () => (button.textContent = 'Copié'),
    () => getSelection()?.selectAllChildren(sheet),
  );
  setTimeout(() => (button.textContent = 'Copier'), 2000);
});
window.addEventListener('message', ({ origin, source }) => {
  if (origin === location.origin && source === frame.contentWindow) update();
});
new ResizeObserver(fit).observe(place);
void fill();
