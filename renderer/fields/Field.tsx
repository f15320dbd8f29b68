import { Autocomplete, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect } from 'react';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { DateInput } from './dates/DateInput.tsx';
import { savingDates } from './dates/savingDates.ts';
import { FieldConflict } from './FieldConflict.tsx';
import type { FieldSpec } from './fieldSpec.ts';
import { RowsField } from './RowsField.tsx';
import { ShownField } from './ShownField.tsx';
import { SlotInput } from './SlotInput.tsx';
import { SpelledText } from './SpelledText.tsx';
import { savingSlots } from './savingSlots.ts';
import { type DraftKeeper, useAutosave } from './useAutosave.ts';

export interface FieldProps {
  readonly spec: FieldSpec;
  readonly value: unknown;
  /** `over`: the value that it was typed over. */
  readonly save: (value: unknown, over: unknown) => Promise<AppError | null>;
  /**
   * Words to offer in a list of tags or a text; null where none are ever offered. A text that may get some is the same
   * control before they come: one that turned into another would lose the cursor of whoever is in it.
   */
  readonly suggestions?: readonly string[] | null;
  readonly drafts?: DraftKeeper<unknown>;
  /** Of an empty date: what `+10wd` counts from; today where nothing is said. */
  readonly from?: CalendarDate | null;
  /** In a cell of a grid, whose heading is its label. */
  readonly cell?: CellPlace;
}

interface CellPlace {
  /** Whether the person has gone on from it; what they typed may still be on its way. */
  readonly isLeft: boolean;
  /** Called once nothing is on its way and nothing is left to be asked. */
  readonly settled: () => void;
}

const noDrafts: DraftKeeper<unknown> = { left: undefined, keep: () => undefined, leave: () => undefined };

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** One field with its label, its own saving, and its error beside it. An emptied field is *unknown*, never *no*. */
export function Field({ spec, value, save, suggestions = null, drafts = noDrafts, from = null, cell }: FieldProps) {
  const field = useAutosave<unknown>(value, savingAs(spec, save, from), drafts);
  const isSettled = cell?.isLeft === true && field.isSettled;
  useEffect(() => {
    if (isSettled) cell?.settled();
  });
  return (
    <>
      <Control
        spec={spec}
        field={field}
        suggestions={suggestions ?? spec.offers ?? null}
        from={from}
        isCell={cell !== undefined}
      />
      {field.theirs ? (
        <FieldConflict
          spec={spec}
          theirs={field.theirs.value}
          keepMine={field.keepMine}
          takeTheirs={field.takeTheirs}
        />
      ) : null}
    </>
  );
}

/** What is typed in words is saved as what it names, or refused with the reason. */
function savingAs(spec: FieldSpec, save: FieldProps['save'], from: CalendarDate | null): FieldProps['save'] {
  if (spec.type === 'date') return savingDates(save, from);
  return spec.type === 'slot' ? savingSlots(save) : save;
}

interface ControlProps {
  readonly spec: FieldSpec;
  readonly field: ReturnType<typeof useAutosave<unknown>>;
  readonly suggestions: readonly string[] | null;
  readonly from: CalendarDate | null;
  readonly isCell: boolean;
}

function Control({ spec, field, suggestions, from, isCell }: ControlProps) {
  const common = {
    ...(isCell ? { 'aria-label': spec.label, size: 'xs' } : { label: spec.label, description: spec.hint }),
    error: field.error,
    'data-field': spec.field,
  };
  const onEscape = (event: KeyboardEvent) => {
    // The first Escape gives back what stood here; the next one is for what is around the field; a cell is left by one.
    if (event.key === 'Escape' && field.restore() && !isCell) event.stopPropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) field.commit();
    onEscape(event);
  };
  const text = typeof field.value === 'string' ? field.value : '';
  const list = Array.isArray(field.value) ? (field.value as string[]) : [];
  switch (spec.type) {
    case 'text':
      // What exists is offered where a field names it; any other text can still be typed.
      return suggestions ? (
        <Autocomplete
          {...common}
          data={[...new Set(suggestions)]}
          value={text}
          onChange={(next) => field.type(orNull(next))}
          onOptionSubmit={(next) => field.commit(next)}
          onBlur={() => field.commit()}
          onKeyDown={onKey}
        />
      ) : (
        <TextInput
          {...common}
          value={text}
          onChange={(event) => field.type(orNull(event.currentTarget.value))}
          onBlur={() => field.commit()}
          onKeyDown={onKey}
        />
      );
    case 'long':
      return (
        <SpelledText label={spec.label} text={text} mend={(mended) => field.commit(mended)}>
          <Textarea
            {...common}
            autosize
            minRows={isCell ? 1 : 2}
            value={text}
            onChange={(event) => field.type(orNull(event.currentTarget.value))}
            onBlur={() => field.commit()}
            onKeyDown={onEscape}
          />
        </SpelledText>
      );
    case 'date':
      return (
        <DateInput
          {...common}
          value={text}
          from={from}
          change={(next) => field.type(orNull(next))}
          pick={(date) => field.commit(date)}
          onBlur={() => field.commit()}
          onKeyDown={onKey}
        />
      );
    case 'slot':
      return (
        <SlotInput
          {...common}
          value={text}
          change={(next) => field.type(orNull(next))}
          pick={(slot) => field.commit(slot)}
          onBlur={() => field.commit()}
          onKeyDown={onKey}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          allowDecimal={spec.field.endsWith('.amount')}
          allowNegative={spec.field.includes('days')}
          hideControls
          value={typeof field.value === 'number' ? field.value : ''}
          onChange={(next) => field.type(typeof next === 'number' ? next : null)}
          onBlur={() => field.commit()}
          onKeyDown={onKey}
        />
      );
    case 'yesNo':
      return (
        <Select
          {...common}
          placeholder="Not stated"
          clearable
          data={yesNo}
          value={field.value === true ? 'yes' : field.value === false ? 'no' : null}
          onChange={(next) => field.commit(next === null ? null : next === 'yes')}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          placeholder="Not stated"
          clearable
          searchable
          selectFirstOptionOnChange
          data={withOwn(spec, text)}
          value={text || null}
          onChange={(next) => field.commit(next)}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          placeholder={list.length === 0 ? 'Not stated' : ''}
          clearable
          searchable
          selectFirstOptionOnChange
          data={[...(spec.options ?? [])]}
          value={list}
          onChange={(next) => field.commit(next.length === 0 ? null : next)}
        />
      );
    case 'tags':
      return (
        <TagsInput
          {...common}
          wrapperProps={{ 'data-tags': true }}
          placeholder={list.length === 0 ? 'Type and press Enter' : ''}
          clearable
          data={[...new Set(suggestions ?? [])]}
          value={list}
          onChange={(next) => field.commit(next.length === 0 ? null : next)}
        />
      );
    case 'rows':
      return (
        <RowsField
          spec={spec}
          rows={Array.isArray(field.value) ? field.value : []}
          error={field.error}
          type={field.type}
          commit={field.commit}
        />
      );
    case 'shown':
      return <ShownField spec={spec} value={field.value} />;
    default:
      return assertNever(spec.type);
  }
}

/** A stored word that is not in the list is kept and shown, not dropped. */
function withOwn(spec: FieldSpec, value: string) {
  const options = [...(spec.options ?? [])];
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
