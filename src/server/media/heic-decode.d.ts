/** What is used of the package, whose own types leave out the size. */
declare module 'heic-decode' {
  interface Picture {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  const decode: { all(of: { readonly buffer: Uint8Array }): Promise<readonly Picture[]> };
  export default decode;
}
