import { create } from 'zustand';
import type { ComparedPack, InspectedPack, PackExport, Verification } from '../../shared/contract/pack.ts';
import type { ShownFacts } from '../../shared/contract/submission.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import type { Edition } from '../../shared/domain/pack/packIdentity.ts';
import { api, call } from '../api.ts';
import { openModal } from './modalStore.ts';
import { tellDone, tellError } from './notify.tsx';
import { issuedInWords } from './packWords.ts';
import { asking, refreshOpen, save, useReleaseStore } from './releaseStore.ts';
import { atWork } from './workStore.ts';

interface PackState {
  /** A pack that was opened to look at, and what another one changed of it. */
  readonly opened: InspectedPack | null;
  readonly compared: ComparedPack | null;
  readonly exporting: boolean;
  readonly last: OfRelease<PackExport> | null;
  /** How often a document was asked for: one may be issued though its file could not be written where it was wanted. */
  readonly attempts: number;
  readonly checked: OfRelease<{ readonly name: string; readonly verification: Verification }> | null;
}

/** What was made or checked while that release was open: under another one it would read as that one's. */
interface OfRelease<Value> {
  readonly release: string;
  readonly value: Value;
}

/** It, where it is of this release. */
export function ofRelease<Value>(held: OfRelease<Value> | null, release: string): Value | null {
  return held?.release === release ? held.value : null;
}

export const usePackStore = create<PackState>(() => ({
  opened: null,
  compared: null,
  exporting: false,
  last: null,
  attempts: 0,
  checked: null,
}));

/** The pack of the facts on the screen, as a draft. */
export function exportDraft(edition: Edition): Promise<void> {
  return savePack({ final: false, acceptBlockers: null, edition, asOf: useReleaseStore.getState().asOf });
}

/** The same, issued as a final; `shownBlockers`: what was shown to hold it up, for nothing else is accepted with the reason. */
export function issueFinal(acceptBlockers: string | null, shownBlockers: string): Promise<void> {
  const { asOf } = useReleaseStore.getState();
  return savePack({ final: true, acceptBlockers, shownBlockers, edition: 'full', asOf });
}

/** Another edition of the final that was issued last: of its facts and its day, whatever day is looked at. */
export function exportEdition(edition: Exclude<Edition, 'full'>): Promise<void> {
  return savePack({ final: true, acceptBlockers: null, edition, asOf: null });
}

interface Order {
  readonly final: boolean;
  readonly acceptBlockers: string | null;
  readonly shownBlockers?: string;
  readonly edition: Edition;
  readonly asOf: CalendarDate | null;
}

async function savePack(order: Order): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open || usePackStore.getState().exporting) return;
  usePackStore.setState({ exporting: true });
  const input = { release: open.id, name: open.facts.release.name, ...order };
  const saved = await atWork('pack', () => api.ask('pack.save', input));
  noteAttempt();
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) {
    usePackStore.setState({ last: { release: open.id, value: saved.value } });
    tellDone(issuedInWords(saved.value, order.edition));
  }
}

/** Whatever came of it: what was issued, and what the views were asked, is read anew. */
function noteAttempt(): void {
  usePackStore.setState(({ attempts }) => ({ exporting: false, attempts: attempts + 1 }));
}

export async function verifyPack(): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const verified = await api.ask('pack.verifyFile', {});
  if (!verified.ok) tellError(verified.error);
  else if (verified.value) usePackStore.setState({ checked: { release: open.id, value: verified.value } });
}

/** “I have seen these facts”: this side's signature, under what was shown and nothing else, of the submission that stands. */
export async function signFacts(shown: ShownFacts): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const signed = await save(call('submission.sign', { release: open.id, submission: null, shown, ...asking() }));
  if (!signed.ok) return tellError(signed.error);
  const { organisation, factsSha256 } = signed.value.signed;
  const whose = organisation === 'DCC' ? 'the DCC' : 'SECAS';
  tellDone(`Signed for ${whose}: facts ${factsSha256.slice(0, 8)}…; it goes to the other side with the next bundle.`);
}

export async function withLastPack(what: 'pack.open' | 'pack.show'): Promise<void> {
  const done = await api.ask(what, {});
  if (!done.ok) tellError(done.error);
}

/** Opens a pack to look at: a file that main holds, or one that the person chooses. Nothing of this store is changed by it. */
export async function openPack(source: string | null = null): Promise<void> {
  const opened = await atWork('pack', () => api.ask('pack.inspectFile', { source }));
  if (!opened.ok) return tellError(opened.error);
  if (!opened.value) return;
  usePackStore.setState({ opened: opened.value, compared: null });
  openModal('packRead');
}

/** Saves a final pack or a paper again, byte for byte as it was issued. */
export async function saveIssued(release: string, reference: string): Promise<void> {
  const saved = await api.ask('pack.saveCopy', { release, reference });
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Saved ${reference} as ${saved.value.name}.`);
}

export async function saveAttachments(): Promise<void> {
  const saved = await atWork('pack', () => api.ask('pack.saveAttachments', {}));
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) {
    const { folder, files } = saved.value;
    tellDone(`Saved ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}.`);
  }
}

export async function comparePack(): Promise<void> {
  const compared = await api.ask('pack.compareFile', {});
  if (!compared.ok) tellError(compared.error);
  else if (compared.value) usePackStore.setState({ compared: compared.value });
}

type Issue = 'paper.save' | 'addendum.save' | 'decision.save';

/** A paper for one body's meeting; what it shows becomes the stamp of the body's views. */
export const savePaper = (body: string, meeting: CalendarDate) =>
  issue((base) => api.ask('paper.save', { ...base, body, meeting }));
export const saveAddendum = () => issue((base) => api.ask('addendum.save', base));
export const saveDecision = () => issue((base) => api.ask('decision.save', base));

interface Base {
  readonly release: string;
  readonly name: string;
  readonly asOf: CalendarDate | null;
}

async function issue(make: (base: Base) => ReturnType<typeof api.ask<Issue>>): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open || usePackStore.getState().exporting) return;
  usePackStore.setState({ exporting: true });
  const base = { release: open.id, name: open.facts.release.name, asOf };
  const made = await atWork('pack', () => make(base));
  noteAttempt();
  if (!made.ok) tellError(made.error);
  else if (!made.value) return;
  else tellDone(`Wrote ${made.value.name}: ${countOf(made.value.pages, 'page')}. ${made.value.notes.join(' ')}`.trim());
  await refreshOpen();
}
