'use client';

import { Button } from '@/ui/button';
import { CallTypeField } from './call-type-field';
import { CallerFields } from './caller-fields';
import type { GuideScene } from './guide-scene';
import { IntakeFields } from './intake-fields';

type AccountStepProps = { scene: GuideScene; isFolded: boolean; onUnfold: () => void };

/** Who calls, about what kind of matter, and what the client asked to find out. */
export function AccountStep({ scene, isFolded, onUnfold }: AccountStepProps) {
  const { call, fields, intake, onChange, onPhone } = scene;
  if (isFolded) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft">Opens once you have taken ownership.</span>
        <Button size="compact" onClick={onUnfold}>
          Open all the same
        </Button>
      </p>
    );
  }
  return (
    <div role="group" aria-label="About the caller" className="flex flex-col gap-3">
      <CallerFields call={call} fields={fields} onChange={onChange} onPhone={onPhone} />
      <CallTypeField call={call} callTypeId={fields.callTypeId} onChange={onChange} />
      <IntakeFields
        intake={intake}
        values={fields.intake}
        dialled={call.dnis}
        onChange={(values) => onChange({ intake: values })}
      />
    </div>
  );
}
