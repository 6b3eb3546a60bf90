'use client';

import { useEffect } from 'react';
import { keepDeskPage } from './desk-worker';

/** Has the browser keep this desk for a reload without the server. */
export function DeskKeeping({ member }: { member: string }) {
  useEffect(() => {
    void keepDeskPage(member);
  }, [member]);
  return null;
}
