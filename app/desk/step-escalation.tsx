'use client';

import { Button } from '@/ui/button';
import { EscalationStateChip } from '@/ui/state-chip';
import type { GuideScene } from './guide-scene';
import { KeyFor } from './key-for';

/** Whether the right person knows, and the way to tell them. */
export function EscalationStep({ scene }: { scene: GuideScene }) {
  const latest = scene.escalations[0];
  return (
    <p className="flex flex-wrap items-center gap-2">
      {latest ? (
        <EscalationStateChip state={latest.state} />
      ) : (
        <span className="text-ink-soft">Nobody has been told yet.</span>
      )}
      <Button size="compact" onClick={scene.onEscalate}>
        {latest ? 'Show the escalation' : 'Tell the responsible contact'} <KeyFor action="escalate" />
      </Button>
    </p>
  );
}
