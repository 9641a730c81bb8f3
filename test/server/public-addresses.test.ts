import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicAddresses } from '../../src/server/public-addresses.js';

const told = (value: object, origin?: string): unknown =>
  JSON.parse(JSON.stringify(value, publicAddresses(origin)));

const election = {
  id: 'bakery',
  title: '/not an address',
  brand: { logo: { src: '/logo.svg' } },
  candidates: [
    {
      id: 'amina',
      photo: { src: '/a.webp', srcset: '/a-400.webp 400w, /a-800.webp 800w', alt: '/' },
      video: {
        provider: 'file',
        id: '/films/a.mp4',
        captions: '/films/a.vtt',
        poster: 'https://cdn.test/a.webp',
      },
    },
  ],
};

describe('addresses of files on the backend', () => {
  it('are whole for pages of other origins, and nothing else is touched', () => {
    assert.deepEqual(told(election, 'https://votes.test'), {
      id: 'bakery',
      title: '/not an address',
      brand: { logo: { src: 'https://votes.test/logo.svg' } },
      candidates: [
        {
          id: 'amina',
          photo: {
            src: 'https://votes.test/a.webp',
            srcset: 'https://votes.test/a-400.webp 400w, https://votes.test/a-800.webp 800w',
            alt: '/',
          },
          video: {
            provider: 'file',
            id: 'https://votes.test/films/a.mp4',
            captions: 'https://votes.test/films/a.vtt',
            poster: 'https://cdn.test/a.webp',
          },
        },
      ],
    });
  });

  it('stay paths where the backend does not know its own address', () => {
    assert.deepEqual(told(election), election);
  });
});
