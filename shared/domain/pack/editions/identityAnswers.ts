import { type Answers, publish, text, who, withhold } from './answers.ts';

const issued: Answers = { reference: publish, asOf: publish, sha256: publish };
const told = withhold('What changed, as the full edition tells it.', 'It is told anew from what is published.');

/** The same for what tells one pack from another; changes are told anew between two public snapshots. */
export const identityAnswers: Answers = {
  reference: publish,
  final: publish,
  number: publish,
  edition: publish,
  meeting: publish,
  acceptedBlockers: text,
  appVersion: publish,
  renderer: publish,
  previous: { ...issued, changes: told },
  lastSeen: { ...issued, body: who('was given it'), changes: told },
  document: {
    kind: publish,
    body: who('it is for'),
    meeting: publish,
    last: issued,
    changes: told,
    to: issued,
    evidence: told,
    moved: told,
    on: publish,
    pack: { ...issued, manifestSha256: publish },
  },
  editionOf: issued,
  leftOut: { record: publish, what: publish, why: publish },
};
