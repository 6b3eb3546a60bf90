'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type Modifier,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';

const instructions = {
  draggable:
    'To drag with the keyboard, press Space or Enter, move with the arrow keys, and press Space or Enter again to put it down. Escape puts it back. The buttons to move up and down do the same.',
};

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

export type DraggableItemsProps = {
  /** The element id of the list's instructions; no other element has it. */
  listId: string;
  /** One of them: "fact". */
  noun: string;
  itemIds: readonly string[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

/** Lets the items of a list be dragged by mouse, by thumb and by keyboard, and says in words what happens. */
export function DraggableItems({ listId, noun, itemIds, onMove, children }: DraggableItemsProps) {
  const sensors = useSensors(
    // The handle takes no part in scrolling, so a thumb can drag at once; a mere tap moves nothing.
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: string | number) => itemIds.indexOf(String(id));
  const where = (id: string | number) => `place ${placeOf(id) + 1} of ${itemIds.length}`;
  const name = (id: string | number) => `${noun} ${placeOf(id) + 1}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${name(active.id)}, ${where(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} is over ${where(over.id)}.` : `${name(active.id)} is outside the list.`,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} was put at ${where(over.id)}.` : `${name(active.id)} stays where it was.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
  return (
    <DndContext
      id={listId}
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      accessibility={{ announcements, screenReaderInstructions: instructions }}
      onDragEnd={({ active, over }) => {
        if (!over || active.id === over.id) return;
        const [from, to] = [placeOf(active.id), placeOf(over.id)];
        if (from >= 0 && to >= 0) onMove(from, to);
      }}
    >
      <SortableContext items={[...itemIds]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
