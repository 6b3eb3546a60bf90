'use client';

import { useFormContext } from 'react-hook-form';
import { incidentStatuses, severities, type BriefingContent } from '@/domain/briefings/model';
import { incidentStatusWords, languageWords } from '@/ui/briefing-words';
import { SeverityChip } from '@/ui/severity-chip';
import { Block } from './block';
import { useEditing } from './editing';
import { useLanguages } from './sentences';
import { SpokenField } from './spoken-field';
import { SelectField, TextField } from './text-field';

const statusOptions = incidentStatuses.map((value) => ({ value, words: incidentStatusWords[value] }));

const severityHints: Record<(typeof severities)[number], string> = {
  critical: 'People or much money at risk',
  high: 'Many callers hit hard',
  medium: 'A nuisance to many',
  low: 'Good to know',
};

function SeverityField() {
  const { register } = useFormContext<BriefingContent>();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Severity</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {severities.map((severity) => (
          <label
            key={severity}
            className="flex min-h-11 items-center gap-2.5 rounded-md border border-line-strong px-3 py-1.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <input type="radio" value={severity} className="size-4 accent-accent" {...register('severity')} />
            <SeverityChip severity={severity} />
            <span className="text-[13px] text-ink-soft">{severityHints[severity]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What happened in one line, how bad it is, and the first words to a caller. */
export function HeadBlock() {
  const { problemOf } = useEditing();
  const { others } = useLanguages();
  return (
    <Block name="headline" title="What happened" problem={problemOf('severity')}>
      <TextField
        name="headline"
        label="Headline"
        hint="One line that operators see first, for example: Payslips for March went to the wrong addresses."
      />
      <SeverityField />
      <SelectField
        name="incidentStatus"
        label="Incident status"
        hint="How far you are: looking into it, cause known, mended and watched, or over."
        options={statusOptions}
      />
      <SpokenField
        name="opening"
        label="Opening"
        rows={3}
        hint="The sentences read to every caller, right after your greeting."
      />
      {others.map((language) => (
        <SpokenField
          key={language}
          name={`openingIn.${language}`}
          label={`In ${languageWords[language]}`}
          language={language}
          rows={2}
        />
      ))}
    </Block>
  );
}
