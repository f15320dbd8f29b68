import { compareNatural } from '../../foundation/naturalOrder.ts';
import { isBlank } from '../../foundation/words.ts';
import type { RidVersion } from '../../records/documents.ts';
import { type Dated, ridVersions } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';

/** `; RID version 1.0 came before it, and its day is not recorded`: the first that has a day need not be the first (§4.2). */
export function undatedBefore(context: RuleContext, { version, on }: Dated<RidVersion>): string {
  const number = version.version;
  if (on === null || number === null || isBlank(number)) return '';
  const before = ridVersions(context).find((one) => isUndated(one) && !isDraft(one) && isNumberedBefore(one, number));
  return before ? `; RID version ${before.version?.trim()} came before it, and its day is not recorded` : '';
}

function isUndated({ issuedOn, publishedOn }: RidVersion): boolean {
  return issuedOn === null && publishedOn === null;
}

/** Numbered below one: no RID is prepared with it. */
function isDraft({ version }: RidVersion): boolean {
  return /^\s*v?0(?!\d)/i.test(version ?? '');
}

function isNumberedBefore({ version }: RidVersion, number: string): boolean {
  return version !== null && !isBlank(version) && compareNatural(version, number) < 0;
}
