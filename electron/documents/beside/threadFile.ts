import { existsSync } from 'node:fs';

/**
 * Where the program of a thread is: beside the sources, or beside the bundle that asks for it, or above it where that is
 * a chunk.
 * @param asker `import.meta.url` of the module that starts it
 * @param source its source, as a path from there
 * @param bundle what the build calls it
 */
export function threadFile(asker: string, source: string, bundle: string): URL {
  const places = [source, `./${bundle}.js`, `../${bundle}.js`].map((name) => new URL(name, asker));
  const [found] = places.filter((place) => existsSync(place));
  if (found === undefined) throw new Error(`The program of the thread “${bundle}” is not where this one is.`);
  return found;
}
