import { parseSync, Visitor } from 'oxc-parser';

/**
 * @typedef {object} Import
 * @property {string} specifier as written, without a `?query`
 * @property {number} line from 1
 */

/**
 * Every way to reach another module: import, export from, import(), require(), `import x = require()`, types by
 * `import('…')`, and `/// <reference types="…" />`. Type imports count as the others do.
 *
 * @param {string} file its name decides how it is parsed
 * @param {string} source
 * @returns {{ imports: Import[], problems: string[], code: string }} `code` is the source with comments blanked
 */
export function readImports(file, source) {
  const { program, module, comments, errors } = parseSync(file, source);
  /** @type {Import[]} */
  const imports = [];
  const problems = errors.map((error) => `${file} cannot be parsed: ${error.message}`);
  const lineAt = (/** @type {number} */ offset) => source.slice(0, offset).split('\n').length;
  const add = (/** @type {string} */ specifier, /** @type {number} */ offset) =>
    void imports.push({ specifier: specifier.replace(/\?.*$/, ''), line: lineAt(offset) });
  /** @param {any} node a string literal, or something that cannot be checked */
  const addNode = (node) => {
    const text = textOf(node);
    if (text === undefined)
      problems.push(`${file}:${lineAt(node.start)} imports a computed path, which cannot be checked`);
    else add(text, node.start);
  };

  for (const { moduleRequest } of module.staticImports) add(moduleRequest.value, moduleRequest.start);
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) add(moduleRequest.value, moduleRequest.start);
  }
  new Visitor({
    ImportExpression: (node) => addNode(node.source),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0]) {
        addNode(node.arguments[0]);
      }
    },
    TSExternalModuleReference: (node) => addNode(node.expression),
    TSImportType: (node) => addNode(node.source),
  }).visit(program);
  for (const { value, start } of comments) {
    const reference = /^\/\s*<reference\s+(?:types|path)="([^"]+)"/.exec(value)?.[1];
    if (reference) add(reference, start);
  }
  return { imports, problems, code: blankComments(source, comments) };
}

/** @param {any} node */
function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

/**
 * @param {string} source
 * @param {readonly { start: number, end: number }[]} comments
 */
function blankComments(source, comments) {
  let code = source;
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  }
  return code;
}
