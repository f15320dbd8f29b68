import { rules } from '../../shared/domain/rulebook/rules.ts';
import { rulebookVersion } from '../../shared/domain/rulebook/settings.ts';
import { Panel } from '../components/Panel.tsx';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';

const bases = {
  guidance: 'the guidance says it',
  reading: 'our reading of the guidance',
  practice: 'good practice, not a SEC rule',
};

/** Each rule with its clause, formula and a worked example, from the same data that judges. */
export function RulebookScreen() {
  return (
    <div className={layout.stack}>
      <p className={texts.note}>
        Rulebook {rulebookVersion}, from the SEC Release Guidance, which summarises a Release Management Policy that is
        not in this app. The app presents; the CSC decides.
      </p>
      {rules.map((rule) => (
        <Panel
          key={rule.id}
          title={rule.title}
          note={[rule.clause, bases[rule.basis], rule.severity].filter(Boolean).join(' · ')}
        >
          <p>{rule.meaning}</p>
          <p className={texts.note}>Formula: {rule.formula}</p>
          <p className={texts.note}>Example: {rule.example}</p>
          <p className={texts.hash}>{rule.id}</p>
        </Panel>
      ))}
    </div>
  );
}
