'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { ServiceRulesForm } from './service-rules-form';

/** What the answering service lays down for all its clients. */
export function ServiceRulesScreen() {
  const api = useTRPC();
  const query = useQuery(api.serviceRules.get.queryOptions());
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6">
      <PageHeader title="Service rules" about="What your service lays down for all its clients." />
      {query.data ? (
        <ServiceRulesForm saved={query.data} />
      ) : query.isError ? (
        <LoadError
          words={`The rules cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={4} height={56} label="The rules are being loaded." />
      )}
    </div>
  );
}
