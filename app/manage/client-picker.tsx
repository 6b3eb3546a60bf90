'use client';

import { Combobox } from '@base-ui/react/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, ChevronDown, X } from 'lucide-react';
import { useId, useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { useSettled } from './use-settled';

type Choice = { id: string; name: string };

export type ClientPickerProps = {
  value: string | null;
  onChange: (clientId: string | null) => void;
  label?: string;
  placeholder?: string;
  error?: string | undefined;
};

/** A client by name, searched on the server: a service may have thousands. */
export function ClientPicker(props: ClientPickerProps) {
  const { value, onChange, label = 'Client', placeholder = 'All clients', error } = props;
  const id = useId();
  const api = useTRPC();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery(
    api.clients.list.queryOptions({ ...(q ? { q } : {}), limit: 20 }, { placeholderData: keepPreviousData }),
  );
  const known = useQuery(
    api.clients.get.queryOptions({ clientId: value ?? '' }, { enabled: value !== null }),
  );
  const items: Choice[] = (found.data?.items ?? []).map(({ id: clientId, name }) => ({ id: clientId, name }));
  const chosen: Choice | null =
    value === null
      ? null
      : (items.find((item) => item.id === value) ?? { id: value, name: known.data?.name ?? '…' });

  return (
    <Combobox.Root
      items={items}
      value={chosen}
      filter={null}
      itemToStringLabel={(item: Choice) => item.name}
      isItemEqualToValue={(item: Choice, other: Choice) => item.id === other.id}
      onValueChange={(item) => onChange(item?.id ?? null)}
      onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : '')}
    >
      <div className="flex w-64 max-w-full flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {error ? (
          <p id={`${id}-error`} className="font-medium text-critical">
            {error}
          </p>
        ) : null}
        <Combobox.InputGroup
          className={`flex h-9 items-center rounded-md border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent ${error ? 'border-2 border-critical' : 'border-line-strong'}`}
        >
          <Combobox.Input
            id={id}
            aria-label={label}
            placeholder={placeholder}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            className="h-full min-w-0 flex-1 rounded-md bg-transparent px-2.5 outline-none placeholder:text-ink-faint"
          />
          <Combobox.Clear
            aria-label={`Clear ${label.toLowerCase()}`}
            className="inline-flex size-7 items-center justify-center rounded"
          >
            <X aria-hidden className="size-4" />
          </Combobox.Clear>
          <Combobox.Trigger
            aria-label={`Show ${label.toLowerCase()} list`}
            className="mr-1 inline-flex size-7 items-center justify-center rounded"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Combobox.Trigger>
        </Combobox.InputGroup>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50">
          <Combobox.Popup className="max-h-80 w-(--anchor-width) overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-lg outline-none">
            <Combobox.Status className="px-2 text-ink-soft not-empty:py-1.5">
              {found.isError ? `The clients cannot be searched. ${errorWords(found.error).words}` : null}
            </Combobox.Status>
            <Combobox.Empty className="px-2 text-ink-soft not-empty:py-1.5">
              {found.isSuccess ? 'No client of that name.' : null}
            </Combobox.Empty>
            <Combobox.List>
              {(item: Choice) => (
                <Combobox.Item
                  key={item.id}
                  value={item}
                  className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2 outline-none data-highlighted:bg-accent-soft"
                >
                  <span className="w-4">
                    <Combobox.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Combobox.ItemIndicator>
                  </span>
                  {item.name}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
