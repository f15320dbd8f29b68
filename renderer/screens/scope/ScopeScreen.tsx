import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { RecordList } from '../../components/RecordList.tsx';
import { VersionList } from '../../components/VersionList.tsx';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { Modifications } from './Modifications.tsx';

/** The modifications in and around the scope, the decisions that set it, and the Release Implementation Document. */
export function ScopeScreen() {
  const facts = useFacts();
  return (
    <div className={layout.stack}>
      <Modifications />
      <div className={layout.halves}>
        <div className={layout.stack}>
          <RecordList
            kind="scopeDecision"
            title="Scope decisions"
            records={facts.scopeDecisions}
            whenEmpty="The decision that set the scope, with its date: 12 months before for systems, 6 for documents (§4.3)."
          />
          <RecordList
            kind="notLive"
            title="Not live after this release"
            records={facts.release.notLive}
            whenEmpty="Parts that are delivered later, so that nobody takes them for live."
          />
        </div>
        <div className={layout.stack}>
          <VersionList
            kind="ridVersion"
            title="Release Implementation Document"
            records={facts.rid.versions}
            whenEmpty="Prepared when the first modification is approved, then kept updated (§4.2)."
          />
          <RecordList
            kind="ridComment"
            title="Comments on the RID"
            records={facts.rid.comments}
            whenEmpty="Any Party may comment on its contents (§4.2)."
          />
        </div>
      </div>
      <FindingsPanel title="What the rulebook says of the scope and the RID" screen="scope" />
    </div>
  );
}
