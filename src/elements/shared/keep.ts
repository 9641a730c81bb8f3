/** Puts a text on the clipboard. Resolves with whether the page may do so. */
export const copied = (text: string): Promise<boolean> =>
  // On a page without https there is no clipboard.
  Promise.resolve(navigator.clipboard as Clipboard | undefined)
    .then((clipboard) => clipboard!.writeText(text))
    .then(
      () => true,
      () => false,
    );

/**
 * Gives the visitor a file.
 * @param type its media type
 */
export function download(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // By then the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
