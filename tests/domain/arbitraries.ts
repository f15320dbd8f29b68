import { z } from 'zod';
import { type CalendarDate, calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { releaseKinds, slotSchema } from '../../shared/domain/calendar/slots.ts';
import { severities } from '../../shared/domain/findings/finding.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { signatureStates, submissionToSign } from '../../shared/domain/rulebook/context/signatureState.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import type { RulebookChange } from '../../shared/domain/rulebook/settings.ts';
import { type OtherRelease, otherModificationSchema, type Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';

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

/** What a field may hold: texts by the field's name, texts of every other, and days. */
interface Contents {
  readonly pools: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly string[];
  readonly dates: fc.Arbitrary<CalendarDate>;
  readonly numbers: fc.Arbitrary<number>;
  /** Words and flags that come more often than the others, by the field's name. */
  readonly often: Readonly<Record<string, readonly unknown[]>>;
}

/** An input for the schema, from the schema itself: a field that is added later is covered without a change here. */
function inputOf(schema: z.core.$ZodType, field: string, contents: Contents): fc.Arbitrary<unknown> {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'default':
    case 'prefault':
      return fc.oneof(
        { weight: 5, arbitrary: inputOf(def.innerType, field, contents) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
    case 'nullable':
      return fc.oneof(
        { weight: 4, arbitrary: inputOf(def.innerType, field, contents) },
        { weight: 1, arbitrary: fc.constant(null) },
      );
    case 'optional':
      return fc.constant(undefined);
    case 'pipe':
      return inputOf(sectionOf(def.in), field, contents);
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, inputOf(inner, name, contents)])),
      );
    case 'array':
      return fc.array(inputOf(def.element, field, contents), { maxLength: 4 });
    case 'enum':
      return oneOfThese(Object.values(def.entries), schema, contents.often[field]);
    case 'boolean':
      return oneOfThese([true, false], schema, contents.often[field]);
    case 'number':
      return contents.numbers.filter((value) => accepts(schema, value));
    case 'string':
      return textFor(schema, field, contents);
    default:
      throw new Error(`No arbitrary for ${def.type} at ${field}`);
  }
}

function oneOfThese(
  all: readonly unknown[],
  schema: z.core.$ZodType,
  often: readonly unknown[] = [],
): fc.Arbitrary<unknown> {
  const favoured = often.filter((value) => accepts(schema, value));
  return fc.constantFrom(...all, ...favoured, ...favoured, ...favoured);
}

/** A section or a list may be left out; here it mostly is not. */
function sectionOf(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  return def.type === 'optional' ? def.innerType : schema;
}

function textFor(schema: z.core.$ZodType, field: string, contents: Contents): fc.Arbitrary<unknown> {
  const { pools: named, words: others, dates } = contents;
  if (accepts(schema, 'free text'))
    return fc.constantFrom(...(named[field] ?? others)).filter((text) => accepts(schema, text));
  if (accepts(schema, '2026-06-25')) return dates;
  if (accepts(schema, '2026-06')) return anySlot;
  return fc.constantFrom('a'.repeat(64), 'b'.repeat(64)).filter((text) => accepts(schema, text));
}

function accepts(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

/** Whole releases: every field of every record, known or not. */
function factsOf(contents: Contents): fc.Arbitrary<ReleaseFacts> {
  return inputOf(releaseFactsSchema, 'facts', contents).map((input) => releaseFactsSchema.parse(input));
}

function otherOf(contents: Contents): fc.Arbitrary<OtherRelease> {
  return fc.record({
    name: fc.constantFrom('November 2026 SEC Release', 'Ad-hoc', 'Release 9'),
    kind: fc.option(fc.constantFrom(...releaseKinds)),
    slot: fc.option(anySlot),
    technicalSpecifications: fc.option(fc.boolean()),
    approvedDate: fc.option(contents.dates),
    modifications: fc
      .array(inputOf(otherModificationSchema, 'modifications', contents), { maxLength: 2 })
      .map((found) => found.map((one) => otherModificationSchema.parse(one))),
  });
}

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

function snapshotOf(contents: Contents): fc.Arbitrary<Snapshot> {
  return fc
    .record({
      facts: factsOf(contents),
      asOf: contents.dates,
      final: fc.boolean(),
      otherReleases: fc.array(otherOf(contents), { maxLength: 3 }),
      changes: fc.array(anyChange, { maxLength: 2 }),
      deadline: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ changes, deadline, ...rest }) => ({
      ...rest,
      ...signaturesIn(rest),
      workingDays: testWorkingDays,
      rulebook: {
        changes,
        paperDeadlines: [
          { body: 'CSC', workingDays: deadline },
          { body: 'TAG', workingDays: deadline },
        ],
      },
    }));
}

/**
 * What an engine would have found of the signatures: each state in its turn, and now and then nothing was looked for. It
 * follows from the rest, so that whatever is drawn for a seed stays as it is.
 */
function signaturesIn({ facts, asOf }: Pick<Snapshot, 'facts' | 'asOf'>): Pick<Snapshot, 'signatures'> {
  const signed = submissionToSign(facts, asOf)?.signatures ?? [];
  if (signed.length === 0 || facts.criteria.length % 4 === 3) return {};
  const first = facts.modifications.length;
  const signatures = signed.map(({ organisation, factsSha256 }, at) => ({
    organisation,
    factsSha256,
    fingerprint: null,
    state: facts.risks.length % 2 === 0 ? 'these facts' : (signatureStates[(first + at) % 3] ?? 'broken'),
  }));
  return { signatures };
}

/** Whole releases with anything in any field. */
export const anySnapshot: fc.Arbitrary<Snapshot> = snapshotOf({
  pools,
  words,
  dates: anyDate,
  numbers: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 1_000_000_000, -30)),
  often: {},
});

/** The days on which rules change their mind about a go-live on 25 June 2026, and their neighbours. */
const telling = ['2025-06-25', '2025-09-25', '2025-12-25', '2026-02-26', '2026-05-01', '2026-06-24', '2026-06-25'];
const tellingDate: fc.Arbitrary<CalendarDate> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ day: fc.constantFrom(...telling.map(calendarDate)), more: fc.integer({ min: -2, max: 3 }) })
      .map(({ day, more }) => plusDays(day, more)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -500, max: 40 }).map((days) => plusDays(calendarDate('2026-06-25'), days)),
  },
);

/** A user's own sentence: it may hold whatever our own sentences may not. */
const own = 'notMet since 2026-01-01, yet true but false. 1 days, nobody can tell “CSC” input.given';

/**
 * Whole releases as people write them: short names where a record is named, and anything at all in free text. For what is
 * said of them, which quotes free text and tells names as they are.
 */
export const spokenSnapshot: fc.Arbitrary<Snapshot> = snapshotOf({
  dates: tellingDate,
  numbers: fc.constantFrom(0, 1, 1, 2, 2, 12),
  often: { status: ['accepted'], selfStatus: ['met'], open: [true] },
  words: [own, own, ' ', 'Short text'],
  pools: {
    ...pools,
    name: ['June 2026 SEC Release', 'SIT', 'UIT'],
    body: ['CSC', 'CSC', 'TAG', 'OPSG', 'Operations Group', 'Panel', 'Authority', 'SSC', ' '],
    approvedBy: ['CSC', 'Panel', 'Authority', ' '],
    by: ['CSC', 'Panel', 'Authority', 'Kim', ' '],
    what: ['North', 'South', ' '],
    until: ['2026-11-05', 'June 2027', ' '],
    part: ['2', 'DSP elements'],
    version: ['1.0', '2.0', ' '],
    party: ['Party A', ' '],
    ridVersion: ['1.0', '2.0', ' '],
    paper: ['TAG_12', ' '],
    meeting: ['TAG 2026-05'],
    owner: ['DCC', 'SECAS', 'Kim', ' '],
    provider: ['DCC', 'SECAS'],
    dischargedBy: ['CSC', 'Kim'],
    phase: ['SIT', 'UIT'],
    outcome: ['go', 'not yet', 'go with conditions', ' '],
    channel: ['email', 'website', 'newsletter'],
    tells: ['type', 'when'],
    kinds: ['exit report', 'test report'],
    kind: ['exit report', 'test report'],
    source: ['TAD v2.0'],
    modification: ['A-1', 'A-2', 'B'],
    exitReport: ['A-1@1', 'A-2@1'],
    reference: ['A-1', 'A-2', 'A-10', 'B'],
    approvedReference: ['CSC_44'],
  },
});
