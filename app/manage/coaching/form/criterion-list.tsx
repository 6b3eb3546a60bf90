'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { mostCriteria } from '@/domain/coaching/model';
import { Button } from '@/ui/button';
import { DraggableItems } from '@/ui/draggable-items';
import { Field, TextInput } from '@/ui/field';
import { ItemFrame } from '@/ui/item-frame';
import { blankCriterion, type FormDraft } from './form-draft';

type ProblemOf = (field: string) => string | undefined;

function CriterionFields({ index, problemOf }: { index: number; problemOf: ProblemOf }) {
  const { register } = useFormContext<FormDraft>();
  const of = (field: 'name' | 'hint' | 'weight') => `criteria.${index}.${field}` as const;
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_6rem]">
      <Field label="What is looked at" name={of('name')} error={problemOf(of('name'))}>
        <TextInput {...register(of('name'))} autoComplete="off" />
      </Field>
      <Field label="Weight" name={of('weight')} error={problemOf(of('weight'))}>
        <TextInput {...register(of('weight'))} inputMode="numeric" autoComplete="off" />
      </Field>
      <Field
        label="When it is met"
        name={of('hint')}
        error={problemOf(of('hint'))}
        isOptional
        className="sm:col-span-2"
      >
        <TextInput {...register(of('hint'))} autoComplete="off" />
      </Field>
    </div>
  );
}

/** The criteria in their order; they are added, removed, brought back and moved by keyboard, mouse and thumb. */
export function CriterionList({ problemOf }: { problemOf: ProblemOf }) {
  const { control, getValues } = useFormContext<FormDraft>();
  const { fields, insert, append, remove, move } = useFieldArray({
    control,
    name: 'criteria',
    keyName: 'key',
  });
  const [removed, setRemoved] = useState<{ index: number; item: FormDraft['criteria'][number] } | null>(null);
  const [news, setNews] = useState('');
  const focusNext = useRef<string | null>(null);
  const isFull = fields.length >= mostCriteria;
  const problem = problemOf('criteria');

  // Moving a criterion in the document takes the focus away from its button: it is given back here.
  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [fields]);

  const takeOut = (index: number) => {
    const item = getValues('criteria')[index];
    if (item === undefined) return;
    setRemoved({ index, item });
    focusNext.current = 'criteria-undo';
    remove(index);
  };
  const drag = (from: number, to: number) => {
    move(from, to);
    setRemoved(null);
  };
  const moveTo = (from: number, to: number) => {
    move(from, to);
    const isAtEdge = to === 0 || to === fields.length - 1;
    const direction = isAtEdge ? (to === 0 ? 'down' : 'up') : to < from ? 'up' : 'down';
    focusNext.current = `criterion-${to}-${direction}`;
    setNews(`Moved to place ${to + 1} of ${fields.length}.`);
  };
  return (
    <>
      {problem ? <p className="font-medium text-critical">{problem}</p> : null}
      <DraggableItems
        listId="drag-criteria"
        noun="criterion"
        itemIds={fields.map(({ key }) => key)}
        onMove={drag}
      >
        <ol className="flex flex-col gap-3 empty:hidden">
          {fields.map((field, index) => (
            <ItemFrame
              key={field.key}
              dragId={field.key}
              idPrefix={`criterion-${index}`}
              title={`criterion ${index + 1}`}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onUp={() => moveTo(index, index - 1)}
              onDown={() => moveTo(index, index + 1)}
              onRemove={() => takeOut(index)}
              onKeyDown={() => undefined}
            >
              <CriterionFields index={index} problemOf={problemOf} />
            </ItemFrame>
          ))}
        </ol>
      </DraggableItems>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          disabled={isFull}
          onClick={() => append(blankCriterion(), { focusName: `criteria.${fields.length}.name` })}
        >
          Add criterion
        </Button>
        {isFull ? <p className="text-ink-soft">A form has at most {mostCriteria}.</p> : null}
        {removed ? (
          <Button
            id="criteria-undo"
            variant="quiet"
            onClick={() => {
              insert(removed.index, removed.item);
              setRemoved(null);
              setNews(`Criterion ${removed.index + 1} is back.`);
            }}
          >
            Undo removing criterion {removed.index + 1}
          </Button>
        ) : null}
        <p role="status" className="sr-only">
          {news}
        </p>
      </div>
    </>
  );
}
