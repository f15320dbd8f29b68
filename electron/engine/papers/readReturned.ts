import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { ReadPaper, ReleaseOfFile } from '../../documents/tasks.ts';
import { readReleases } from '../../store/facts.ts';
import { type IssuedPaper, readIssuedPapers } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { keptSnapshot } from '../keptSnapshot.ts';
import { runTask } from '../runTask.ts';
import { isSameName } from '../uniqueness.ts';
import { keptFiles, otherReleaseOf } from './keptFiles.ts';

/** A paper that came back, and what the store knows of it. */
export interface Returned {
  readonly reference: string;
  readonly values: ReadPaper['values'];
  /** Null: no paper of that reference was issued from this store. */
  readonly issued: { readonly paper: IssuedPaper; readonly snapshot: PackSnapshot } | null;
  readonly changed: readonly string[];
}

/** Reads a file in a process of its own and finds the paper that it is; what is none is refused with what to do instead. */
export async function readReturned(
  context: EngineContext,
  store: Store,
  release: { readonly id: string; readonly name: string },
  file: string,
): Promise<Result<Returned>> {
  const papers = papersOf(store, release.id);
  const kept = keptFiles(store, release, (id) => papersOf(store, id));
  const read = await runTask(context, 'documents', 'readPaper', { file, kept });
  if (!read.ok) return read;
  const { reference, release: of, hasForm, printed, values, changed } = read.value;
  const named = reference ?? printed;
  const other =
    named === null ? null : of === null ? issuedElsewhere(store, papers, named) : otherReleaseOf(store, release, of);
  if (named !== null && other !== null)
    return fail(
      'invalidInput',
      `${named} is a paper of ${other}, not of ${release.name}; ${whereToRead(store, of)}`,
      `paper:${named}`,
    );
  if (reference === null || !hasForm) return noForm(context, store, papers, file, named);
  const paper = papers.find((one) => one.reference === reference);
  if (paper !== undefined) {
    const snapshot = await keptSnapshot(context, store, paper);
    if (!snapshot.ok) return snapshot;
    return ok({ reference, values, issued: { paper, snapshot: snapshot.value }, changed });
  }
  return ok({ reference, values, issued: null, changed: [] });
}

/** A release may be gone, as one that went into another; its papers still come back. */
function whereToRead(store: Store, of: ReleaseOfFile | null): string {
  const isHere =
    of === null || readReleases(store.db).some(({ id, name }) => id === of.id || isSameName(name, of.name));
  return isHere
    ? 'read it for that release.'
    : 'that release is not in this store, or no longer, so type the answers in on the meeting sheet, under Committees.';
}

/** Of a paper that says no more than its reference, and is none of this release's: which other one it was issued for. */
function issuedElsewhere(store: Store, papers: readonly IssuedPaper[], reference: string): string | null {
  if (papers.some((one) => one.reference === reference)) return null;
  const isIts = ({ id }: { readonly id: string }) => papersOf(store, id).some((one) => one.reference === reference);
  return readReleases(store.db).find(isIts)?.name ?? null;
}

function papersOf(store: Store, releaseId: string): readonly IssuedPaper[] {
  return readIssuedPapers(store.db, releaseId).filter((one) => one.kind === 'paper');
}

/** Issued without a form, or printed, scanned, or saved by a program that drew the fields into the page. */
async function noForm(
  context: EngineContext,
  store: Store,
  papers: readonly IssuedPaper[],
  file: string,
  reference: string | null,
): Promise<Result<never>> {
  const paper = papers.find((one) => one.reference === reference);
  const snapshot = paper === undefined ? null : await keptSnapshot(context, store, paper);
  const document = snapshot?.ok ? snapshot.value.identity.document : null;
  const hadForm = document?.kind !== 'paper' || document.answers === true;
  const name = basename(file);
  const what =
    reference === null
      ? `${name} holds no form of a paper: it is no paper with answers, or it was printed or scanned.`
      : hadForm
        ? `${name} is ${reference} without its form: it was printed, scanned or flattened.`
        : `${name} is ${reference}, which was issued without a form for answers.`;
  return fail(
    'invalidInput',
    `${what} ${hadForm ? 'Its answers cannot be read; type them in' : 'There are no answers in it to read; type what was said in'} on the meeting sheet, under Committees.`,
    reference === null ? file : `paper:${reference}`,
  );
}
