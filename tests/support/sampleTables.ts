import { join } from 'node:path';
import { sampleFile, testEngine } from './engine.ts';
import { pasted } from './pasted.ts';
import { scratchFolder } from './scratch.ts';

type Asked = Parameters<typeof pasted> extends [string, ...infer Rest] ? Rest : never;

export const release = 'November 2021 SEC Release';

/** A store with the sample, into which tables are pasted. */
export async function withSample() {
  const folder = scratchFolder();
  const engine = testEngine(join(folder, 'store'));
  const { id } = await engine.does('release.import', { file: sampleFile, replace: false });
  const table = (...asked: Asked) => pasted(release, ...asked);
  const take = async (...asked: Asked) => {
    const { token } = await engine.does('import.read', table(...asked));
    return engine.does('import.take', { token, skip: [] });
  };
  const page = { releaseId: id, offset: 0, limit: 100, phase: null, severity: null, open: null, text: '' };
  const issues = async () => (await engine.does('issues.page', page)).issues;
  const facts = async () => (await engine.does('release.open', { release: id, asOf: null })).facts;
  return { ...engine, folder, id, table, take, issues, facts };
}
