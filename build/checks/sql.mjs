import { parseSync, Visitor } from 'oxc-parser';

const STORE = 'electron/store/';
/** The one door to the database; whoever is let through it writes SQL. */
const DOOR = 'electron/store/statement.ts';

/** Beginnings of statements, and of the parts of one that is put together. */
const SQL = [
  /^\s*(\(\s*)?select\b[^.;]*\bfrom\s+[a-z_$]+\s*($|where\b[^.]*[=<>?]|order by|group by|join|limit|union|,|\))/is,
  /\bselect\s+(max|min|count|distinct|1|\*)/i,
  /^\s*(insert|replace)\s+(or\s+\w+\s+)?into\s+\S+\s*(\(|values|select|$)/i,
  /^\s*update\s+\S+\s+set\s+\S+\s*=/i,
  /^\s*delete\s+from\s+\S+\s*($|where)/i,
  /^\s*(create|drop|alter)\s+(temp(orary)?\s+)?(table|index|trigger|view|virtual table)\s+(if\b|\w+\s*(\(|on\b|as\b|add\b|drop\b|rename\b|$))/i,
  /^\s*(pragma|vacuum|begin (exclusive|immediate)|attach database)\b/i,
];
const METHODS = new Set(['prepare', 'pragma']);

/**
 * Where a file outside the store holds SQL: text that reads as a statement, or a call that only a connection has.
 *
 * @param {string} file relative to the root, with forward slashes
 * @param {string} source
 * @returns {string[]} one sentence for each place
 */
export function findSql(file, source) {
  if (file.startsWith(STORE)) return [];
  const { program } = parseSync(file, source);
  /** @type {string[]} */
  const problems = [];
  const tell = (/** @type {number} */ offset, /** @type {string} */ what) =>
    void problems.push(`${file}:${source.slice(0, offset).split('\n').length} ${what}: SQL stands in ${STORE} only`);
  const judge = (/** @type {string} */ text, /** @type {number} */ offset) => {
    if (SQL.some((pattern) => pattern.test(text))) tell(offset, 'holds SQL');
  };
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') judge(node.value, node.start);
    },
    TemplateLiteral: (node) => judge(node.quasis.map(({ value }) => value.raw).join('$'), node.start),
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (METHODS.has(callee.property.name)) tell(node.start, `calls ${callee.property.name}()`);
    },
  }).visit(program);
  return problems;
}

/**
 * Why a file may not import the door to the database; undefined where it may, or imports something else.
 *
 * @param {string} file
 * @param {string | undefined} target relative to the root
 */
export function judgeDoor(file, target) {
  return target === DOOR && !file.startsWith(STORE)
    ? `imports ${DOOR}, which is the store's own: SQL stands in ${STORE} only`
    : undefined;
}
