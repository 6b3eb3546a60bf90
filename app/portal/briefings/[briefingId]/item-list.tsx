'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useFieldArray, useFormContext, type FieldArray } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { DraggableItems } from '@/ui/draggable-items';
import { fieldId } from '@/ui/field-id';
import { ItemFrame } from '@/ui/item-frame';
import { Block } from './block';
import { useEditing } from './editing';

export type ListName =
  'facts' | 'unknowns' | 'statements' | 'assurances' | 'neverSay' | 'qa' | 'intake' | 'escalateWhen';

const AT_MOST = 60;

export type ItemListProps<Name extends ListName> = {
  name: Name;
  /** One of them: "fact". */
  noun: string;
  hint: ReactNode;
  /** A new, empty item with an id of its own. */
  blank: () => BriefingContent[Name][number];
  /** What stands below the items. */
  foot?: ReactNode;
  /** The fields of the item at this place. */
  children: (index: number) => ReactNode;
};

type Removed<Name extends ListName> = { index: number; item: FieldArray<BriefingContent, Name> };

/** A block of the briefing whose items can be added, removed, brought back and moved, by keyboard and by thumb. */
export function ItemList<Name extends ListName>(props: ItemListProps<Name>) {
  const { name, noun, hint, blank, foot, children } = props;
  const { control, getValues } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  const { fields, insert, remove, move } = useFieldArray<BriefingContent, Name, 'key'>({
    control,
    name,
    keyName: 'key',
  });
  const isFull = fields.length >= AT_MOST;
  const fullWords = `A briefing holds at most ${AT_MOST} of these.`;
  const [removed, setRemoved] = useState<Removed<Name> | null>(null);
  const [news, setNews] = useState('');
  const focusNext = useRef<string | null>(null);

  // Moving an item in the document takes the focus away from its button: it is given back here.
  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [fields]);

  const add = (index: number) => {
    if (isFull) return setNews(fullWords);
    setRemoved(null);
    insert(index, blank() as FieldArray<BriefingContent, Name>);
    setNews(`New ${noun}, ${index + 1} of ${fields.length + 1}.`);
  };
  const takeOut = (index: number) => {
    const item = getValues(name)[index] as FieldArray<BriefingContent, Name> | undefined;
    if (item === undefined) return;
    setRemoved({ index, item });
    focusNext.current = `${fieldId(name)}-undo`;
    remove(index);
  };
  const drag = (from: number, to: number) => {
    move(from, to);
    setRemoved(null);
  };
  const moveTo = (from: number, to: number) => {
    move(from, to);
    const isAtEdge = to === 0 || to === fields.length - 1;
    const direction = isAtEdge ? (to === 0 ? 'down' : 'up') : to < from ? 'up' : 'down';
    focusNext.current = `${fieldId(name)}-${to}-${direction}`;
    setNews(`Moved to place ${to + 1} of ${fields.length}.`);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    add(index + 1);
  };

  return (
    <Block name={name} count={fields.length} hint={hint} problem={problemOf(name)}>
      <DraggableItems
        listId={`drag-${name}`}
        noun={noun}
        itemIds={fields.map(({ key }) => key)}
        onMove={drag}
      >
        <ol className="flex flex-col gap-3 empty:hidden">
          {fields.map((field, index) => (
            <ItemFrame
              key={field.key}
              dragId={field.key}
              idPrefix={`${fieldId(name)}-${index}`}
              title={`${noun} ${index + 1}`}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onUp={() => moveTo(index, index - 1)}
              onDown={() => moveTo(index, index + 1)}
              onRemove={() => takeOut(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {children(index)}
            </ItemFrame>
          ))}
        </ol>
      </DraggableItems>
      {foot}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          id={fieldId(name)}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => add(fields.length)}
          className="max-sm:min-h-11"
        >
          Add {noun}
        </Button>
        {isFull ? <p className="font-medium text-medium">{fullWords}</p> : null}
        {removed ? (
          <Button
            id={`${fieldId(name)}-undo`}
            variant="quiet"
            className="max-sm:min-h-11"
            onClick={() => {
              insert(removed.index, removed.item);
              setRemoved(null);
              setNews(`${noun} ${removed.index + 1} is back.`);
            }}
          >
            Undo removing {noun} {removed.index + 1}
          </Button>
        ) : null}
        <p role="status" className="sr-only">
          {news}
        </p>
      </div>
    </Block>
  );
}
