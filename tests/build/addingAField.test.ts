import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { FieldFacts } from '../../shared/domain/catalogue/field.ts';

/*
 * What one more field of a criterion takes: its line in `catalogue/criterion.ts`, a migration, and the line that runs it.
 * Both files are replaced here by themselves with the field; everything else is the product as it stands.
 */
const facts: FieldFacts = vi.hoisted(() => ({
  label: 'Internal note',
  owner: 'SECAS',
  publish: { kind: 'withhold', what: 'Its internal note.', why: 'It is for us.', shown: null },
  clone: 'carry',
  control: { type: 'long', span: 12 },
  imported: { type: 'text', required: false, aliases: ['Note to self'] },
}));

vi.mock('../../shared/domain/catalogue/criterion.ts', async (original) => {
  const real = await original<typeof import('../../shared/domain/catalogue/criterion.ts')>();
  const { field } = await import('../../shared/domain/catalogue/field.ts');
  const { kind } = await import('../../shared/domain/catalogue/kind.ts');
  const { text } = await import('../../shared/domain/catalogue/schemas.ts');
  const { schema, path, area, owner, ...told } = real.criterion;
  const fields = { ...told.fields, internalNote: field(text, facts) };
  return { ...real, criterion: kind({ ...told, kept: { path, area, owner }, fields }) };
});

vi.mock('../../electron/store/migrations/migrations.ts', async (original) => {
  const real = await original<typeof import('../../electron/store/migrations/migrations.ts')>();
  const number = real.newestVersion + 1;
  const sql = 'ALTER TABLE criterion ADD COLUMN internal_note TEXT;';
  return { ...real, migrations: [...real.migrations, { number, sql }], newestVersion: number };
});

// The built process that opens bundles knows the product without the field: here its tasks run in this process.
vi.mock(import('../../electron/engine/nodeDisposable.ts'), async (original) => {
  const real = await original();
  const { bundlesHere } = await import('../support/bundlesHere.ts');
  const nodeDisposable: typeof real.nodeDisposable = (entries) => {
    const run = real.nodeDisposable(entries);
    return (job, options) => {
      return job.program === 'exchange' ? bundlesHere(job, options) : run(job, options);
    };
  };
  return { ...real, nodeDisposable };
});

const note = 'Ask again in May.';
const noted = { reference: 'AC-01', text: 'Works', internalNote: note };

describe('one more field', () => {
  it('is stored, edited, exchanged and found sound', async () => {
    const { bothSides, name } = await import('../exchange/sides.ts');
    const { secas, dcc } = await bothSides();
    await secas.edit({ internalNote: note });
    await dcc.take((await secas.send('2.golive')).file);
    expect(await dcc.criterion()).toMatchObject({ internalNote: note });
    const { facts: kept } = await dcc.does('release.open', { release: name, asOf: null });
    expect(kept.criteria).toMatchObject([{ internalNote: note }]);
    expect(await dcc.does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('stands in the window, at the end of its record, and in its table', async () => {
    const { specsOf } = await import('../../renderer/fields/fieldSpecs.ts');
    expect(specsOf('criterion').slice(-2)).toMatchObject([
      { field: 'internalNote', label: 'Internal note', type: 'long', span: 12 },
      { field: 'onBehalf' },
    ]);
    const { columnsOf } = await import('../../shared/domain/tables/columnsOf.ts');
    const column = columnsOf('criterion').find((one) => one.name === 'Internal note');
    expect(column?.of(noted)).toBe(note);
  });

  it('is found in other people’s tables', async () => {
    const { fieldOf, isOwnTable } = await import('../../shared/domain/importing/importKinds.ts');
    expect(fieldOf('criteria', 'internalNote')).toMatchObject({ label: 'Internal note', aliases: ['Note to self'] });
    const { columnsOf } = await import('../../shared/domain/tables/columnsOf.ts');
    const headings = columnsOf('criterion').map((one) => one.name);
    expect(isOwnTable('criteria', headings)).toBe(true);
    expect(
      isOwnTable(
        'criteria',
        headings.filter((one) => one !== 'Internal note'),
      ),
    ).toBe(false);
  });

  it('has an owner, carries over, and goes to the public only as it says', async () => {
    const { ownerOf } = await import('../../shared/domain/roles/ownership.ts');
    expect(ownerOf('criterion', 'internalNote', {})).toBe('SECAS');
    const { carriedFields } = await import('../../shared/domain/catalogue/carried.ts');
    expect(carriedFields('criterion', noted)).toMatchObject({ internalNote: note });
    const { factAnswers } = await import('../../shared/domain/catalogue/answers.ts');
    expect(factAnswers).toMatchObject({ criteria: { internalNote: facts.publish } });
  });
});

describe('the page that tells how a field is added', () => {
  const page = readFileSync('docs/adding.md', 'utf8');
  const section = page.slice(page.indexOf('## A field'), page.indexOf('Where the pack is to print it'));
  const named = [...section.matchAll(/^\d\. `([^`]+)`/gm)].map(([, file]) => file ?? '');

  it('names the files that are replaced here, the migration between them, and no other', () => {
    const own = readFileSync('tests/build/addingAField.test.ts', 'utf8');
    const replaced = [...own.matchAll(/^vi\.mock\('\.\.\/\.\.\/([^']+)'/gm)].map(([, file]) => file ?? '');
    expect(replaced).toHaveLength(2);
    expect(named.filter((file) => !file.includes('<'))).toEqual(replaced);
    expect(named).toHaveLength(3);
    expect(named[1]).toMatch(/^electron\/store\/migrations\/<.*>\.sql$/);
    expect(replaced.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('a question about a field that nobody answers', () => {
  it('does not compile', async () => {
    const { field, partsOf } = await import('../../shared/domain/catalogue/field.ts');
    const { kind } = await import('../../shared/domain/catalogue/kind.ts');
    const { criterion } = await import('../../shared/domain/catalogue/criterion.ts');
    const { label: _label, ...withoutLabel } = facts;
    const { owner: _owner, ...withoutOwner } = facts;
    const { publish: _publish, ...withoutPublish } = facts;
    const { clone: _clone, ...withoutClone } = facts;
    // The types are checked with those of the tests: an error that is expected and missing is an error.
    const open = [
      // @ts-expect-error its label is missing
      field(z.string(), withoutLabel),
      // @ts-expect-error its owner is missing
      field(z.string(), withoutOwner),
      // @ts-expect-error whether it is published is missing
      field(z.string(), withoutPublish),
      // @ts-expect-error whether it carries over is missing
      field(z.string(), withoutClone),
      // @ts-expect-error nothing is said of the part
      partsOf({ part: z.string() }),
      // @ts-expect-error nothing is said of the field
      () => kind({ ...criterion, fields: { plain: z.string() }, key: () => '', unique: [] }),
    ];
    expect(open).toHaveLength(6);
    expect(field(z.string(), facts)).toBeInstanceOf(z.ZodString);
  });
});
