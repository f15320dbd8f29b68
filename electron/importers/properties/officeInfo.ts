import { readXml } from '../preview/readXml.ts';
import { openParts } from '../preview/zipParts.ts';
import type { Properties } from './properties.ts';

const mostBytes = 1_000_000;

/** The parts of the core properties are of other languages (Dublin Core) than their root. */
const TITLE = '{http://purl.org/dc/elements/1.1/}title';
const MODIFIED = '{http://purl.org/dc/terms/}modified';
const CREATED = '{http://purl.org/dc/terms/}created';

/** The core properties of a Word, Excel or PowerPoint file (ECMA-376, part 2, 11.1). */
export async function officeInfo(file: string): Promise<Properties> {
  const zip = await openParts(file, mostBytes);
  try {
    const core = zip.read('docProps/core.xml');
    if (!core) return { title: null, date: null };
    const found: Record<string, string> = {};
    let current: string | null = null;
    await readXml(core, {
      open: (name) => {
        current = name;
      },
      close: () => {
        current = null;
      },
      text: (text) => {
        if (current && (found[current]?.length ?? 0) < 1000) found[current] = (found[current] ?? '') + text;
      },
    });
    return { title: found[TITLE] ?? null, date: dayOf(found[MODIFIED]) ?? dayOf(found[CREATED]) };
  } finally {
    await zip.close();
  }
}

function dayOf(stamp = ''): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(stamp.trim())?.[0] ?? null;
}
