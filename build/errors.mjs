import { writeFileSync } from 'node:fs';
import { errorsMarkdown } from './errorCatalogue/errorsMarkdown.mjs';
import { inProject } from './paths.mjs';

/** `node build/run.mjs errors`: writes docs/errors.md anew from what the code can tell. */
writeFileSync(inProject('docs/errors.md'), errorsMarkdown());
