import { kinds } from '../../shared/domain/catalogue/kinds.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import type { Target } from '../../shared/domain/findings/target.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import { sideOf } from '../../shared/domain/roles/mayChange.ts';
import type { RuleArea } from '../../shared/domain/rulebook/ruleArea.ts';
import { areaOf } from '../../shared/domain/rulebook/rules.ts';
import { screenOfReleaseField } from '../fields/releaseSpecs.ts';
import type { Screen } from '../stores/appStore.ts';

/** Where a finding leads. */
export interface FindingPlace {
  readonly screen: Screen;
  readonly target: Target | null;
  readonly label: string;
  /** False: nothing is left to do there; it shows what the finding rests on. */
  readonly toMend: boolean;
}

/** Where what a rule speaks of is kept. */
const screenOfArea: Readonly<Record<RuleArea, Screen>> = {
  goLive: 'dates',
  type: 'dates',
  scope: 'scope',
  scopeLeadTimes: 'scope',
  rid: 'scope',
  tad: 'dates',
  tadLeadTimes: 'dates',
  userTesting: 'dates',
  criteria: 'criteria',
  evidence: 'evidence',
  input: 'committees',
  submission: 'pack',
  decision: 'pack',
  conditions: 'conditions',
  publication: 'dates',
};

export const screenNames: Readonly<Record<Screen, string>> = {
  overview: 'Overview',
  scope: 'Scope & RID',
  dates: 'Dates & TAD',
  criteria: 'Criteria',
  evidence: 'Evidence',
  testing: 'Testing',
  committees: 'Committees',
  conditions: 'Conditions & risks',
  pack: 'Pack',
  history: 'History',
  exchange: 'Exchange',
  portfolio: 'All releases',
  rulebook: 'Rulebook',
  settings: 'Settings',
};

/** Named after whom one exchanges with; people of neither side read the plain word. */
export function nameOfScreen(screen: Screen, organisation: string): string {
  const side = screen === 'exchange' ? sideOf(organisation) : null;
  return side === null ? screenNames[screen] : `${side === 'DCC' ? 'SECAS' : 'DCC'} exchange`;
}

/** The screen that shows what a target names; the release itself stands on several, by its fields. */
export function screenOfTarget({ kind, field }: Target): Screen {
  if (kind !== 'release') return kinds[kind].area;
  return screenOfReleaseField(field ?? 'name') ?? 'dates';
}

/** The screen, and where it can be told the record, that mends a finding. */
export function screenOf(finding: Finding): FindingPlace | null {
  if (finding.outcome === 'notApplicable') return null;
  const area = areaOf(finding.rule);
  const target = targetOf(finding);
  const screen = target ? screenOfTarget(target) : area ? screenOfArea[area] : 'overview';
  return { screen, target, label: screenNames[screen], toMend: !isSettled(finding) };
}

/**
 * What mends it; a decision that is to accept a shortfall is of the finding's own rule and subject. Where nothing has to
 * be mended: the record that the finding was computed from, the first that stands where its rule is spoken of.
 */
function targetOf(finding: Finding): Target | null {
  const { mendAt, rule, subject, restsOn } = finding;
  if (isSettled(finding)) return restedOn(rule, restsOn);
  if (mendAt?.kind !== 'exception' || mendAt.id !== null || mendAt.key !== null) return mendAt;
  return { ...mendAt, key: subject === null ? rule : `${rule} ${subject}` };
}

function isSettled({ mendAt, outcome }: Finding): boolean {
  return mendAt === null && (outcome === 'met' || outcome === 'covered');
}

function restedOn(rule: string, restsOn: readonly string[]): Target | null {
  const area = areaOf(rule);
  for (const name of restsOn) {
    const at = name.indexOf(':');
    const kind = listKinds.find((one) => one === name.slice(0, at));
    if (kind && area && kinds[kind].area === screenOfArea[area])
      return { kind, id: null, key: name.slice(at + 1), field: null };
  }
  return null;
}
