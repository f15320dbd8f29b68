import { create } from 'zustand';
import type { AppliedBundle, InspectedBundle } from '../../shared/contract/bundle.ts';
import type { HeldFile } from '../../shared/contract/common.ts';
import { appError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { api, call } from '../api.ts';
import { goTo, loadReleases } from './appStore.ts';
import { liveQuestion } from './liveQuestion.ts';
import { noteWideChange } from './noteDeeds.ts';
import { tellDone, tellError } from './notify.tsx';
import { leaveRelease, openRelease, refreshOpen, useReleaseStore } from './releaseStore.ts';
import { whenTakenBack } from './takeBack.ts';
import { doing } from './underWay.ts';
import { atWork } from './workStore.ts';

export type Side = 'mine' | 'theirs';
/** `later`: the default stands meanwhile, and the conflict stays open. */
export type Decision = Side | 'later';

interface ExchangeState {
  /** The bundle that is looked at; main holds its path. */
  readonly file: HeldFile | null;
  readonly passphrase: string | null;
  /** Whether it is the passphrase that is missing or wrong. */
  readonly asksPassphrase: boolean;
  readonly problem: string | null;
  readonly inspected: InspectedBundle | null;
  /** By `record#field`; what is not in it has its default. */
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly applied: AppliedBundle | null;
  readonly busy: boolean;
  /** Grows with everything that the engine was told outside the history: trust, the shared folder, what was sent. */
  readonly version: number;
}

const fresh = {
  file: null,
  passphrase: null,
  asksPassphrase: false,
  problem: null,
  inspected: null,
  decisions: {},
  applied: null,
  busy: false,
} satisfies Partial<ExchangeState>;

export const useExchangeStore = create<ExchangeState>(() => ({ ...fresh, version: 0 }));

function touch(): void {
  useExchangeStore.setState(({ version }) => ({ version: version + 1 }));
}

export async function chooseBundle(): Promise<void> {
  const chosen = await api.ask('exchange.choose', {});
  if (!chosen.ok) return tellError(chosen.error);
  if (chosen.value) receiveHeld(chosen.value);
}

export async function receiveDropped(file: File): Promise<void> {
  const held = await api.holdDropped([file]);
  if (!held.ok) return tellError(held.error);
  if (held.value[0]) receiveHeld(held.value[0]);
}

export async function receiveWaiting(name: string): Promise<void> {
  const found = await api.ask('exchange.openWaiting', { name });
  if (!found.ok) return tellError(found.error);
  receiveHeld(found.value);
}

/** Looks into a bundle that main holds. */
export function receiveHeld(file: HeldFile): void {
  goTo('exchange');
  useExchangeStore.setState({ ...fresh, file });
  inspect();
}

export function givePassphrase(passphrase: string): void {
  useExchangeStore.setState({ passphrase });
  inspect();
}

/** Reads the bundle, and again whenever something changes that its answer depends on. */
function inspect(): void {
  const { file, passphrase, inspected: before } = useExchangeStore.getState();
  if (!file) return;
  useExchangeStore.setState({ busy: true });
  const { asOf } = useReleaseStore.getState();
  const input = { source: file.source, passphrase, choices: choicesOf(), asOf };
  inspecting.ask(
    // What was read once is quick to read again with every decision, and then no bar comes and goes.
    () => (before ? api.ask('exchange.inspect', input) : atWork('bundle', () => api.ask('exchange.inspect', input))),
    (read) => {
      if (useExchangeStore.getState().file === file) takeInspected(read, passphrase, before);
    },
  );
}

const inspecting = liveQuestion();

type Inspected = Awaited<ReturnType<typeof api.ask<'exchange.inspect'>>>;

function takeInspected(read: Inspected, passphrase: string | null, before: InspectedBundle | null): void {
  if (read.ok) {
    useExchangeStore.setState({ inspected: read.value, asksPassphrase: false, problem: null, busy: false });
    return;
  }
  const asksPassphrase = read.error.where === 'passphrase';
  // Not a reproach before anything was typed.
  const problem = asksPassphrase && passphrase === null ? null : read.error.message;
  useExchangeStore.setState({ inspected: before, asksPassphrase, problem, busy: false });
}

export function decide(name: string, decision: Decision): void {
  useExchangeStore.setState(({ decisions }) => ({ decisions: { ...decisions, [name]: decision } }));
  inspect();
}

/** What stands preselected is chosen too; only what the person left for later is not. */
function choicesOf(): Record<string, Side> {
  const { inspected, decisions } = useExchangeStore.getState();
  const choices: Record<string, Side> = {};
  for (const { record, field, default: standing } of inspected?.plan.conflicts ?? []) {
    const decision = decisions[`${record}#${field}`] ?? standing ?? 'later';
    if (decision !== 'later') choices[`${record}#${field}`] = decision;
  }
  return choices;
}

export async function applyBundle(): Promise<void> {
  const { file, inspected, passphrase, busy } = useExchangeStore.getState();
  if (!file || !inspected || busy) return;
  useExchangeStore.setState({ busy: true });
  const input = { source: file.source, passphrase, choices: choicesOf(), token: inspected.token };
  await doing(async (underWay) => {
    const applied = await atWork('bundle', () => api.ask('exchange.apply', input));
    useExchangeStore.setState({ busy: false });
    if (!applied.ok) return tellError(applied.error);
    const { entry, through, releaseId } = applied.value;
    await openRelease(releaseId);
    await noteWideChange(underWay, entry ?? 0, through ?? 0);
    await loadReleases();
    useExchangeStore.setState({ applied: applied.value });
    touch();
  });
}

/** Takes back what applying the bundle changed, as a whole. */
export async function takeBack(): Promise<void> {
  const { applied } = useExchangeStore.getState();
  if (!applied || applied.entry === null || applied.through === null) return;
  const { entry, through, isNewRelease, releaseId } = applied;
  const { asOf } = useReleaseStore.getState();
  const undone = await call('record.undo', { asOf, judged: false, entry, through });
  // A release that only the bundle brought is gone again, and then there is nothing to judge.
  const isGone = !undone.ok && isNewRelease && undone.error.kind === 'notFound';
  if (!undone.ok && !isGone) return tellError(undone.error);
  useReleaseStore.setState((state) => ({ undoable: state.undoable.filter((done) => done.entry !== entry) }));
  if (isGone && useReleaseStore.getState().open?.id === releaseId) leaveRelease();
  useExchangeStore.setState(fresh);
  await loadReleases();
  if (!isGone) await openRelease(releaseId);
  tellDone('Took back what the bundle changed. Nothing of it stands here now, and your next bundle says so.');
}

// Taken back by its key, the bundle is no longer applied, and what it says of that is not so any more.
whenTakenBack((entry) => {
  if (useExchangeStore.getState().applied?.entry === entry) useExchangeStore.setState(fresh);
  touch();
});

export function putAside(): void {
  useExchangeStore.setState(fresh);
}

/** Writes what the other side lacks, or only a receipt. Null: the person closed the dialog, or was told why not. */
export async function sendBundle(
  what: { readonly receipt: boolean; readonly full: boolean; readonly to: string | null },
  passphrase: string | null,
): Promise<string | null> {
  const { open } = useReleaseStore.getState();
  if (!open) return null;
  const input = { release: open.id, name: open.facts.release.name, passphrase, ...what };
  const sent = await api.ask('exchange.send', input);
  if (!sent.ok) tellError(sent.error);
  if (!sent.ok || !sent.value) return null;
  touch();
  const { name, records, files, bytes } = sent.value;
  const holds = what.receipt ? 'a receipt' : `${counted(records, 'record')} and ${counted(files, 'file')}`;
  return `Wrote ${name}: ${holds}, ${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} kB.`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

export async function confirmPeer(
  peer: { readonly fingerprint: string; readonly name: string; readonly organisation: string },
  confirmed: boolean,
  lead = false,
): Promise<void> {
  const { fingerprint, name, organisation } = peer;
  await settleStatus(call('exchange.confirmPeer', { fingerprint, name, organisation, confirmed, lead }));
  inspect();
}

export async function forgetPeer(fingerprint: string): Promise<void> {
  await settleStatus(call('exchange.forget', { fingerprint }));
  inspect();
}

/** Makes one of two releases that both sides set up, and opens the one that stays. */
export async function joinReleases(
  release: string,
  other: string,
  choices: Readonly<Record<string, Side>>,
): Promise<void> {
  const joined = await call('release.join', { release, other, choices: { ...choices }, dryRun: false, onBehalf: true });
  if (!joined.ok) return tellError(joined.error);
  const { id, name } = joined.value;
  await openRelease(id);
  await loadReleases();
  touch();
  tellDone(`${name} is one release now; the history keeps the other.`);
}

/** `onBehalf`: what the other side keeps is chosen for it, and marked so. */
export async function settleConflict(number: number, choice: Side, onBehalf: boolean): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open) return;
  await doing(async (underWay) => {
    const settled = await call('exchange.settle', { releaseId: open.id, number, choice, asOf, onBehalf });
    if (!settled.ok) return tellError(settled.error);
    // Taking it back is a choice, too: of what stood before, so that it does not come up again.
    const what = 'the value that was chosen in a conflict; what stood before is the choice now';
    await noteWideChange(underWay, settled.value.entry, settled.value.through, what);
    touch();
  });
}

export async function chooseShared(): Promise<void> {
  const release = useReleaseStore.getState().open?.id ?? null;
  await settleStatus(api.ask('exchange.chooseShared', { release }));
}

export async function arrangeSharing(automatic: boolean, releases: readonly string[]): Promise<void> {
  await settleStatus(call('exchange.arrange', { automatic, releases: [...releases] }));
}

export async function stopSharing(): Promise<void> {
  await settleStatus(call('exchange.stopSharing', {}));
}

export async function syncNow(): Promise<void> {
  useExchangeStore.setState({ busy: true });
  const synced = await call('exchange.sync', { quietly: false });
  useExchangeStore.setState({ busy: false });
  touch();
  if (!synced.ok) return tellError(synced.error);
  const { applied, sent, waiting, conflicts, problem, purged, submittedAgain } = synced.value;
  if (applied > 0) await refreshOpen();
  if (applied > 0) await loadReleases();
  const settle = conflicts > 0 ? `, ${counted(conflicts, 'conflict')} to settle` : '';
  const told = [...purged, ...submittedAgain].map(({ sentence }) => ` ${sentence}`).join('');
  tellDone(
    `Took in ${counted(applied, 'bundle')}, put ${counted(sent, 'bundle')} there; ${waiting} for you to look at${settle}.${told}`,
  );
  if (problem !== null) tellError(appError('storeFailed', problem));
}

async function settleStatus(pending: Promise<Result<unknown>>): Promise<void> {
  const done = await pending;
  if (!done.ok) tellError(done.error);
  touch();
}
