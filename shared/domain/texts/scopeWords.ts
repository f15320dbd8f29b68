import { formatDate } from '../calendar/calendarDate.ts';
import { wordFor } from '../catalogue/words.ts';
import { isBlank, joinWords } from '../foundation/words.ts';
import type { Modification } from '../records/modification.ts';
import { modificationKey } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { fellOutBy, isApproved, isImplemented } from '../rulebook/context/scopeIndex.ts';
import { isWebAddress, linked, paragraph, piece, type TextBlock, type Words } from './textModel.ts';

/** `MP150: Removing Table 28c from the GBCS (approved on 1 March 2026).`, leading to the modification's own page. */
export function modificationInWords(one: Modification, context: Pick<RuleContext, 'facts' | 'asOf'>): Words {
  const title = isBlank(one.title) ? '' : `: ${(one.title ?? '').trim()}`;
  return [linked(`${modificationKey(one)}${title}`, one.address), piece(` (${statusInWords(one, context)}).`)];
}

function statusInWords(one: Modification, { facts, asOf }: Pick<RuleContext, 'facts' | 'asOf'>): string {
  // Rejected, withdrawn or delayed, it is in scope as long as that is what is recorded (§4.3).
  if (one.status !== null && fellOutBy(one, asOf)) return wordFor(one.status);
  const approved = isApproved(one, asOf);
  if (approved === null) return 'its approval is not recorded yet';
  if (!approved) return 'not approved yet';
  if (isImplemented(one, facts.release, asOf)) return 'implemented';
  return one.approvedOn === null ? 'approved' : `approved on ${formatDate(one.approvedOn)}`;
}

/** Of which modifications the page is not known: said once for all of them. */
export function unlinkedPages(modifications: readonly Modification[]): readonly TextBlock[] {
  const silent = modifications.filter((one) => !isWebAddress(one.address)).map(modificationKey);
  if (silent.length === 0) return [];
  const words =
    silent.length === 1
      ? `The web page of ${silent[0]} is not recorded yet.`
      : `The web pages of ${joinWords(silent)} are not recorded yet.`;
  return [paragraph(words)];
}

/** `SEC Schedule 8 version 4.1 to 4.2`: which documents a modification changes, as far as that is recorded. */
export function documentsInWords({ documents }: Modification): readonly string[] {
  return (documents ?? []).flatMap(({ document, from, to }) => {
    if (isBlank(document)) return [];
    const versions = [
      isBlank(from) ? null : `from version ${(from ?? '').trim()}`,
      isBlank(to) ? null : `to version ${(to ?? '').trim()}`,
    ].filter((part) => part !== null);
    return [[(document ?? '').trim(), ...versions].join(' ')];
  });
}

export function impactsInWords({ impacts }: Modification): string {
  if (impacts === null) return 'what it impacts is not recorded yet';
  if (impacts.length === 0) return 'it is recorded to impact nothing';
  return `it impacts ${joinWords(impacts.map(wordFor))}`;
}
