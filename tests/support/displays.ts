/** The screens that `npm test` started for its windows; none where they open on the one that is there. */
export const displays = (): readonly string[] => (process.env.SEC_GOLIVE_DISPLAYS ?? '').split(',').filter(Boolean);
