/** Files that are chosen on a page, as a person chooses them from their device. */
import { only } from './page.js';

/** Gives a field this file. */
export function choose(place: ParentNode, id: string, file: File): void {
  const files = new DataTransfer();
  files.items.add(file);
  const input = only<HTMLInputElement>(place, `#${id}`);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** 400 by 300. */
export async function picture(): Promise<File> {
  const canvas = new OffscreenCanvas(400, 300);
  canvas.getContext('2d')!.fillRect(0, 0, 400, 300);
  return new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' });
}

export const film = (): File => new File(['film'], 'me.mp4', { type: 'video/mp4' });
