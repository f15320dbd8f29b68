import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { chooseFile, chooseFolder, chooseTarget } from './dialogs.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

const pdf = [{ name: 'Pack', extensions: ['pdf'] }];

type PackVerb =
  | 'pack.saveCopy'
  | 'pack.inspectFile'
  | 'pack.saveAttachments'
  | 'pack.compareFile'
  | 'paper.save'
  | 'addendum.save'
  | 'decision.save'
  | 'report.save';

/** Packs that were made before, here or elsewhere: looked at, checked, and compared. */
export function createPackVerbs(
  window: () => BrowserWindow | null,
  held: HeldPaths,
  work: LongWork,
): Pick<MainVerbs, PackVerb> {
  let looked: string | null = null;
  /** Asks where to, makes the file, and says what came of it. */
  const issue = async (
    suggestion: string,
    make: (out: string) => Promise<Result<{ readonly file: string; readonly pages: number; readonly notes: string[] }>>,
  ) => {
    const out = await chooseTarget(window(), 'Save', `${suggestion}.pdf`, { name: 'PDF', extensions: ['pdf'] });
    if (!out) return ok(null);
    const made = await make(out);
    return made.ok ? ok({ name: basename(made.value.file), pages: made.value.pages, notes: made.value.notes }) : made;
  };
  return {
    'paper.save': ({ release, name, body, meeting, asOf }) =>
      issue(`${name} ${body} paper ${meeting}`, (out) =>
        work.call('paper.export', { release, body, meeting, out, asOf }),
      ),
    'addendum.save': ({ release, name, asOf }) =>
      issue(`${name} addendum`, (out) => work.call('addendum.export', { release, out, asOf })),
    'decision.save': ({ release, name, asOf }) =>
      issue(`${name} decision`, (out) => work.call('decision.export', { release, out, asOf })),
    'report.save': async ({ asOf, year }) => {
      const suggestion = year === null ? 'SEC releases, status report.pdf' : `SEC releases ${year}, status report.pdf`;
      const out = await chooseTarget(window(), 'Save the report', suggestion, { name: 'PDF', extensions: ['pdf'] });
      if (!out) return ok(null);
      const made = await work.call('report.export', { out, asOf, year });
      return made.ok ? ok({ name: basename(made.value.file) }) : made;
    },
    'pack.saveCopy': async ({ release, reference }) => {
      const filter = { name: 'PDF', extensions: ['pdf'] };
      const out = await chooseTarget(window(), 'Save a copy', `${reference.replaceAll(/[^\w. -]+/g, '-')}.pdf`, filter);
      if (!out) return ok(null);
      const copied = await work.call('pack.copy', { release, reference, out });
      return copied.ok ? ok({ name: basename(copied.value.file) }) : copied;
    },
    'pack.inspectFile': async ({ source }) => {
      const opened = source === null ? null : held.find(source);
      if (source !== null && opened === null) return fail('notFound', 'This pack is no longer held; open it again.');
      const file = opened ?? (await chooseFile(window(), 'Open a pack', pdf));
      if (!file) return ok(null);
      const inspected = await work.call('pack.inspect', { file });
      if (inspected.ok) looked = file;
      return inspected;
    },
    'pack.saveAttachments': async () => {
      if (looked === null) return fail('notFound', 'Open a pack first.');
      const folder = await chooseFolder(window(), 'Save the attachments in');
      if (!folder) return ok(null);
      const extracted = await work.call('pack.extract', { file: looked, out: folder });
      return extracted.ok ? ok({ folder: basename(folder), files: extracted.value.files }) : extracted;
    },
    'pack.compareFile': async () => {
      if (looked === null) return fail('notFound', 'Open a pack first.');
      const after = await chooseFile(window(), 'Compare with', pdf);
      if (!after) return ok(null);
      const compared = await work.call('pack.compare', { before: looked, after });
      return compared.ok ? ok({ name: basename(after), ...compared.value }) : compared;
    },
  };
}
