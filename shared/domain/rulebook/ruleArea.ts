/** What a rule speaks of. Where its findings are shown follows from this, in the window and in the pack. */
export type RuleArea =
  | 'goLive'
  | 'type'
  | 'scope'
  | 'scopeLeadTimes'
  | 'rid'
  | 'tad'
  | 'tadLeadTimes'
  | 'userTesting'
  | 'criteria'
  | 'evidence'
  | 'input'
  | 'submission'
  | 'decision'
  | 'conditions'
  | 'publication';
