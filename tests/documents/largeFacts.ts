import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { factsWith } from '../fixtures/facts.ts';

/** A release with so many criteria that its pack has some pages for each; every text is invented. */
export function largeFacts(count: number, name = 'June 2026 SEC Release'): ReleaseFacts {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const sentence = (number: number, times: number) =>
    `Testing of part ${number} is complete, and what is open has been agreed with those who use it. `
      .repeat(times)
      .trim();
  return factsWith({
    release: { name, goLive: { approvedDate: '2026-06-25' } },
    criteria: numbers.map((number) => ({
      reference: `AC-${number}`,
      text: sentence(number, 1 + (number % 3)),
      rationale: `${sentence(number, 2)}\n${sentence(number, 1 + (number % 5))}`,
      owner: number % 2 ? 'DCC' : 'SECAS',
      bodies: ['TAG', 'OPSG'],
      selfStatus: number % 4 ? ('met' as const) : ('inProgress' as const),
    })),
    evidence: numbers.map((number) => ({
      reference: `EV-${number}`,
      title: `Report ${number} of the test phase`,
      criteria: [`AC-${number}`],
      status: 'accepted' as const,
    })),
    views: numbers.flatMap((number) =>
      ['TAG', 'OPSG'].map((body, at) => ({
        body,
        criterion: `AC-${number}`,
        askedOn: '2026-03-01',
        position: (number + at) % 2 ? ('doesNotSupport' as const) : ('supports' as const),
        on: '2026-04-01',
        wording: sentence(number, 1 + at),
      })),
    ),
    risks: numbers.map((number) => ({ title: `Risk ${number}`, level: 'Medium', impact: sentence(number, 1) })),
  });
}
