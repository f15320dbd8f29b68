import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * @typedef {object} Declared a constant or a function, and the stretch of the file in which its name is known
 * @property {string} name
 * @property {any} node what it is: the initial value, the function, or `{ type: 'Parameter', owner, index }`
 * @property {number} from
 * @property {number} to
 *
 * @typedef {object} Module
 * @property {string} file relative to the root, with forward slashes
 * @property {any} program
 * @property {readonly Declared[]} declared
 * @property {ReadonlyMap<string, { file: string, name: string }>} imported local name → where it comes from
 * @property {ReadonlyMap<string, any[][]>} calls name of a function → what it is called with in this file
 */

/** @param {string} folder @returns {string[]} */
function listCode(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return listCode(inside);
    return /\.tsx?$/.test(entry.name) ? [inside] : [];
  });
}

/**
 * The code of the app, read once, so that a name can be followed from one file into another.
 *
 * @param {string} root
 * @param {readonly string[]} trees
 * @returns {ReadonlyMap<string, Module>} by file
 */
export function readModules(root, trees) {
  const files = trees.flatMap((tree) => listCode(path.join(root, tree)));
  const relative = files.map((file) => path.relative(root, file).replaceAll(path.sep, '/')).sort();
  return new Map(relative.map((file) => [file, readModule(file, readFileSync(path.join(root, file), 'utf8'))]));
}

/**
 * @param {string} file
 * @param {string} source
 * @returns {Module}
 */
export function readModule(file, source) {
  const { program, module } = parseSync(file, source);
  /** @type {{ from: number, to: number }[]} */
  const blocks = [{ from: program.start, to: program.end }];
  /** @type {{ name: string, node: any, at: number }[]} */
  const found = [];
  const addBlock = (/** @type {any} */ node) => void blocks.push({ from: node.start, to: node.end });
  /** @type {Declared[]} */
  const parameters = [];
  /** @type {Map<string, any[][]>} */
  const calls = new Map();
  const addParameters = (/** @type {string} */ owner, /** @type {any} */ node) => {
    for (const [index, { type, name }] of node.params.entries())
      if (type === 'Identifier')
        parameters.push({ name, node: { type: 'Parameter', owner, index }, from: node.start, to: node.end });
  };
  new Visitor({
    BlockStatement: addBlock,
    ArrowFunctionExpression: addBlock,
    VariableDeclarator: ({ id, init, start }) => {
      if (id.type !== 'Identifier' || !init) return;
      found.push({ name: id.name, node: init, at: start });
      if (init.type === 'ArrowFunctionExpression') addParameters(id.name, init);
    },
    FunctionDeclaration: (node) => {
      if (!node.id) return;
      found.push({ name: node.id.name, node, at: node.start });
      addParameters(node.id.name, node);
    },
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier') calls.set(callee.name, [...(calls.get(callee.name) ?? []), given]);
    },
  }).visit(program);
  const declared = [...parameters, ...found.map(({ name, node, at }) => ({ name, node, ...smallest(blocks, at) }))];
  /** @type {Map<string, { file: string, name: string }>} */
  const imported = new Map();
  for (const { moduleRequest, entries } of module.staticImports) {
    const from = moduleRequest.value;
    if (!from.startsWith('.')) continue;
    const target = path.posix.join(path.posix.dirname(file), from);
    for (const { importName, localName } of entries)
      imported.set(localName.value, { file: target, name: importName.name ?? localName.value });
  }
  return { file, program, declared, imported, calls };
}

/**
 * @param {readonly { from: number, to: number }[]} blocks
 * @param {number} at
 */
function smallest(blocks, at) {
  const around = blocks.filter(({ from, to }) => from <= at && at < to);
  return around.reduce((best, one) => (one.to - one.from < best.to - best.from ? one : best));
}

/**
 * What a name stands for at a place: the innermost constant or function, followed into the file it is imported from.
 *
 * @param {ReadonlyMap<string, Module>} modules
 * @param {Module} module
 * @param {string} name
 * @param {number} at
 * @returns {{ module: Module, node: any } | undefined}
 */
export function follow(modules, module, name, at) {
  const known = module.declared.filter((one) => one.name === name && one.from <= at && at < one.to);
  const own = known.sort((left, right) => left.to - left.from - (right.to - right.from))[0];
  if (own) return { module, node: own.node };
  const from = module.imported.get(name);
  const target = from && modules.get(from.file);
  return target && from ? follow(modules, target, from.name, target.program.start) : undefined;
}
