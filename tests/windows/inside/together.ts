/**
 * Runs on Windows: several engines, each in a process of its own, write into one store at once. Arguments: the built
 * engine, the store's folder. Prints what was acknowledged and what is left as JSON.
 */
import { engineOf } from './engineOf.ts';

const [built = '', folder = ''] = process.argv.slice(2);
const EDITS = 30;

interface Opened {
  readonly facts: { readonly criteria: readonly { readonly id: string; readonly text: string }[] };
}

const engines = [engineOf(built, folder), engineOf(built, folder), engineOf(built, folder)];
const problems: string[] = [];
const texts = await Promise.all(
  engines.map(async (engine, number) => {
    const [release] = await engine.call<readonly { name: string }[]>('release.list', {});
    const { facts } = await engine.call<Opened>('release.open', { release: release?.name, asOf: null });
    const id = facts.criteria[number]?.id ?? '';
    let last = '';
    for (let edit = 1; edit <= EDITS; edit += 1) {
      const text = `Engine ${number}, edit ${edit}`;
      const input = { kind: 'criterion', id, fields: { text }, asOf: null };
      await engine.call('record.edit', input).then(
        () => {
          last = text;
        },
        (error: unknown) => problems.push(String(error)),
      );
    }
    return { id, text: last };
  }),
);
await Promise.all(engines.map((engine) => engine.end()));
const after = engineOf(built, folder);
const [release] = await after.call<readonly { name: string }[]>('release.list', {});
const { facts } = await after.call<Opened>('release.open', { release: release?.name, asOf: null });
for (const { id, text } of texts) {
  const found = facts.criteria.find((criterion) => criterion.id === id)?.text;
  if (found !== text) problems.push(`“${text}” was acknowledged, and “${found}” stands there`);
}
const check = await after.call<{ problems: readonly { sentence: string }[] }>('store.check', {});
problems.push(...check.problems.map(({ sentence }) => sentence));
await after.end();
process.stdout.write(JSON.stringify({ edits: engines.length * EDITS, problems }));
