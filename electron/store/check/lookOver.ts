import { verifyAttachments } from '../attachments.ts';
import { keyProblem } from '../keyFile.ts';
import { verifyLedger } from '../ledger.ts';
import type { Store } from '../openStore.ts';
import { checkDatabase } from './checkDatabase.ts';
import { checkFacts } from './checkFacts.ts';
import { checkVersions } from './checkVersions.ts';
import { plainProblem, type StoreProblem } from './problem.ts';

/** All that one store tells of itself: SQLite's own check, the history's chain, every file's hash, its key, facts and schema. */
export async function lookOver({ db, paths }: Pick<Store, 'db' | 'paths'>): Promise<readonly StoreProblem[]> {
  const sentences = [
    ...checkDatabase(db),
    ...verifyLedger(db),
    ...[keyProblem(db)].flatMap((problem) => problem ?? []),
  ];
  const files = await verifyAttachments(db, paths.files);
  return [...sentences.map(plainProblem), ...files, ...checkFacts(db), ...checkVersions(db)];
}
