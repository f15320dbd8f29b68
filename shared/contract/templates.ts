import { criteriaTemplatesSchema } from '../domain/records/criteriaTemplate.ts';
import { nothing } from './common.ts';
import { forWindow } from './method.ts';

export const templatesMethods = {
  'templates.get': forWindow(nothing, criteriaTemplatesSchema),
  'templates.save': forWindow(criteriaTemplatesSchema, criteriaTemplatesSchema),
};
