import { createHash } from 'node:crypto';
import { linesOf, putTogether, takeApart } from '../exchange/craft.ts';

const uuid = (at: number) => `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
const many = (count: number, line: (at: number) => string) =>
  Buffer.from(`${Array.from({ length: count }, (_, at) => line(at)).join('\n')}\n`);

/**
 * Makes a bundle over into one of few megabytes that keeps whoever opens it busy for long: as many records and entries as
 * are let through, and thousands of files.
 */
export async function slowDown(file: string): Promise<void> {
  const craft = await takeApart(file);
  const record = linesOf(craft.parts.get('changes.ndjson')).find(({ kind }) => kind === 'criterion') ?? {};
  const [stamp = []] = record.stamps as unknown[][];
  const stamps = Array.from({ length: 10 }, (_, at) => stamp.with(1, at + 1));
  const values = { reference: 'AC-01', text: 'All tests passed.', owner: 'DCC' };
  const text = JSON.stringify({ ...record, stamps, values, life: [[0, true, null]], base: 0, fields: {}, id: '@' });
  craft.parts.set(
    'changes.ndjson',
    many(100_000, (at) => text.replace('@', uuid(at))),
  );
  const [entry] = linesOf(craft.parts.get('history.ndjson'));
  const told = JSON.stringify({ ...entry, changes: [], seq: '@' });
  craft.parts.set(
    'history.ndjson',
    many(200_000, (at) => told.replace('"@"', String(at + 1))),
  );
  for (let at = 0; at < 15_000; at += 1) {
    const content = Buffer.from(`Nobody’s file ${at}.`);
    craft.parts.set(`files/${createHash('sha256').update(content).digest('hex')}`, content);
  }
  await putTogether(file, craft);
}
