/** What is around the vote, a picture a state: the studio's scenes, and what a visitor does in them. */
import type { Browser, Page } from 'puppeteer-core';
import { AROUND, type AroundScene } from '../../demo/studio/around.js';
import type { Demo } from '../demo.js';
import { isWanted, LOOKS, newVisitor, settled, takeEveryLook } from './camera.js';
import { set } from './studio.js';

/** What is done in a scene before its picture. */
type Deed = (page: Page) => Promise<void>;

const press =
  (selector: string): Deed =>
  (page) =>
    page.locator(`main >>> ${selector}`).click();

const write =
  (selector: string, text: string): Deed =>
  (page) =>
    page.locator(`main >>> ${selector}`).fill(text);

/** Chooses a file of the device. @param picture address of what it shows; none makes a file that nobody can read */
const choose = (page: Page, field: string, name: string, type: string, picture: string): Promise<void> =>
  page.evaluate(
    async (id, called, kind, address) => {
      const image = new Image(900, 1125);
      const canvas = new OffscreenCanvas(900, 1125);
      image.src = address;
      if (address) {
        await image.decode();
        canvas.getContext('2d')?.drawImage(image, 0, 0, 900, 1125);
      }
      const data = address ? await canvas.convertToBlob({ type: kind }) : 'not what it says';
      const files = new DataTransfer();
      files.items.add(new File([data], called, { type: kind }));
      const { shadowRoot } = document.querySelector('main voix-candidacy')!;
      const input = shadowRoot!.querySelector<HTMLInputElement>(id)!;
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    },
    field,
    name,
    type,
    picture,
  );

const choosePhoto: Deed = async (page) => {
  await choose(page, '#photo', 'moi.jpg', 'image/jpeg', '/campaign/portraits/traverse-moussa-diarra.svg');
  await page.locator('main >>> canvas').wait();
};

/** A video of one's own, on its way to a backend that is never done with it. */
const sendVideo: Deed = async (page) => {
  await page.evaluate(async () => {
    const { adapter } = document.querySelector<HTMLElementTagNameMap['voix-provider']>('main voix-provider')!;
    const offered = await adapter!.community!();
    document.querySelector<HTMLElementTagNameMap['voix-candidacy']>('main voix-candidacy')!.community =
      async () => ({
        ...offered,
        candidacies: {
          ...offered.candidacies!,
          video: (_election, _video, options) => {
            options?.onProgress?.(0.42);
            return new Promise(() => undefined);
          },
        },
      });
  });
  await chooseVideo(page);
  await page.locator('main >>> progress').wait();
};

const chooseVideo: Deed = async (page) => {
  await page.locator('main >>> #video-file').setVisibility(null).wait();
  await choose(page, '#video-file', 'film.mp4', 'video/mp4', '');
};

/** A film that holds nothing is refused. */
const refuseVideo: Deed = async (page) => {
  await chooseVideo(page);
  await page.locator('main >>> .upload .fault').wait();
};

const chooseText: Deed = async (page) => {
  await choose(page, '#photo', 'moi.jpg', 'image/jpeg', '');
  await page.locator('main >>> #photo-fault').wait();
};

const TOLD: readonly Deed[] = [
  write('#name', 'Anne-Charlotte de La Rochefoucauld-Bertrand'),
  write('#town', 'Saint-Julien-Molin-Molette'),
  write('#slogan', 'Le dernier train attendra la dernière correspondance.'),
  write(
    '#manifesto',
    'Je prends la ligne 3 depuis onze ans.\n\nJe demanderai que l’on s’attende, et que l’on nous dise pourquoi quand ce n’est pas possible.',
  ),
  write('#video', 'https://youtu.be/aqz-KE-bpKQ'),
];

type State = readonly [scene: AroundScene, ...deeds: Deed[]];

const STATES: Readonly<Record<string, State>> = {
  ...Object.fromEntries(Object.keys(AROUND).map((scene): [string, State] => [scene, [scene as AroundScene]])),
  'standing-faults': ['standing', ...TOLD, write('#name', ' '), press('.end .keys .main')],
  'standing-preview': ['standing', ...TOLD],
  'standing-framing': ['standing', choosePhoto],
  'standing-framed': ['standing', choosePhoto, press('.slides .main')],
  'standing-unreadable': ['standing', chooseText],
  'standing-video': ['standing', sendVideo],
  'standing-video-refused': ['standing', refuseVideo],
  'returned-mending': ['returned', press('.keys .main')],
  'approved-leaving': ['approved', press('.keys .quiet')],
  'questions-ask': ['questions', press('.head button')],
  'questions-faults': ['questions', press('.head button'), press('form .main')],
  'report-form': ['reporting', press('.open')],
};

export async function showAround(browser: Browser, demo: Demo): Promise<void> {
  const states = Object.entries(STATES).filter(([name]) => isWanted(`around-${name}`));
  if (!states.length) return;
  const page = await newVisitor(browser, LOOKS[0]);
  for (const [name, [scene, ...deeds]] of states) {
    await set(page, demo, scene);
    await page.locator('main voix-provider').setVisibility(null).wait();
    await settled(page);
    for (const deed of deeds) await deed(page);
    await takeEveryLook(page, `around-${name}`);
    // What was written stays on the device: the next is another visitor's.
    await page.evaluate(() => localStorage.clear());
  }
  await page.browserContext().close();
}
