'use client';

import { Field, TextArea } from '@/ui/field';
import type { GuideScene } from './guide-scene';
import { SayInstead } from './say-instead';

/** The solution that the caller asks for, in the caller's words. */
export function WishStep({ scene }: { scene: GuideScene }) {
  const { fields, rules, playbook, onChange } = scene;
  return (
    <Field
      label="What would solve it for the caller?"
      name="requestedSolution"
      below={
        <SayInstead
          text={fields.requestedSolution}
          rules={rules}
          isLarge={playbook?.content.foldsAccount === true}
        />
      }
    >
      <TextArea
        rows={2}
        value={fields.requestedSolution}
        maxLength={2_000}
        className="max-h-40 [field-sizing:content]"
        onChange={(event) => onChange({ requestedSolution: event.target.value })}
      />
    </Field>
  );
}
