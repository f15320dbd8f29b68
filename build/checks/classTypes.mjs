import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';
import { classesOf, readSheet } from './readSheet.mjs';

/** Beside `renderer` for TypeScript (`rootDirs`), so that `./X.module.css` finds its types there. */
const PLACE = 'out/classes';

/** Writes, for every CSS module, which classes it has: code that names another does not compile. */
export function writeClassTypes() {
  rmSync(inProject(PLACE), { recursive: true, force: true });
  for (const file of readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.module.css')) continue;
    const classes = classesOf(readSheet(readFileSync(inProject('renderer', file), 'utf8')));
    const types = inProject(PLACE, file.replace(/\.css$/, '.d.css.ts'));
    mkdirSync(path.dirname(types), { recursive: true });
    writeFileSync(
      types,
      `declare const classes: { ${classes.map((name) => `readonly ${name}: string`).join('; ')} };\nexport default classes;\n`,
    );
  }
}
