import { v4 } from 'uuid';
import type { CallType, CallTypeIntake } from '@/domain/playbooks/model';

/** A call type as its form holds it: choices as one text, a choice a line. */
export type CallTypeDraft = {
  name: string;
  clientId: string | null;
  playbookId: string | null;
  intake: (Omit<CallTypeIntake, 'choices' | 'id'> & { fieldId: string; choices: string })[];
};

export function callTypeDraft(
  callType: Pick<CallType, 'name' | 'clientId' | 'playbookId' | 'intake'>,
): CallTypeDraft {
  const { name, clientId, playbookId, intake } = callType;
  return {
    name,
    clientId,
    playbookId,
    intake: intake.map(({ id, choices, ...item }) => ({ ...item, fieldId: id, choices: choices.join('\n') })),
  };
}

export function blankField(): CallTypeDraft['intake'][number] {
  return { fieldId: v4(), label: '', kind: 'text', required: false, choices: '' };
}

/** The fields as the API takes them; only a list to choose from has choices. */
export function intakeOf({ intake }: CallTypeDraft): CallTypeIntake[] {
  return intake.map(({ fieldId, choices, ...item }) => ({
    ...item,
    id: fieldId,
    choices:
      item.kind === 'choice'
        ? choices
            .split('\n')
            .map((choice) => choice.trim())
            .filter(Boolean)
        : [],
  }));
}
