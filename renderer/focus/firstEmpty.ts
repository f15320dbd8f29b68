/** The field of a form that whoever opens it goes on with: the first that holds nothing; else the first. */
export function firstEmpty(panel: HTMLElement): HTMLElement | null {
  const fields = [...panel.querySelectorAll<HTMLInputElement>('[data-fields] :is(input, textarea):enabled')].filter(
    (field) => field.type !== 'hidden' && field.checkVisibility({ visibilityProperty: true }),
  );
  // What was chosen or tagged stands beside the cursor, not in it.
  const isEmpty = (field: HTMLInputElement) =>
    field.type !== 'checkbox' &&
    field.type !== 'radio' &&
    field.value === '' &&
    !field.closest('.mantine-InputWrapper-root')?.querySelector('.mantine-Pill-root');
  return fields.find(isEmpty) ?? fields[0] ?? null;
}
