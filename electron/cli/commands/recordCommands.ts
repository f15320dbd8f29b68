import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds, type RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

/** One record at a time from a script, and the last change back. */
export function addRecordCommands(program: Command, session: Session): void {
  program
    .command('record')
    .description('change single records')
    .command('edit')
    .argument('<release>', 'the release')
    .argument('<kind:key>', 'the record, such as criterion:AC-01; release: for the release itself')
    .argument('<field=value...>', 'a value, or JSON for a number, a list, yes or no (true, false) and nothing (null)')
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('write fields of one record')
    .action((release: string, record: string, pairs: string[], { onBehalf }: { onBehalf: boolean }) =>
      session.run({}, async (terminal, engine) => {
        const fields = readFields(pairs);
        if (!fields.ok) return reportError(terminal, fields.error);
        const opened = await engine.call('release.open', { release, asOf: null });
        if (!opened.ok) return reportError(terminal, opened.error);
        const { id: releaseId, facts } = opened.value as OutputOf<'release.open'>;
        const found = await findRecord(record, releaseId, facts, async (text) => {
          const page = { releaseId, offset: 0, limit: 1000, phase: null, severity: null, open: null, text };
          const issues = await engine.call('issues.page', page);
          return issues.ok ? (issues.value as OutputOf<'issues.page'>).issues : [];
        });
        if (!found.ok) return reportError(terminal, found.error);
        const input = { asOf: null, ...found.value, fields: fields.value, onBehalf };
        return runCommand(terminal, engine, 'record.edit', input, (done) => [
          done.entry === 0
            ? `${record} stands so already.`
            : `Changed ${record}: ${Object.keys(fields.value).join(', ')}.`,
        ]);
      }),
    );

  program
    .command('undo')
    .argument('<release>', 'the release')
    .description('take back the newest change of a release; once more, the one before it')
    .action((release: string) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'record.undoLast', { release, asOf: null }, (done) => [
          `Took back the last change: ${countOf(done.records, 'record')}.`,
        ]),
      ),
    );
}

/** `FIELD=VALUE`; the first sign parts them. What reads as JSON is taken as it, anything else as text. */
function readFields(pairs: readonly string[]): Result<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const pair of pairs) {
    const sign = pair.indexOf('=');
    if (sign <= 0) return fail('usage', `“${pair}” is not a field and its value; write FIELD=VALUE.`, pair);
    const text = pair.slice(sign + 1);
    fields[pair.slice(0, sign)] = readValue(text);
  }
  return ok(fields);
}

function readValue(text: string): unknown {
  if (!/^(?:null|true|false|-?\d+(?:\.\d+)?|[[{"].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type StoredFields = Readonly<Record<string, unknown>>;

async function findRecord(
  name: string,
  releaseId: string,
  facts: ReleaseFacts,
  findIssues: (text: string) => Promise<readonly StoredFields[]>,
): Promise<Result<{ readonly kind: RecordKind; readonly id: string }>> {
  const colon = name.indexOf(':');
  const kind = colon > 0 ? name.slice(0, colon) : name;
  const key = colon > 0 ? name.slice(colon + 1) : '';
  if (kind === 'release') return ok({ kind, id: releaseId });
  if (!(listKinds as readonly string[]).includes(kind))
    return fail('usage', `“${kind}” is no kind of record; there are release, ${listKinds.join(', ')}.`, name);
  const of = kind as ListKind;
  // The opened release leaves its test issues to be asked for; there may be a hundred thousand.
  const records = of === 'testIssue' ? await findIssues(key) : recordsOf(facts, of);
  const fitting = records.filter((record) => keyOf(of, record as never) === key || record.id === key);
  const [only] = fitting;
  if (fitting.length === 1 && only) return ok({ kind: of, id: String(only.id) });
  if (fitting.length > 1)
    return fail('conflict', `${fitting.length} records are called ${name}; name one by its id, ${kind}:ID.`, name);
  return fail('notFound', `There is no ${name} in this release; check its kind and key.`, name);
}
