import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import { factsSince } from '../../since/computeSince.ts';
import { paperFacts } from './paperFacts.ts';

/** What people entered on a body's criteria between two states of the facts, a sentence each. */
export function changesForBody(before: ReleaseFacts, after: Pick<Snapshot, 'facts' | 'asOf'>, body: string): string[] {
  return (
    factsSince({ facts: paperFacts(before, body) }, { facts: paperFacts(after.facts, body), asOf: after.asOf })
      // What the body itself was asked and said since is no news to it.
      .filter((change) => !change.kind.startsWith('view.'))
      .map((change) => change.sentence)
  );
}
