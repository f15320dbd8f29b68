import { join } from 'node:path';
import type { InputOf } from '../../shared/contract/engineMethods.ts';
import { sampleFile, testEngine } from './engine.ts';
import { scratchFolder } from './scratch.ts';

export const release = 'November 2021 SEC Release';

/** A store with the sample, into which tables are pasted. */
export async function withSample() {
  const folder = scratchFolder();
  const engine = testEngine(join(folder, 'store'));
  const { id } = await engine.does('release.import', { file: sampleFile, replace: false });
  const table = (kind: InputOf<'import.read'>['kind'], text: string, more: Partial<InputOf<'import.read'>> = {}) => ({
    kind,
    release,
    file: null,
    text,
    sheet: null,
    mapping: null,
    valueMaps: {},
    defaults: {},
    plan: true,
    ...more,
  });
  const take = async (...asked: Parameters<typeof table>) => {
    const { token } = await engine.does('import.read', table(...asked));
    return engine.does('import.take', { token, skip: [] });
  };
  const page = { releaseId: id, offset: 0, limit: 100, phase: null, severity: null, open: null, text: '' };
  const issues = async () => (await engine.does('issues.page', page)).issues;
  const facts = async () => (await engine.does('release.open', { release: id, asOf: null })).facts;
  return { ...engine, folder, id, table, take, issues, facts };
}
