'use client';

import type { Briefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { approvalStep, isOver, toApprove, type Author, type PublishMode } from './approval-step';
import { MoreMenu } from './more-menu';

export type EditorActionsProps = {
  briefing: Briefing;
  author: Author;
  isBusy: boolean;
  onPublish: (mode: PublishMode) => void;
  onLook: () => void;
  onOpen: (what: 'versions' | 'import' | 'resolve' | 'withdraw') => void;
};

/** The one next step as a button, everything else in the menu beside it. */
export function EditorActions({ briefing, author, isBusy, onPublish, onLook, onOpen }: EditorActionsProps) {
  const step = approvalStep(author, briefing);
  const needsApproval = step !== 'publish';
  const canApprove = toApprove(author, briefing) === 'draft';
  const emergency = () => onPublish('emergency');
  return (
    <>
      <MoreMenu
        briefing={briefing}
        onVersions={() => onOpen('versions')}
        onImport={() => onOpen('import')}
        onEmergency={needsApproval ? emergency : undefined}
        onResolve={() => onOpen('resolve')}
        onWithdraw={() => onOpen('withdraw')}
      />
      {isOver(briefing) ? null : (
        <>
          {needsApproval ? (
            <Button onClick={emergency} className="max-xl:hidden">
              Publish now, approve later
            </Button>
          ) : null}
          {step === 'wait' ? (
            canApprove ? (
              <Button variant="primary" onClick={onLook} className="max-sm:min-h-11">
                Look and approve
              </Button>
            ) : null
          ) : (
            <Button
              variant="primary"
              isBusy={isBusy}
              className="max-sm:min-h-11"
              onClick={() => onPublish(step)}
            >
              {step === 'publish' ? 'Publish' : 'Submit for approval'}
            </Button>
          )}
        </>
      )}
    </>
  );
}
