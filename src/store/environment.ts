/** What the store needs of the world around it. A test brings its own, and so decides when things happen. */
export interface Environment {
  /** Milliseconds since any fixed instant; runs evenly, whatever the device's date. */
  monotonic(): number;
  /**
   * Calls back once: after so many milliseconds, or sooner where the device gets its line back, for then
   * whatever waits had better be tried at once. The returned function keeps it from calling.
   */
  after(ms: number, callback: () => void): () => void;
  /** A number in [0, 1). */
  random(): number;
  /** A random UUID. */
  uuid(): string;
}

/** 128 random bits, in hexadecimal. A page on `http:` has this, and no `crypto.randomUUID`. */
const randomHex = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join(
    '',
  );

export const pageEnvironment: Environment = {
  monotonic: () => performance.now(),
  after(ms, callback) {
    const stop = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
    };
    const go = () => {
      stop();
      callback();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
    return stop;
  },
  random: Math.random,
  // Version 4; of its variant's two free bits none is used.
  uuid: () => randomHex().replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-'),
};
