import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { drawPoster } from '../../../src/server/share/node-draw.js';
import { block, line } from '../../../src/server/share/node-letters.js';
import type { Poster } from '../../../src/server/share/poster.js';

const poster: Poster = {
  lang: 'fr',
  name: 'Amina',
  slogan: '',
  town: '',
  title: 'Qui présidera ?',
  brand: 'Maison',
  colour: '#0a7d55',
  votes: 'Vote : 1–30 novembre 2026',
};

describe('letters', () => {
  const box = { width: 600, height: 200, sizes: [60, 40, 20], colour: '#000000' };

  it('stay in their box, however many there are, and whatever they look like to a parser', async () => {
    const words = 'Un & <slogan> </span> sans fin, ';
    for (const text of ['Oui', words, words.repeat(5), words.repeat(40), 'M'.repeat(500)]) {
      const { width, height } = await block(text, box);
      assert.ok(width > 20 && width <= box.width, `${width} wide`);
      assert.ok(height > 10 && height <= box.height, `${height} high`);
    }
  });

  it('have typefaces for Latin, Greek, Cyrillic, Arabic and Hebrew, whatever the machine has', async () => {
    const tofu = await block('\u{10fffd}', box);
    for (const text of ['a', 'ễ', 'Ω', 'Ж', 'ش', 'ש']) {
      const { bytes } = await block(text, box);
      assert.notDeepEqual(bytes, tofu.bytes, text);
    }
  });

  it('in a line are level, with and without letters that hang', async () => {
    const heights = await Promise.all(
      ['aeo', 'Âgé', 'page'].map(async (text) => (await line(text, box)).height),
    );
    assert.ok(Math.max(...heights) - Math.min(...heights) <= 3, heights.join(', '));
    const { width } = await line('Une marque au nom sans fin '.repeat(9), box);
    assert.ok(width <= box.width + 20 * 1.3);
  });
});

describe('a poster', () => {
  it('is drawn of a name alone, in any colour, and of what is too long for it', async () => {
    const long = 'Anticonstitutionnellement '.repeat(12);
    const hard = { name: long, slogan: long.repeat(3), town: long, title: long, brand: long };
    for (const colour of ['#000000', '#ffffff', '#ffd400'])
      for (const more of [{}, hard]) {
        const { format, width, height } = await sharp(
          await drawPoster({ ...poster, ...more, colour }),
        ).metadata();
        assert.deepEqual([format, width, height], ['jpeg', 1200, 630]);
      }
  });
});
