import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';

let answer = (): Promise<void> => Promise.resolve();
vi.stubGlobal('navigator', { clipboard: { writeText: () => answer() } });
const told: string[] = [];
vi.mock('../../renderer/stores/notify.tsx', () => ({
  tellDone: (sentence: string) => void told.push(sentence),
  tellError: ({ message }: { message: string }) => void told.push(message),
}));
const { copyText } = await import('../../renderer/stores/copyText.ts');

beforeEach(() => {
  told.length = 0;
});

it('says that a text was copied once the clipboard has it, and not before', async () => {
  let take: () => void = () => undefined;
  answer = () =>
    new Promise((done) => {
      take = done;
    });
  const copying = copyText('x', 'Copied.');
  await Promise.resolve();
  expect(told).toEqual([]);
  take();
  await copying;
  expect(told).toEqual(['Copied.']);
});

it('says that nothing was copied where the system refused', async () => {
  answer = () => Promise.reject(new Error('Write permission denied.'));
  await copyText('x', 'Copied.');
  expect(told).toEqual([expect.stringMatching(/^Nothing was copied:/)]);
});

it('is the only way to the clipboard', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(150);
  const writing = files.filter((name) => readFileSync(`renderer/${name}`, 'utf8').includes('clipboard.write'));
  expect(writing.map((name) => name.replaceAll('\\', '/'))).toEqual(['stores/copyText.ts']);
});
