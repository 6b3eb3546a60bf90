'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';

type PaletteDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** It is gone, and the focus on its way back. */
  onClosed: () => void;
  title: string;
  /** Given the ref of the field that has the focus first. */
  children: (input: RefObject<HTMLInputElement | null>) => ReactNode;
};

/** The frame of a palette: no room lost, and a press beside it closes it, for nothing in it is worth keeping. */
export function PaletteDialog({ isOpen, onOpenChange, onClosed, title, children }: PaletteDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isNowOpen) => {
        if (!isNowOpen) onClosed();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          initialFocus={input}
          className="fixed inset-x-2 top-[8dvh] z-50 mx-auto flex max-w-2xl flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-xl"
        >
          <div className="flex items-center justify-between px-4 pt-2">
            <Dialog.Title className="text-[13px] font-semibold text-ink-soft">{title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="-mr-1 inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          {children(input)}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
