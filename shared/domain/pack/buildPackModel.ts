import { buildAddendumModel } from './addendum/addendumModel.ts';
import type { DocumentModel, PackFace, PackModel, Section } from './blocks.ts';
import { decisionSection, decisionTitle } from './decision/decisionPage.ts';
import { type DecisionLimits, decisionLimits } from './decision/limits.ts';
import { editionWords, kickerOf, readingMark } from './editions/editionWords.ts';
import { faceOf, meetingWords } from './face.ts';
import { type PackContext, type PackSeal, packContextOf, unsealed } from './packContext.ts';
import type { PackSnapshot } from './packSnapshot.ts';
import { buildPaperModel } from './paper/paperModel.ts';
import { buildRecordModel } from './record/recordModel.ts';
import { conditionsSection } from './sections/conditions.ts';
import { consultationSection } from './sections/consultation.ts';
import { coverSection } from './sections/cover.ts';
import { coverageSection } from './sections/coverageMatrix.ts';
import { criteriaSection } from './sections/criteria.ts';
import { matrixSection } from './sections/criteriaMatrix.ts';
import { evidenceSection } from './sections/evidenceRegister.ts';
import { findingsSection } from './sections/findings.ts';
import { howToCheckSection } from './sections/howToCheck.ts';
import { identitySection } from './sections/identity.ts';
import { leadTimesSection } from './sections/leadTimes.ts';
import { leftOutSection } from './sections/leftOut.ts';
import { publicationSection } from './sections/publication.ts';
import { readingSection } from './sections/readingCopy.ts';
import { recommendationSection } from './sections/recommendation.ts';
import { ridSection } from './sections/rid.ts';
import { scopeSection } from './sections/scope.ts';
import { sinceLastSection } from './sections/sinceLast.ts';
import { testingSection } from './sections/testing.ts';
import { transitionSection } from './sections/transition.ts';
import { wordsSection } from './sections/wordsAndBodies.ts';

const generous = decisionLimits[0] as DecisionLimits;

/**
 * Everything the pack says, in its order, as typed blocks (`docs/domain.md`, "What the pack holds"). Pure: the same
 * snapshot and seal give the same model.
 */
export function buildPackModel(snapshot: PackSnapshot, seal: PackSeal = unsealed): PackModel {
  const context = packContextOf(snapshot, seal);
  const since = sinceLastSection(context);
  return {
    face: packFace(context),
    kicker: kickerOf(snapshot),
    cover: coverSection(context, snapshot.facts.release.name),
    decision: decisionSection(context, generous),
    sections: [
      ...(since ? [since] : []),
      identitySection(context),
      scopeSection(context),
      leadTimesSection(context),
      ridSection(context),
      testingSection(context),
      matrixSection(context),
      coverageSection(context),
      criteriaSection(context),
      consultationSection(context),
      transitionSection(context),
      conditionsSection(context),
      publicationSection(context),
      findingsSection(context),
      ...(snapshot.identity.leftOut ? [leftOutSection(snapshot.identity.leftOut)] : []),
      evidenceSection(context),
      ...(seal.appended ? [readingSection(context, seal.appended)] : []),
      wordsSection(),
      howToCheckSection(context),
    ],
  };
}

/** Any file that is made from a snapshot, told by its identity: a pack, a paper, an addendum, a decision record. */
export function buildDocument(snapshot: PackSnapshot, seal: PackSeal = unsealed): DocumentModel {
  const { document } = snapshot.identity;
  if (document === undefined) return buildPackModel(snapshot, seal);
  const context = packContextOf(snapshot, seal);
  switch (document.kind) {
    case 'paper':
      return buildPaperModel(context, document);
    case 'addendum':
      return buildAddendumModel(context, document);
    case 'decision':
      return buildRecordModel(context, document);
  }
}

/** A decision page, and the section that prints whole what it cuts of the recommendations; null where it cuts nothing. */
export interface FittedDecision {
  readonly decision: Section;
  readonly whole: Section | null;
}

/** The decision page with each of the limits, from the most generous: the drawing floor takes the first that fits. */
export function buildDecisions(snapshot: PackSnapshot, seal: PackSeal = unsealed): readonly FittedDecision[] {
  const context = packContextOf(snapshot, seal);
  return decisionLimits.map((limits) => ({
    decision: decisionSection(context, limits),
    whole: limits.ask === null ? null : recommendationSection(context),
  }));
}

function packFace(context: PackContext): PackFace {
  const { identity } = context.snapshot;
  const edition = identity.edition === 'full' ? '' : ` · ${editionWords[identity.edition]}`;
  return faceOf(context, {
    status: `${identity.final ? 'Final' : 'Draft'}${edition}`,
    final: identity.final,
    meeting: identity.meeting ? meetingWords('CSC', identity.meeting) : null,
    title: `${context.facts.release.name}: Go-Live pack${edition.replace(' · ', ', ')}`,
    subject: identity.edition === 'reading' ? `${readingMark}. ${decisionTitle(context)}` : decisionTitle(context),
  });
}
