import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { deskOf } from './desk.ts';
import { golive, withFile } from './golive.ts';
import { scratchFolder } from './scratch.ts';
import { openApp } from './window.ts';

/** The release that these tests are about. */
export const name = 'June 2027 SEC Release';
const criteria = ['AC-01', 'AC-02', 'AC-03', 'AC-04'].map((reference) => ({
  reference,
  text: `${reference} is shown by its report.`,
  owner: 'SECAS',
  bodies: ['TAG'],
}));

export function releaseWith(more: object = {}) {
  const release = { name, kind: 'system', slot: '2027-06' };
  return { format: 'sec-golive/release', version: 1, release, criteria, ...more };
}

/** The window on a store that holds this release alone, and a SECAS person at the desk. */
export async function openWith(content: object) {
  const { folder, store, file } = withFile(content);
  const imported = golive(store, 'release', 'import', file);
  expect(imported.code, imported.err).toBe(0);
  const opened = await openApp(store);
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  const facts = () => {
    const out = join(scratchFolder(), 'out.json');
    expect(golive(store, 'release', 'export', name, '--out', out).code).toBe(0);
    return JSON.parse(readFileSync(out, 'utf8')) as Record<string, Record<string, unknown>[]>;
  };
  return { folder, store, desk, facts, ...opened };
}
