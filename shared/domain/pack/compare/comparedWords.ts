import { formatDate } from '../../calendar/calendarDate.ts';
import { capitalise } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { PackIdentity } from '../packIdentity.ts';
import type { PackSnapshot } from '../packSnapshot.ts';
import { choosesAlike } from './carried.ts';

/** A release as a file holds it, or as the store does. */
export interface State {
  readonly pack: PackSnapshot;
  readonly isStore?: boolean;
}

const editionNames: Readonly<Record<PackIdentity['edition'], string>> = {
  full: 'the full edition',
  public: 'the public edition',
  reading: 'the reading copy',
};

/** Where the two sides hold different things by what they are, and how far they are compared then; [] where they do not. */
export function comparedWords(before: State, after: State): string[] {
  return [...editionWords(before, after), ...documentWords(before, after), ...finalWords(before, after)];
}

function editionWords(before: State, after: State): string[] {
  const [was, is] = [before.pack.identity.edition, after.pack.identity.edition];
  if (was === is) return was === 'public' ? judgedWords(before, after) : [];
  const both = capitalise([before, after].map(editionName).join(' and '));
  if (was === 'public' || is === 'public') return [`${both} are compared by what is published of both.`];
  if (before.isStore || after.isStore) return [];
  return [`${both} are two editions of one pack, which hold the same of a release.`];
}

/** A public edition cannot be judged anew as the other one was: it lacks what the verdicts rest on. */
function judgedWords(before: State, after: State): string[] {
  return before.pack.final === after.pack.final
    ? []
    : ['A draft and a final are judged differently by what is still to come; their findings are not compared.'];
}

/** A final asks for more than a draft: where one side is a draft or the store, both are judged as drafts. */
function finalWords({ pack: was }: State, { pack: is }: State): string[] {
  const isJudgedAnew = [was, is].every(
    ({ identity }) => identity.document === undefined && identity.edition !== 'public',
  );
  return isJudgedAnew && was.final !== is.final
    ? ['Both are judged as drafts here: what a final pack alone has to show counts as not due.']
    : [];
}

function editionName({ pack, isStore }: State): string {
  return isStore ? 'this store' : editionNames[pack.identity.edition];
}

function documentWords(before: State, after: State): string[] {
  if (choosesAlike(before.pack.identity.document, after.pack.identity.document)) return [];
  const both = capitalise([before, after].map(documentName).join(' and '));
  return [`${both} are compared by the facts that both hold; their findings are not compared.`];
}

function documentName({ pack, isStore }: State): string {
  if (isStore) return 'this store';
  const { document } = pack.identity;
  switch (document?.kind) {
    case undefined:
      return 'the Go-Live pack';
    case 'paper':
      return `the paper for the ${document.body} meeting of ${formatDate(document.meeting)}`;
    case 'addendum':
      return `the addendum to ${document.to.reference}`;
    case 'decision': {
      const day = document.on === null ? '' : ` of ${formatDate(document.on)}`;
      return `the record of the decision of ${theBody(document.body)}${day}`;
    }
  }
}
