import { countOf } from '../../shared/domain/foundation/words.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { Panel } from '../components/Panel.tsx';
import { goTo, type Screen } from '../stores/appStore.ts';
import { useFacts, useReleaseState } from '../stores/useFacts.ts';
import buttons from '../styles/buttons.module.css';
import styles from './PathPanel.module.css';

interface Step {
  readonly screen: Screen;
  readonly ask: string;
  /** What the app tells once it is there. */
  readonly gives: string;
  readonly isOptional?: true;
  /** What is there already; null: nothing yet. */
  readonly has: (facts: ReleaseFacts) => string | null;
}

const some = (count: number, noun: string, plural?: string) => (count === 0 ? null : countOf(count, noun, plural));

const steps: readonly Step[] = [
  {
    screen: 'scope',
    ask: 'Import or enter the scope',
    gives: 'Whether each modification was in time, and the RID’s dates.',
    has: (facts) => some(facts.modifications.length, 'modification'),
  },
  {
    screen: 'dates',
    ask: 'Enter the dates',
    gives: 'Every lead time, counted back from Go-Live, with the days in hand.',
    has: ({ tad, release }) =>
      some(tad.versions.length, 'TAD version') ?? (release.goLive.approvedDate ? 'an approved date' : null),
  },
  {
    screen: 'criteria',
    ask: 'Import or enter the criteria',
    gives: 'What the CSC is shown to be met, and which bodies’ input is sought.',
    has: (facts) => some(facts.criteria.length, 'criterion', 'criteria'),
  },
  {
    screen: 'evidence',
    ask: 'Drop the evidence',
    gives: 'Which criteria are shown by what, and what is still missing.',
    has: (facts) => some(facts.evidence.length, 'item'),
  },
  {
    screen: 'testing',
    ask: 'Import test results and issues',
    gives: 'Open issues against the TAD’s maximums, and the figures in the pack.',
    isOptional: true,
    has: (facts) => some(facts.testPhases.length, 'phase'),
  },
  {
    screen: 'committees',
    ask: 'Record what the committees said',
    gives: 'Whose views stand, whose are stale, and whom to chase.',
    has: (facts) => some(facts.views.length, 'view'),
  },
  {
    screen: 'pack',
    ask: 'Make the pack',
    gives: 'One PDF for the CSC with every fact, finding and file. A draft can be made at any time.',
    has: (facts) => some(facts.submissions.length, 'submission'),
  },
];

/** What a release that was just begun asks for, in an order that works; each step says what it gives. */
export function PathPanel() {
  const facts = useFacts();
  const { release } = facts;
  const state = useReleaseState();
  const isBegun = facts.modifications.length > 0 && facts.criteria.length > 0;
  if (isBegun || facts.evidence.length > 0 || facts.views.length > 0 || state !== 'inPreparation') return null;
  return (
    <Panel title="The way to the pack" note="in any order; everything can be changed later">
      <ol className={styles.path} data-path={release.id}>
        {steps.map(({ screen, ask, gives, isOptional, has }) => {
          const there = has(facts);
          return (
            <li key={screen} data-done={there !== null}>
              <button type="button" className={buttons.link} onClick={() => goTo(screen)}>
                {ask}
              </button>
              <span>{gives}</span>
              <small>{there ?? (isOptional ? 'optional' : '')}</small>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
