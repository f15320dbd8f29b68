import { parseSync } from 'oxc-parser';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** What reads time off the machine, under whatever name it is kept afterwards. */
const clocks = new Set(['performance', 'PerformanceObserver', 'hrtime', 'cpuUsage', 'uptime', 'timeStamp']);
const sleeps = new Set(['waitForTimeout', 'setConfig']);
const clockModules = /^(node:)?(perf_hooks|timers\/promises)$/;
const clockInText = /performance\.now|Date\.now|hrtime|waitForTimeout|--retry/;
/** Names of what was measured elsewhere, a benchmark's or a fuzzer's own report of itself for one. */
const durations = /(^|[a-z_])(ms|millis|milliseconds|seconds|elapsed|took|durations?|times|slowest|latency)$/i;
const compared = /^toBe(Less|Greater)Than/;
const types = /^TS(Type|Interface)/;

/**
 * Everything in a source by which a test could judge how long something took, or pass only where the machine is quick
 * enough: a clock that is read, a time limit or retry of its own, a sleep, a comparison of a duration. A test that
 * reads no clock has no time to compare, however it goes about it.
 *
 * @returns one line each, `12: reads a clock (performance)`
 */
export function findClocks(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(file, source);
  for (const { message } of errors) found.push(`cannot be parsed: ${message}`);
  visit(program as unknown as Node, null, (node, parent) => {
    for (const what of faultsOf(node, parent)) found.push(`${source.slice(0, node.start).split('\n').length}: ${what}`);
  });
  return found;
}

function visit(node: Node, parent: Node | null, look: (node: Node, parent: Node | null) => void): void {
  if (types.test(node.type)) return;
  look(node, parent);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Node, node, look);
}

function faultsOf(node: Node, parent: Node | null): readonly string[] {
  switch (node.type) {
    case 'Identifier':
      return faultsOfName(node, parent);
    case 'Literal':
      return faultsOfText(String(node.value), parent);
    case 'TemplateElement':
      return faultsOfText((node.value as { readonly raw: string }).raw, parent);
    case 'CallExpression':
      return faultsOfCall(node);
    case 'BinaryExpression':
      return ['<', '<=', '>', '>='].includes(String(node.operator)) && [node.left, node.right].some(isDuration)
        ? ['compares a duration']
        : [];
    default:
      return [];
  }
}

function faultsOfName(node: Node, parent: Node | null): readonly string[] {
  const name = String(node.name);
  const isKey = parent?.type === 'Property' && parent.key === node && parent.value !== node;
  if (clocks.has(name)) return [`reads a clock (${name})`];
  if (sleeps.has(name)) return [`sleeps or sets a limit (${name})`];
  if (name === 'retry') return ['tries again (retry)'];
  if (name === 'timeout' && isKey) return ['has a time limit of its own (timeout)'];
  if (name === 'Date' && !isHarmlessDate(node, parent)) return ['reads a clock (Date)'];
  if (/^set(Timeout|Interval)$/.test(name) && !isTurnOfTheLoop(node, parent)) return [`sleeps (${name})`];
  return [];
}

/** `new Date('2026-05-01')`, `Date.UTC(…)` and `x instanceof Date` say nothing of now. */
function isHarmlessDate(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'NewExpression') return (parent.arguments as unknown[]).length > 0;
  if (parent?.type === 'MemberExpression' && parent.object === node)
    return ['UTC', 'parse', 'prototype'].includes(nameOf(parent.property));
  // A cell's type, as a writer of workbooks wants it named.
  if (parent?.type === 'Property') return nameOf(parent.key) === 'type';
  return parent?.type === 'BinaryExpression' && parent.operator === 'instanceof';
}

/** `setTimeout(work)` only lets go of the thread. */
function isTurnOfTheLoop(node: Node, parent: Node | null): boolean {
  return parent?.type === 'CallExpression' && parent.callee === node && (parent.arguments as unknown[]).length === 1;
}

function faultsOfText(text: string, parent: Node | null): readonly string[] {
  const isModule = parent?.type === 'ImportDeclaration' || parent?.type === 'ImportExpression';
  if (isModule && clockModules.test(text)) return [`reads a clock or sleeps (${text})`];
  if (parent?.type === 'MemberExpression' && clocks.has(text)) return [`reads a clock (${text})`];
  const inText = clockInText.exec(text)?.[0];
  return inText ? [`hands on what reads a clock, sleeps or tries again (${inText})`] : [];
}

function faultsOfCall(node: Node): readonly string[] {
  const { callee, arguments: given } = node as unknown as {
    readonly callee: Node;
    readonly arguments: readonly Node[];
  };
  const name = nameOf(callee);
  const last = given.at(-1);
  const isTest = ['it', 'test'].includes(rootOf(callee)) && last?.type === 'Literal' && typeof last.value === 'number';
  if (isTest && given.length > 2) return ['has a time limit of its own'];
  if (['min', 'max'].includes(name) && given.some(isDuration)) return [`takes the best or worst of several tries`];
  const expected = compared.test(name) ? expectedOf(callee) : undefined;
  return expected && isDuration(expected) ? ['compares a duration'] : [];
}

/** What stands in `expect(…)` before a matcher. */
function expectedOf(callee: Node): Node | undefined {
  let node = callee.object as Node | undefined;
  while (node?.type === 'MemberExpression') node = node.object as Node;
  return node?.type === 'CallExpression' && nameOf(node.callee) === 'expect'
    ? (node.arguments as Node[])[0]
    : undefined;
}

/** `it` of `it.each(…)(…)`. */
function rootOf(node: Node): string {
  if (node.type === 'MemberExpression') return rootOf(node.object as Node);
  return node.type === 'CallExpression' ? rootOf(node.callee as Node) : nameOf(node);
}

function isDuration(node: unknown): boolean {
  const { type, argument } = node as Node;
  return type === 'SpreadElement' ? isDuration(argument) : durations.test(nameOf(node));
}

function nameOf(node: unknown): string {
  const { type, name, property } = node as Node;
  return type === 'MemberExpression' ? nameOf(property) : String(name ?? '');
}
