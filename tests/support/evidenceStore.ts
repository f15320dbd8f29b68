import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from './engine.ts';
import { scratchFolder } from './scratch.ts';

/** A release to put files into, and a look at what lies in its store's files folder. */
export async function evidenceStore(options: Partial<EngineOptions> = {}) {
  const folder = scratchFolder();
  const files = join(folder, 'store', 'files');
  const test = testEngine(join(folder, 'store'), options);
  const { id: release } = await test.does('release.create', {
    name: 'June 2026 SEC Release',
    kind: 'system',
    slot: slotSchema.parse('2026-06'),
    adHocReason: null,
    approvedDate: null,
  });
  const input = (file: string, fields: Readonly<Record<string, unknown>> = {}) => ({
    asOf: null,
    release,
    file,
    fields,
  });
  return {
    ...test,
    folder,
    release,
    input,
    /** Adds a file; the record that came of it. */
    add: async (file: string, fields: Readonly<Record<string, unknown>> = {}, allowDuplicate?: boolean) => {
      const { changes } = await test.does('evidence.add', { ...input(file, fields), allowDuplicate });
      return { id: changes[0]?.id ?? '', ...changes[0]?.record } as { readonly id: string } & Record<string, unknown>;
    },
    refuse: (file: string, fields: Readonly<Record<string, unknown>> = {}) =>
      test.refuses('evidence.add', input(file, fields)),
    /** Every file that lies there, finished or not. */
    kept: () =>
      existsSync(files)
        ? readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        : [],
  };
}
