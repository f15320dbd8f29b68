import { useState } from 'react';
import { isRefusedWhole, type ReadImportOutput } from '../../../shared/domain/importing/reading.ts';
import { Panel } from '../../components/Panel.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** What is wrong with which row, in plain words; the other rows can be taken all the same. */
export function RowProblems({ reading }: { readonly reading: ReadImportOutput }) {
  const [limit, setLimit] = useState(8);
  const { problems, problemCount, refusedRows } = reading;
  if (problems.length === 0) return null;
  const isWhole = isRefusedWhole(problems);
  return (
    <Panel
      {...(isWhole ? { title: 'Why nothing can be taken' } : { title: 'Rows that cannot be taken', note: refusedRows })}
    >
      <ul className={lists.quiet}>
        {problems.slice(0, limit).map((problem) => (
          <li key={`${problem.row} ${problem.column} ${problem.sentence}`}>
            <b>{problem.row === 0 ? 'The file' : `Row ${problem.row}`}</b> {problem.sentence}
          </li>
        ))}
      </ul>
      <ShowMore total={problems.length} limit={limit} setLimit={setLimit} />
      {problemCount > problems.length ? (
        <p className={texts.note}>{problemCount - problems.length} more are counted, not listed.</p>
      ) : null}
    </Panel>
  );
}
