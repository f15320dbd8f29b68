import { type CommandId, commandIds, commands, factsOf, keyInWords } from '../../shared/contract/commands.ts';
import { guide } from '../../shared/domain/guide/guide.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Panel } from '../components/Panel.tsx';
import { goTo } from '../stores/appStore.ts';
import { copyDiagnostics } from '../stores/healthStore.ts';
import { closeModal, openModal } from '../stores/modalStore.ts';
import buttons from '../styles/buttons.module.css';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import tables from '../styles/tables.module.css';
import texts from '../styles/texts.module.css';

/** The keys of lists and of the window, which are no commands. */
const gestures: readonly (readonly [string, string])[] = [
  ['↑ ↓, Home, End', 'Move in a list'],
  ['Space, Shift+↑ ↓, Ctrl+A', 'Choose rows of a list'],
  ['Enter, Esc', 'Open a row; close its panel'],
  ['Shift+F10', 'What can be done with the chosen rows'],
  ['Ctrl+C, Ctrl+V', 'Copy rows to a spreadsheet, and paste rows from one'],
  ['Alt+↓', 'Open the calendar of a date'],
  ['4/11/21, 4 nov, today, +10wd, T-6m', 'What a date understands: days, working days (wd), months; T is Go-Live'],
  ['Ctrl++, Ctrl+−, Ctrl+0', 'Larger, smaller, as it was'],
];

const keys = [...commandIds.flatMap(keysOf), ...gestures];

function keysOf(id: CommandId): readonly (readonly [string, string])[] {
  const { label, keys: own = [], help = label.replace(/…$/, '') } = factsOf(id);
  return own.length === 0 ? [] : [[own.map(keyInWords).join(', '), help]];
}

const fresh: readonly string[] = [
  'Drop evidence by the hundred: titles, dates and criteria are read from the files; duplicates are recognised.',
  'Look into PDF, pictures, spreadsheets, documents and e-mail without leaving the app.',
  'Import test results, issues, scope, criteria and views from CSV, XLSX, JUnit XML or a pasted table.',
  'Record a whole meeting’s views on one sheet; copy who owes what for an e-mail; see all releases in one year.',
];

/** Shortcuts, where the rules are explained, and what is new. */
export function HelpModal() {
  return (
    <Dialog title="Help" size="min(720px, 92vw)">
      <div className={layout.stack}>
        <Panel title="User guide" note="one page for each person and task">
          <ul className={lists.plain}>
            {guide.map(({ id, title }) => (
              <li key={id} style={{ padding: '4px 0' }}>
                <button type="button" className={buttons.link} onClick={() => openModal('guide', id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
          <p className={texts.note}>
            Something went wrong?{' '}
            <button type="button" className={buttons.link} onClick={() => void copyDiagnostics()}>
              {commands.diagnostics.label}
            </button>{' '}
            for whoever helps you: versions, counts and where the app’s own code failed, and nothing of yours.
          </p>
        </Panel>
        <Panel title="Keys">
          <table className={tables.table}>
            <tbody>
              {keys.map(([key, what]) => (
                <tr key={key}>
                  <th scope="row" className={tables.fit}>
                    {key}
                  </th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
        <Panel title="Rules">
          <p>
            Every finding names its rule and its clause.{' '}
            <button
              type="button"
              className={buttons.link}
              onClick={() => {
                closeModal();
                goTo('rulebook');
              }}
            >
              The rulebook explains each of them
            </button>{' '}
            with its formula and an example, and says whether it is the guidance's text, our reading of it, or practice.
          </p>
        </Panel>
        <Panel title="What's new">
          <ul className={lists.plain}>
            {fresh.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </Dialog>
  );
}
