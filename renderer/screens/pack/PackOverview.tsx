import type { InspectedPack } from '../../../shared/contract/pack.ts';
import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { happenedWords } from '../../../shared/domain/calendar/happenedWords.ts';
import { nameOfSlot } from '../../../shared/domain/calendar/slots.ts';
import { FindingList } from '../../components/FindingList.tsx';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './PackOverview.module.css';

type Content = NonNullable<InspectedPack['content']>;

/** What a pack is about and what stood open when it was made. */
export function PackOverview({ content: { facts, readiness, issues } }: { readonly content: Content }) {
  const { release, recommendation, transition } = facts;
  const { goLive, ifNotGo } = release;
  const on = (date: CalendarDate | null) => date && formatDate(date);
  // The pack says of its own day what had not happened by then.
  const told = (date: CalendarDate | null) => date && happenedWords(date, readiness.asOf);
  const lines: readonly (readonly [string, string | null])[] = [
    ['Release', release.name],
    ['Slot', release.slot && slotBeside(release.name, nameOfSlot(release.slot))],
    ['About these facts', release.about],
    ['Approved Go-Live date', on(goLive.approvedDate)],
    ['Approved by', [goLive.approvedBy, on(goLive.approvedOn)].filter(Boolean).join(', ') || null],
    ['Reason for the date', goLive.reason],
    ['Latest permitted date', on(goLive.latestPermittedDate)],
    ['Actual date', told(goLive.actualDate)],
    ['Asked of the CSC', recommendation.wording],
    ['SECAS recommends', recommendation.secas],
    ['The DCC recommends', recommendation.dcc],
    ['User impact', release.userImpact],
    ['If not go', ifNotGo.consequence],
    ['Last moment to stop', ifNotGo.lastMomentToStop],
    ['Deployment', transition.deployment],
    ['Back-out', transition.backOut],
    ['Early-life support', transition.earlyLifeSupport],
    ['Test issues', issues === 0 ? null : String(issues)],
  ];
  return (
    <div className={layout.stack}>
      <dl className={styles.lines}>
        {lines
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <section aria-label="What stood open">
        <h3 className={texts.day}>What stood open</h3>
        <FindingList
          ofPack={readiness.asOf}
          findings={readiness.findings.filter(({ outcome }) => outcome === 'notMet' || outcome === 'cannotTell')}
          whenNone="Every rule was met or did not apply."
        />
      </section>
    </div>
  );
}

/** The slot is told where the release does not bear its name. */
const slotBeside = (name: string, slot: string) => (slot === name ? null : slot);
