import { cutOf, type Frame } from './frame.js';

/** The widest that a portrait is sent, in pixels. */
const WIDEST = 1280;

/** A picture as the browser reads it, upright. A HEIC is read where the system can. Rejects where it cannot be read. */
export const readPicture = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' });

/** A picture at an address whose origin lets every page read it, as a backend's media do. */
export async function pictureAt(address: string): Promise<ImageBitmap> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  await image.decode();
  return createImageBitmap(image);
}

/** Draws the framed part; a canvas needs no leave from the page's policy. */
export function drawFrame(canvas: HTMLCanvasElement, picture: ImageBitmap, frame: Frame): void {
  const { left, top, width, height } = cutOf(picture.width, picture.height, frame);
  const drawn = canvas.getContext('2d');
  if (!drawn) return;
  drawn.fillStyle = '#fff';
  drawn.fillRect(0, 0, canvas.width, canvas.height);
  drawn.imageSmoothingQuality = 'high';
  drawn.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
}

/** The framed part as a JPEG: nothing else of the file comes with it. */
export function framedPicture(picture: ImageBitmap, frame: Frame): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(Math.min(cutOf(picture.width, picture.height, frame).width, WIDEST));
  canvas.height = Math.round((canvas.width * 5) / 4);
  drawFrame(canvas, picture, frame);
  return canvas.toDataURL('image/jpeg', 0.88);
}

export function blobOf(data: string): Blob {
  const bytes = Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}
