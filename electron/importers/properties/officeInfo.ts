import { readXml } from '../preview/readXml.ts';
import { openZip } from '../preview/zipParts.ts';
import type { Properties } from './properties.ts';

const mostBytes = 1_000_000;

/** The core properties of a Word, Excel or PowerPoint file (ECMA-376, part 2, 11.1). */
export async function officeInfo(file: string): Promise<Properties> {
  const zip = await openZip(file);
  try {
    const core = await zip.read('docProps/core.xml', mostBytes);
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
    return { title: found.title ?? null, date: dayOf(found.modified) ?? dayOf(found.created) };
  } finally {
    zip.close();
  }
}

function dayOf(stamp = ''): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(stamp.trim())?.[0] ?? null;
}
