import { type FieldSpec, options, spec } from './fieldSpec.ts';

/** The fields of the release record, by screen. */
export const releaseSpecs = {
  goLive: [
    spec('goLive.approvedDate', 'Approved go-live date', 'date', 4),
    spec('goLive.approvedBy', 'Approved by', 'text', 4),
    spec('goLive.approvedOn', 'Approved on', 'date', 4),
    spec('goLive.latestPermittedDate', 'Latest permitted date', 'date', 4),
    spec('goLive.actualDate', 'Went live on', 'date', 4),
    spec('goLive.reason', 'Why off the slot', 'text', 4),
  ],
  identity: [
    spec('name', 'Name', 'text', 12),
    spec('kind', 'Type', 'choice', 12, { options: options(['system', 'documentation']) }),
    spec('technicalSpecifications', 'Technical Specifications Release', 'yesNo', 6),
    spec('impactsDccSystems', 'Impacts DCC Systems', 'yesNo', 6),
    spec('classification', 'Classification', 'text', 6),
    spec('adHocReason', 'Why ad-hoc', 'text', 6),
    spec('userImpact', 'What Users will notice', 'long', 12),
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
    spec('publication.releasesPageOn', 'Scope on the Releases page', 'date', 6),
    spec('publication.documentsLinkedOn', 'RID and TAD linked', 'date', 6),
    spec('publication.technicalSpecificationsOn', 'Technical Specifications', 'date', 6),
    spec('publication.testingInformationOn', 'Testing information', 'date', 6),
  ],
} satisfies Record<string, readonly FieldSpec[]>;
