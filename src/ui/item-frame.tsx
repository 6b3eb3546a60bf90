'use client';

import { useSortable } from '@dnd-kit/sortable';
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { Button, buttonClasses } from './button';
import { classNames } from './class-names';

export type ItemFrameProps = {
  /** What the list drags it by. */
  dragId: string;
  idPrefix: string;
  /** "Fact 2" */
  title: string;
  isFirst: boolean;
  isLast: boolean;
  onUp: () => void;
  onDown: () => void;
  onRemove: () => void;
  onKeyDown: KeyboardEventHandler;
  children: ReactNode;
};

/** One item of a block with its own buttons, and a handle to drag it by. */
export function ItemFrame(props: ItemFrameProps) {
  const { dragId, idPrefix, title, isFirst, isLast, onUp, onDown, onRemove, onKeyDown, children } = props;
  const isAlone = isFirst && isLast;
  const sortable = useSortable({ id: dragId, disabled: isAlone });
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    sortable;
  const size = 'size-9 px-0! max-sm:size-11';
  return (
    <li
      ref={setNodeRef}
      onKeyDown={onKeyDown}
      style={{
        transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
        transition,
      }}
      className={classNames(
        'rounded-md border bg-raised p-3',
        isDragging ? 'relative z-10 border-accent shadow-lg' : 'border-line',
      )}
    >
      <div className="-mt-1 -mr-1 mb-1 flex items-center gap-1">
        {isAlone ? null : (
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={`Drag ${title} to another place`}
            className={classNames(
              buttonClasses('quiet'),
              size,
              '-ml-1 cursor-grab! touch-none text-ink-soft! active:cursor-grabbing!',
            )}
          >
            <GripVertical aria-hidden className="size-4" />
          </button>
        )}
        <h3 className="mr-auto text-[13px] font-medium text-ink-soft first-letter:uppercase">{title}</h3>
        <Button
          id={`${idPrefix}-up`}
          variant="quiet"
          className={size}
          disabled={isFirst}
          aria-label={`Move ${title} up`}
          title="Move up"
          onClick={onUp}
          icon={<ArrowUp aria-hidden className="size-4" />}
        />
        <Button
          id={`${idPrefix}-down`}
          variant="quiet"
          className={size}
          disabled={isLast}
          aria-label={`Move ${title} down`}
          title="Move down"
          onClick={onDown}
          icon={<ArrowDown aria-hidden className="size-4" />}
        />
        <Button
          id={`${idPrefix}-remove`}
          variant="quiet"
          className={size}
          aria-label={`Remove ${title}`}
          title="Remove"
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      </div>
      <div className="flex flex-col gap-3">{children}</div>
    </li>
  );
}
