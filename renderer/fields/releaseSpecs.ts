import type { Area } from '../../shared/domain/catalogue/area.ts';
import { type ReleaseEntry, releaseEntries } from '../../shared/domain/catalogue/entries.ts';
import { type Section, sections } from '../../shared/domain/catalogue/sections.ts';
import type { FieldSpec } from './fieldSpec.ts';
import { inOrder } from './fieldSpecs.ts';

const names = Object.keys(sections) as Section[];

/** The fields of the release record, by the panel that shows them. */
export const releaseSpecs = Object.fromEntries(names.map((name) => [name, specsOfPanel(name)])) as Readonly<
  Record<Section, readonly FieldSpec[]>
>;

function specsOfPanel(panel: Section): readonly FieldSpec[] {
  return inOrder(
    releaseEntries.filter((entry) => panelOf(entry) === panel),
    sections[panel].form,
  );
}

function panelOf({ name, section }: ReleaseEntry): Section {
  return names.find((one) => (sections[one].form as readonly string[]).includes(name)) ?? section;
}

/** The screen that shows a field of the release, or the first part of it; null where none does. */
export function screenOfReleaseField(field: string): Area | null {
  const found = releaseEntries.find(({ name }) => name === field || name.startsWith(`${field}.`));
  return found ? sections[panelOf(found)].area : null;
}
