'use client';

import { Field, TextArea } from '@/ui/field';
import type { GuideScene } from './guide-scene';
import { repeatBack } from './repeat-back';
import { SayInstead } from './say-instead';

/** The matter as heard, in one sentence, and that sentence said back. */
export function IssueStep({ scene }: { scene: GuideScene }) {
  const { call, fields, rules, playbook, onChange } = scene;
  return (
    <>
      <Field
        label="The issue, as you heard it"
        name="issue"
        below={
          <SayInstead text={fields.issue} rules={rules} isLarge={playbook?.content.foldsAccount === true} />
        }
      >
        <TextArea
          rows={2}
          value={fields.issue}
          maxLength={2_000}
          className="max-h-40 [field-sizing:content]"
          onChange={(event) => onChange({ issue: event.target.value })}
        />
      </Field>
      <p className="read-aloud">“{repeatBack(fields.issue, call.channel)}”</p>
    </>
  );
}
