import type { OverrideKind } from '@/domain/oncall/model';

/** A swap or a cover as its form holds it. */
export type OverrideDraft = {
  kind: OverrideKind;
  contactId: string;
  replacedContactId: string;
  startsAt: string | null;
  endsAt: string | null;
  note: string;
};

export const blankOverride: OverrideDraft = {
  kind: 'replace',
  contactId: '',
  replacedContactId: '',
  startsAt: null,
  endsAt: null,
  note: '',
};
