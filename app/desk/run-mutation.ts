import type { MutationOptions, QueryClient } from '@tanstack/react-query';

/** Runs a mutation outside a component, at once also when the browser believes to be offline: the caller retries. */
export function runMutation<Output, Failure, Input>(
  queries: QueryClient,
  options: MutationOptions<Output, Failure, Input>,
  input: Input,
): Promise<Output> {
  const mutation = queries
    .getMutationCache()
    .build(queries, { ...options, networkMode: 'always', retry: false });
  return mutation.execute(input);
}
