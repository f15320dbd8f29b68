import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

/** A bundle with a criterion and a file of evidence of a provider, and the desk that it is meant for. */
export async function sent(provider: 'SECAS' | 'DCC' = 'SECAS') {
  const { secas, dcc } = await pair(scratchFolder());
  const file = join(secas.folder, 'evidence.txt');
  mkdirSync(secas.folder, { recursive: true });
  writeFileSync(file, 'All tests passed.\n');
  await secas.does('evidence.add', {
    asOf: null,
    release: secas.release.id,
    file,
    fields: { provider },
  } as never);
  secas.create('criterion', { reference: 'AC-01', text: 'first' });
  const bundle = (await secas.send('1.golive')).file;
  return { secas, dcc, bundle };
}
