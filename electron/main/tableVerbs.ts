import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { chooseFiles, chooseTarget } from './dialogs.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

const imports = [
  {
    name: 'Tables and test results',
    extensions: [
      'csv',
      'tsv',
      'txt',
      'xlsx',
      'xlsm',
      'xls',
      'ods',
      'docx',
      'htm',
      'html',
      'xml',
      'trx',
      'tap',
      'json',
      'zip',
    ],
  },
  { name: 'All files', extensions: ['*'] },
];

/** Tables in and out: the dialogs and paths that the window does not see. */
export function createTableVerbs(
  window: () => BrowserWindow | null,
  held: HeldPaths,
  call: LongWork['call'],
): Pick<MainVerbs, 'import.choose' | 'import.read' | 'table.save' | 'calendar.save'> {
  return {
    'import.choose': async ({ many }) => {
      const title = many ? 'Import test results' : 'Import a table';
      const files = await chooseFiles(window(), title, { filters: imports, many });
      return ok(files ? files.map(held.hold) : null);
    },
    'import.read': async ({ source, more = [], ...input }) => {
      const file = source === null ? null : held.find(source);
      const others = more.map(held.find).filter((path) => path !== null);
      if ((source !== null && file === null) || others.length < more.length)
        return fail('notFound', 'This file is no longer held; choose it again.');
      return call('import.read', { ...input, file, more: others, plan: true });
    },
    'calendar.save': async ({ release, asOf }) => {
      const out = await chooseTarget(window(), 'Export the dates', 'SEC releases.ics', {
        name: 'Calendar',
        extensions: ['ics'],
      });
      if (!out) return ok(null);
      const exported = await call('calendar.export', { release, out, asOf });
      return exported.ok ? ok({ name: basename(exported.value.file), events: exported.value.events }) : exported;
    },
    'table.save': async ({ release, table, name, asOf }) => {
      const out = await chooseTarget(window(), 'Export a table', `${name}.xlsx`, {
        name: 'Spreadsheet (.xlsx or .csv)',
        extensions: ['xlsx', 'csv'],
      });
      if (!out) return ok(null);
      const exported = await call('table.export', { release, table, out, asOf });
      return exported.ok ? ok({ name: basename(exported.value.file) }) : exported;
    },
  };
}
