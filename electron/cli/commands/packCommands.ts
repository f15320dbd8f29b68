import { type Command, Option } from 'commander';
import type { Verification } from '../../../shared/contract/pack.ts';
import { appError } from '../../../shared/domain/foundation/appError.ts';
import { type Edition, editions } from '../../../shared/domain/pack/packIdentity.ts';
import { verdictOf } from '../../../shared/domain/pack/verdict.ts';
import { sameKeyInWords } from '../../../shared/domain/rulebook/context/signatureState.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

interface ExportOptions {
  readonly out: string;
  readonly final: boolean;
  readonly acceptBlockers?: string;
  readonly asOf?: string;
  readonly edition: Edition;
}

export function addPackCommands(program: Command, session: Session): void {
  const pack = program.command('pack').description('make, check and take apart Go-Live packs');

  pack
    .command('export')
    .argument('<name>')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--final', 'number and register it; refused while a blocker is open', false)
    .option('--accept-blockers <why>', 'issue a final with open blockers, for this printed reason')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .addOption(
      new Option('--edition <edition>', 'public: redacted; reading: evidence as pages; with --final: of the last final')
        .choices(editions)
        .default('full'),
    )
    .description('write the Go-Live pack')
    .action((name: string, options: ExportOptions) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        if (options.acceptBlockers !== undefined && options.acceptBlockers.trim() === '') {
          const message = 'The reason after --accept-blockers is empty; say why the pack is issued with open blockers.';
          return Promise.resolve(reportError(terminal, appError('usage', message, '--accept-blockers')));
        }
        if (options.acceptBlockers !== undefined && !options.final) {
          const message =
            'A draft is not issued, so it needs no reason for open blockers; leave out --accept-blockers, or issue the final with --final.';
          return Promise.resolve(reportError(terminal, appError('usage', message, '--accept-blockers')));
        }
        const { out, final, acceptBlockers = null, edition } = options;
        const input = { release: name, out, final, asOf: asOf.value, acceptBlockers, edition };
        return runCommand(terminal, engine, 'pack.export', input, (done) => [
          `Wrote ${done.file}: ${done.reference}, ${countOf(done.pages, 'page')}, ${done.final ? 'final' : 'draft'}.`,
          `SHA-256 ${done.sha256}`,
          ...done.notes,
        ]);
      }),
    );

  pack
    .command('verify')
    .argument('<file>')
    .description('check a pack against its manifest, offline')
    .action((file: string) =>
      session.run({}, (terminal, engine) =>
        runCommand(
          terminal,
          engine,
          'pack.verify',
          { file },
          (verified) => [
            ...verified.problems.map((problem) => `✕ ${problem.part}: ${problem.sentence}`),
            verdicts[verdictOf(verified)],
            verified.pages === 'checked'
              ? 'The pages were rendered anew and compared byte for byte.'
              : 'The pages were not checked.',
            ...verified.signatures.flatMap(signatureLines),
            ...(verified.companion ? [companionLine(verified.companion)] : []),
          ],
          (verified) => (verified.ok ? exitCodes.done : exitCodes.notInOrder),
        ),
      ),
    );

  pack
    .command('compare')
    .argument('<old>')
    .argument('<new>')
    .description('what changed between two packs, as facts and as findings')
    .action((before: string, after: string) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'pack.compare', { before, after }, ({ notes, changes, findings }) => [
          ...notes,
          ...(changes.length + findings.length === 0 ? ['Nothing changed.'] : []),
          ...[...changes, ...findings].map((change) => `${change.about === 'fact' ? '·' : '→'} ${change.sentence}`),
        ]),
      ),
    );

  pack
    .command('extract')
    .argument('<file>')
    .requiredOption('--out <folder>', 'where the attachments go')
    .description("write the pack's snapshot, manifest and evidence files")
    .action((file: string, options: { out: string }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'pack.extract', { file, out: options.out }, ({ files }) => [
          `Wrote ${countOf(files.length, 'file')} to ${options.out}:`,
          ...files.map((name) => `  ${name}`),
        ]),
      ),
    );
}

function companionLine({ name, state, files }: NonNullable<Verification['companion']>): string {
  const what = countOf(files, 'evidence file');
  return state === 'checked'
    ? `The companion ${name} was checked: ${what}.`
    : `The companion ${name} with ${what} does not lie beside it, and was not checked.`;
}

const verdicts = {
  asMade: '✓ Every part fits the manifest.',
  changed: 'This pack is not as it was made.',
  cannotTell: 'Cannot tell whether this pack is as it was made.',
} as const;

/** Whose signature it is, with which key, on which facts, what was changed after it, and for whom else the key signed. */
function signatureLines(signature: Verification['signatures'][number]) {
  const { organisation, by, fingerprint, state, changed, alsoSignedFor } = signature;
  const whose = `${by || 'nobody named'}, ${organisation || 'no organisation'}`;
  const on = {
    'these facts': `signed exactly these facts, with the key ${fingerprint}.`,
    'other facts': `signed other facts, with the key ${fingerprint}. Changed since:`,
    broken: 'is named as signing, and the key did not sign.',
  };
  const sameKey = sameKeyInWords(alsoSignedFor);
  return [
    `${whose} ${on[state]}`,
    ...changed.map((sentence) => `  · ${sentence}`),
    ...(sameKey === null ? [] : [`? ${sameKey}`]),
  ];
}
