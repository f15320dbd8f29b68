import { profileSchema } from '../domain/records/profile.ts';
import { forWindow } from './method.ts';

export const profileMethods = {
  'profile.save': forWindow(profileSchema, profileSchema),
};
