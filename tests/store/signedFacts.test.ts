import { expect, it } from 'vitest';
import { inTransaction } from '../../electron/store/db.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { dropSignedFactsOf, keepSignedFacts, readSignedFacts } from '../../electron/store/signedFacts.ts';
import { countingStamps } from '../support/stamps.ts';
import { accepted, storeOfVersion6, submitted } from './olderStore.ts';

it('keeps what was signed in a store of an older version, once, until an item in it is taken out for good', () => {
  const { folder } = storeOfVersion6();
  const opened = openStore(folder, countingStamps());
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
  const textOf = (id: string) => JSON.stringify({ evidence: [{ id, title: 'Letter' }] });
  inTransaction(db, (writable) => {
    keepSignedFacts(writable, { sha256: one, releaseId: 'r', text: textOf(accepted) });
    keepSignedFacts(writable, { sha256: one, releaseId: 'r', text: textOf(submitted) });
    keepSignedFacts(writable, { sha256: other, releaseId: 'r', text: textOf(submitted) });
  });
  expect(readSignedFacts(db, one)).toBe(textOf(accepted));
  inTransaction(db, (writable) => dropSignedFactsOf(writable, accepted));
  expect(readSignedFacts(db, one)).toBe(null);
  expect(readSignedFacts(db, other)).toBe(textOf(submitted));
});
