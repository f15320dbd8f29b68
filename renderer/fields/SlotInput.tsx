import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { everySlot, isSlot, ruleDateOf, type Slot, slotInWords } from '../../shared/domain/calendar/slots.ts';
import { hasWholeYear, slotNamed, slotsToOffer } from './slotChoice.ts';

interface SlotInputProps extends Omit<AutocompleteProps, 'value' | 'onChange' | 'data' | 'onOptionSubmit'> {
  /** `YYYY-02`, `YYYY-06` or `YYYY-11`; a text that names no slot, as it was typed; or nothing. */
  readonly value: string;
  /** Told the slot as soon as what is typed names one with its whole year, or is left; and otherwise what is typed. */
  readonly change: (value: string) => void;
  /** A slot that was chosen from the list. */
  readonly pick: (slot: Slot) => void;
}

/** A slot as people read and write it: `November 2021` at rest; `nov 21` and `2021-11` are understood as well. */
export function SlotInput({ value, change, pick, ...input }: SlotInputProps) {
  /** What is being typed; null: at rest. */
  const [typed, setTyped] = useState<string | null>(null);
  const today = londonDay(Date.now());
  const offered = slotsToOffer(Number(today.slice(0, 4)), (slot) => ruleDateOf(slot) >= today);
  /** `June 20` is on the way to `June 2026`, and names a slot only once it is left. */
  const leave = () => {
    const slot = typed === null || hasWholeYear(typed) ? null : slotNamed(typed, everySlot());
    setTyped(null);
    if (slot !== null) pick(slot);
    return slot !== null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'Enter' || !leave()) input.onKeyDown?.(event);
  };
  return (
    <Autocomplete
      {...input}
      openOnFocus={false}
      data={offered.map(slotInWords)}
      value={typed ?? (isSlot(value) ? slotInWords(value) : value)}
      onChange={(text) => {
        setTyped(text);
        change((hasWholeYear(text) ? slotNamed(text, everySlot()) : null) ?? text);
      }}
      onOptionSubmit={(text) => {
        const slot = slotNamed(text, offered);
        if (slot === null) return;
        setTyped(null);
        pick(slot);
      }}
      onBlur={(event) => {
        if (!leave()) input.onBlur?.(event);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
