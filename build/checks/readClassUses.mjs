import { parseSync, Visitor } from 'oxc-parser';

/**
 * @typedef {object} ClassUses
 * @property {readonly string[]} sheets every style sheet that is imported, as written
 * @property {ReadonlyMap<string, ReadonlySet<string>>} classes the module as written → the classes that are taken from it
 * @property {readonly string[]} problems
 */

/**
 * What a module of code takes from style sheets. Classes are named one by one, `styles.head`: only so can anybody find
 * who uses one.
 *
 * @param {string} file its name decides how it is parsed
 * @param {string} source
 * @returns {ClassUses}
 */
export function readClassUses(file, source) {
  const { program, module } = parseSync(file, source);
  const lineAt = (/** @type {number} */ offset) => source.slice(0, offset).split('\n').length;
  /** @type {string[]} */
  const sheets = [];
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, string>} */
  const locals = new Map();
  /** @type {Map<string, Set<string>>} */
  const classes = new Map();
  for (const { moduleRequest, entries } of module.staticImports) {
    if (!moduleRequest.value.endsWith('.css')) continue;
    sheets.push(moduleRequest.value);
    for (const { localName } of entries) locals.set(localName.value, moduleRequest.value);
  }
  /** @param {any} value what a class name is made of: nothing in it may be written out */
  const refuseWrittenOut = (value) => {
    for (const text of textsIn(value)) {
      problems.push(`${file}:${lineAt(value.start)} writes out the class «${text}»: take it from a module`);
    }
  };
  new Visitor({
    MemberExpression: (node) => {
      const sheet = node.object.type === 'Identifier' ? locals.get(node.object.name) : undefined;
      if (sheet === undefined) return;
      if (node.computed || node.property.type !== 'Identifier') {
        problems.push(`${file}:${lineAt(node.start)} computes the class it takes from ${sheet}: name it`);
      } else classes.set(sheet, (classes.get(sheet) ?? new Set()).add(node.property.name));
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && /^classNames?$/.test(node.name.name)) refuseWrittenOut(node.value);
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && node.key.name === 'className') refuseWrittenOut(node.value);
    },
  }).visit(program);
  return { sheets, classes, problems };
}

/**
 * The words in an expression of class names: of its literals and the fixed parts of its templates, but not of the
 * conditions that choose between them.
 *
 * @param {any} node
 * @returns {string[]}
 */
function textsIn(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value.trim() !== '' ? [node.value.trim()] : [];
    case 'TemplateLiteral':
      return [
        ...node.quasis.map((/** @type {any} */ quasi) => quasi.value.cooked.trim()),
        ...node.expressions.flatMap(textsIn),
      ].filter(Boolean);
    case 'JSXExpressionContainer':
      return textsIn(node.expression);
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case 'LogicalExpression':
      return [...textsIn(node.left), ...textsIn(node.right)];
    case 'ObjectExpression':
      return node.properties.flatMap((/** @type {any} */ property) => textsIn(property.value));
    default:
      return [];
  }
}
