import { samePlain } from '../foundation/samePlain.ts';
import type { Actor } from './profile.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What of an item an acceptance was given for; a difference in any of them is another item. */
const parts = ['version', 'sha256', 'criteria'] as const;
export type AcceptedPart = (typeof parts)[number];
const decided = ['status', 'statusBy', 'statusReason', 'accepted'] as const;

/** `Ada Byron, SECAS`: how the one who moved an item is written beside its status. */
export function whoInWords({ name, organisation }: Actor): string {
  return organisation ? `${name}, ${organisation}` : name;
}

/** An acceptance of the item as it stands (`docs/domain.md`, Evidence: of one version and content). */
function acceptanceOf(item: Fields, by: string | null, organisation: string | null, on: string | null): Fields {
  const { version, sha256, criteria } = item;
  return { version: version ?? 1, sha256: sha256 ?? null, criteria: criteria ?? null, by, organisation, on };
}

/**
 * An acceptance that came without saying what it was given for (an older store, a release file): it is taken as given for
 * what stood when it came. Its mark is that organisation and day are null; `by` is what stood beside the status.
 */
function acceptanceOfUnknown(item: Fields): Fields {
  return acceptanceOf(item, (item.statusBy as string | null | undefined) ?? null, null, null);
}

/**
 * In what the item is no longer what was accepted; criteria in whatever order. What the acceptance does not state was
 * not there when it was given, so that a file attached afterwards is a difference.
 */
export function changedSinceAcceptance(item: Fields): readonly AcceptedPart[] {
  const accepted = (item.accepted ?? null) as Fields | null;
  return accepted === null ? [] : parts.filter((part) => !isSamePart(accepted[part], item[part]));
}

/** Whether the item is still what was accepted: the same version, content and criteria. */
export function isWhatWasAccepted(item: Fields): boolean {
  return changedSinceAcceptance(item).length === 0;
}

/**
 * In what it is certain that something else was accepted. An acceptance that came from elsewhere need not state its
 * content, and what is unknown on either side says nothing; criteria added since were not accepted for, the others were.
 */
export function knownToDiffer(item: Fields, criterion: string | null = null): readonly AcceptedPart[] {
  const accepted = (item.accepted ?? {}) as Fields;
  return changedSinceAcceptance(item).filter((part) => {
    const was = accepted[part] ?? null;
    if (was === null || (part === 'sha256' && (item.sha256 ?? null) === null)) return false;
    return part !== 'criteria' || criterion === null || !(was as readonly string[]).includes(criterion);
  });
}

/** Whether an item counts as accepted for a criterion (`docs/domain.md`, Evidence): every claim that it is rests on this. */
export function isAcceptedFor(item: Fields, criterion: string): boolean {
  return item.status === 'accepted' && knownToDiffer(item, criterion).length === 0;
}

/** How a change of an item comes about: who makes it and when, or that it repeats what was recorded elsewhere before. */
interface AcceptingChange {
  readonly actor: Actor;
  readonly on: string;
  /** Facts that are stated as they stood (a release file, a change taken back): an acceptance that fits them stays. */
  readonly restates: boolean;
  /** A change is taken back: what stood before it is what is to stand, also where that did not say for what it was accepted. */
  readonly leadsBack?: boolean;
}

/**
 * What a file that states an item states of it: one that says again that it is accepted, and not for what, by whom or when,
 * leaves what the acceptance that stands says of that.
 */
export function withoutUnsaidAcceptance(before: Fields, stated: Fields): Fields {
  if (before.status !== 'accepted' || stated.status !== 'accepted') return stated;
  if ((stated.accepted ?? null) !== null) return stated;
  const { accepted: _, ...rest } = stated;
  if ((rest.statusBy ?? null) !== null) return rest;
  const { statusBy: __, ...others } = rest;
  return others;
}

/**
 * The fields that follow from a change of an evidence item. Accepting says for what it was given; replacing the file, its
 * version or its criteria afterwards makes the item submitted again, and keeps what was accepted.
 * @param before null where the item is new
 * @param after the item as it would stand
 */
export function followAcceptance(before: Fields | null, after: Fields, change: AcceptingChange): Fields {
  if (after.status !== 'accepted') return {};
  const { actor, on, restates, leadsBack = false } = change;
  if (leadsBack && (after.accepted ?? null) === null) return {};
  const was = before?.status === 'accepted';
  const accepted = after.accepted ?? (was && before ? (before.accepted ?? acceptanceOfUnknown(before)) : null);
  if (!was) {
    if (restates && accepted === null) return { accepted: acceptanceOfUnknown(after) };
    if (restates && isWhatWasAccepted(after)) return {};
    if (!restates) return { accepted: acceptanceOf(after, actor.name, actor.organisation || null, on) };
    // An acceptance of other content is none of this one: the item stays where it was in its life.
    if (before) return Object.fromEntries(decided.map((field) => [field, before[field] ?? null]));
  } else if (isWhatWasAccepted({ ...after, accepted })) return {};
  return { accepted, status: 'submitted', statusBy: whoInWords(actor), statusReason: null };
}

/** Mostly it is the same to the letter, and that is told without putting anything in order. */
function isSamePart(accepted: unknown, stands: unknown): boolean {
  return samePlain(accepted ?? null, stands ?? null) || inOrder(accepted) === inOrder(stands);
}

function inOrder(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].map(String).sort() : (value ?? null));
}
