import { render, type TemplateResult } from 'lit';

/** A page of its own, to be printed. */
export interface Sheet {
  /** What the frame is called in which it lies for a moment. */
  readonly frame: string;
  readonly title: string;
  readonly lang: string;
  /** The whole of its style: nothing of the site's reaches it. */
  readonly style: string;
  readonly content: TemplateResult;
}

/** Prints a sheet out of a frame that is there for as long as that takes. */
export function printOn(root: ShadowRoot, sheet: Sheet): void {
  root.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.title = sheet.frame;
  frame.tabIndex = -1;
  // Some browsers load even an empty page a little later, and throw away what was drawn before.
  frame.addEventListener(
    'load',
    () => {
      const page = frame.contentWindow;
      if (!page) return;
      drawOn(page as Window & typeof globalThis, sheet);
      page.addEventListener('afterprint', () => frame.remove());
      // A picture that does not come is not waited for longer than that it is known.
      const pictures = [...page.document.images].map((image) => image.decode());
      void Promise.allSettled(pictures).then(() => {
        page.focus();
        page.print();
      });
    },
    { once: true },
  );
  root.append(frame);
}

/** Draws a sheet in a window that has nothing in it. */
export function drawOn(page: Window & typeof globalThis, { title, lang, style, content }: Sheet): void {
  const { document } = page;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = lang;
  document.documentElement.dir = getComputedStyle(window.document.documentElement).direction;
  document.title = title;
  render(content, document.body);
}
