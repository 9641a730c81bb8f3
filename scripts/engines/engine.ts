/**
 * What the browser tests ask of a browser, whoever made it. Its shape is the part of puppeteer's `Page` that
 * web-test-runner's own commands use, so that a test says the same in every engine.
 */
export interface Page {
  goto(url: string): Promise<void>;
  url(): string;
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  /** Throws where the engine cannot: nothing would be shown then. */
  emulateMediaFeatures(features: readonly { readonly name: string; readonly value: string }[]): Promise<void>;
  readonly keyboard: {
    type(text: string): Promise<void>;
    press(key: string): Promise<void>;
  };
  readonly accessibility: {
    /** The page as assistive technology has it, in the words of ARIA. */
    snapshot(): Promise<Spoken>;
  };
}

/** A node of the accessibility tree. */
export interface Spoken {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly focused?: boolean;
  readonly checked?: boolean;
  readonly pressed?: boolean;
  readonly modal?: boolean;
  readonly level?: number;
  readonly children?: readonly Spoken[];
}

export interface Engine {
  readonly page: Page;
  close(): Promise<void>;
}

/** WebDriver's code points of the keys that write nothing; `Space` writes, but is named as the others are. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/**
 * Keys, as WebDriver's actions have them: each pressed and let go.
 * @throws Error where a key is not known
 */
export function keystrokes(keys: readonly string[]): object[] {
  const actions = keys.flatMap((key) => {
    const value = KEYS[key] ?? key;
    if ([...value].length !== 1) throw new Error(`no such key: ${key}`);
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}
