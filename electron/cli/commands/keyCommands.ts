import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { dayInWords } from '../../../shared/domain/calendar/calendarDate.ts';
import { type AppError, appError } from '../../../shared/domain/foundation/appError.ts';
import { personInWords } from '../../../shared/domain/records/whoInSentence.ts';
import type { Engine } from '../../engine/engine.ts';
import { fingerprintOption, peerOption } from '../peerOption.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

type Status = OutputOf<'exchange.status'>;
type Peer = Status['peers'][number];

interface ConfirmOptions {
  readonly lead: boolean;
  readonly back: boolean;
  readonly name?: string;
  readonly organisation?: string;
}

/** Whose keys are trusted, who vouches for whom, and who is gone. */
export function addKeyCommands(exchange: Command, session: Session): void {
  exchange
    .command('peers')
    .description("this store's key, everybody whose key is known here, and who vouches for whom")
    .action(() =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'exchange.status', { releaseId: null }, peerLines),
      ),
    );

  exchange
    .command('confirm')
    .argument('<fingerprint>', 'the key, once you have compared it with its owner')
    .option('--lead', "it also vouches for the keys of its own side's people", false)
    .option('--name <name>', 'whose it is, where nothing came from it yet')
    .option('--organisation <organisation>', 'DCC or SECAS, where nothing came from it yet')
    .option('--back', 'it is no longer trusted', false)
    .description('trust a key')
    .action((typed: string, options: ConfirmOptions) =>
      session.run({ createsStore: true }, async (terminal, engine) => {
        const fingerprint = fingerprintOption(typed);
        if (!fingerprint.ok) return reportError(terminal, fingerprint.error);
        const known = await whoseKey(engine, fingerprint.value);
        const { lead, back } = options;
        const otherwise = namedOtherwise(known, options);
        if (otherwise) return reportError(terminal, otherwise);
        const name = options.name ?? known?.name ?? 'Not heard of yet';
        const organisation = options.organisation ?? known?.organisation ?? '';
        const input = {
          fingerprint: fingerprint.value,
          name,
          organisation,
          confirmed: !back,
          ...(lead ? { lead } : {}),
        };
        const isLead = lead || known?.lead === true;
        const isKnown = known !== undefined || options.name !== undefined;
        const named = organisation === '' ? name : `${name}, ${organisation}`;
        const who = isKnown ? named : 'a store from which nothing came here yet';
        return runCommand(terminal, engine, 'exchange.confirmPeer', input, () => [
          back ? `The key of ${who} is no longer trusted.` : `Confirmed the key of ${who}${isLead ? ', a lead' : ''}.`,
        ]);
      }),
    );

  exchange
    .command('forget')
    .argument('<store>', 'a store’s id, its key, or the person’s name')
    .description('a laptop is gone: nothing is kept back for it, and its key is no longer trusted')
    .action((named: string) =>
      session.run({}, async (terminal, engine) => {
        const peer = await peerOption(engine, named);
        if (!peer.ok) return reportError(terminal, peer.error);
        const { fingerprint, name } = peer.value;
        const { peers } = await statusOf(engine);
        const before = peers.find((one) => one.fingerprint === fingerprint)?.forgottenOn ?? null;
        const again = 'Should it come back, confirm its key again and send it a full bundle.';
        return runCommand(terminal, engine, 'exchange.forget', { fingerprint }, () => [
          before === null
            ? `Forgot the laptop of ${name}. ${again}`
            : `The laptop of ${name} was forgotten already, on ${dayInWords(before)}. ${again}`,
        ]);
      }),
    );
}

/** Nobody known and nothing shared, where there is no store yet. */
export async function statusOf(engine: Engine): Promise<Pick<Status, 'peers' | 'sharing'>> {
  const status = await engine.call('exchange.status', { releaseId: null });
  return status.ok ? (status.value as Status) : { peers: [], sharing: null };
}

/** Why what was typed is not whose key it is; what its bundles say of their sender stands. */
function namedOtherwise(known: Known | undefined, { name, organisation }: ConfirmOptions): AppError | null {
  if (!known?.heard) return null;
  const isOther = (name ?? known.name) !== known.name;
  const isOtherSide = known.organisation !== '' && (organisation ?? known.organisation) !== known.organisation;
  if (!isOther && !isOtherSide) return null;
  const option = isOther ? '--name' : '--organisation';
  const message = `This is the key of ${personInWords(known)}, as its bundles say; leave out what names it otherwise (${option}).`;
  return appError('invalidInput', message, option);
}

interface Known extends Pick<Peer, 'name' | 'organisation' | 'lead'> {
  /** Whether a bundle that it signed says whose it is. */
  readonly heard: boolean;
}

/** Undefined: it is not known here, and did not wait in the folder either. */
async function whoseKey(engine: Engine, fingerprint: string): Promise<Known | undefined> {
  const { peers, sharing } = await statusOf(engine);
  const peer = peers.find((one) => one.fingerprint === fingerprint);
  if (peer) return { ...peer, heard: peer.storeId !== null };
  const from = sharing?.waiting.find((one) => one.fingerprint === fingerprint)?.from;
  if (!from) return undefined;
  const comma = from.lastIndexOf(', ');
  return comma < 0
    ? { name: from, organisation: '', lead: false, heard: false }
    : { name: from.slice(0, comma), organisation: from.slice(comma + 2), lead: false, heard: false };
}

function peerLines({ fingerprint, peers }: Status): readonly string[] {
  return [`This store's key: ${fingerprint}`, ...peers.map(peerLine)];
}

function peerLine({ name, organisation, fingerprint, ...peer }: Peer): string {
  const who = organisation === '' ? name : `${name}, ${organisation}`;
  const sign = peer.confirmedOn !== null || peer.vouchedBy !== null ? '✓' : '?';
  return `${sign} ${who} · ${fingerprint} · ${standingInWords(peer)}`;
}

function standingInWords({
  confirmedOn,
  lead,
  vouchedBy,
  forgottenOn,
}: Pick<Peer, 'confirmedOn' | 'lead' | 'vouchedBy' | 'forgottenOn'>): string {
  if (forgottenOn !== null) return `forgotten on ${dayInWords(forgottenOn)}`;
  if (confirmedOn !== null) return `confirmed on ${dayInWords(confirmedOn)}${lead ? ', a lead' : ''}`;
  return vouchedBy === null ? 'not confirmed' : `introduced by ${vouchedBy}`;
}
