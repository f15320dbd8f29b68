import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { factsWith } from '../fixtures/facts.ts';
import { makePack, scratchFolder } from './packs.ts';

const folder = scratchFolder();

const report = { reference: 'EV-009', title: 'Report with a first page', file: 'report.pdf' };

it.each([
  ['without pictures', []],
  ['beside pictures', [report]],
])(
  'prints every SHA-256 in one piece, the widest too, so that it is found and copied whole: %s',
  async (name, more) => {
    // 4 is the widest sign of any hash, f the narrowest.
    const hashes = ['4'.repeat(64), 'f'.repeat(64), 'e8e4c7c620a387e78cccbdaedfb24f95896780eed780e15fba189497b3942c73'];
    const items = hashes.map((sha256, at) => ({ reference: `EV-00${at + 1}`, title: 'Report', sha256, file: null }));
    const { file, manifestSha256 } = await makePack(folder, name, factsWith({ evidence: [...items, ...more] }));
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text.includes('First page')).toBe(more.length > 0);
    for (const hash of [...hashes, manifestSha256]) expect(text).toContain(hash);
  },
);
