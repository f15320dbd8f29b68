import { z } from 'zod';
import { releaseKinds } from '../calendar/slots.ts';

/** A criterion to begin with. Good practice, never a SEC rule: the guidance says that there are criteria, not which. */
const templateCriterionSchema = z.strictObject({
  text: z.string().trim().min(1, { error: 'is empty; word the criterion' }),
  owner: z.string().nullable(),
  family: z.string().nullable(),
  bodies: z.array(z.string()),
});
export type TemplateCriterion = z.output<typeof templateCriterionSchema>;

export const criteriaTemplatesSchema = z.record(z.enum(releaseKinds), z.array(templateCriterionSchema));
export type CriteriaTemplates = z.output<typeof criteriaTemplatesSchema>;

const one = (text: string, owner: string, family: string, ...bodies: string[]): TemplateCriterion => ({
  text,
  owner,
  family,
  bodies,
});

/** What a new store begins with; every line of it can be changed. */
export const defaultTemplates: CriteriaTemplates = {
  system: [
    one('Every planned System Integration Test was run, and its exit report is issued.', 'DCC', 'testing', 'TAG'),
    one('Every planned User Integration Test was run, and its exit report is issued.', 'DCC', 'testing', 'TAG'),
    one('Open test issues are within the maximums that the TAD sets for each severity.', 'DCC', 'testing', 'TAG'),
    one('A work-off plan is agreed for every issue that stays open.', 'DCC', 'testing', 'TAG', 'OPSG'),
    one('The back-out plan was rehearsed and finished inside the planned window.', 'DCC', 'operations', 'OPSG'),
    one(
      'The service desk is briefed on the release, its known issues and their workarounds.',
      'DCC',
      'operations',
      'OPSG',
    ),
    one('Early-life support is staffed and agreed.', 'DCC', 'operations', 'OPSG'),
    one('Users were told what changes for them, and when.', 'SECAS', 'documents', 'OPSG'),
    one('The legal text of every approved modification is ready to be published on the day.', 'SECAS', 'documents'),
  ],
  documentation: [
    one('The legal text of every approved modification is ready to be published on the day.', 'SECAS', 'documents'),
    one('The effect on Users is described, and they were told.', 'SECAS', 'documents', 'OPSG'),
  ],
};
