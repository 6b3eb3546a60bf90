import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { Button } from '@/ui/button';

export type ItemFrameProps = {
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

/** One item of a block with its own buttons. */
export function ItemFrame(props: ItemFrameProps) {
  const { idPrefix, title, isFirst, isLast, onUp, onDown, onRemove, onKeyDown, children } = props;
  const size = 'size-9 px-0! max-sm:size-11';
  return (
    <li onKeyDown={onKeyDown} className="rounded-md border border-line bg-raised p-3">
      <div className="-mt-1 -mr-1 mb-1 flex items-center gap-1">
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
