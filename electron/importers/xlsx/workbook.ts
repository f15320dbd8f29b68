import { posix } from 'node:path';
import { refuse } from '../refusal.ts';
import { readPart, type ZipEntries } from './zipEntries.ts';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
  readonly hasMacros: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** What else comes in a zip archive and may carry a spreadsheet's name. */
const otherArchives: readonly (readonly [(name: string) => boolean, string])[] = [
  [(name) => name === 'content.xml', 'is an OpenDocument file (.ods), not an Excel workbook; save it as .xlsx'],
  [(name) => name.startsWith('Index/') && name.endsWith('.iwa'), 'is an Apple Numbers file; export it as .xlsx or CSV'],
  [(name) => name.startsWith('word/'), 'is a Word document; save its table as .xlsx or CSV'],
  [(name) => name.startsWith('ppt/'), 'is a PowerPoint presentation; save its table as .xlsx or CSV'],
  [(name) => name === 'xl/workbook.bin', 'is a binary workbook (.xlsb); save it as .xlsx'],
];

/** The sheets of a workbook and where their parts are. */
export async function readWorkbook(zip: ZipEntries): Promise<Workbook> {
  const roots = await readRelations(zip, '_rels/.rels', '');
  const main = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const names = [...zip.names()];
  if (!zip.has(main) || !main.endsWith('.xml') || !main.startsWith('xl/')) {
    const other = otherArchives.find(([is]) => names.some(is));
    refuse(
      `“${zip.shown}” ${other?.[1] ?? 'is a zip archive, not an Excel workbook; unpack it and choose the table in it'}.`,
    );
  }
  const relations = await readRelations(
    zip,
    posix.join(posix.dirname(main), '_rels', `${posix.basename(main)}.rels`),
    posix.dirname(main),
  );
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readPart(zip, main, {
    open({ name, attributes }) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const relation = relations.get(idOf(attributes));
      // Charts and dialogues are sheets too, and hold no cells.
      if (relation?.type.endsWith('/worksheet') && zip.has(relation.target))
        sheets.push({
          name: attributes.name ?? '',
          part: relation.target,
          hidden: (attributes.state ?? 'visible') !== 'visible',
        });
    },
  });
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(type))?.target ?? null;
  return {
    sheets,
    date1904,
    sharedStringsPart: partOf('/sharedStrings'),
    stylesPart: partOf('/styles'),
    hasMacros: names.some((name) => name.endsWith('vbaProject.bin')),
  };
}

/** `r:id`, under whatever prefix the file gives that namespace. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key && attributes[key]) || '';
}

async function readRelations(zip: ZipEntries, part: string, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readPart(zip, part, {
    open({ name, attributes }) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      const full = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(attributes.Id ?? '', { type: attributes.Type ?? '', target: full });
    },
  });
  return relations;
}
