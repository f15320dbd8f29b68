import type { Criterion } from '../../records/criterion.ts';

/** The names of the fields in a paper's form. Settled in the interface: other programs fill papers by them. */
export const paperReferenceField = 'paper/reference';

export const meetingFields = { on: 'meeting/on', reference: 'meeting/reference', by: 'meeting/by' } as const;

const viewParts = ['position', 'words', 'conditions'] as const;
type ViewPart = (typeof viewParts)[number];

/**
 * `view/0197…/words`: by the criterion's id, which no renaming changes. A full stop would part a field's name from its
 * parent's, so it stands in another way.
 */
export function viewField({ id, reference }: Pick<Criterion, 'id' | 'reference'>, part: ViewPart): string {
  return `view/${(id ?? reference).replaceAll('%', '%25').replaceAll('.', '%2E')}/${part}`;
}

/** Whether a field is one of an answer: a file that has lost all of them holds a form no more. */
export function isViewField(name: string): boolean {
  return name.startsWith('view/') && viewParts.some((part) => name.endsWith(`/${part}`));
}
