/**
 * The page's one polite live region (WCAG 4.1.3). It must be there before it speaks, so the first
 * provider on the page holds it in its shadow root, and the next one once that has gone.
 */
let region: HTMLElement | undefined;

export function holdRegion(root: ShadowRoot): void {
  if (region?.isConnected) return;
  region = root.ownerDocument.createElement('div');
  region.setAttribute('role', 'status');
  root.append(region);
}

/** Says a sentence to those who listen to the page. The same sentence twice is said twice. */
export function announce(sentence: string | undefined): void {
  if (!region || !sentence) return;
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
