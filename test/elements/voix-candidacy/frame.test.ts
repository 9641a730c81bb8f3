import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutOf, touched, type Frame } from '../../../src/elements/voix-candidacy/frame.js';

const sides = fc.integer({ min: 50, max: 8000 });
const frames = fc.record<Frame>({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  zoom: fc.double({ min: 1, max: 4, noNaN: true }),
});

describe('a portrait that is framed', () => {
  it('is 4:5, lies within the picture, and keeps its point', () => {
    fc.assert(
      fc.property(sides, sides, frames, (width, height, frame) => {
        const { left, top, width: w, height: h, focus } = cutOf(width, height, frame);
        assert.ok(Math.abs(w / h - 0.8) < 1e-9);
        assert.ok(left >= 0 && top >= 0 && left + w <= width + 1e-6 && top + h <= height + 1e-6);
        const found = (left + (focus[0] / 100) * w) / width;
        assert.ok(Math.abs(found - frame.x / 100) <= 0.006, `${found} for ${frame.x}`);
      }),
    );
  });

  it('never begins outside the picture, however its sides divide', () => {
    for (let height = 50; height < 2000; height += 1) {
      const { left, top } = cutOf(4000, height, { x: 0, y: 100, zoom: 1 });
      assert.ok(left >= 0 && top >= 0, `${left}, ${top} of ${height}`);
    }
  });

  it('of the whole picture is as large as it can be', () => {
    assert.deepEqual(cutOf(800, 1000, { x: 50, y: 50, zoom: 1 }), {
      left: 0,
      top: 0,
      width: 800,
      height: 1000,
      focus: [50, 50],
    });
    assert.equal(cutOf(3000, 1000, { x: 0, y: 0, zoom: 2 }).width, 400);
  });

  it('moves to what is touched', () => {
    const frame = { x: 50, y: 50, zoom: 1 };
    assert.deepEqual(touched(1600, 1000, frame, 0.5, 0.5), frame);
    assert.deepEqual(touched(1600, 1000, frame, 1, 0), { x: 75, y: 0, zoom: 1 });
  });
});
