import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { readAttachments } from '../../electron/documents/read/readAttachments.ts';
import { factsWith } from '../fixtures/facts.ts';
import { type MadePack, makePack, scratchFolder } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();
const facts = sampleFacts();
let pack: MadePack;
let pages: readonly string[];
let text: string;

beforeAll(async () => {
  pack = await makePack(folder, 'sample', facts);
  pages = await readPages(new Uint8Array(readFileSync(pack.file)));
  text = words(pages.join('\n'));
});

/** Line breaks, special blanks and break marks come and go with the layout. */
function words(printed: string): string {
  return printed.replace(/\u200b/g, '').replace(/\s+/g, ' ');
}

describe('the pack of a rich release', () => {
  it('prints the name, the question and the date in words', () => {
    expect(text).toContain('Should the June 2026 SEC Release go live on Thursday 25 June 2026?');
    expect(words(pages[0] ?? '')).toContain('Illustrative: every fact in this pack is invented');
  });

  it('prints every criterion with its reference and its whole wording', () => {
    for (const criterion of facts.criteria) {
      expect(text).toContain(criterion.reference);
      expect(text).toContain(criterion.text);
    }
  });

  it('prints objections verbatim, the stale view and the missed lead time as sentences', () => {
    const decision = words(pages[1] ?? '');
    expect(decision).toContain('“The TAG does not support go-live without a rehearsed back-out.”');
    expect(decision).toContain('version 2 has not been put to TAG');
    expect(decision).toContain('TAD version 2.0 was published on 27 December 2025, 2 days short of six months');
  });

  it('tells the decision on the second page, and nothing of it on the third', () => {
    expect(words(pages[1] ?? '')).toContain(`Facts manifest SHA-256 ${pack.manifestSha256}`);
    expect(words(pages[2] ?? '')).toContain('Release and dates');
  });

  it('carries the highest classification contained, draft and the page number on every page', () => {
    pages.forEach((page, index) => {
      expect(words(page)).toContain('Classification: TLP:GREEN');
      expect(words(page)).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(words(page)).toContain('Draft');
    });
  });

  it('lists every evidence version with its SHA-256, the withheld one among them', () => {
    expect(text).toContain('EV-004@1');
    expect(text).toContain('Withheld: not in this file');
    const hash = createHash('sha256')
      .update(Buffer.from(evidenceText('EV-003@1')))
      .digest('hex');
    expect(text).toContain(hash);
  });

  it('says that the guidance is a summary of a policy that was not seen, and how to check the file', () => {
    expect(text).toContain('a summary of a SEC Release Management Policy that the makers of this pack have not seen');
    expect(text).toContain('sha256sum manifest.json');
  });

  it('attaches the snapshot, the manifest and each evidence file that is neither withheld nor missing', async () => {
    const { attachments, problems } = await readAttachments(new Uint8Array(readFileSync(pack.file)));
    expect(problems).toEqual([]);
    expect(attachments.map((one) => one.name).sort()).toEqual([
      'EV-001@1 SIT exit report.pdf',
      'EV-002@1 uit-progress.csv',
      'EV-003@1 issues.csv',
      'EV-003@2 issues.csv',
      'EV-005@1 communications.txt',
      'EV-006@1 rehearsal.pdf',
      'manifest.json',
      'snapshot.json',
    ]);
    const first = attachments.find((one) => one.name.startsWith('EV-003@1'));
    expect(first?.ok === true && Buffer.from(first.content).toString()).toBe(evidenceText('EV-003@1'));
    const manifest = attachments.find((one) => one.name === 'manifest.json');
    expect(manifest?.ok === true && createHash('sha256').update(manifest.content).digest('hex')).toBe(
      pack.manifestSha256,
    );
  });

  it('has bookmarks and links whose every destination exists', () => {
    const pdf = readFileSync(pack.file).toString('latin1');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  });
});

describe('packs of other releases', () => {
  it('says of an empty release why each section is empty, on one decision page', async () => {
    const empty = await makePack(folder, 'empty', factsWith());
    const printed = words((await readPages(new Uint8Array(readFileSync(empty.file)))).join('\n'));
    for (const why of [
      'No modification is in scope yet',
      'No acceptance criterion is recorded',
      'No evidence is recorded',
      'No version of the Release Implementation Document is recorded',
      'No version of the TAD is recorded',
      'No body is mapped to a criterion',
      'No risk is recorded',
      'No condition is recorded',
    ]) {
      expect(printed).toContain(why);
    }
  });

  it('prints on a final pack its number, no draft mark, and why it was issued with open blockers', async () => {
    const identity = {
      reference: 'SEC-GL 2026-06 · 3',
      final: true,
      number: 3,
      acceptedBlockers: 'The CSC asked for it on 20 May.',
    };
    const final = await makePack(
      folder,
      'final',
      factsWith({ criteria: [{ reference: 'AC-01', text: 'One', selfStatus: 'notMet' }] }),
      { identity },
    );
    const printed = words((await readPages(new Uint8Array(readFileSync(final.file)))).join('\n'));
    expect(printed).toContain('Final, number 3');
    expect(printed).toContain('Issued with open blockers, because: The CSC asked for it on 20 May.');
    expect(printed).not.toContain('Draft');
  });
});

function evidenceText(key: string): string {
  return `Illustrative content of ${key}\n${`${key};1;2;3;passed\n`.repeat(200)}`;
}
