import { elementsOf, sharedOf, type Manifest } from './manifest.js';

/** VS Code's custom data for HTML: tags and attributes, completed and explained. */
export function htmlData(manifest: Manifest): object {
  const tags = elementsOf(manifest).map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: about }) => ({ name, description: about })),
  }));
  return { version: 1.1, tags };
}

/** VS Code's custom data for CSS: the custom properties. */
export function cssData(manifest: Manifest): object {
  const properties = (sharedOf(manifest)?.cssProperties ?? []).map(({ name, description }) => ({
    name,
    description,
  }));
  return { version: 1.1, properties };
}
