import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../electron/importers/readImport.ts';
import { writeTable } from '../../electron/importers/tables/writeTable.ts';
import { type ImportKind, importKindSpecs, importKinds } from '../../shared/domain/importing/importKinds.ts';
import { checkCounts } from '../../shared/domain/importing/rowChecks.ts';
import { canonicalFacts, recordsOf } from '../../shared/domain/records/canonical.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { type TableName, tableOf } from '../../shared/domain/tables/tableOf.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

const tableFor: Readonly<Record<ImportKind, TableName>> = {
  results: 'phases',
  issues: 'issues',
  scope: 'modifications',
  criteria: 'criteria',
  views: 'views',
};

/** What people type into spreadsheets' cells: signs of formulas, quotation marks, lists in one cell, words for nothing. */
const awkward = [
  '=1+1',
  ' =1+1',
  '\n@x',
  "'=x",
  "''-x",
  '＝1',
  '\t-tab',
  '\rx',
  'a\r\nb',
  'sep=;',
  '"quoted" ,',
  'a; b',
  'None',
  'TBC',
  'n/a',
  'mp080',
  'MP080 / MP081',
  '8/15/2025',
  '_x000D_',
  'x\u0001y',
  ' blanks ',
  'Operations Group',
];
const anyText = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 30 }))
  // No database text and no cell of a spreadsheet holds a NUL.
  .map((text) => text.replaceAll('\0', '').toWellFormed());

/** Facts whose texts were replaced by awkward ones, record by record. */
function withTexts(facts: ReleaseFacts, texts: readonly string[]): ReleaseFacts {
  let at = 0;
  const next = () => texts[at++ % texts.length] as string;
  const replaced = <Item extends object>(items: readonly Item[], names: readonly string[]): Item[] =>
    items.map((item) => ({
      ...item,
      ...Object.fromEntries(
        names.filter((name) => (item as Record<string, unknown>)[name] != null).map((name) => [name, next()]),
      ),
    }));
  return {
    ...facts,
    modifications: replaced(facts.modifications, ['title', 'removalReason']),
    testPhases: replaced(facts.testPhases, ['exitReport', 'workOffPlan']),
    testIssues: replaced(facts.testIssues, ['title', 'phase', 'workaround']),
    criteria: replaced(facts.criteria, ['text', 'owner', 'family', 'rationale', 'bodiesReason']).map((one) => ({
      ...one,
      bodies: one.bodies?.map(next) ?? null,
      needs: one.needs ? { ...one.needs, kinds: one.needs.kinds?.map(next) ?? null } : null,
    })),
    views: replaced(facts.views, ['wording', 'answer', 'meeting', 'paper']),
  };
}

/** The first record of each key: two records of one name are one too many for any table; '' is no statement. */
function distinct(facts: ReleaseFacts, kind: ImportKind): readonly Record<string, unknown>[] {
  const { record, key } = importKindSpecs[kind];
  const seen = new Set<string>();
  return recordsOf(canonicalFacts(facts), record).filter((item) => {
    const id = JSON.stringify(key.map((name) => item[name] || null)).toLowerCase();
    return !seen.has(id) && seen.add(id);
  }) as Record<string, unknown>[];
}

/** What a row can say of a record: the stated fields that an import of the kind knows; '' is no statement. */
function statedFields(item: Readonly<Record<string, unknown>>, kind: ImportKind): Record<string, unknown> {
  const stated: Record<string, unknown> = {};
  for (const { field } of importKindSpecs[kind].fields) {
    const [outer = '', inner] = field.split('.');
    const value =
      inner === undefined ? item[outer] : (item[outer] as Record<string, unknown> | null | undefined)?.[inner];
    if (value === null || value === undefined || value === '') continue;
    // Evidence that a body saw is named in a table, and its SHA-256 left out.
    if (field === 'saw')
      stated.saw = (value as { evidence: string }[]).map(({ evidence }) => ({ evidence, sha256: null }));
    else if (inner === undefined) stated[outer] = value;
    else stated[outer] = { ...(stated[outer] as object), [inner]: value };
  }
  return stated;
}

describe('a table that is exported and imported again gives the same facts, whatever they are', () => {
  for (const format of ['csv', 'xlsx'] as const)
    it.each(importKinds)(`%s, as ${format}`, async (kind) => {
      const folder = scratchFolder();
      const one = async (raw: ReleaseFacts, texts: readonly string[]) => {
        const { record } = importKindSpecs[kind];
        const made = withTexts(raw, texts);
        // Counts of a phase that cannot all be true are refused in a sentence, also where the store holds them.
        const items = distinct(made, kind)
          .filter((item) => kind !== 'results' || checkCounts(item).length === 0)
          .filter((item) =>
            importKindSpecs[kind].fields.every(({ required, field }) => !required || (item[field] ?? '') !== ''),
          );
        const names = {
          testPhase: 'testPhases',
          testIssue: 'testIssues',
          modification: 'modifications',
          criterion: 'criteria',
          view: 'views',
        } as const;
        const facts = { ...made, [names[record as keyof typeof names]]: items } as ReleaseFacts;
        const table = tableOf(tableFor[kind], {
          facts,
          readiness: null as never,
          coverage: null as never,
          sufficiency: [],
        });
        const file = join(folder, `table.${format}`);
        const out = join(folder, 'rows.ndjson');
        await writeTable({ table, out: file, format }, () => {});
        const read = await readImport(
          { source: { file }, name: 'table', kind, sheet: null, mapping: null, valueMaps: {}, defaults: {}, out },
          () => {},
        );
        if (!read.ok) throw new Error(read.error.message);
        expect(read.value.problems).toEqual([]);
        expect(read.value.questions).toEqual([]);
        const rows = readFileSync(out, 'utf8').split('\n').filter(Boolean);
        expect(rows.map((line) => (JSON.parse(line) as { fields: unknown }).fields)).toEqual(
          recordsOf(canonicalFacts(facts), record).map((item) => statedFields(item as never, kind)),
        );
      };
      await fc.assert(
        fc.asyncProperty(
          anySnapshot.map(({ facts }) => facts),
          fc.array(anyText, { minLength: 8, maxLength: 20 }),
          one,
        ),
        {
          numRuns: format === 'csv' ? 20 : 6,
        },
      );
    });
});
