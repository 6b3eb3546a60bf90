'use client';

import { createContext, use } from 'react';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';

/** What every field of the editor needs to know. */
export type Editing = {
  /** The client's time zone; every date and time is written in it. */
  zone: string;
  problemOf: (field: string) => string | undefined;
  /** What operators go by now; null where nothing is published. */
  published: Briefing['published'];
  /** Puts another content on the screen, to be saved like everything typed. */
  onReplace: (content: BriefingContent) => void;
  /** Asks to take back a published statement. */
  onWithdraw: (statementId: string) => void;
};

export const EditingContext = createContext<Editing>({
  zone: 'UTC',
  problemOf: () => undefined,
  published: null,
  onReplace: () => undefined,
  onWithdraw: () => undefined,
});

export function useEditing(): Editing {
  return use(EditingContext);
}
