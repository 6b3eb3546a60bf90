'use client';

import { faultWords } from '@/domain/messages/fault-words';
import { messageFaults, type MessageFault } from '@/domain/messages/model';
import { Choice } from '@/ui/field';

export type FaultChoicesProps = {
  chosen: readonly MessageFault[];
  onChange: (chosen: MessageFault[]) => void;
};

/** What the second pair of eyes found, by kind; none is the best answer. */
export function FaultChoices({ chosen, onChange }: FaultChoicesProps) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">
        What is wrong with it<span className="font-normal text-ink-soft"> (nothing ticked: it is fine)</span>
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {messageFaults.map((fault) => (
          <Choice
            key={fault}
            type="checkbox"
            label={faultWords(fault)}
            checked={chosen.includes(fault)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, fault] : chosen.filter((one) => one !== fault))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
