'use client';

import { zonePlace } from '@/ui/time-words';
import { Block } from './block';
import { useEditing } from './editing';
import { LocalTimeField } from './local-time-field';
import { SpokenField } from './spoken-field';

/** The last words of a call, how long the briefing is in force, and when fresh facts are due. */
export function TimeBlocks() {
  const { zone } = useEditing();
  return (
    <>
      <Block name="closing" hint="How the call ends.">
        <SpokenField name="closing" label="Closing words" rows={2} isOptional />
      </Block>
      <Block
        name="startsAt"
        title="In force"
        hint={`Dates and times are those of ${zonePlace(zone)} (${zone}).`}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <LocalTimeField name="startsAt" label="From" hint="Empty: as soon as it is published." />
          <LocalTimeField name="endsAt" label="Until" hint="Empty: until you resolve it." />
        </div>
      </Block>
      <Block
        name="nextUpdateDueAt"
        hint="Operators tell callers when you will know more, and you are reminded here when it is late."
      >
        <LocalTimeField name="nextUpdateDueAt" label="We will know more by" />
      </Block>
    </>
  );
}
