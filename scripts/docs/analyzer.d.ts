/** The parts of the custom elements manifest analyzer that have no types of their own. */
declare module '@custom-elements-manifest/analyzer/src/create.js' {
  import type { SourceFile } from 'typescript';
  /** Gives a Custom Elements Manifest. */
  export function create(options: {
    readonly modules: readonly SourceFile[];
    readonly plugins: readonly object[];
    readonly context: { readonly dev: boolean };
  }): unknown;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
