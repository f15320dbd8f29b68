import type { Screen } from '../stores/appStore.ts';
import { type FieldSpec, options, spec } from './fieldSpec.ts';
import { onBehalfSpec } from './fieldSpecs.ts';

/** The fields of the release record, by the panel that shows them. */
export const releaseSpecs = {
  goLive: [
    spec('goLive.approvedDate', 'Approved go-live date', 'date', 4),
    spec('goLive.approvedBy', 'Approved by', 'text', 4),
    spec('goLive.approvedOn', 'Approved on', 'date', 4),
    spec('goLive.approvedReference', 'Reference of the decision', 'text', 4),
    spec('goLive.latestPermittedDate', 'Latest permitted date', 'date', 4),
    spec('goLive.actualDate', 'Went live on', 'date', 4),
    spec('goLive.reason', 'Why off the slot', 'text', 8),
    spec('closedOn', 'Closed on', 'date', 4, { hint: 'Its findings then stand as of its decision.' }),
  ],
  identity: [
    spec('name', 'Name', 'text', 12),
    spec('kind', 'Type', 'choice', 6, { options: options(['system', 'documentation']) }),
    spec('slot', 'Slot', 'text', 6, { hint: 'Such as 2026-06; empty: ad-hoc (§3).' }),
    spec('technicalSpecifications', 'Technical Specifications Release', 'yesNo', 6),
    spec('impactsDccSystems', 'Impacts DCC Systems', 'yesNo', 6),
    spec('classification', 'Classification', 'text', 6),
    spec('adHocReason', 'Why ad-hoc', 'text', 6),
    spec('userImpact', 'What Users will notice', 'long', 12),
    spec('about', 'What readers must know of these facts', 'long', 12),
    spec('policies', 'Policies that were followed', 'rows', 12, {
      hint: 'The Release Management Policy, for instance, and in which version (§1).',
      parts: [spec('name', 'Policy', 'text', 5), spec('version', 'Version', 'text', 3), spec('on', 'Of', 'date', 4)],
    }),
    onBehalfSpec,
  ],
  longerPeriods: [
    spec('tad.longerPeriods.toTagMonths', 'TAD to the TAG, months', 'number', 3),
    spec('tad.longerPeriods.publishedMonths', 'TAD published, months', 'number', 3),
    spec('tad.longerPeriods.why', 'Why longer', 'text', 6),
  ],
  userTesting: [
    spec('userTesting.planned', 'User testing is planned', 'yesNo', 4),
    spec('userTesting.from', 'From', 'date', 4),
    spec('userTesting.to', 'To', 'date', 4),
  ],
  transition: [
    spec('transition.deployment', 'Deployment', 'long', 12),
    spec('transition.backOut', 'Back-out', 'long', 12),
    spec('transition.earlyLifeSupport', 'Early-life support', 'long', 12),
  ],
  ifNotGo: [
    spec('ifNotGo.consequence', 'If the answer is not yet', 'long', 12),
    spec('ifNotGo.lastMomentToStop', 'Last moment to stop', 'text', 12),
  ],
  recommendation: [
    spec('recommendation.wording', 'The CSC is asked to agree', 'long', 12),
    spec('recommendation.secas', 'SECAS recommends', 'long', 6),
    spec('recommendation.dcc', 'The DCC recommends', 'long', 6),
  ],
  publication: [
    spec('publication.releasesPageOn', 'Scope on the Releases page', 'date', 4),
    spec('publication.releasesPageAddress', 'Its web address', 'text', 8),
    spec('publication.documentsLinkedOn', 'RID and TAD linked', 'date', 4),
    spec('publication.documentsLinkedAddress', 'Their web address', 'text', 8),
    spec('publication.technicalSpecificationsOn', 'Technical Specifications', 'date', 4),
    spec('publication.technicalSpecificationsAddress', 'Web address of the specifications', 'text', 8),
    spec('publication.testingInformationOn', 'Testing information', 'date', 4),
    spec('publication.testingInformationAddress', 'Web address of the testing information', 'text', 8),
  ],
} satisfies Record<string, readonly FieldSpec[]>;

type Section = keyof typeof releaseSpecs;

/** Where each of these panels stands. */
const screenOfSection: Readonly<Record<Section, Screen>> = {
  goLive: 'dates',
  identity: 'dates',
  longerPeriods: 'dates',
  userTesting: 'dates',
  publication: 'dates',
  transition: 'conditions',
  ifNotGo: 'conditions',
  recommendation: 'pack',
};

/** The screen that shows a field of the release, or the first part of it; null where none does. */
export function screenOfReleaseField(field: string): Screen | null {
  const sections = Object.keys(releaseSpecs) as Section[];
  const found = sections.find((section) =>
    releaseSpecs[section].some((one) => one.field === field || one.field.startsWith(`${field}.`)),
  );
  return found ? screenOfSection[found] : null;
}
