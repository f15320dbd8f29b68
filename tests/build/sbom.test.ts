import { expect, it } from 'vitest';
import { keepShipped } from '../../build/package/sbom.mjs';

const component = (name: string, version: string) => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
});

const bom = {
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:of-this-run',
  metadata: {
    timestamp: 'now',
    tools: [{ name: 'cli', version: 'of this machine' }],
    component: { ...component('app', '1.0.0'), name: 'the-folder' },
  },
  components: [component('react', '19.0.0'), component('vitest', '5.0.0'), component('electron', '45.0.0')],
  dependencies: [
    { ref: 'app@1.0.0', dependsOn: ['react@19.0.0', 'vitest@5.0.0', 'electron@45.0.0'] },
    { ref: 'react@19.0.0', dependsOn: ['vitest@5.0.0'] },
    { ref: 'vitest@5.0.0', dependsOn: [] },
  ],
};
const options = { shipped: new Set(['react@19.0.0', 'electron@45.0.0']), electron: '33.2.1', time: 0 };

it('lists what ships and nothing else, Electron as it is in the package', () => {
  const made = keepShipped(bom, options);
  expect(made.components.map(({ name, version, scope }) => [name, version, scope])).toEqual([
    ['electron', '33.2.1', 'required'],
    ['react', '19.0.0', 'required'],
  ]);
  expect(made.dependencies).toEqual([
    { ref: 'app@1.0.0', dependsOn: ['react@19.0.0'] },
    { ref: 'react@19.0.0', dependsOn: [] },
    { ref: 'electron-runtime@33.2.1', dependsOn: [] },
  ]);
});

it('says nothing of the machine and the moment: the same list has the same bytes', () => {
  const later = {
    ...bom,
    serialNumber: 'urn:uuid:of-another',
    metadata: { ...bom.metadata, timestamp: 'later', tools: [] },
  };
  expect(JSON.stringify(keepShipped(later, options))).toBe(JSON.stringify(keepShipped(bom, options)));
  const { serialNumber, metadata } = keepShipped(bom, options);
  expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(metadata).toMatchObject({ timestamp: '1970-01-01T00:00:00.000Z', component: { name: 'sec-golive' } });
  expect(keepShipped(bom, { ...options, electron: '45.0.0' }).serialNumber).not.toBe(serialNumber);
});
