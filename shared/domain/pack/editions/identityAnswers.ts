import { type Answers, asIs, said, who, withhold } from '../../catalogue/publish.ts';

const issued: Answers = { reference: asIs, asOf: asIs, sha256: asIs };
const told = withhold('What changed, as the full edition tells it.', 'It is written anew from what is published.');

/** The same for what tells one pack from another; changes are told anew between two public snapshots. */
export const identityAnswers: Answers = {
  reference: asIs,
  final: asIs,
  number: asIs,
  edition: asIs,
  meeting: asIs,
  acceptedBlockers: said,
  appVersion: asIs,
  renderer: asIs,
  previous: { ...issued, changes: told, groups: { title: told, count: told } },
  later: issued,
  lastSeen: { ...issued, body: who('was given it'), changes: told },
  document: {
    kind: asIs,
    body: who('it is for'),
    meeting: asIs,
    answers: asIs,
    last: issued,
    changes: told,
    to: issued,
    evidence: told,
    moved: told,
    on: asIs,
    pack: { ...issued, manifestSha256: asIs },
    issuedLater: { reference: asIs, issuedOn: asIs },
  },
  editionOf: issued,
  leftOut: { record: asIs, what: asIs, why: asIs },
};
