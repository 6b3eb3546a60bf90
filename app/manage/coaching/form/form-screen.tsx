'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Scorecard } from '@/domain/coaching/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { CoachingPage } from '../coaching-page';
import { FormEditor } from './form-editor';
import { FormVersions } from './form-versions';

/** The form by which calls are scored, and its former versions. */
export function FormScreen() {
  const api = useTRPC();
  const query = useQuery(api.scores.form.queryOptions());
  // What is being edited is not swapped under somebody's hands when a colleague saves.
  const [opened, setOpened] = useState<Scorecard | null>(null);
  const shown = opened ?? query.data;
  return (
    <CoachingPage about="What calls are scored by. A change makes a new version; what was scored before keeps its criteria and its percentage. Operators can read the form.">
      {shown ? (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <FormEditor
            key={shown.version}
            saved={shown}
            onTouched={() => setOpened(shown)}
            onSaved={(saved) => setOpened(saved)}
            newest={query.data ?? null}
            onLoad={() => setOpened(query.data ?? null)}
          />
          <FormVersions />
        </div>
      ) : query.isError ? (
        <LoadError
          words={`The form cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={72} label="The form is being loaded." />
      )}
    </CoachingPage>
  );
}
