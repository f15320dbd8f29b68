import { writeFileSync } from 'node:fs';
import { rulebookMarkdown } from '../shared/domain/rulebook/rulebookMarkdown.ts';
import { inProject } from './paths.mjs';

/** `node build/run.mjs rulebook`: writes RULEBOOK.md anew from the rule data. */
writeFileSync(inProject('shared/domain/rulebook/RULEBOOK.md'), rulebookMarkdown());
