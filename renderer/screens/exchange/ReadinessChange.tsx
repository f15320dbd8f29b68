import type { InspectedBundle } from '../../../shared/contract/bundle.ts';
import type { Summary } from '../../../shared/domain/findings/finding.ts';
import texts from '../../styles/texts.module.css';
import styles from './ReadinessChange.module.css';

const rows: readonly (readonly [keyof Summary, string])[] = [
  ['blockers', 'Blockers'],
  ['warnings', 'Warnings'],
  ['advice', 'Advice'],
  ['cannotTell', 'Cannot tell'],
];

interface ReadinessChangeProps {
  readonly readiness: InspectedBundle['readiness'];
  readonly isApplied: boolean;
}

/** How the release stands, and how it would stand once this is applied. */
export function ReadinessChange({ readiness: { before, after }, isApplied }: ReadinessChangeProps) {
  if (!after) return null;
  return (
    <table className={styles.change}>
      <caption className={texts.note}>What the rulebook counts</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className={texts.visuallyHidden}>How it stands</span>
          </th>
          <th scope="col">{isApplied ? 'Before' : 'Now'}</th>
          <th scope="col">{isApplied ? 'Now' : 'Once applied'}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, label]) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{before ? before[key] : '–'}</td>
            <td data-changed={before !== null && before[key] !== after[key]}>{after[key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
