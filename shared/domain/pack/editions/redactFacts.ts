import { evidenceKey } from '../../records/evidence.ts';
import { keyOf } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { LeftOut } from '../packIdentity.ts';
import { shortened } from '../words.ts';
import type { People } from './people.ts';
import { isPublicFile, isPublicMark, publicMark } from './publicMarks.ts';

const notPublished = '(not published)';
const persons = 'Persons are not named in public.';
const commentWhy = 'It was made to SECAS, not to the public; whether it is answered stays.';

/** The facts of the public edition, and what it leaves out of them; names in free text are cleared afterwards. */
export function redactFacts(facts: ReleaseFacts, people: People): { facts: ReleaseFacts; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const omit = (record: string, what: string, why: string) => void leftOut.push({ record, what, why });
  /** The organisation in the place of a person; what is none stays. */
  const who = (name: string | null, record: string, role: string, fallback: string): string | null => {
    if (name === null) return null;
    const standIn = people.standIn(name, fallback);
    if (standIn === name) return name;
    people.remember(name, standIn);
    omit(record, `The name of who ${role}; “${standIn}” stands for it.`, persons);
    return standIn;
  };
  // First, for here the organisation stands beside the person.
  const submissions = facts.submissions.map((one) => {
    const record = `submission:${keyOf('submission', one)}`;
    return {
      ...one,
      presentedBy: one.presentedBy?.map((name) => who(name, record, 'presents it', 'a named person') ?? name) ?? null,
      signedOff:
        one.signedOff?.map((sign) => ({
          ...sign,
          by: who(sign.by, record, 'signed it off', sign.organisation ?? 'a named person'),
        })) ?? null,
    };
  });
  const redacted: ReleaseFacts = {
    ...facts,
    release: { ...facts.release, classification: publicMark },
    criteria: facts.criteria.map((one) => {
      const record = `criterion:${one.reference}`;
      const owner = who(one.owner, record, 'owns it', 'a named person');
      const side = owner ?? 'a named person';
      const { opinion, justifiedGap } = one;
      return {
        ...one,
        owner,
        opinion: opinion && { ...opinion, by: who(opinion.by, record, 'gave another opinion', 'a named person') },
        justifiedGap: justifiedGap && { ...justifiedGap, by: who(justifiedGap.by, record, 'stands for its gap', side) },
      };
    }),
    evidence: facts.evidence.map((one) => {
      const record = `evidence:${evidenceKey(one)}`;
      if (one.sha256 !== null && !isPublicFile(one))
        omit(record, 'Its file and the file’s name; the SHA-256 stays.', fileWhy(one));
      if (one.statusReason !== null) omit(record, 'The note on its status.', 'An internal note; the status stays.');
      return {
        ...one,
        provider: who(one.provider, record, 'provided it', 'a named person'),
        statusBy: who(one.statusBy, record, 'stated its status', 'SECAS'),
        statusReason: null,
        file: isPublicFile(one) ? one.file : null,
      };
    }),
    rid: {
      ...facts.rid,
      comments: facts.rid.comments.map((one) => {
        if (one.party !== null) people.remember(one.party, 'a Party');
        const hidden = (text: string | null) => (text === null ? null : notPublished);
        const party = one.party && 'a Party';
        const shown = { ...one, party, comment: hidden(one.comment), response: hidden(one.response) };
        omit(
          `ridComment:${keyOf('ridComment', shown)}`,
          'Who commented on the RID, the comment and the response.',
          commentWhy,
        );
        return shown;
      }),
    },
    conditions: facts.conditions.map((one) => {
      const record = `condition “${shortened(one.text ?? 'without text', 40)}”`;
      return {
        ...one,
        owner: who(one.owner, record, 'owns it', 'a named person'),
        mayDischarge: who(one.mayDischarge, record, 'may discharge it', 'a named person'),
        dischargedBy: who(one.dischargedBy, record, 'discharged it', 'a named person'),
      };
    }),
    risks: facts.risks.map((one) => ({
      ...one,
      owner: who(one.owner, `risk “${shortened(one.title ?? 'without title', 40)}”`, 'owns it', 'a named person'),
    })),
    submissions,
  };
  if (facts.release.classification !== null && !isPublicMark(facts.release.classification))
    omit(
      'release',
      `The mark of the full edition, ${facts.release.classification}.`,
      `What is left is for everybody: ${publicMark}.`,
    );
  return { facts: redacted, leftOut };
}

function fileWhy({ withheld, classification }: { withheld: boolean | null; classification: string | null }): string {
  if (withheld === true) return 'It is withheld.';
  return classification === null || classification.trim() === ''
    ? 'Nobody has marked it as public.'
    : `It is marked ${classification}.`;
}
