/**
 * @typedef {object} Rule
 * @property {readonly string[]} selectors one for each comma
 * @property {string} condition the media and container queries around it, `''` for none
 * @property {string} body its declarations, as written
 * @property {number} line from 1
 */

/**
 * The style rules of a sheet. It reads what our own sheets are written in: rules, and rules inside @media and @container.
 *
 * @param {string} source
 * @returns {readonly Rule[]}
 */
export function readSheet(source) {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  /** @type {Rule[]} */
  const rules = [];
  /** @type {string[]} */
  const conditions = [];
  for (const { 0: whole, 1: prelude = '', index } of text.matchAll(/([^{};]*)\{|[^{};]*;|\}/g)) {
    if (whole === '}') conditions.pop();
    if (!whole.endsWith('{')) continue;
    const head = prelude.trim().replace(/\s+/g, ' ');
    conditions.push(head);
    if (head.startsWith('@')) continue;
    const start = index + whole.length;
    rules.push({
      selectors: splitSelectors(head),
      condition: conditions.slice(0, -1).join(' '),
      body: text.slice(start, text.indexOf('}', start)),
      line: text.slice(0, index + whole.indexOf(prelude.trim())).split('\n').length,
    });
  }
  return rules;
}

/**
 * The classes that a module gives to those who import it: all that stand in its selectors, but for those of others,
 * `:global(…)`.
 *
 * @param {readonly Rule[]} rules
 * @returns {string[]} sorted
 */
export function classesOf(rules) {
  const own = rules.flatMap(({ selectors }) => selectors).flatMap((selector) => classesIn(withoutGlobal(selector)));
  return [...new Set(own)].sort();
}

/** @param {string} selector */
export const classesIn = (selector) => [...selector.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name);

/** @param {string} selector */
export const globalsIn = (selector) => [...selector.matchAll(/:global\(([^)]*)\)/g)].map(([, inside = '']) => inside);

/** @param {string} selector */
const withoutGlobal = (selector) => selector.replace(/:global\([^)]*\)/g, '');

/** @param {string} head commas inside brackets part nothing */
function splitSelectors(head) {
  const selectors = [''];
  let depth = 0;
  for (const sign of head) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += sign;
  }
  return selectors.map((selector) => selector.trim());
}
