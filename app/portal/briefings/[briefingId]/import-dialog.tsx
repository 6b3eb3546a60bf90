'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ChangeEvent } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, TextArea, TextInput } from '@/ui/field';
import { LoadError } from '@/ui/list-states';
import { formatOf, importWords } from './import-format';

const MOST_CHARACTERS = 400_000;

export type ImportDialogProps = {
  briefingId: string;
  /** The saved draft that the questions are added to. */
  revision: number;
  onClose: () => void;
  onImported: (briefing: Briefing) => void;
};

/** Questions and answers from a file or the clipboard: first what would happen, row by row, then the import. */
export function ImportDialog({ briefingId, revision, onClose, onImported }: ImportDialogProps) {
  const api = useTRPC();
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const trial = useMutation(api.briefings.importQuestions.mutationOptions());
  const real = useMutation(api.briefings.importQuestions.mutationOptions());
  const found = trial.data;
  const isReady = found !== undefined && found.problems.length === 0 && found.added + found.updated > 0;
  const failed = [real, trial].find((mutation) => mutation.isError);

  const take = (next: string, name: string) => {
    setText(next);
    setFileName(name);
    trial.reset();
    real.reset();
    setProblem(
      next.length > MOST_CHARACTERS
        ? `This text is too long for the questions of one briefing: ${next.length.toLocaleString('en-US')} characters.`
        : null,
    );
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    file.text().then(
      (read) => take(read, file.name),
      () => setProblem('This file cannot be read. Open it, and paste what is in it.'),
    );
  };
  const input = { briefingId, draftRevision: revision, format: formatOf(text), text };
  const check = () => {
    if (text.trim() === '') {
      setProblem('Choose a file, or paste the questions.');
      return box.current?.focus();
    }
    if (text.length > MOST_CHARACTERS) return box.current?.focus();
    trial.mutate({ ...input, dryRun: true });
  };
  const bring = () =>
    real.mutate(
      { ...input, dryRun: false },
      { onSuccess: ({ briefing }) => (briefing ? onImported(briefing) : onClose()) },
    );

  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={onClose}
      title="Import questions and answers"
      footer={
        <>
          {isReady ? (
            <Button variant="primary" size="call" isBusy={real.isPending} onClick={bring}>
              Import into the draft
            </Button>
          ) : (
            <Button variant="primary" size="call" isBusy={trial.isPending} onClick={check}>
              Check
            </Button>
          )}
          <Button size="call" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 max-sm:[&_textarea]:text-base">
        <p className="max-w-[66ch] text-ink-soft">
          A table (CSV) whose first row names the columns question, answer and, if you like, language; or
          JSON, also an export of another briefing. Operators see nothing of it before you publish.
        </p>
        <Field label="File" {...(fileName ? { hint: `Chosen: ${fileName}` } : {})}>
          <TextInput
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            onChange={choose}
            className="h-auto! py-1.5 file:mr-3 file:min-h-9 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium"
          />
        </Field>
        <Field label="Or paste them here" error={problem}>
          <TextArea
            ref={box}
            rows={6}
            spellCheck={false}
            className="max-h-60 font-mono"
            value={text}
            onChange={(event) => take(event.target.value, '')}
          />
        </Field>
        {failed ? <LoadError words={errorWords(failed.error).words} /> : null}
        <div role="status" className="flex flex-col gap-2 empty:hidden">
          {found && found.problems.length === 0 ? (
            <p className="font-medium">
              {importWords(found)} {isReady ? 'Nothing is in the draft yet.' : ''}
            </p>
          ) : null}
          {found && found.problems.length > 0 ? (
            <>
              <p className="font-medium text-critical">
                Nothing was imported: mend these rows, then check again.
              </p>
              <ul className="list-disc pl-5">
                {found.problems.map(({ row, field, words }, place) => (
                  <li key={`${row} ${field} ${place}`}>
                    {row > 0 && !/^(Row|Entry) \d/.test(words) ? `Row ${row}: ` : null}
                    {words}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
