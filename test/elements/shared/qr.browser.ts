import { expect } from '@open-wc/testing';
import decode from 'qr/decode.js';
import { qrCode } from '../../../src/elements/shared/qr.js';

/** The code as a camera sees it: drawn on a canvas, ten pixels a module. */
async function scanned(code: SVGSVGElement): Promise<string> {
  const side = code.viewBox.baseVal.width * 10;
  const copy = code.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(side));
  copy.setAttribute('height', String(side));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(side, side).getContext('2d')!;
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, side, side);
  canvas.drawImage(image, 0, 0);
  return decode(canvas.getImageData(0, 0, side, side));
}

describe('the QR code', () => {
  for (const text of [
    'https://votes.example/verifier/#https://votes.example/elections/traverse/log/',
    'é'.repeat(200),
  ])
    it(`reads as what it was made of: ${text.slice(0, 30)}…`, async () => {
      expect(await scanned(qrCode(text, 'a code'))).to.equal(text);
    });

  it('is a picture with a name, and keeps the quiet zone that readers need', () => {
    const code = qrCode('https://votes.example/', 'Scan me');
    expect(code.getAttribute('role')).to.equal('img');
    expect(code.getAttribute('aria-label')).to.equal('Scan me');
    document.body.append(code);
    const path = code.querySelector('path')!.getBBox();
    code.remove();
    expect([path.x, path.y]).to.deep.equal([4, 4]);
    expect(code.viewBox.baseVal.width - path.width).to.equal(8);
  });
});
