import type { Finding } from '../../../shared/domain/readiness/finding.ts';
import type { Position, View } from '../../../shared/domain/records/committees.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import { viewKey } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { bodyOf } from '../../../shared/domain/rulebook/bodies.ts';
import { latestViews } from '../positionCounts.ts';

/** One criterion of a body's agenda. */
export interface AgendaRow {
  readonly criterion: Criterion;
  readonly latest: View | null;
  /** Why it is on the agenda: not asked, not answered, or what changed since; null: its view stands. */
  readonly why: string | null;
}

/** What a body is to be asked, what is open before what stands. */
export function agendaOf(body: string, facts: ReleaseFacts, findings: readonly Finding[]): readonly AgendaRow[] {
  const latest = latestViews(facts.views);
  const stale = new Map(
    findings
      .filter((finding) => finding.rule === 'input.fresh' && finding.outcome === 'notMet')
      .map((finding) => [finding.subject, finding.sentence]),
  );
  const rows = facts.criteria
    .filter((criterion) => criterion.bodies?.some((one) => bodyOf(one) === body))
    .map((criterion): AgendaRow => {
      const key = viewKey({ body, criterion: criterion.reference });
      const view = latest.get(key) ?? null;
      const why = view?.position ? (stale.get(key) ?? null) : view ? 'asked, not answered' : 'not asked yet';
      return { criterion, latest: view, why };
    });
  return [...rows.filter((row) => row.why !== null), ...rows.filter((row) => row.why === null)];
}

/** What was typed on the sheet for one criterion. */
export interface Answer {
  readonly position: Position | null;
  readonly wording: string;
}

interface Meeting {
  readonly body: string;
  readonly on: string;
  readonly paper: string;
}

/** The views that a sheet comes to: an open question is answered, a standing view is followed by a new one. */
export function savesOf(meeting: Meeting, rows: readonly AgendaRow[], answers: ReadonlyMap<string, Answer>) {
  return rows.flatMap(({ criterion, latest }) => {
    const answer = answers.get(criterion.reference);
    if (!answer?.position) return [];
    const paper = meeting.paper.trim() || null;
    // Asked with a paper of ours: that paper and its meeting stand, unless the sheet names another.
    const stands = latest?.position === null && latest.paper !== null && paper === null;
    const given = {
      position: answer.position,
      on: meeting.on,
      wording: answer.wording.trim() || null,
      ...(stands ? {} : { meeting: `${meeting.body} ${meeting.on}`, paper }),
    };
    const open = latest && latest.position === null ? (latest.id ?? null) : null;
    const fields = open ? given : { ...given, body: meeting.body, criterion: criterion.reference, askedOn: meeting.on };
    return [{ kind: 'view' as const, id: open, fields }];
  });
}
