'use client';

import { useRouter } from 'next/navigation';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { BriefingVersions } from '@/ui/briefing-versions';
import { Sheet } from '@/ui/sheet';
import type { PublishMode } from './approval-step';
import { ImportDialog } from './import-dialog';
import { PublishDialog } from './publish-dialog';
import type { Published } from './published-words';
import { ResolveDialog } from './resolve-dialog';
import { WithdrawDialog } from './withdraw-dialog';
import { WithdrawStatementDialog } from './withdraw-statement-dialog';

export type OpenDialog =
  | { kind: 'publish'; mode: PublishMode; content: BriefingContent }
  | { kind: 'withdrawStatement'; statementId: string }
  | { kind: 'resolve' }
  | { kind: 'withdraw' }
  | { kind: 'import' }
  | { kind: 'versions' };

export type EditorDialogsProps = {
  open: OpenDialog | null;
  briefing: Briefing;
  revision: number;
  zone: string;
  organizationName: string;
  onClose: () => void;
  onPublished: (published: Published) => void;
  onImported: (briefing: Briefing) => void;
  /** The server changed the draft along with what is published. */
  onDraftChanged: () => void;
};

/** Whatever the editor asks before it does something that others notice. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { open, briefing, revision, zone, organizationName, onClose, onPublished } = props;
  const router = useRouter();
  const leave = () => router.push('/portal/briefings');
  if (open === null) return null;
  switch (open.kind) {
    case 'publish':
      return (
        <PublishDialog
          briefing={briefing}
          content={open.content}
          revision={revision}
          mode={open.mode}
          zone={zone}
          organizationName={organizationName}
          onClose={onClose}
          onPublished={onPublished}
        />
      );
    case 'withdrawStatement':
      return (
        <WithdrawStatementDialog
          briefing={briefing}
          statementId={open.statementId}
          zone={zone}
          onClose={onClose}
          onWithdrawn={props.onDraftChanged}
        />
      );
    case 'resolve':
      return <ResolveDialog briefing={briefing} onClose={onClose} onResolved={leave} />;
    case 'withdraw':
      return <WithdrawDialog briefing={briefing} onClose={onClose} onWithdrawn={leave} />;
    case 'import':
      return (
        <ImportDialog
          briefingId={briefing.id}
          revision={revision}
          onClose={onClose}
          onImported={props.onImported}
        />
      );
    case 'versions':
      return (
        <Sheet isOpen onOpenChange={onClose} isWide title="Versions">
          <BriefingVersions briefingId={briefing.id} zone={zone} />
        </Sheet>
      );
  }
}
