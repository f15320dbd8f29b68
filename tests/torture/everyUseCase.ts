import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine.ts';
import { nodeDisposable } from '../../electron/engine/nodeDisposable.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { bundlesHere } from '../support/bundlesHere.ts';

/** A use case that was acknowledged: the last entry since, and the files that it wrote out. */
export interface Done {
  readonly name: string;
  readonly entries: number;
  readonly files: readonly string[];
}

const built = (file: string) => join(import.meta.dirname, '../../out/app/main', file);
const programs = { documents: built('render.js'), importers: built('importers.js'), exchange: built('bundles.js') };
const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';
const asOf = calendarDate('2021-10-20');

/** Every use case that writes, each once, on the store in `root/store`; what goes out goes to `root/out`. */
export async function* everyUseCase(root: string): AsyncGenerator<Done> {
  const apart = nodeDisposable(programs);
  const engine = createEngine({
    folder: join(root, 'store'),
    appVersion: '0.0.0-torture',
    createStore: true,
    actor: null,
    // Bundles are opened here, so that what is unpacked is seen; pages are made elsewhere, and seen when they are published.
    runDisposable: (job, options) => (job.program === 'exchange' ? bundlesHere(job, options) : apart(job, options)),
    logBug: (_, error) => {
      throw error;
    },
    today: () => asOf,
  });
  const call = async <Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
    const answer = await engine.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value as OutputOf<Name>;
  };
  const out = (name: string) => join(root, 'out', name);
  const done = (name: string, files: readonly string[] = []): Done => ({
    name,
    entries: engine.revision() ?? 0,
    files,
  });
  try {
    const { id } = await call('release.import', { file: sample, replace: false });
    yield done('release.import');
    const { facts } = await call('release.open', { release, asOf });
    const criterion = facts.criteria[0]?.id ?? '';
    await call('record.edit', { kind: 'criterion', id: criterion, fields: { rationale: 'Looked at again.' }, asOf });
    yield done('record.edit');
    const report = out('report.txt');
    writeFileSync(report, 'All tests passed.');
    const fields = { provider: 'DCC', title: 'Report' };
    const { changes } = await call('evidence.add', { asOf, release, file: report, fields });
    yield done('evidence.add');
    const list = '0199c0de-0000-7000-8000-000000000001';
    const several = ['one', 'two', 'three'].map((title) => {
      const file = out(`${title}.txt`);
      writeFileSync(file, `Report ${title}.`);
      return call('evidence.add', { asOf, release, file, fields: { provider: 'DCC', title }, list });
    });
    await Promise.all(several);
    yield done('evidence.add of a list');
    await call('release.export', { release, out: out('release.json') });
    yield done('release.export', [out('release.json')]);
    const bundle = { release, passphrase: null, to: null, full: true, type: 'changes' } as const;
    await call('bundle.export', { ...bundle, out: out('1.golive') });
    yield done('bundle.export', [out('1.golive')]);
    await call('paper.export', { release, body: 'tag', meeting: asOf, out: out('tag.pdf'), asOf });
    yield done('paper.export', [out('tag.pdf')]);
    await call('pack.export', { release, out: out('final.pdf'), asOf, final: true, acceptBlockers: 'Asked.' });
    yield done('pack.export', [out('final.pdf')]);
    await call('store.backup', { out: out('backup.sqlite') });
    const backedUp = done('store.backup', [out('backup.sqlite')]);
    yield backedUp;
    await call('evidence.purge', { id: changes[0]?.id ?? '', reason: 'Personal data', asOf });
    yield done('evidence.purge');
    const { rulebook, calendar } = await call('settings.get', {});
    await call('settings.save', { rulebook, calendar: { ...calendar, name: 'Ours' } });
    yield done('settings.save');
    await call('release.archive', { release: id, archived: true });
    yield done('release.archive');
    // From here on the store as it was backed up is as good as the one that it takes the place of.
    yield { name: 'the backup', entries: backedUp.entries, files: [] };
    await call('store.restore', { file: out('backup.sqlite') });
    yield done('store.restore');
  } finally {
    engine.close();
  }
}
