import { countOf } from '../../../shared/domain/foundation/words.ts';
import type { XmlHandlers, XmlTag } from '../xml.ts';
import { createListedTests, outcomeOf } from './listedTests.ts';
import type { ResultCount } from './resultCount.ts';
import type { XmlDialect } from './xmlDialects.ts';

/** Counts the tests of a dialect with an element for each. */
export function createXmlTests(
  dialect: XmlDialect,
  shown: string,
): { readonly handlers: XmlHandlers; readonly result: () => ResultCount } {
  const tests = createListedTests(shown);
  /** The tests that are open, the innermost last, and whether one stands inside. */
  const open: { readonly depth: number; readonly tag: XmlTag; isFrame: boolean }[] = [];
  let name: string | null = null;
  const outside = { surely: 0, unlessTests: 0 };
  return {
    handlers: {
      open(tag, depth) {
        if (depth === 1) name = dialect.nameOf(tag)?.trim() || null;
        const stated = dialect.stated(tag);
        if (stated !== null) tests.state(stated);
        const fails = dialect.failsOutside?.(tag) ?? null;
        if (fails !== null) outside[fails] += 1;
        if (!dialect.tests.has(tag.name)) return;
        const outer = open.at(-1);
        if (outer) outer.isFrame = true;
        open.push({ depth, tag, isFrame: false });
      },
      close(_, depth) {
        const last = open.at(-1);
        if (last?.depth !== depth) return;
        open.pop();
        const word = last.isFrame ? null : dialect.wordOf(last.tag);
        if (word !== null) tests.add(outcomeOf(dialect.words, word, shown, dialect.formatName));
      },
    },
    result: () => {
      const count = tests.result({ formatName: dialect.formatName, name });
      const failures = outside.surely || (count.listed.failed === 0 && outside.unlessTests > 0 ? 1 : 0);
      if (failures === 0) return count;
      const note = `“${shown}” tells of ${countOf(failures, 'failure')} outside of any test; no test stands for that.`;
      return { ...count, notes: [...count.notes, note] };
    },
  };
}
