'use client';

import { createContext, use } from 'react';

/** What every field of the editor needs to know. */
export type Editing = {
  /** The client's time zone; every date and time is written in it. */
  zone: string;
  problemOf: (field: string) => string | undefined;
};

export const EditingContext = createContext<Editing>({ zone: 'UTC', problemOf: () => undefined });

export function useEditing(): Editing {
  return use(EditingContext);
}
