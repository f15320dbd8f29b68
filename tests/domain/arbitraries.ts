import fc from 'fast-check';
import { z } from 'zod';
import { type CalendarDate, calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { releaseKinds, slotSchema } from '../../shared/domain/calendar/slots.ts';
import { severities } from '../../shared/domain/readiness/finding.ts';
import type { OtherRelease, Snapshot } from '../../shared/domain/readiness/snapshot.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import type { RulebookChange } from '../../shared/domain/rulebook/settings.ts';
import { testWorkingDays } from '../fixtures/facts.ts';

/** Any day of the calendar, mostly near the June 2026 slot so that dates meet each other. */
export const anyDate: fc.Arbitrary<CalendarDate> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.integer({ min: -500, max: 60 }).map((days) => plusDays(calendarDate('2026-06-25'), days)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 109_000 }).map((days) => plusDays(calendarDate('1900-01-01'), days)),
  },
  { weight: 1, arbitrary: fc.constantFrom('1900-01-01', '2199-12-31', '2024-02-29').map(calendarDate) },
);

const anySlot = fc
  .constantFrom('2026-06', '2026-02', '2026-11', '1900-02', '2199-11')
  .map((slot) => slotSchema.parse(slot));
const bodies = ['TAG', 'OPSG', 'Operations Group', 'csc', 'CSC', 'Panel', 'Authority', 'SSC', ' ', ''];
const words = [
  '',
  ' ',
  'x',
  'SIT',
  'email',
  'website',
  'not yet',
  'go',
  'EV-1@1',
  'June 2026',
  'line\nbreak',
  '“ü” 🦊',
  'type',
  'when',
];

/** Few references, so that records point at each other and collide. */
const pools: Readonly<Record<string, readonly string[]>> = {
  body: bodies,
  bodies: ['TAG', 'OPSG', 'SSC', 'testing advisory group'],
  reference: ['A-1', 'A-2', 'A-10', 'B'],
  criterion: ['A-1', 'A-2', 'Z'],
  criteria: ['A-1', 'A-2', 'A-10', 'Z'],
  evidence: ['A-1@1', 'A-1@2', 'A-2@1', 'B', 'Z@9', '@'],
  modification: ['A-1', 'A-1 part 2', 'Z'],
  subject: ['A-1', 'A-2', 'x'],
  rule: rules.filter((rule) => rule.coverable).map((rule) => rule.id),
  presentedBy: ['SECAS', 'DCC', 'x'],
  organisation: ['SECAS', 'DCC', 'x'],
  supersedes: ['A-1@1'],
};

/** An input for the schema, from the schema itself: a field that is added later is covered without a change here. */
function inputOf(schema: z.core.$ZodType, field: string): fc.Arbitrary<unknown> {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'default':
    case 'prefault':
      return fc.oneof(
        { weight: 5, arbitrary: inputOf(def.innerType, field) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
    case 'nullable':
      return fc.oneof(
        { weight: 4, arbitrary: inputOf(def.innerType, field) },
        { weight: 1, arbitrary: fc.constant(null) },
      );
    case 'optional':
      return fc.constant(undefined);
    case 'pipe':
      return inputOf(sectionOf(def.in), field);
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, inputOf(inner, name)])),
      );
    case 'array':
      return fc.array(inputOf(def.element, field), { maxLength: 4 });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc
        .oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 1_000_000_000, -30))
        .filter((value) => accepts(schema, value));
    case 'string':
      return textFor(schema, field);
    default:
      throw new Error(`No arbitrary for ${def.type} at ${field}`);
  }
}

/** A section or a list may be left out; here it mostly is not. */
function sectionOf(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  return def.type === 'optional' ? def.innerType : schema;
}

function textFor(schema: z.core.$ZodType, field: string): fc.Arbitrary<unknown> {
  if (accepts(schema, 'free text'))
    return fc.constantFrom(...(pools[field] ?? words)).filter((text) => accepts(schema, text));
  if (accepts(schema, '2026-06-25')) return anyDate;
  if (accepts(schema, '2026-06')) return anySlot;
  return fc.constantFrom('a'.repeat(64), 'b'.repeat(64)).filter((text) => accepts(schema, text));
}

function accepts(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

/** Whole releases: every field of every record, known or not. */
const anyFacts: fc.Arbitrary<ReleaseFacts> = inputOf(releaseFactsSchema, 'facts').map((input) =>
  releaseFactsSchema.parse(input),
);

const anyOther: fc.Arbitrary<OtherRelease> = fc.record({
  name: fc.constantFrom('November 2026 SEC Release', 'Ad-hoc', 'x'),
  kind: fc.option(fc.constantFrom(...releaseKinds)),
  slot: fc.option(anySlot),
  technicalSpecifications: fc.option(fc.boolean()),
  approvedDate: fc.option(anyDate),
});

const anyChange: fc.Arbitrary<RulebookChange> = fc.oneof(
  fc.record({
    what: fc.constant('severity' as const),
    rule: fc.constantFrom(...rules.map((rule) => rule.id), 'no.such-rule'),
    severity: fc.constantFrom(...severities),
    reason: fc.constant('because'),
  }),
  fc.record({
    what: fc.constant('leadTime' as const),
    leadTime: fc.constantFrom(
      'scopeSystem' as const,
      'scopeDocuments' as const,
      'tadToTag' as const,
      'tadPublished' as const,
    ),
    months: fc.integer({ min: 0, max: 60 }),
    reason: fc.constant('because'),
  }),
);

export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    facts: anyFacts,
    asOf: anyDate,
    final: fc.boolean(),
    otherReleases: fc.array(anyOther, { maxLength: 3 }),
    changes: fc.array(anyChange, { maxLength: 2 }),
    deadline: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ changes, deadline, ...rest }) => ({
    ...rest,
    workingDays: testWorkingDays,
    rulebook: {
      changes,
      paperDeadlines: [
        { body: 'CSC', workingDays: deadline },
        { body: 'TAG', workingDays: deadline },
      ],
    },
  }));
