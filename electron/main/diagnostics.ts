import { basename } from 'node:path';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';

/** What the text is made from: numbers, instants and words of the app's own. Nothing that somebody typed comes in. */
export interface DiagnosticFacts {
  /** By name: app, Electron, Node and so on. */
  readonly versions: Readonly<Record<string, string>>;
  /** Null: the store did not answer. */
  readonly store: OutputOf<'store.diagnostics'> | null;
  readonly log: readonly LogLine[];
}

/** One failure in the log: where in the app's own code, never with which words. */
export interface LogLine {
  readonly at: string;
  readonly id: string;
  readonly kind: string;
  readonly places: readonly string[];
}

const mostLines = 30;
const mostPlaces = 4;
const entry = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d+\] \[error\]\s+\[([0-9a-f]{8}|upkeep)\] (.*)$/;

/**
 * The failures of a log, newest last. An error's message may hold what somebody typed, or where a file of theirs lies: of
 * each only its kind is taken, and the lines of code in files of the app's own (`ownFiles`, by name).
 */
export function readLogLines(text: string, ownFiles: ReadonlySet<string>): readonly LogLine[] {
  const lines: LogLine[] = [];
  for (const line of text.split(/\r?\n/)) {
    const begun = entry.exec(line);
    if (begun) {
      const [, at = '', id = '', said = ''] = begun;
      lines.push({ at, id, kind: /^(\w{1,40}Error)(:|$)/.exec(said)?.[1] ?? 'Failure', places: [] });
      continue;
    }
    const last = lines.at(-1);
    const place = /^\s+at .*?([^\s()]+):(\d+):(\d+)\)?$/.exec(line);
    const name = basename((place?.[1] ?? '').replaceAll('\\', '/'));
    if (!last || !place || !ownFiles.has(name) || last.places.length >= mostPlaces) continue;
    lines[lines.length - 1] = { ...last, places: [...last.places, `${name}:${place[2]}:${place[3]}`] };
  }
  return lines.slice(-mostLines).map((line) => ({ ...line, kind: knownKinds.has(line.kind) ? line.kind : 'Failure' }));
}

/** Kinds that the language, Node and the libraries give; a word that only looks like one is not repeated. */
const knownKinds = new Set([
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'AggregateError'],
  ...['SystemError', 'AssertionError', 'AbortError', 'ZodError', 'SqliteError', 'DamagedText'],
]);

/** What a person can send to whoever helps them: plain text, that says itself what is not in it. */
export function diagnosticsText({ versions, store, log }: DiagnosticFacts): string {
  const lines = (title: string, rows: readonly string[]) => [title, ...rows.map((row) => `  ${row}`), ''];
  return [
    'SEC Go-Live diagnostics',
    'Versions, counts and lines of the app’s own code. No text, name or path of yours is in it.',
    '',
    ...lines(
      'Versions',
      Object.entries(versions).map(([name, version]) => `${name} ${version}`),
    ),
    ...lines('Store', store ? storeRows(store) : ['it did not answer']),
    ...lines(
      `Failures in the log, newest last: ${log.length}`,
      log.map(
        ({ at, id, kind, places }) => `${at} ${id} ${kind}${places.length > 0 ? ` at ${places.join(', ')}` : ''}`,
      ),
    ),
  ].join('\n');
}

function storeRows(store: OutputOf<'store.diagnostics'>): readonly string[] {
  const { health } = store;
  const { elsewhere } = health;
  const state = (at: string | undefined, problems: number | undefined) =>
    at === undefined ? 'never' : `${at}, problems: ${problems}`;
  return [
    `version ${store.version}, ${store.readOnly ? 'to read only' : 'can be changed'}`,
    `entries in the history: ${store.entries}, files: ${store.files} of ${store.fileBytes} bytes, database of ${store.databaseBytes} bytes`,
    `releases: ${store.releases}, ${Object.entries(store.records)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `free on its disk: ${health.freeBytes} bytes`,
    `full check: ${state(health.lastCheck?.at, health.lastCheck?.problems)}`,
    `whole backup: ${state(health.lastBackup?.at, health.lastBackup?.lost)}`,
    `copy in its folder: ${health.lastCopy?.at ?? 'never'}`,
    `second folder: ${elsewhere === null ? 'none' : state(elsewhere.at ?? undefined, elsewhere.lost)}${elsewhere?.failed ? ', failing' : ''}`,
    `restore tried out: ${elsewhere === null ? 'never' : state(elsewhere.testedAt ?? undefined, elsewhere.testProblems)}`,
  ];
}
