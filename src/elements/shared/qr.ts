import { encodeQR } from 'qr';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A QR code as an SVG of one path, with the quiet zone that readers need, black on white.
 * @param name what it is called for those who do not see it
 * @throws Error for a text of more than 2,953 bytes, which no QR code holds
 */
export function qrCode(text: string, name: string): SVGSVGElement {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', rows.map(rowPath).join(''));
  svg.append(path);
  return svg;
}

/** Each run of dark modules as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`;
  }
  return path;
}
