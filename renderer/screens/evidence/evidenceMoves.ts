import type { Evidence, EvidenceStatus } from '../../../shared/domain/records/evidence.ts';
import { evidenceKey, nextStatuses } from '../../../shared/domain/records/evidence.ts';
import type { Role } from '../../../shared/domain/records/profile.ts';
import { keeperOf } from '../../../shared/domain/roles/mayChange.ts';
import { askFirst } from '../../stores/questionStore.ts';

type Item = Pick<Evidence, 'reference' | 'version' | 'status' | 'statusBy' | 'provider'>;

interface EvidenceMoves {
  /** Where all of these items may go next, and this person may move them. */
  readonly moves: readonly EvidenceStatus[];
  /** The one step that takes them further; null where none does, as from what is accepted. */
  readonly primary: EvidenceStatus | null;
}

/** What can be done with these items at once, by somebody in this role (null: not known yet), for the other side too or not. */
export function evidenceMoves(items: readonly Item[], role: Role | null, isOnBehalf = false): EvidenceMoves {
  const [first] = items;
  if (!first) return { moves: [], primary: null };
  const isFor = (status: EvidenceStatus) =>
    items.every(
      (item) =>
        nextStatuses(item.status).includes(status) && (role === null || isTheirs(role, status, item, isOnBehalf)),
    );
  const moves = nextStatuses(first.status).filter(isFor);
  const isSettled = items.some((item) => item.status === 'accepted');
  const further = (['accepted', 'submitted'] as const).find((status) => moves.includes(status)) ?? null;
  return { moves, primary: isSettled ? null : further };
}

function isTheirs(role: Role, status: EvidenceStatus, item: Item, isOnBehalf: boolean): boolean {
  const keeper = keeperOf(role, 'evidence', 'status', item, { ...item, status });
  return keeper === null || (isOnBehalf && keeper.onBehalf !== null);
}

/** Does it at once where no acceptance is lost by it; otherwise says which and asks. */
export function keepAcceptance(items: readonly Item[], deed: 'submit' | 'replace', run: () => void): void {
  const accepted = items.filter((item) => item.status === 'accepted');
  if (accepted.length === 0) {
    run();
    return;
  }
  const names = accepted.map(evidenceKey).join(', ');
  const one = accepted.length === 1 ? accepted[0] : undefined;
  const by = one?.statusBy ? ` by ${one.statusBy}` : '';
  askFirst({
    title: `${names} ${one ? 'is' : 'are'} accepted`,
    text: `${one ? 'It was' : 'They were'} accepted${by}. ${lossOf[deed]} Until SECAS accepts ${one ? 'it' : 'them'} anew, ${one ? 'it counts' : 'they count'} as evidence for no criterion.`,
    yes: deed === 'submit' ? 'Submit again' : 'Choose another file…',
    no: 'Keep the acceptance',
    run,
  });
}

const lossOf = {
  submit: 'Submitting again takes that acceptance back.',
  replace: 'The acceptance is of the file as it is; with another file it is lost.',
} as const;
