/** WebDriver over HTTP (W3C), as much of it as a browser of tests needs. */

/** A reference to an element of the page: its one key is WebDriver's. */
export type ElementReference = Readonly<Record<string, string>>;

export interface WebDriver {
  /** @throws Error with what the browser says, where it refuses */
  ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>;
  /** Runs a function's body in the page. It ends by calling its last argument. */
  run<T>(body: string, ...args: readonly unknown[]): Promise<T>;
}

/** @param address of the driver's server */
export async function webdriver(address: string, capabilities: object): Promise<WebDriver> {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error((value as { readonly message: string }).message || path);
    return value;
  };
  const session = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const root = `/session/${(session as { readonly sessionId: string }).sessionId}`;
  const driver: WebDriver = {
    ask: async <T>(method: string, path: string, body?: object) =>
      (await call(method, `${root}${path}`, body)) as T,
    run: (script, ...args) => driver.ask('POST', '/execute/async', { script, args }),
  };
  return driver;
}
