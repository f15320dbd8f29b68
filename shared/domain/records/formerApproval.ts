type Fields = Readonly<Record<string, unknown>>;

const dateField = 'goLive.approvedDate';
const approvalFields = ['goLive.approvedBy', 'goLive.approvedOn', 'goLive.approvedReference', 'goLive.reason'] as const;

/**
 * An approval is of one date (§4.1): where another one is written, what was recorded of the former's approval does not pass
 * to it, and is cleared in the same change. What the change names itself is of the new date. Nobody's date had no approval.
 */
export function withoutFormerApproval(before: Fields, fields: Fields): Fields {
  const cleared = formerApproval(before, fields);
  return { ...fields, ...Object.fromEntries(cleared.map((field) => [field, null])) };
}

/** Which recorded fields are of the date that these fields replace, and not named in them. */
export function formerApproval(before: Fields, fields: Fields): readonly string[] {
  const former = before[dateField] ?? null;
  if (!(dateField in fields) || former === null || fields[dateField] === former) return [];
  return approvalFields.filter((field) => !(field in fields) && (before[field] ?? null) !== null);
}
