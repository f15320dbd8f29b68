import { Visitor } from 'oxc-parser';
import { sentencesOf } from './sentences.mjs';

/**
 * @typedef {object} FoundError
 * @property {string} kind
 * @property {string} sentence with `{placeholders}`
 * @property {string} file
 */

/** Who is given a kind first and a sentence second. */
const WITH_KIND = new Set(['fail', 'appError']);
/** Thrown deep inside a reader, and turned into a refusal of the whole input at its edge (`refusal.ts`). */
const REFUSALS = new Set(['refuse', 'Refusal', 'BundleRefusal']);

/**
 * Every failure that the code tells: by `fail` and `appError`, by a refusal of what was read, or as a value.
 *
 * @param {ReadonlyMap<string, import('./modules.mjs').Module>} modules
 * @param {ReadonlySet<string>} kinds
 * @returns {FoundError[]} sorted, each once
 */
export function findErrors(modules, kinds) {
  /** @type {Map<string, FoundError>} */
  const found = new Map();
  for (const module of modules.values()) {
    const place = { modules, module, depth: 0 };
    const add = (/** @type {readonly string[]} */ told, /** @type {any} */ message) => {
      for (const kind of told.filter((one) => kinds.has(one)))
        for (const sentence of sentencesOf(message, place).filter(isSentence))
          found.set(`${module.file} ${kind} ${sentence}`, { kind, sentence, file: module.file });
    };
    const refused = (/** @type {any} */ node) => {
      const { name } = node.callee;
      const isOfReaders = module.imported.get(name)?.file.endsWith('/refusal.ts');
      if (REFUSALS.has(name) && isOfReaders) add(['invalidInput'], node.arguments.at(-1));
    };
    new Visitor({
      CallExpression: (node) => {
        const [kind, message] = node.arguments;
        if (node.callee.type !== 'Identifier') return;
        if (WITH_KIND.has(node.callee.name)) add(sentencesOf(kind, place), message);
        else refused(node);
      },
      NewExpression: refused,
      ObjectExpression: (node) => {
        const value = (/** @type {string} */ name) =>
          node.properties.flatMap((one) => (one.type === 'Property' && nameOf(one.key) === name ? [one.value] : []))[0];
        const [kind, message] = [value('kind'), value('message')];
        if (kind?.type === 'Literal' && message) add([String(kind.value)], message);
      },
    }).visit(module.program);
  }
  return [...found.values()].sort((left, right) => compare(left, right));
}

/** @param {any} key */
const nameOf = (key) => (key.type === 'Identifier' ? key.name : undefined);

/** A word alone (a kind, a name) is no sentence that anybody is told. @param {string} text */
const isSentence = (text) => /\S \S/.test(text);

/** @param {FoundError} left @param {FoundError} right */
function compare(left, right) {
  const [one, other] = [left, right].map(({ file, kind, sentence }) => `${file}\0${kind}\0${sentence}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
