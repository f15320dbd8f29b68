import { Visitor } from 'oxc-parser';
import { follow } from './modules.mjs';
import { placeholder } from './placeholder.mjs';

/** Followed no further than this: from a failure to the function that words it, and to what that one asks. */
const DEEPEST = 5;

/**
 * @typedef {object} Place where an expression stands
 * @property {ReadonlyMap<string, import('./modules.mjs').Module>} modules
 * @property {import('./modules.mjs').Module} module
 * @property {number} depth
 */

/**
 * The sentences that an expression can be, with `{placeholders}`; none where it only hands on what others said.
 *
 * @param {any} node
 * @param {Place} place
 * @returns {string[]}
 */
export function sentencesOf(node, place) {
  if (!node || place.depth > DEEPEST) return [];
  const again = (/** @type {any} */ inner) => sentencesOf(inner, place);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [templateText(node, place)];
    case 'BinaryExpression':
      return again(node.left).flatMap((left) =>
        [...again(node.right), placeholder(node.right)].slice(0, 1).map((right) => left + right),
      );
    case 'ConditionalExpression':
      return [...again(node.consequent), ...again(node.alternate)];
    case 'LogicalExpression':
      return [...again(node.left), ...again(node.right)];
    case 'AwaitExpression':
      return again(node.argument);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return again(node.expression);
    case 'Identifier':
      return sentencesBehind(node.name, node.start, place);
    case 'MemberExpression':
      return sentencesOfMember(node, place);
    case 'CallExpression':
      return node.callee.type === 'Identifier' ? sentencesBehind(node.callee.name, node.start, place) : [];
    case 'Parameter':
      return (place.module.calls.get(node.owner) ?? []).flatMap((given) => again(given[node.index]));
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return returned(node).flatMap(again);
    default:
      return [];
  }
}

/**
 * @param {string} name
 * @param {number} at
 * @param {Place} place
 */
function sentencesBehind(name, at, { modules, module, depth }) {
  const found = follow(modules, module, name, at);
  return found ? sentencesOf(found.node, { modules, module: found.module, depth: depth + 1 }) : [];
}

/**
 * `sentences.damaged`, `sentences[which]` (any of them), and `keeper.sentence` of what a function gave back.
 *
 * @param {any} node
 * @param {Place} place
 */
function sentencesOfMember(node, place) {
  return objectsOf(node.object, place).flatMap(({ object, inside }) =>
    object.properties
      .filter(
        (/** @type {any} */ one) => one.type === 'Property' && (node.computed || one.key.name === node.property.name),
      )
      .flatMap((/** @type {any} */ one) => sentencesOf(one.value, inside)),
  );
}

/**
 * The objects that are written down where an expression comes from.
 *
 * @param {any} node
 * @param {Place} place
 * @returns {{ object: any, inside: Place }[]}
 */
function objectsOf(node, place) {
  if (!node || place.depth > DEEPEST) return [];
  const held = bare(node);
  const again = (/** @type {any} */ inner) => objectsOf(inner, place);
  switch (held.type) {
    case 'ObjectExpression':
      return [{ object: held, inside: place }];
    case 'ConditionalExpression':
      return [...again(held.consequent), ...again(held.alternate)];
    case 'LogicalExpression':
      return [...again(held.left), ...again(held.right)];
    case 'AwaitExpression':
      return again(held.argument);
    case 'Identifier':
    case 'CallExpression': {
      const name = held.type === 'Identifier' ? held.name : held.callee.name;
      const found = name && follow(place.modules, place.module, name, held.start);
      return found ? objectsOf(found.node, { ...place, module: found.module, depth: place.depth + 1 }) : [];
    }
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return returned(held).flatMap(again);
    default:
      return [];
  }
}

/** @param {any} node @returns {any} */
function bare(node) {
  return /^TS(As|Satisfies|NonNull)Expression$/.test(node.type) ? bare(node.expression) : node;
}

/** @param {any} node @returns {any[]} what a function gives back, but not what functions inside it do */
function returned(node) {
  if (node.body.type !== 'BlockStatement') return [node.body];
  /** @type {any[]} */
  const found = [];
  let inner = 0;
  const enter = () => {
    inner += 1;
  };
  const leave = () => {
    inner -= 1;
  };
  new Visitor({
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    ReturnStatement: (statement) => {
      if (inner === 0) found.push(statement.argument);
    },
  }).visit(/** @type {any} */ ({ type: 'Program', body: node.body.body, start: node.body.start, end: node.body.end }));
  return found;
}

/**
 * @param {any} node
 * @param {Place} place
 */
function templateText(node, place) {
  return node.quasis
    .map((/** @type {any} */ part, /** @type {number} */ index) => {
      const expression = node.expressions[index];
      return part.value.cooked + (expression ? pieceText(expression, place) : '');
    })
    .join('');
}

/**
 * A part of a sentence: its own words where there are any, otherwise what it stands for.
 *
 * @param {any} node
 * @param {Place} place
 */
function pieceText(node, place) {
  if (node.type === 'ConditionalExpression') {
    const either = [...sentencesOf(node.consequent, place), ...sentencesOf(node.alternate, place)];
    const words = [...new Set(either)].filter((one) => one !== '');
    if (words.length > 0) return either.includes('') ? `[${words.join(' / ')}]` : `(${words.join(' / ')})`;
  }
  if (node.type === 'Identifier') {
    const found = follow(place.modules, place.module, node.name, node.start);
    const held = found && bare(found.node);
    if (held?.type === 'Literal') return String(held.value);
  }
  return placeholder(node);
}
