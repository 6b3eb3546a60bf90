'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { useId, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names';

export type PickerItem = {
  id: string;
  words: string;
  /** In a softer ink behind the words. */
  detail?: string | undefined;
  /** At the end of the row, such as the keys that do the same. */
  aside?: ReactNode;
};

export type PickerGroup<Item extends PickerItem> = { value: string; items: Item[] };

export type PickerProps<Item extends PickerItem> = {
  label: string;
  /** Keeps the label for screen readers, and as the placeholder. */
  isLabelHidden?: boolean;
  query: string;
  onQuery: (query: string) => void;
  /** Filtered already, in the order in which they are shown; the first row is the one that Enter takes. */
  groups: readonly PickerGroup<Item>[];
  onChoose: (item: Item) => void;
  /** Shown in place of the rows. */
  emptyWords: ReactNode;
  /** One line below the rows, told to screen readers as it changes. */
  status?: ReactNode;
  /** The height of the rows, which never changes: `h-60`. */
  height: string;
  input?: RefObject<HTMLInputElement | null>;
};

/** A field that narrows the rows below it; arrows move between them, Enter takes one. */
export function Picker<Item extends PickerItem>(props: PickerProps<Item>) {
  const {
    label,
    isLabelHidden = false,
    query,
    onQuery,
    groups,
    onChoose,
    emptyWords,
    status,
    height,
    input,
  } = props;
  const id = useId();
  const shown = groups.filter(({ items }) => items.length > 0);
  return (
    <Autocomplete.Root
      inline
      open
      filter={null}
      items={shown}
      itemToStringValue={(item: Item) => item.words}
      value={query}
      onValueChange={(next, { reason }) => {
        if (reason !== 'item-press') onQuery(next);
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex flex-col gap-1 px-4 py-3">
        <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-medium'}>
          {label}
        </label>
        <Autocomplete.Input
          id={id}
          ref={input}
          placeholder={isLabelHidden ? label : undefined}
          maxLength={120}
          spellCheck={false}
          autoComplete="off"
          className="h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-soft"
        />
      </div>
      <div className={classNames('relative border-t border-line', height)}>
        <Autocomplete.Empty className="absolute inset-x-0 top-0 px-4 py-3 text-ink-soft empty:hidden">
          {emptyWords}
        </Autocomplete.Empty>
        <Autocomplete.List
          aria-label={label}
          className="h-full scroll-py-2 overflow-y-auto overscroll-contain py-1"
        >
          {(group: PickerGroup<Item>) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="eyebrow px-4 pt-2 pb-1">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(item: Item) => (
                  <Autocomplete.Item
                    key={item.id}
                    value={item}
                    onClick={() => onChoose(item)}
                    className="grid min-h-10 cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-4 py-1 outline-none data-highlighted:bg-accent-soft data-highlighted:shadow-[inset_3px_0_0_var(--accent)]"
                  >
                    <span className="line-clamp-2">
                      {item.words}
                      {item.detail ? <span className="text-ink-soft"> {item.detail}</span> : null}
                    </span>
                    {item.aside}
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
      <Autocomplete.Status className="min-h-9 border-t border-line px-4 py-2 text-[13px] text-ink-soft">
        {status}
      </Autocomplete.Status>
    </Autocomplete.Root>
  );
}
