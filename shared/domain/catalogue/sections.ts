import type { Area } from './area.ts';
import type { Field } from './field.ts';
import {
  goLive,
  ifNotGo,
  longerPeriods,
  own,
  publication,
  recommendation,
  transition,
  userTesting,
} from './release.ts';

interface SectionFacts {
  readonly fields: Readonly<Record<string, Field>>;
  readonly path: readonly string[];
  readonly name: string | null;
  readonly area: Area;
  readonly form: readonly string[];
}

/**
 * The single sections of a release: their fields, where they stand in the release file, how the record names them, and
 * the panel that shows them. A panel may show a field of another section; what none names stands in its section's own.
 */
export const sections = {
  goLive: {
    fields: goLive,
    path: ['release', 'goLive'],
    name: 'goLive',
    area: 'dates',
    form: [
      'goLive.approvedDate',
      'goLive.approvedBy',
      'goLive.approvedOn',
      'goLive.approvedReference',
      'goLive.latestPermittedDate',
      'goLive.actualDate',
      'goLive.reason',
      'closedOn',
    ],
  },
  identity: {
    fields: own,
    path: ['release'],
    name: null,
    area: 'dates',
    form: [
      'name',
      'kind',
      'slot',
      'adHocReason',
      'technicalSpecifications',
      'impactsDccSystems',
      'classification',
      'userImpact',
      'about',
      'policies',
    ],
  },
  longerPeriods: {
    fields: longerPeriods,
    path: ['tad', 'longerPeriods'],
    name: 'tad.longerPeriods',
    area: 'dates',
    form: [],
  },
  userTesting: { fields: userTesting, path: ['userTesting'], name: 'userTesting', area: 'dates', form: [] },
  transition: { fields: transition, path: ['transition'], name: 'transition', area: 'conditions', form: [] },
  ifNotGo: { fields: ifNotGo, path: ['release', 'ifNotGo'], name: 'ifNotGo', area: 'conditions', form: [] },
  recommendation: { fields: recommendation, path: ['recommendation'], name: 'recommendation', area: 'pack', form: [] },
  publication: { fields: publication, path: ['publication'], name: 'publication', area: 'dates', form: [] },
} as const satisfies Readonly<Record<string, SectionFacts>>;

export type Section = keyof typeof sections;

/** No two releases of one store share it. */
export const releaseUnique: readonly string[] = ['name'];
