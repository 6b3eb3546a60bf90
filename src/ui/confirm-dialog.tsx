import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export type ConfirmDialogProps = {
  title: string;
  children: ReactNode;
  /** What the press does, and what staying does: "Resolve", "Keep it in force". */
  confirmWords: string;
  stayWords?: string;
  isDangerous?: boolean;
  isBusy: boolean;
  /** Why the last press did nothing, in words. */
  problem: string | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once before something that cannot be taken back. Shown while it is rendered. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmWords, stayWords = 'Not now', isDangerous, isBusy, problem } = props;
  return (
    <Dialog
      isOpen
      onOpenChange={props.onClose}
      title={title}
      footer={
        <>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            size="call"
            isBusy={isBusy}
            onClick={props.onConfirm}
          >
            {confirmWords}
          </Button>
          <Button size="call" onClick={props.onClose}>
            {stayWords}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2">
        {children}
        {problem ? (
          <p role="alert" className="font-medium text-critical">
            {problem}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
