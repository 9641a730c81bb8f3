/** Weights, and where they lie in the package. */
const FACES = [
  ['400', '400Regular/Manrope_400Regular.ttf'],
  ['700', '700Bold/Manrope_700Bold.ttf'],
] as const;

/** Sets the page in a typeface that is the same on every machine: how wide a word is would be the machine's own. */
export async function typeset(): Promise<void> {
  for (const [weight, file] of FACES) {
    const face = new FontFace('Manrope', `url(/node_modules/@expo-google-fonts/manrope/${file})`, { weight });
    document.fonts.add(await face.load());
  }
  document.documentElement.style.fontFamily = 'Manrope';
}
