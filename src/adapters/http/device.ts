/** The one key under which the device's id is kept, for all elections of all backends. */
const KEY = 'voix:device';

export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** For those whose storage is closed or full: lives as long as the page, and they vote all the same. */
let unkept: string | undefined;

/** This device's id, or `undefined` where it has none yet: then it has never voted. */
export function knownDevice(storage: () => DeviceStorage): string | undefined {
  try {
    const kept = storage().getItem(KEY);
    if (kept && /^[\w-]{22}$/.test(kept)) return kept;
  } catch {
    // A closed storage is as good as an empty one.
  }
  return unkept;
}

/** This device's id, made and kept where it has none yet: 128 random bits, which say nothing of anybody. */
export function deviceId(storage: () => DeviceStorage): string {
  const bits = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)));
  const device = knownDevice(storage) ?? btoa(bits).replace(/[+/]/g, '-').slice(0, 22);
  try {
    storage().setItem(KEY, device);
  } catch {
    unkept = device;
  }
  return device;
}
