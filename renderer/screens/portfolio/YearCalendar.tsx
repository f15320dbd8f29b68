import { formatDate, monthNames } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Deadline } from '../../../shared/domain/portfolio/computePortfolio.ts';
import { shortNamesOf } from '../../../shared/domain/portfolio/shortNames.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import texts from '../../styles/texts.module.css';
import styles from './YearCalendar.module.css';

interface Line {
  readonly on: string;
  readonly text: string;
  readonly kind: Deadline['kind'] | 'slot' | 'leadTime';
}

const leadTimeNames = {
  scopeSystem: 'scope of systems, 12 months before',
  tadToTag: 'TAD to the TAG, 9 months before',
  scopeDocuments: 'scope of documents, 6 months before',
  tadPublished: 'TAD published, 6 months before',
} as const;

interface YearCalendarProps {
  readonly year: number;
  readonly deadlines: readonly Deadline[];
  readonly today: string;
}

/** A year as twelve lists: the slots of §3, the lead-time dates of this and the next year's slots, and the releases' own dates. */
export function YearCalendar({ year, deadlines, today }: YearCalendarProps) {
  const own = useEngineAnswer('calendar.year', { year });
  const next = useEngineAnswer('calendar.year', { year: year + 1 });
  const releases = useAppStore((state) => state.releases);
  const slots = [...(own?.slots ?? []), ...(next?.slots ?? [])];
  const lines: Line[] = [
    ...slots.map((slot): Line => ({ on: slot.ruleDate, text: slot.name, kind: 'slot' })),
    ...slots.flatMap((slot) =>
      (Object.keys(leadTimeNames) as (keyof typeof leadTimeNames)[]).flatMap((name): Line[] =>
        slot.kind === 'documentation' && name !== 'scopeDocuments'
          ? []
          : [
              {
                on: slot.leadTimes[name],
                text: `${slot.name.replace(/ SEC Release$/, '')}: ${leadTimeNames[name]}`,
                kind: 'leadTime',
              },
            ],
      ),
    ),
    ...grouped(deadlines, shortNamesOf(releases.map(({ name }) => name))),
  ];
  return (
    <div className={styles.year}>
      {monthNames.map((name, at) => {
        const month = `${year}-${String(at + 1).padStart(2, '0')}`;
        const inMonth = lines
          .filter((line) => line.on.startsWith(month))
          .sort((left, right) => (left.on < right.on ? -1 : 1));
        return (
          <section
            key={name}
            className={styles.month}
            aria-label={`${name} ${year}`}
            data-now={today.startsWith(month)}
          >
            <h3>{name}</h3>
            <ul>
              {inMonth.map((line) => (
                <li
                  key={`${line.on} ${line.text}`}
                  data-kind={line.kind}
                  title={`${formatDate(line.on as never)}: ${line.text}`}
                >
                  <b>{Number(line.on.slice(8))}</b> <span>{line.text}</span>
                </li>
              ))}
            </ul>
            {inMonth.length === 0 ? <span className={texts.note}>nothing</span> : null}
          </section>
        );
      })}
    </div>
  );
}

/** What one party owes to one release on one day is one line; the rest of it shows on hovering. */
function grouped(deadlines: readonly Deadline[], shortName: (name: string) => string): readonly Line[] {
  const groups = new Map<string, Deadline[]>();
  for (const deadline of deadlines) {
    const key = JSON.stringify([deadline.on, deadline.releaseId, deadline.who, deadline.kind]);
    const known = groups.get(key);
    if (known) known.push(deadline);
    else groups.set(key, [deadline]);
  }
  return [...groups.values()].flatMap((owed): Line[] => {
    const [first] = owed;
    if (!first) return [];
    const short = shortName(first.release);
    const what = owed.length === 1 ? first.what : `${owed.length} things (${owed.map((one) => one.what).join('; ')})`;
    return [{ on: first.on, text: `${short}: ${first.who ? `${first.who}, ` : ''}${what}`, kind: first.kind }];
  });
}
