import { z } from 'zod';
import { choices, day, inParts, line, number, rows } from './control.ts';
import { field, listOfParts, part, partsOf, perPart } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { documentFile, webAddress } from './recurring.ts';
import { date, someOf, text, unknowable } from './schemas.ts';

/** What a version of the Release Implementation Document holds (§4.2, §5.1). */
export const ridContents = [
  'implementationPlan',
  'impacts',
  'cost',
  'testingApproach',
  'goLiveCriteria',
  'tad',
] as const;

const ridContentWords = {
  implementationPlan: 'implementation plan',
  testingApproach: 'testing approach',
  goLiveCriteria: 'Go-Live criteria',
  tad: 'TAD',
};

export const ridVersion = kind({
  noun: 'RID version',
  kept: { path: ['rid', 'versions'], area: 'scope', owner: 'SECAS' },
  key: (r) => r.version ?? r.issuedOn ?? '?',
  unique: [],
  fields: {
    version: field(text, { label: 'Version', owner: 'SECAS', publish: said, clone: 'fresh', control: line(3) }),
    issuedOn: field(date, { label: 'Issued on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(3) }),
    publishedOn: field(date, { label: 'Published on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(3) }),
    reason: field(text, { label: 'Reason', owner: 'SECAS', publish: said, clone: 'fresh', control: line(3) }),
    contains: field(someOf(ridContents), {
      label: 'Contains',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: choices(12),
      inTable: {
        implementationPlan: 'Implementation plan',
        impacts: 'Impacts',
        cost: 'Cost',
        testingApproach: 'Testing approach',
        goLiveCriteria: 'Go-Live criteria',
        tad: 'TAD',
      },
      words: ridContentWords,
    }),
    /** What the release costs, in words and as an amount in pounds (§4.2). */
    cost: field(
      unknowable(
        partsOf({
          text: part(text, { label: 'Cost, in words', publish: said, control: line(8) }),
          amount: part(unknowable(z.number().min(0)), { label: 'Cost, in pounds', publish: asIs, control: number(4) }),
        }),
      ),
      { label: 'Cost', owner: 'SECAS', publish: perPart, clone: 'fresh', control: inParts },
    ),
    /** One date of the implementation plan (§4.2, §5.1). */
    keyDates: field(
      listOfParts({
        what: part(text, { label: 'What', told: 'Key date', publish: said, control: line(8) }),
        on: part(date, { label: 'On', publish: asIs, control: day(4) }),
      }),
      {
        label: 'Key dates of the implementation plan',
        owner: 'SECAS',
        publish: perPart,
        clone: 'fresh',
        control: rows(12),
      },
    ),
    document: documentFile('SECAS'),
    address: webAddress('SECAS'),
  },
});
