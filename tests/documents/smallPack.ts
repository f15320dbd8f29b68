import { factsWith } from '../fixtures/facts.ts';
import { type MadePack, makePack } from './packs.ts';

/** A small pack renders fast, so that many changes can be tried. */
export const smallFacts = factsWith({
  criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'], selfStatus: 'met' }],
  evidence: [
    { reference: 'EV-001', title: 'Report', criteria: ['AC-01'], status: 'accepted', file: 'report.pdf' },
    { reference: 'EV-002', title: 'Table', criteria: ['AC-01'], status: 'accepted', file: 'table.csv' },
    { reference: 'EV-003', title: 'Nothing in it', criteria: ['AC-01'], status: 'accepted', file: 'empty.txt' },
  ],
  views: [
    { body: 'TAG', criterion: 'AC-01', askedOn: '2026-03-01', position: 'supports', on: '2026-04-01', wording: 'Yes.' },
  ],
});

export function makeSmallPack(folder: string): Promise<MadePack> {
  const contentOf = (key: string) =>
    key === 'EV-003@1' ? new Uint8Array(0) : Buffer.from(`Content of ${key} `.repeat(400));
  return makePack(folder, 'small', smallFacts, { contentOf });
}
