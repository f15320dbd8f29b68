import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { londonDayInWords } from '../../../shared/domain/calendar/londonDay.ts';
import { readFault } from '../../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { peerOption } from '../peerOption.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand } from '../terminal.ts';
import { countOf, summaryLine } from '../words.ts';
import { choicesOption } from './choices.ts';

interface ExportOptions {
  readonly out: string;
  readonly passphraseFile?: string;
  readonly receipt: boolean;
  readonly full: boolean;
  readonly to?: string;
}

interface ApplyOptions {
  readonly passphraseFile?: string;
  readonly trust?: string;
  readonly acceptMarks: boolean;
  readonly choose: string[];
}

type Inspected = OutputOf<'bundle.inspect'>;
type Plan = Inspected['plan'];

export function addBundleCommands(program: Command, session: Session): void {
  const bundle = program.command('bundle').description('carry a release between two stores, and merge it');

  bundle
    .command('export')
    .argument('<name>', 'the release')
    .requiredOption('--out <file>', 'FILE.golive')
    .option('--passphrase-file <file>', 'protect it with the passphrase in this file')
    .option('--receipt', 'no changes, only what this store knows: the next bundle for it is then small', false)
    .option('--full', 'everything, whatever the readers know', false)
    .option('--to <store>', 'what this one reader lacks: a store’s id, its key, or the person’s name')
    .description('write what the other side lacks of a release')
    .action((name: string, options: ExportOptions) =>
      session.run({}, async (terminal, engine) => {
        const passphrase = passphraseOption(options.passphraseFile);
        if (!passphrase.ok) return reportError(terminal, passphrase.error);
        const reader = options.to === undefined ? ok(null) : await peerOption(engine, options.to);
        if (!reader.ok) return reportError(terminal, reader.error);
        const { out, full, receipt } = options;
        const type = receipt ? ('receipt' as const) : ('changes' as const);
        const input = {
          release: name,
          out,
          passphrase: passphrase.value,
          to: reader.value?.fingerprint ?? null,
          full,
          type,
        };
        return runCommand(terminal, engine, 'bundle.export', input, (done) => [
          `Wrote ${done.file}: ${countOf(done.records, 'record')}, ${countOf(done.files, 'file')}, ${done.bytes.toLocaleString('en-GB')} bytes.`,
          `This store's key: ${done.fingerprint}`,
        ]);
      }),
    );

  bundle
    .command('inspect')
    .argument('<file>', 'a bundle')
    .option('--passphrase-file <file>', 'its passphrase')
    .description('say who sent it and what applying it would do; changes nothing')
    .action((file: string, options: { readonly passphraseFile?: string }) =>
      session.run({ onlyLooks: true }, async (terminal, engine) => {
        const passphrase = passphraseOption(options.passphraseFile);
        if (!passphrase.ok) return reportError(terminal, passphrase.error);
        const input = { file, passphrase: passphrase.value, choices: {}, asOf: null };
        return runCommand(terminal, engine, 'bundle.inspect', input, (seen) => [
          ...inspectedLines(seen),
          ...unprotectedLines(seen, input),
        ]);
      }),
    );

  bundle
    .command('apply')
    .argument('<file>', 'a bundle')
    .option('--passphrase-file <file>', 'its passphrase')
    .option('--choose <kind:key#field=mine|theirs...>', 'decide a conflict, such as criterion:AC-01#text=mine', [])
    .option('--trust <fingerprint>', 'confirm the key of its sender, once you have compared it with them')
    .option('--accept-marks', 'take what is not its sender’s to change too', false)
    .description('take a bundle into the store, whole or not at all')
    .action((file: string, options: ApplyOptions) =>
      session.run({ createsStore: true }, async (terminal, engine) => {
        const passphrase = passphraseOption(options.passphraseFile);
        if (!passphrase.ok) return reportError(terminal, passphrase.error);
        const choices = choicesOption(options.choose, '--choose');
        if (!choices.ok) return reportError(terminal, choices.error);
        const asks = { trust: options.trust ?? null, acceptMarks: options.acceptMarks };
        const input = { file, passphrase: passphrase.value, choices: choices.value, token: null, asks };
        return runCommand(
          terminal,
          engine,
          'bundle.apply',
          input,
          (done) => [
            `Applied what ${done.from} sent: ${planLine(done.plan)}, ${countOf(done.files, 'file')}.`,
            ...signatureLines(done),
            ...lostLines(done.lost),
            ...removedLines(done),
            ...followingLines(done),
            ...conflictLines(done.plan),
            ...heardLines(done.heard),
            ...unprotectedLines(done, input),
          ],
          (done) => (undecided(done.plan).length > 0 ? exitCodes.notInOrder : exitCodes.done),
        );
      }),
    );
}

/** From a file, for what is typed on a command line stands in its history. The line's end and an editor's mark are no part of it. */
function passphraseOption(file: string | undefined): Result<string | null> {
  if (file === undefined) return ok(null);
  try {
    const bytes = readFileSync(file);
    // PowerShell writes UTF-16 with its mark.
    const text = bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
    const passphrase = text.replace(/^\ufeff|\r?\n$/g, '');
    if (passphrase !== '') return ok(passphrase);
    return fail('usage', `${file} is empty; write the passphrase into it.`, '--passphrase-file');
  } catch (error) {
    return fail('usage', `The passphrase’s file ${file} ${readFault(error)}.`, '--passphrase-file');
  }
}

/** Whoever gives a passphrase takes the bundle for protected on its way. */
function unprotectedLines(
  seen: Pick<Inspected, 'protected'>,
  { passphrase }: { readonly passphrase: string | null },
): readonly string[] {
  return passphrase === null || seen.protected ? [] : ['? It is not protected; its passphrase was not asked for.'];
}

function inspectedLines(seen: Inspected): readonly string[] {
  const { readiness, plan, marked } = seen;
  const what = seen.type === 'receipt' ? 'A receipt' : `Changes to ${seen.release.name}`;
  return [
    `${what} from ${seen.from}, made on ${londonDayInWords(seen.createdAt)}.`,
    ...signatureLines(seen, seen.fingerprint),
    `It brings ${planLine(plan)}, ${countOf(seen.files, 'file')}.`,
    ...seen.kinds.map(({ kind, ...counts }) => `  ${kind}: ${planLine(counts)}`),
    ...plan.refused.map((sentence) => `✕ ${sentence}`),
    ...lostLines(seen.lost),
    ...removedLines(seen),
    ...followingLines(seen),
    ...conflictLines(plan),
    ...heardLines(seen.heard),
    ...marked.map((name) => `◆ ${name} is not its sender's to change.`),
    ...(readiness.before ? [`Now:        ${summaryLine(readiness.before)}`] : []),
    ...(readiness.after ? [`Afterwards: ${summaryLine(readiness.after)}`] : []),
  ];
}

function planLine({ added, changed, removed }: Pick<Plan, 'added' | 'changed' | 'removed'>): string {
  return `${added} added, ${changed} changed, ${removed} removed`;
}

function signatureLines(
  { signature, vouchedBy }: Pick<Inspected, 'signature' | 'vouchedBy'>,
  fingerprint?: string,
): readonly string[] {
  if (signature === 'known')
    return [`✓ Its signature is known${vouchedBy === null ? '' : `: ${vouchedBy} vouches for it`}.`];
  const key = fingerprint === undefined ? '' : ` Its key is ${fingerprint}; compare it with them.`;
  return [`? Nobody here has confirmed its signature yet.${key}`];
}

function removedLines({ removedHere }: Pick<Inspected, 'removedHere'>): readonly string[] {
  return removedHere === null ? [] : [`◆ ${removedHere.sentence}`];
}

/** What nobody takes back, and what follows from the join by itself. */
export function followingLines({
  purged,
  submittedAgain,
}: Pick<Inspected, 'purged' | 'submittedAgain'>): readonly string[] {
  return [...purged, ...submittedAgain].map(({ sentence }) => `◆ ${sentence}`);
}

/** Its history is not what it was: told, and left to the person. */
function lostLines(lost: string | null): readonly string[] {
  return lost === null ? [] : [`✕ ${lost}`];
}

function undecided({ conflicts }: Plan): Plan['conflicts'] {
  return conflicts.filter(({ chosen }) => chosen === null);
}

function conflictLines({ conflicts }: Plan): readonly string[] {
  return conflicts.map((one) => {
    const stands = standsInWords(one.chosen ?? one.default);
    const decided = one.chosen === null ? ` ${one.reason}` : '';
    return `⇄ ${one.record}#${one.field}: mine ${JSON.stringify(one.mine)}, theirs ${JSON.stringify(one.theirs)}; ${stands}.${decided}`;
  });
}

function standsInWords(side: 'mine' | 'theirs' | null): string {
  return side === null ? 'both stay' : `${side} stands`;
}

/** What others met, and nobody settled yet: it is listed here too, and may be settled on either side. */
function heardLines(heard: Inspected['heard']): readonly string[] {
  return heard.map(
    (one) =>
      `⇄ ${one.record}#${one.field} was met by others and is still open: mine ${JSON.stringify(one.mine)}, theirs ${JSON.stringify(one.theirs)}; ${standsInWords(one.default)}. ${one.reason}`,
  );
}
