import type { Snapshot } from '../../rulebook/snapshot.ts';
import { enteredSince } from '../../since/computeSince.ts';
import { rankChanges } from '../../since/rankChanges.ts';
import type { LeftOut, PackIdentity } from '../packIdentity.ts';
import type { PackSnapshot } from '../packSnapshot.ts';
import { changesForBody } from '../paper/changesForBody.ts';
import { identityAnswers } from './identityAnswers.ts';
import { type People, peopleOf } from './people.ts';
import { publicFacts, rememberAll, shownRecord } from './publicFacts.ts';
import { publicReadiness } from './publicFindings.ts';
import { takenOutInWords } from './takenOut.ts';

/** What an earlier pack or paper held of what its changes are told by. */
export type Before = Pick<Snapshot, 'facts' | 'asOf' | 'rulebook' | 'workingDays'>;

/** Of the packs and papers that the identity names, by the SHA-256 of their files. */
export type Befores = ReadonlyMap<string, Before>;

/**
 * The snapshot of the public edition: the pages and the attachments are made from nothing else, so what does not pass
 * here cannot leak. Facts go through the catalogue field by field; findings are told anew from them with the full
 * edition's verdicts; of other releases nothing passes; changes are told between two public states of the facts, and not at all without the earlier one.
 */
export function publicEdition(snapshot: PackSnapshot, befores: Befores = new Map()): PackSnapshot {
  const all = [snapshot.facts, ...[...befores.values()].map(({ facts }) => facts)];
  const people = peopleOf(all);
  for (const facts of all) rememberAll(facts, people);
  const { facts, leftOut } = publicFacts(snapshot.facts, people);
  const { asOf, final, rulebook, workingDays, otherReleases } = snapshot;
  const settings = clearedSettings({ rulebook, workingDays }, people, leftOut);
  // Each release is published in an edition of its own: whether this one may be says nothing of those beside it.
  if (otherReleases.length > 0) leftOut.push(otherReleasesLeftOut);
  const published: Snapshot = { ...settings, otherReleases: [], facts, asOf, final };
  const identity = publicIdentity(snapshot.identity, published, { befores, people, leftOut });
  const readiness = publicReadiness(snapshot.readiness, published, otherReleases);
  const { format, version } = snapshot;
  return { format, version, ...published, readiness, identity: { ...identity, leftOut } };
}

const otherReleasesLeftOut: LeftOut = {
  record: 'other releases',
  what: 'What the rules looked at in other releases. A finding that rests on it stands without its words.',
  why: 'This edition is of one release alone.',
};

interface Telling {
  readonly befores: Befores;
  readonly people: People;
  readonly leftOut: LeftOut[];
}

function publicIdentity(
  identity: PackIdentity,
  published: Snapshot,
  { befores, people, leftOut }: Telling,
): PackIdentity {
  const { previous, lastSeen, ...rest } = identity;
  const omissions = new Map<string, string>();
  const shown = shownRecord(rest, identityAnswers, people, omissions) as unknown as typeof rest;
  const before = (sha256: string) => {
    const given = befores.get(sha256);
    if (given === undefined) return null;
    const { rulebook, workingDays, asOf } = given;
    return {
      asOf,
      ...clearedSettings({ rulebook, workingDays }, people, []),
      facts: publicFacts(given.facts, people).facts,
    };
  };
  const untold = (reference: string) =>
    omissions.set(
      `What changed since ${reference}.`,
      'The earlier file is not at hand to tell it from what is published.',
    );
  const was = previous ? before(previous.sha256) : null;
  if (previous && was === null) untold(previous.reference);
  const since = previous && was ? { previous: { ...issuedOf(previous), ...toldAnew(was, published) } } : {};
  const seen = (lastSeen ?? []).flatMap((one) => {
    const saw = before(one.sha256);
    if (saw === null) untold(one.reference);
    const body = people.standIn(one.body, null);
    return saw === null ? [] : [{ ...issuedOf(one), body, changes: changesForBody(saw.facts, published, body) }];
  });
  for (const [what, why] of omissions) leftOut.push({ record: 'identity', what, why });
  return { ...shown, ...since, ...(seen.length > 0 ? { lastSeen: seen } : {}) };
}

function toldAnew(was: Before, published: Snapshot) {
  const { sentences, groups } = rankChanges(enteredSince(was, published));
  return { changes: sentences, groups };
}

function issuedOf({ reference, asOf, sha256 }: NonNullable<PackIdentity['previous']>) {
  return { reference, asOf, sha256 };
}

/** Reasons and names in the settings are texts that people typed, too. */
function clearedSettings<Settings extends object>(settings: Settings, people: People, leftOut: LeftOut[]): Settings {
  const taken: string[] = [];
  const clear = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, standIns } = people.cleared(value);
      taken.push(...standIns);
      return text;
    }
    if (Array.isArray(value)) return value.map(clear);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clear(item)]));
  };
  const result = clear(settings) as Settings;
  for (const [what, why] of takenOutInWords(taken, 'in reasons for changes of the rulebook and the like'))
    leftOut.push({ record: 'settings', what, why });
  return result;
}
