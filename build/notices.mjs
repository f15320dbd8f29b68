/** `node build/run.mjs notices`: writes THIRD_PARTY_NOTICES.md anew from what ships. */
import { writeFileSync } from 'node:fs';
import { collectNotices, noticesMarkdown } from './notices/notices.mjs';
import { inProject } from './paths.mjs';

writeFileSync(inProject('THIRD_PARTY_NOTICES.md'), noticesMarkdown(collectNotices()));
process.stdout.write('THIRD_PARTY_NOTICES.md\n');
