'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { NavCount } from '@/ui/nav-count';

/** How many questions of callers have no answer yet, kept true by live events. */
export function OpenQuestionCount() {
  const api = useTRPC();
  const { data } = useQuery(api.questions.groups.queryOptions({}));
  return data ? <NavCount count={data.length} words="without an answer" /> : null;
}
