import { formatDate } from '../calendar/calendarDate.ts';
import type { PackFace, PackModel, Section } from './blocks.ts';
import { decisionSection, questionOf } from './decision/decisionPage.ts';
import { type DecisionLimits, decisionLimits } from './decision/limits.ts';
import { type PackContext, type PackSeal, packContextOf, unsealed } from './packContext.ts';
import type { PackSnapshot } from './packSnapshot.ts';
import { conditionsSection } from './sections/conditions.ts';
import { consultationSection } from './sections/consultation.ts';
import { coverSection } from './sections/cover.ts';
import { criteriaSection } from './sections/criteria.ts';
import { matrixSection } from './sections/criteriaMatrix.ts';
import { evidenceSection } from './sections/evidenceRegister.ts';
import { findingsSection } from './sections/findings.ts';
import { howToCheckSection } from './sections/howToCheck.ts';
import { identitySection } from './sections/identity.ts';
import { leadTimesSection } from './sections/leadTimes.ts';
import { ridSection } from './sections/rid.ts';
import { scopeSection } from './sections/scope.ts';
import { testingSection } from './sections/testing.ts';
import { transitionSection } from './sections/transition.ts';

const generous = decisionLimits[0] as DecisionLimits;

/**
 * Everything the pack says, in its order, as typed blocks (`../shared/domain.md`, "What the pack holds"). Pure: the same
 * snapshot and seal give the same model.
 */
export function buildPackModel(snapshot: PackSnapshot, seal: PackSeal = unsealed): PackModel {
  const context = packContextOf(snapshot, seal);
  return {
    face: faceOf(context),
    cover: coverSection(context, snapshot.facts.release.name),
    decision: decisionSection(context, generous),
    sections: [
      identitySection(context),
      scopeSection(context),
      leadTimesSection(context),
      ridSection(context),
      testingSection(context),
      matrixSection(context),
      criteriaSection(context),
      consultationSection(context),
      transitionSection(context),
      conditionsSection(context),
      findingsSection(context),
      evidenceSection(context),
      howToCheckSection(context),
    ],
  };
}

/** The decision page with each of the limits, from the most generous: the drawing floor takes the first that fits. */
export function buildDecisions(snapshot: PackSnapshot, seal: PackSeal = unsealed): readonly Section[] {
  const context = packContextOf(snapshot, seal);
  return decisionLimits.map((limits) => decisionSection(context, limits));
}

function faceOf(context: PackContext): PackFace {
  const { snapshot, facts, asOf, classification, seal } = context;
  const { identity } = snapshot;
  return {
    release: facts.release.name,
    reference: identity.reference,
    status: identity.final ? 'Final' : 'Draft',
    final: identity.final,
    asOf,
    meeting: identity.meeting ? `CSC meeting of ${formatDate(identity.meeting)}` : null,
    classification: classification.mark,
    title: `${facts.release.name}: Go-Live pack`,
    subject: questionOf(context),
    keywords: [
      'SEC',
      'Go-Live',
      'CSC',
      facts.release.name,
      identity.reference,
      ...(seal.manifestSha256 ? [`manifest ${seal.manifestSha256}`] : []),
    ].join(', '),
    author: 'SECAS and the DCC',
    manifestSha256: seal.manifestSha256,
  };
}
