/** Puts a text on the clipboard. Resolves with whether the page may do so. */
export const copied = (text: string): Promise<boolean> =>
  // On a page without https there is no clipboard.
  Promise.resolve(navigator.clipboard as Clipboard | undefined)
    .then((clipboard) => clipboard!.writeText(text))
    .then(
      () => true,
      () => false,
    );

/** Gives the visitor a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // By then the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
