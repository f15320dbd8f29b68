import { FindingsPanel } from '../components/FindingsPanel.tsx';
import { RecordList } from '../components/RecordList.tsx';
import { useFacts } from './useFacts.ts';

/** Test phases with their counts, open issues, and the maximums that the TAD sets for them. */
export function TestingScreen() {
  const facts = useFacts();
  const suggestions = { criterion: facts.criteria.map((criterion) => criterion.reference) };
  return (
    <div className="stack">
      <RecordList
        kind="testPhase"
        title="Test phases"
        records={facts.testPhases}
        whenEmpty="SIT, UIT and others, with planned and actual dates and the counts."
      />
      <div className="halves">
        <RecordList
          kind="testIssue"
          title="Test issues"
          records={facts.testIssues}
          whenEmpty="Issues that testing found, by severity."
          fresh={{ open: true }}
        />
        <RecordList
          kind="issueThreshold"
          title="Maximum open issues"
          note="as the TAD says"
          records={facts.issueThresholds}
          whenEmpty="How many issues of a severity may stay open, and where that is written."
          suggestions={suggestions}
        />
      </div>
      <FindingsPanel title="What the rulebook says of testing" rules={['criteria.consistent', 'user-testing.']} />
    </div>
  );
}
