'use client';

import { apologyKinds } from '@/domain/playbooks/model';
import { apologyWords } from '@/ui/playbook-words';
import { LineField, LinesField, NumberField, Part } from './playbook-fields';

/** The sentences that stand ready in every call under this method. */
export function WordingFields() {
  return (
    <>
      <Part title="While listening">
        <NumberField
          name="listeningSeconds"
          label="Listening timer"
          hint="Seconds until the line below lights up; empty: no timer."
          isOptional
        />
        <LineField name="listeningLine" label="When the caller asks whether anybody is there" isOptional />
        <LinesField
          name="doorOpeners"
          label="Door openers"
          hint="Short sounds and sentences that show that somebody listens and helps, one a line."
          isOptional
        />
        <LineField name="cutInLine" label="To cut in gently" isOptional />
      </Part>
      <Part title="Questions">
        <LinesField name="openQuestions" label="Open questions" isOptional />
        <LinesField name="closedQuestions" label="Questions for a yes or no" isOptional />
      </Part>
      <Part title="Apologies" about="Operators are offered the kinds that the briefing permits.">
        {apologyKinds.map((kind) => (
          <LineField
            key={kind}
            name={`apologies.${kind}`}
            label={apologyWords[kind].words}
            hint={apologyWords[kind].hint}
            isOptional
          />
        ))}
      </Part>
      <Part title="On abuse">
        <LineField name="abuseLine" label="The boundary, calmly" isOptional />
        <NumberField
          name="abuseLimit"
          label="How often it is named before the call may be ended"
          hint="0: the call may not be ended."
        />
        <LineField name="endingLine" label="The words to end it with" isOptional />
      </Part>
    </>
  );
}
