import { newKey } from '../model/new-key.js';

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
  /** A UUID that nobody else makes. */
  uuid(): string;
}

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
  uuid: newKey,
};
