import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { captionsOf } from '../../src/model/captions.js';

const read = (text: string) => captionsOf(new TextEncoder().encode(text));
const WRITTEN = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nBonjour à tous\n';

describe('captions', () => {
  it('are written anew: times and words, and nothing else of the file', () => {
    assert.equal(
      read(
        '\ufeffWEBVTT - du tournage\n\nSTYLE\n::cue { background: url(https://spy.test/) }\n\nNOTE privé\n\n' +
          'intro\n00:01.000 --> 00:02.500 line:0 position:20%\n<v Zoé>Bonjour <script>à</script> tous</v>\n\n',
      ),
      WRITTEN,
    );
  });

  it('come as SubRip, too, with either end of a line', () => {
    assert.equal(read('1\r\n00:00:01,000 --> 00:00:02,500\r\nBonjour à tous\r\n'), WRITTEN);
  });

  it('keep their lines and their order; an empty one is left out', () => {
    const two =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nUn\ndeux\n\n00:02.000 --> 00:03.000\n\n01:00:03.000 --> 01:00:04.000\nTrois';
    assert.equal(
      read(two),
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nUn\ndeux\n\n01:00:03.000 --> 01:00:04.000\nTrois\n',
    );
  });

  for (const [what, text] of [
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a heading alone', 'WEBVTT\n\n'],
    ['a caption that ends before it begins', 'WEBVTT\n\n00:02.000 --> 00:01.000\nNon'],
    ['a time that is none', 'WEBVTT\n\n00:99.000 --> 01:00.000\nNon'],
    ['a caption within another', 'WEBVTT\n\n00:01.000 --> 00:02.000 --> 00:03.000\nNon'],
  ] as const)
    it(`${what} is none`, () => assert.equal(read(text), undefined));

  it('bytes that are no UTF-8 are none', () => {
    assert.equal(captionsOf(new Uint8Array([0xff, 0xfe, 0x57, 0x00])), undefined);
  });
});
