import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from '@custom-elements-manifest/analyzer/src/create.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type TypeScript from 'typescript';

/** Something that an element has, as its doc comment describes it. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  /** Absent where it is the element's own. */
  readonly inheritedFrom?: { readonly name: string };
}

export interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'protected' | 'private';
  /** The attribute that sets it. */
  readonly attribute?: string;
  readonly readonly?: boolean;
}

export interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly superclass?: { readonly name: string };
  readonly description?: string;
  attributes?: readonly (Described & { readonly fieldName?: string })[];
  members?: readonly Member[];
  events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

/** A Custom Elements Manifest, as far as it is read here. */
export interface Manifest {
  modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const SHARED = 'VoixElement';

/** The analyzer reads with a TypeScript of its own: another one's trees mean nothing to it. */
const require = createRequire(import.meta.resolve('@custom-elements-manifest/analyzer'));
const ts = require('typescript') as typeof TypeScript;

/** What the doc comments of `src/elements` say: what is public, at the addresses under which npm serves it. */
export function readManifest(): Manifest {
  const modules = readdirSync('src/elements', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/elements/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } }) as Manifest;
  manifest.modules = manifest.modules.filter(({ declarations }) => declarations.some(isPublic));
  for (const { declarations } of manifest.modules) declarations.forEach(keepPublicMembers);
  const text = JSON.stringify(manifest).replaceAll(/"\/?src\/([^"]+)\.[jt]s"/g, '"dist/esm/$1.js"');
  return JSON.parse(text) as Manifest;
}

/** Elements, their common ground, and events; the rest is how they are made. */
function isPublic({ name, tagName, superclass }: Declaration): boolean {
  return tagName !== undefined || name === SHARED || superclass?.name === 'Event';
}

/** Drops what the analyzer finds besides: inner state as attributes, methods of ours, events without a word. */
function keepPublicMembers(declaration: Declaration): void {
  const { attributes, members, events } = declaration;
  const isField = ({ kind, privacy }: Member): boolean =>
    kind === 'field' && (privacy ?? 'public') === 'public';
  if (members) declaration.members = members.filter(isField);
  if (attributes)
    declaration.attributes = attributes.filter(({ name }) =>
      declaration.members?.some(({ attribute }) => attribute === name),
    );
  if (events) declaration.events = events.filter(({ description }) => description);
}

/** The elements, in the order in which the package's entry names them. */
export function elementsOf(manifest: Manifest): Declaration[] {
  const entry = readFileSync('src/index.ts', 'utf8');
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => entry.indexOf(`{ ${a.name} }`) - entry.indexOf(`{ ${b.name} }`));
}

/** What every element has. */
export function sharedOf(manifest: Manifest): Declaration | undefined {
  return manifest.modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === SHARED);
}
