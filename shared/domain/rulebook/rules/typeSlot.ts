import { kindOfSlot, nameOfSlot, type ReleaseKind } from '../../calendar/slots.ts';
import { fieldOfRelease } from '../../findings/target.ts';
import type { Rule } from '../rule.ts';

export const typeSlot: Rule = {
  id: 'type.slot',
  area: 'type',
  severity: 'warning',
  basis: 'guidance',
  clause: '§3',
  title: 'The type of the release is that of its slot',
  meaning:
    'Of the three scheduled releases a year, February is a SEC Documentation Release, June and November are SEC System Releases. The slot is judged, never the approved or the actual date; an ad-hoc release has none.',
  formula: 'the stated type equals the type of the scheduled slot',
  example: 'A System Release in the slot of February 2028: not met.',
  coverable: false,
  withoutSubjects: 'An ad-hoc release has no slot that could ask for a type.',
  evaluate: (context) => {
    const { slot, kind } = context.facts.release;
    if (slot === null) return [];
    const slotKind = kindOfSlot(slot);
    const name = nameOfSlot(slot).replace(' SEC Release', '');
    const told = `the ${name} slot is that of a ${typeName(slotKind)}`;
    const open = { restsOn: [context.releaseRecord], waitsFor: 'SECAS', mendAt: fieldOfRelease('kind') };
    if (kind === null) {
      const sentence = `It is not stated whether this is a System or a Documentation Release; ${told} (§3).`;
      return [{ ...open, outcome: 'cannotTell', sentence, mend: 'State the type of the release.' }];
    }
    const { restsOn } = open;
    if (kind === slotKind) {
      return [{ restsOn, outcome: 'met', sentence: `This is a ${typeName(kind)}, as the ${name} slot asks (§3).` }];
    }
    const sentence = `This is recorded as a ${typeName(kind)}; ${told} (§3).`;
    return [{ ...open, outcome: 'notMet', sentence, mend: mendOf(kind) }];
  },
};

function mendOf(kind: ReleaseKind): string {
  return kind === 'documentation'
    ? 'Record it as a System Release, which may hold documents only (§2), or as ad-hoc.'
    : 'Record it as a Documentation Release, move it to a June or November slot, or record it as ad-hoc.';
}

function typeName(kind: ReleaseKind): string {
  return kind === 'system' ? 'System Release' : 'Documentation Release';
}
