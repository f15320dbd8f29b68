import { errorKinds } from '../../shared/domain/foundation/appError.ts';
import { projectRoot } from '../paths.mjs';
import { findErrors } from './findErrors.mjs';
import { readModules } from './modules.mjs';

const VERBS = 'electron/engine/verbs/';
/** As the command line ends (`electron/cli/terminal.ts`). */
const EXIT_CODES = { notInOrder: 1, usage: 2, refused: 3, store: 4 };

/** What stands in `docs/errors.md`: every kind of failure, and every sentence that the code can tell. */
export function errorsMarkdown() {
  const modules = readModules(projectRoot, ['electron', 'renderer', 'shared']);
  const errors = findErrors(modules, new Set(Object.keys(errorKinds)));
  const ofVerbs = errors.filter(({ file }) => file.startsWith(VERBS));
  const others = errors.filter(({ file }) => !file.startsWith(VERBS));
  return [
    '# What can go wrong',
    '',
    '*Written by `node build/run.mjs errors` from the code; do not edit it by hand.*',
    '',
    'An expected failure is a value `{ kind, message, where }`, never an exception: the kind decides the exit code of the command line and what the window offers, the message is the one sentence that the person reads, and `where` names the place in what they gave. With `--json` the command line prints all three.',
    '',
    '| Kind | What it means | Exit code | Sentences |',
    '|---|---|---|---|',
    ...Object.entries(errorKinds).map(
      ([kind, { meaning, ends }]) =>
        `| \`${kind}\` | ${meaning} | ${EXIT_CODES[ends]} | ${errors.filter((one) => one.kind === kind).length} |`,
    ),
    '',
    `${errors.length} sentences. \`{words}\` stand for what is put in, \`(one / other)\` for either, \`[words]\` for what may be left out. A failure that hands on another one's sentence is named where that one arises. What a value may not be (\`is not a SHA-256; …\`) stands with the field in \`shared/domain/catalogue/\`.`,
    '',
    '## By method',
    '',
    ...section(ofVerbs, ({ file }) => file.slice(VERBS.length, -'.ts'.length).replace('/', '.')),
    '## Beneath the methods',
    '',
    ...section(others, ({ file }) => file),
  ].join('\n');
}

/**
 * @param {readonly import('./findErrors.mjs').FoundError[]} errors
 * @param {(error: import('./findErrors.mjs').FoundError) => string} headOf
 */
function section(errors, headOf) {
  const groups = Map.groupBy(errors, headOf);
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([head, own]) => [
      `### \`${head}\``,
      '',
      ...own.map(({ kind, sentence }) => `- \`${kind}\`: ${sentence.replaceAll('\n', ' ')}`),
      '',
    ]);
}
