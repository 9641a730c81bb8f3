import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, Locked>>;

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
const described = JSON.parse(readFileSync('package.json', 'utf8')) as Locked;

/** What a package of the lock asks for and the lock does not hold, where Node would look for it. */
function holes(locked: Packages): string[] {
  return Object.entries(locked).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !foldersFrom(place).some((folder) => `${folder}node_modules/${name}` in locked))
      .map((name) => `${place || 'the package'} → ${name}`),
  );
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a`, and the root: where it finds what it needs. */
function foldersFrom(place: string): string[] {
  const folders = [...place.matchAll(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+/g)];
  return ['', ...folders.map(({ index, 0: folder }) => `${place.slice(0, index + folder.length)}/`)];
}

describe('package-lock.json', () => {
  it('holds every package that another one asks for, those of other platforms too', () => {
    assert.deepEqual(holes(packages), []);
  });

  it('is seen to have a hole where a platform is missing', () => {
    const [platform = ''] = Object.keys(packages).filter((place) =>
      place.endsWith('/@rollup/rollup-darwin-arm64'),
    );
    const { [platform]: _left, ...rest } = packages;
    assert.deepEqual(holes(rest), ['node_modules/rollup → @rollup/rollup-darwin-arm64']);
  });

  it('names no registry, and says what each package must be', () => {
    for (const [place, { resolved, integrity }] of Object.entries(packages)) {
      assert.equal(resolved, undefined, `${place} is tied to ${resolved}`);
      if (place) assert.match(integrity ?? '', /^sha512-/, place);
    }
  });

  it('is of this package.json', () => {
    const { dependencies, devDependencies, version } = packages[''] ?? {};
    assert.deepEqual(
      { dependencies, devDependencies, version },
      {
        dependencies: described.dependencies,
        devDependencies: described.devDependencies,
        version: described.version,
      },
    );
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    for (const [name, version] of Object.entries({ ...described.dependencies, ...described.devDependencies }))
      assert.match(version, /^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });
});
