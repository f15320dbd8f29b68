import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MethodName } from '../../shared/contract/engineMethods.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { bothSides, createRelease, name as june, side } from '../exchange/sides.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/*
 * `undo NAME` takes back the newest change of a release, whatever use case made it: afterwards the store says what it said
 * before. Which use cases there are is read from their sources, so that none can be forgotten.
 */

const name = 'November 2021 SEC Release';

async function desk() {
  const folder = scratchFolder();
  const one = testEngine(join(folder, 'store'));
  const { id } = await one.does('release.import', { file: sampleFile, replace: false });
  const facts = async () => (await one.does('release.open', { release: id, asOf: null })).facts;
  const file = (what: string) => {
    const path = join(folder, `${what}.txt`);
    writeFileSync(path, what);
    return path;
  };
  /** Every release there is, in the list or out of it, with all it holds. */
  const everything = async () => {
    const listed = await one.does('release.list', {});
    return Promise.all(
      listed.map(async ({ id: release, archived }) => ({
        archived,
        facts: (await one.does('release.open', { release, asOf: null })).facts,
        // A release that is opened tells how many there are, and lists none.
        issues: (await one.does('issues.page', { ...firstIssues, releaseId: release })).total,
      })),
    );
  };
  return { ...one, folder, id, facts, file, everything };
}

const firstIssues = { offset: 0, limit: 1, phase: null, severity: null, open: null, text: '' };

type Desk = Awaited<ReturnType<typeof desk>>;

const slot = slotSchema.parse('2026-06');
const newRelease = { name: 'Another', kind: 'system' as const, slot, adHocReason: null, approvedDate: null };
const ofCriterion = async ({ facts }: Desk, fields: Record<string, unknown>) => ({
  asOf: null,
  kind: 'criterion' as const,
  id: (await facts()).criteria[0]?.id ?? '',
  fields,
});

/** Does it; answers with the name of a release that it changed, where that is not the one of the sample. */
type Deed = (desk: Desk) => Promise<string | undefined>;

const deeds: Partial<Record<MethodName, Deed>> = {
  'record.create': async ({ does, id }) => {
    await does('record.create', { asOf: null, releaseId: id, kind: 'risk', fields: { title: 'A risk' } });
    return undefined;
  },
  'record.edit': async (at) => {
    await at.does('record.edit', await ofCriterion(at, { text: 'Worded anew.' }));
    return undefined;
  },
  'record.remove': async (at) => {
    const { fields: _, ...which } = await ofCriterion(at, {});
    await at.does('record.remove', which);
    return undefined;
  },
  'record.saveMany': async ({ does, id, facts }) => {
    const [first, second] = (await facts()).criteria;
    const saves = [first, second].map((one) => ({
      kind: 'criterion' as const,
      id: one?.id ?? null,
      fields: { text: 'Many.' },
    }));
    await does('record.saveMany', { asOf: null, releaseId: id, saves });
    return undefined;
  },
  'release.create': async ({ does }) => {
    await does('release.create', newRelease);
    return newRelease.name;
  },
  'release.clone': async ({ does, id }) => (await does('release.clone', { release: id, slot })).name,
  'release.import': async ({ does, id, folder }) => {
    const out = join(folder, 'copy.json');
    await does('release.export', { release: id, out });
    const file = JSON.parse(readFileSync(out, 'utf8'));
    file.criteria.pop();
    file.criteria[0].text = 'From the file.';
    writeFileSync(out, JSON.stringify(file));
    await does('release.import', { file: out, replace: true });
    return undefined;
  },
  'release.remove': async ({ does }) => {
    await does('release.remove', { release: name });
    return undefined;
  },
  'release.archive': async ({ does }) => {
    await does('release.archive', { release: name, archived: true });
    return undefined;
  },
  'release.join': async ({ does, id }) => {
    const other = await does('release.create', { ...newRelease, name: 'Both' });
    await does('record.create', { asOf: null, releaseId: other.id, kind: 'risk', fields: { title: 'Theirs' } });
    const join = { release: id, other: other.id, choices: {}, dryRun: false };
    return (await does('release.join', join)).id;
  },
  'import.take': async ({ does, id }) => {
    const rows = ['Issue key\tStatus', ...Array.from({ length: 5 }, (_, at) => `DEF-${at}\tOpen`)];
    const input = { file: null, sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
    const { token } = await does('import.read', { ...input, kind: 'issues', release: id, text: rows.join('\n') });
    await does('import.take', { token, skip: [] });
    return undefined;
  },
  'evidence.add': async ({ does, id, file }) => {
    await does('evidence.add', { asOf: null, release: id, file: file('new'), fields: { criteria: ['AC-01'] } });
    return undefined;
  },
  'evidence.setStatus': async ({ does, id, facts }) => {
    const ids = (await facts()).evidence.slice(0, 3).map((one) => one.id ?? '');
    await does('evidence.setStatus', { asOf: null, releaseId: id, ids, status: 'withdrawn', reason: 'Made anew.' });
    return undefined;
  },
  'evidence.replaceFile': async ({ does, facts, file }) => {
    const item = (await facts()).evidence[0]?.id ?? '';
    await does('evidence.replaceFile', { asOf: null, id: item, file: file('replaced') });
    return undefined;
  },
  'text.recordSent': async ({ does, id }) => {
    const sent = { text: 'newsletter' as const, channel: 'e-mail', on: '2021-10-01' as never, address: null };
    await does('text.recordSent', { asOf: null, releaseId: id, ...sent });
    return undefined;
  },
};

/** What else goes through the one writer, and why it is not among the deeds. */
const others: Partial<Record<MethodName, string>> = {
  'record.undo': 'is a taking back itself',
  'record.undoLast': 'is a taking back itself',
  'profile.save': 'changes nothing of a release',
  'settings.save': 'changes nothing of a release',
  'templates.save': 'changes nothing of a release',
  'store.mend': 'puts right what a damaged file said',
  'evidence.purge': 'is for good (below)',
  'submission.sign': 'needs a key of its own: tests/engine/signatures.test.ts',
  'exchange.settle': 'needs two stores (below)',
  'paper.read': 'needs a filled paper: tests/engine/paperRead.test.ts',
  'pack.comments': 'needs a commented pack: tests/engine/packComments.test.ts',
};

it('knows every use case that writes', () => {
  const folder = join(import.meta.dirname, '../../electron/engine/verbs');
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const source = path.endsWith('.ts') ? readFileSync(join(folder, path), 'utf8') : '';
    const [, method] = /\b(?:storeVerb|verb)\(\s*'([^']+)'/.exec(source) ?? [];
    return method !== undefined && /from '[./]+\/transact\.ts'/.test(source) ? [method] : [];
  });
  expect(writers.length).toBeGreaterThan(20);
  expect([...Object.keys(deeds), ...Object.keys(others)].toSorted()).toEqual(writers.toSorted());
});

describe('the newest change is taken back', () => {
  it.each(Object.entries(deeds))('after %s', async (_method, deed) => {
    const at = await desk();
    const setOut = deed === deeds['release.join'] ? null : await at.everything();
    const changed = await deed(at);
    const done = await at.everything();
    const undone = await at.does('record.undoLast', { asOf: null, release: changed ?? name });
    const after = await at.everything();
    expect(after).not.toEqual(done);
    if (setOut) expect(after).toEqual(setOut);
    expect(undone.records).toBeGreaterThan(0);
  });

  it('after a join: both are there as they were, by the name of either', async () => {
    const at = await desk();
    await at.does('release.create', { ...newRelease, name: 'Both' });
    const [both] = (await at.does('release.list', {})).filter((one) => one.name === 'Both');
    const title = { title: 'Theirs' };
    await at.does('record.create', { asOf: null, releaseId: both?.id ?? '', kind: 'risk', fields: title });
    const before = await at.everything();
    for (const which of ['stays', 'removed'] as const) {
      const joined = await at.does('release.join', {
        release: at.id,
        other: both?.id ?? '',
        choices: {},
        dryRun: false,
      });
      await at.does('record.undoLast', { asOf: null, release: which === 'stays' ? joined.id : joined.removed });
      expect(await at.everything()).toEqual(before);
    }
  });

  it.each([0, 1])('after a join of two that both sides set up, with %i more in the one that goes', async (more) => {
    const folder = scratchFolder();
    const [secas, dcc] = [side('SECAS', join(folder, 'secas')), side('Smart DCC Ltd', join(folder, 'dcc'))];
    const id = await createRelease(secas);
    const { id: other } = await dcc.does('release.create', { ...newRelease, name: june, onBehalf: true });
    const [stays, goes] = id < other ? [id, other] : [other, id];
    await dcc.take((await secas.send('1.golive')).file);
    for (let at = 0; at < more; at += 1)
      await dcc.does('record.create', {
        asOf: null,
        releaseId: goes,
        kind: 'risk',
        fields: { title: `Risk ${at}` },
        onBehalf: true,
      });
    const both = async () =>
      Promise.all(
        [stays, goes].map(async (release) => (await dcc.does('release.open', { release, asOf: null })).facts),
      );
    const before = await both();
    await dcc.does('release.join', { release: stays, other: goes, choices: {}, dryRun: false });
    expect(await dcc.does('release.list', {})).toHaveLength(1);
    await dcc.does('record.undoLast', { asOf: null, release: june });
    expect(await both()).toEqual(before);
    // It was taken back: what comes next is what was done before it, and not the join once more.
    await dcc.does('release.join', { release: stays, other: goes, choices: {}, dryRun: false });
    await dcc.does('record.undoLast', { asOf: null, release: goes });
    expect(await both()).toEqual(before);
  });

  it('after a removal, by its name or its id; once more takes back what came before it', async () => {
    const at = await desk();
    const before = await at.everything();
    for (const called of [name, at.id]) {
      await at.does('release.remove', { release: name });
      await at.does('record.undoLast', { asOf: null, release: called });
      expect(await at.everything()).toEqual(before);
    }
    await at.does('record.undoLast', { asOf: null, release: name });
    expect(await at.everything()).toEqual([]);
  });

  it('counts the records that go back, those of a table one by one', async () => {
    const at = await desk();
    await deeds['import.take']?.(at);
    expect(await at.does('record.undoLast', { asOf: null, release: name })).toMatchObject({ records: 5 });
    await deeds['evidence.setStatus']?.(at);
    expect(await at.does('record.undoLast', { asOf: null, release: name })).toMatchObject({ records: 3 });
  });

  it('passes over a conflict that was settled in favour of what stood, for that changed nothing', async () => {
    const { secas, dcc, id } = await bothSides();
    const fields = { body: 'TAG', criterion: 'AC-01', position: 'supports' };
    await secas.does('record.create', { asOf: null, releaseId: id, kind: 'view', fields });
    await dcc.take((await secas.send('2.golive')).file);
    await secas.take((await dcc.send('2.golive', { type: 'receipt' })).file);
    const view = async (side: typeof dcc) =>
      (await side.does('release.open', { release: id, asOf: null })).facts.views[0];
    const word = async (side: typeof dcc, wording: string) => {
      const which = { asOf: null, kind: 'view' as const, id: (await view(side))?.id ?? '' };
      await side.does('record.edit', { ...which, fields: { wording } });
    };
    await word(secas, 'Content.');
    await word(dcc, 'Content with the tests.');
    await dcc.take((await secas.send('3.golive')).file);
    const [open] = await dcc.does('exchange.conflicts', { releaseId: id });
    const stands = (await view(dcc))?.wording;
    const choice = stands === open?.mine ? 'mine' : 'theirs';
    const which = { releaseId: id, number: open?.number ?? 0, asOf: null };
    expect(await dcc.does('exchange.settle', { ...which, choice })).toMatchObject({ entry: 0, through: 0 });
    expect((await view(dcc))?.wording).toBe(stands);
    expect((await dcc.does('exchange.conflicts', { releaseId: id }))[0]?.isOpen).toBe(false);
    await dcc.does('record.undoLast', { asOf: null, release: id });
    expect((await view(dcc))?.wording).not.toBe(stands);
  });
});

describe('a release that was removed', () => {
  it('comes back by its file, as the file has it, whatever was left of it', async () => {
    const at = await desk();
    const out = join(at.folder, 'release.json');
    await at.does('release.export', { release: at.id, out });
    const exported = await at.facts();
    await at.does('record.edit', await ofCriterion(at, { text: 'After the export.' }));
    await at.does('record.create', { asOf: null, releaseId: at.id, kind: 'risk', fields: { title: 'Later' } });
    await at.does('release.remove', { release: name });
    await at.does('release.import', { file: out, replace: false });
    expect(await at.facts()).toEqual(exported);
    await at.does('record.undoLast', { asOf: null, release: name });
    expect(await at.everything()).toEqual([]);
  });
});
