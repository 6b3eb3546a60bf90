'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names';

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, kept in sight below the scrolling content. */
  footer?: ReactNode;
  /** Where the focus goes first; otherwise the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** It is gone, and the focus on its way back. */
  onClosed?: () => void;
  children?: ReactNode;
};

type FrameProps = DialogProps & { isModal: boolean; frame: string };

/** What Dialog and Sheet share. A press outside never closes: it would throw away what was typed. */
export function DialogFrame(props: FrameProps) {
  const { isOpen, onOpenChange, title, description, footer, initialFocus, children, isModal, frame } = props;
  const { onClosed } = props;
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isNowOpen) => {
        if (!isNowOpen) onClosed?.();
      }}
      modal={isModal}
      disablePointerDismissal
    >
      <Base.Portal>
        {isModal ? <Base.Backdrop className="fixed inset-0 z-40 bg-veil" /> : null}
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          className={classNames('fixed z-50 flex flex-col border-line bg-raised text-ink shadow-xl', frame)}
        >
          <div className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description ? (
                <Base.Description className="mt-0.5 text-ink-soft">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label="Close"
              className="-mr-1 inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
          {footer ? (
            <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A question in the middle of the screen. Escape and the cross close it; what was typed is the caller's to keep. */
export function Dialog(props: DialogProps & { isWide?: boolean }) {
  const { isWide = false, ...rest } = props;
  const frame = classNames(
    'inset-x-2 top-[8dvh] mx-auto max-h-[84dvh] rounded-lg border',
    isWide ? 'max-w-3xl' : 'max-w-lg',
  );
  return <DialogFrame {...rest} isModal frame={frame} />;
}
