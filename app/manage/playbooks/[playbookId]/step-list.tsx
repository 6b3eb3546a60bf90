'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { stepKinds, type PlaybookStep } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { DraggableItems } from '@/ui/draggable-items';
import { Choice } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import { ItemFrame } from '@/ui/item-frame';
import { stepKindWords } from '@/ui/playbook-words';
import { blankStep, type PlaybookDraft } from './playbook-draft';
import { LineField, Part, SelectField, useProblemOf } from './playbook-fields';

const AT_MOST = 20;
const fullWords = `A playbook has at most ${AT_MOST} steps.`;
const kinds = stepKinds.map((value) => ({
  value,
  words: `${stepKindWords[value].words}: ${stepKindWords[value].hint}`,
}));

function StepFields({ index }: { index: number }) {
  const { register } = useFormContext<PlaybookDraft>();
  return (
    <>
      <LineField name={`steps.${index}.title`} label="Title" />
      <LineField
        name={`steps.${index}.cue`}
        label="Cue"
        hint="One line, short enough to glance at while somebody shouts."
      />
      <LineField
        name={`steps.${index}.cueByEmail`}
        label="Cue for a complaint by e-mail"
        hint="Empty: the cue serves both."
        isOptional
      />
      <SelectField name={`steps.${index}.kind`} label="What it brings" options={kinds} />
      <Choice
        type="checkbox"
        label="Must be done"
        hint="Asked for once at wrap-up where it is missing."
        {...register(`steps.${index}.isRequired`)}
      />
    </>
  );
}

/** The steps in their order; they are added, removed, brought back and moved by keyboard, mouse and thumb. */
export function StepList() {
  const { control, getValues } = useFormContext<PlaybookDraft>();
  const { fields, insert, remove, move } = useFieldArray({ control, name: 'steps', keyName: 'key' });
  const [removed, setRemoved] = useState<{ index: number; step: PlaybookStep } | null>(null);
  const [news, setNews] = useState('');
  const focusNext = useRef<string | null>(null);
  const isFull = fields.length >= AT_MOST;
  const problem = useProblemOf()('steps');

  // Moving a step in the document takes the focus away from its button: it is given back here.
  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [fields]);

  const add = (index: number) => {
    if (isFull) return setNews(fullWords);
    const ids = new Set([...getValues('steps'), ...(removed ? [removed.step] : [])].map(({ id }) => id));
    insert(
      index,
      blankStep((id) => ids.has(id)),
      { focusName: `steps.${index}.title` },
    );
    setNews(`New step, ${index + 1} of ${fields.length + 1}.`);
  };
  const takeOut = (index: number) => {
    const step = getValues('steps')[index];
    if (step === undefined) return;
    setRemoved({ index, step });
    focusNext.current = 'steps-undo';
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
    focusNext.current = `step-${to}-${direction}`;
    setNews(`Moved to place ${to + 1} of ${fields.length}.`);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    add(index + 1);
  };

  return (
    <Part title={`Steps ${fields.length}`} about="Operators take them in any order.">
      {problem ? <p className="font-medium text-critical">{problem}</p> : null}
      <DraggableItems listId="drag-steps" noun="step" itemIds={fields.map(({ key }) => key)} onMove={drag}>
        <ol className="flex flex-col gap-3 empty:hidden">
          {fields.map((field, index) => (
            <ItemFrame
              key={field.key}
              dragId={field.key}
              idPrefix={`step-${index}`}
              title={`step ${index + 1}`}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onUp={() => moveTo(index, index - 1)}
              onDown={() => moveTo(index, index + 1)}
              onRemove={() => takeOut(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <StepFields index={index} />
            </ItemFrame>
          ))}
        </ol>
      </DraggableItems>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          id={fieldId('steps')}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => add(fields.length)}
        >
          Add step
        </Button>
        {isFull ? <p className="font-medium text-medium">{fullWords}</p> : null}
        {removed ? (
          <Button
            id="steps-undo"
            variant="quiet"
            onClick={() => {
              insert(removed.index, removed.step);
              setRemoved(null);
              setNews(`Step ${removed.index + 1} is back.`);
            }}
          >
            Undo removing step {removed.index + 1}
          </Button>
        ) : null}
        <p role="status" className="sr-only">
          {news}
        </p>
      </div>
    </Part>
  );
}
