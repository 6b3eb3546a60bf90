'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { severities, type Briefing, type Severity } from '@/domain/briefings/model';
import { useNow } from '@/ui/now';
import { byForce } from '../../by-force';

/** Warns when another briefing of the client is in force and more severe: a call brings that one up instead. */
export function SeenFirst({ briefing, severity }: { briefing: Briefing; severity: Severity }) {
  const api = useTRPC();
  const now = useNow(10_000);
  const published = useQuery(
    api.briefings.list.queryOptions({ clientId: briefing.clientId, state: 'published' }),
  );
  if (now === null) return null;
  const other = byForce(published.data?.items ?? [], now).inForce.find(({ id }) => id !== briefing.id);
  if (!other || severities.indexOf(other.severity) >= severities.indexOf(severity)) return null;
  return (
    <p className="font-medium text-high">
      “{other.headline}” is in force too and more severe: operators see that one first. Resolve it, or raise
      the severity of this one, if this should come first.
    </p>
  );
}
