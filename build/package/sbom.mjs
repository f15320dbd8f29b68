import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { collectNotices } from '../notices/notices.mjs';
import { npm } from '../npm.mjs';
import { LINUX_EXECUTABLE, PRODUCT } from './product.mjs';

/**
 * @typedef {{ 'bom-ref': string, type: string, name: string, version: string, scope?: string, purl?: string, properties?: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {{ serialNumber?: string, metadata: { timestamp: string, tools?: unknown, lifecycles?: unknown, component: Component }, components: Component[], dependencies: Dependency[] }} Bom
 */

/**
 * Writes the software bill of materials (CycloneDX, JSON) of what ships: npm's own, of the lock file, without what only
 * builds or tests the app, and with Electron as it is in the package.
 *
 * @param {{ electron: string, time: number, folder: string }} options Electron's version; `time` in seconds since 1970
 * @returns {Promise<string>} its path
 */
export async function writeSbom({ electron, time, folder }) {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const all = await npm('Listing the packages (npm 10 or newer does it)', [...asked, '--loglevel=error']);
  const shipped = new Set(collectNotices().map(({ name, version }) => `${name}@${version}`));
  const file = path.join(folder, `${LINUX_EXECUTABLE}-${PRODUCT.version}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(keepShipped(JSON.parse(all), { shipped, electron, time }), null, 2)}\n`);
  return file;
}

/**
 * @param {Bom} bom of all that is installed
 * @param {{ shipped: ReadonlySet<string>, electron: string, time: number }} options `shipped`: `NAME@VERSION`
 */
export function keepShipped(bom, { shipped, electron, time }) {
  const runtime = runtimeOf(electron);
  const kept = bom.components.filter(({ name, version }) => name !== 'electron' && shipped.has(`${name}@${version}`));
  const components = [runtime, ...kept.map(asShipped)];
  const known = new Set(components.map((component) => component['bom-ref']));
  const self = bom.metadata.component['bom-ref'];
  const { serialNumber: _, metadata, dependencies, ...rest } = bom;
  // What npm made it says nothing of what ships, and would differ from one machine to the next.
  const { tools: __, lifecycles: ___, ...about } = metadata;
  const made = {
    ...rest,
    metadata: {
      ...about,
      timestamp: new Date(time * 1000).toISOString(),
      component: { ...metadata.component, name: LINUX_EXECUTABLE },
    },
    components,
    dependencies: [
      ...dependencies.filter(({ ref }) => known.has(ref) || ref === self).map((one) => among(known, one)),
      { ref: runtime['bom-ref'], dependsOn: [] },
    ],
  };
  return { ...made, serialNumber: serialOf(made) };
}

/** @param {string} electron its version */
const runtimeOf = (electron) => ({
  'bom-ref': `electron-runtime@${electron}`,
  type: 'framework',
  name: 'electron',
  version: electron,
  scope: 'required',
  purl: `pkg:npm/electron@${electron}`,
  licenses: [{ license: { id: 'MIT' } }],
  description: 'With Chromium and Node.js; what they are made of stands in LICENSES.chromium.html',
});

/**
 * To npm, what goes into a bundle is for development only; here it is part of the app.
 *
 * @param {Component} component
 * @returns {Component}
 */
function asShipped({ properties = [], ...component }) {
  const kept = properties.filter(({ name }) => name !== 'cdx:npm:package:development');
  return { ...component, scope: 'required', properties: kept };
}

/**
 * @param {ReadonlySet<string>} known
 * @param {Dependency} dependency
 */
const among = (known, { ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) });

/** A name that follows from the content: the same list has the same one. @param {unknown} content */
function serialOf(content) {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
