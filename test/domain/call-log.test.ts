import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { replaceBriefing } from '../../src/domain/briefings/replace-briefing';
import { replaceBriefingInput } from '../../src/domain/briefings/model';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { closeCall } from '../../src/domain/messages/close-call';
import { addNoteInput, type CallCard } from '../../src/domain/calls/model';
import { getCall } from '../../src/domain/calls/queries';
import { readBackCall } from '../../src/domain/calls/read-back-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { saveNoteDraft } from '../../src/domain/calls/save-note-draft';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { updateCall } from '../../src/domain/recalls/update-call';
import { newId } from '../../src/kernel/ids';
import { briefingContent, makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let call: CallCard;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

async function liveCall(): Promise<CallCard> {
  const { operator } = world.actors;
  const { call: rung } = await ringCall(operator, {
    from: '+4915112345678',
    to: world.did.number,
    routeReason: 'overflow',
  });
  return answerCall(operator, rung.id);
}

beforeEach(async () => {
  call = await liveCall();
});

const note = (input: Omit<z.input<typeof addNoteInput>, 'callId'>) =>
  addNote(world.actors.operator, addNoteInput.parse({ callId: call.id, ...input }));

const close = (disposition: 'informed' | 'escalated' = 'informed') =>
  closeCall(world.actors.operator, { callId: call.id, disposition });

const log = async () =>
  (await getCall(world.actors.author, call.id)).notes.map(({ kind, text }) => `${kind}: ${text}`);

describe('a note', () => {
  it('is one point, however often it is sent', async () => {
    const noteId = newId();
    const sent = await Promise.all([1, 2, 3].map(() => note({ noteId, text: 'Was paid half.' })));
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([noteId]));
    expect(await note({ noteId, text: 'Other words' })).toEqual(sent[0]);
    expect(await log()).toEqual(['point: Was paid half.']);
  });

  it('belongs to its call', async () => {
    const { id: noteId } = await note({ text: 'Was paid half.' });
    call = await liveCall();
    await expect(note({ noteId, text: 'Was paid half.' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await log()).toEqual([]);
  });

  it('is corrected by another one, which names it', async () => {
    const wrong = await note({ text: 'Was paid twice.' });
    const right = await note({ kind: 'correction', text: 'Was paid half.', correctsNoteId: wrong.id });
    expect(right).toMatchObject({ kind: 'correction', correctsNoteId: wrong.id, byName: 'The operator' });
    expect(await log()).toEqual(['point: Was paid twice.', 'correction: Was paid half.']);
  });

  it('corrects no note of another call', async () => {
    const elsewhere = await note({ text: 'Was paid twice.' });
    call = await liveCall();
    for (const correctsNoteId of [elsewhere.id, newId()]) {
      await expect(note({ kind: 'correction', text: 'x', correctsNoteId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'There is no such note.',
      });
    }
    expect(await log()).toEqual([]);
  });

  it('on a closed call must be a correction', async () => {
    const { id: noteId } = await note({ text: 'Was paid half.' });
    await close();
    for (const kind of ['point', 'question'] as const) {
      await expect(note({ kind, text: 'And another thing.' })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'This call is closed. Add a correction instead.',
      });
    }
    // Sent before the close, its answer lost: still the same note.
    expect((await note({ noteId, text: 'Was paid half.' })).id).toBe(noteId);
    await note({ kind: 'correction', text: 'Was paid a third.' });
    expect(await log()).toEqual(['point: Was paid half.', 'correction: Was paid a third.']);
  });
});

describe('what is being typed', () => {
  const type = (text: string) => saveNoteDraft(world.actors.operator, { callId: call.id, text });
  const typed = async () => (await getCall(world.actors.operator, call.id)).noteDrafts[0]?.text ?? '';

  it('is kept, and is nobody else’s', async () => {
    await type('Wants');
    await type('Wants a call back ');
    expect(await typed()).toBe('Wants a call back ');
    expect((await getCall(world.actors.admin, call.id)).noteDrafts[0]?.text ?? '').toBe('');
    expect(await log()).toEqual([]);
  });

  it.each(['Wants a call back', 'Wants a call back ', '\n Wants a call back\n'])(
    'is cleared by the note that it became: %j',
    async (text) => {
      await type(text);
      await note({ text });
      expect(await typed()).toBe('');
      expect(await log()).toEqual(['point: Wants a call back']);
    },
  );

  it('is left alone by a note, when more was typed meanwhile', async () => {
    await type('Wants a call back. Is');
    await note({ text: 'Wants a call back.' });
    expect(await typed()).toBe('Wants a call back. Is');
  });
});

describe('what a caller was told', () => {
  it('is on record once each, with the version it came from', async () => {
    const { operator, author } = world.actors;
    const briefing = await publishedBriefing(world, { statements: ['It is correct.', 'A new one comes.'] });
    call = await liveCall();
    const [first, second] = briefing.draft.statements.map(({ id }) => id);
    const tell = (statementIds: string[], briefingVersionId?: string) =>
      tellStatements(operator, { callId: call.id, statementIds, briefingVersionId });
    await Promise.all([tell([first ?? '']), tell([first ?? ''])]);
    const texts = async () => (await getCall(author, call.id)).told.map(({ text }) => text);
    expect(await texts()).toEqual(['It is correct.']);
    await tell([first ?? '', second ?? '']);
    expect(await texts()).toEqual(['It is correct.', 'A new one comes.']);

    const corrected = [{ id: first, text: 'It is late.' }];
    const input = { ...briefingContent({ statements: corrected }), briefingId: briefing.id, version: 1 };
    await replaceBriefing(author, replaceBriefingInput.parse(input));
    const { call: later } = await ringCall(operator, {
      from: '',
      to: world.did.number,
      routeReason: 'direct',
    });
    const told = await tell([first ?? ''], later.briefingVersionId ?? '');
    expect(told.map(({ text }) => text)).toEqual(['It is correct.', 'A new one comes.', 'It is late.']);
    expect(new Set(told.map(({ briefingVersionId }) => briefingVersionId))).toEqual(
      new Set([call.briefingVersionId, later.briefingVersionId]),
    );
    await expect(tell([second ?? ''], later.briefingVersionId ?? '')).rejects.toMatchObject({
      code: 'INVALID',
      message: 'Version 2 has no such statement.',
    });
  });

  it('cannot come from nowhere', async () => {
    const { operator } = world.actors;
    const { call: lost } = await ringCall(operator, { from: '', to: '+493099988877', routeReason: 'direct' });
    await expect(
      tellStatements(operator, { callId: lost.id, statementIds: [newId()] }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      message: 'No briefing was in force for this call.',
    });
  });
});

describe('the call itself', () => {
  it('keeps the mood it began with, adds to its intake, and knows a number when it sees one', async () => {
    const { operator } = world.actors;
    const update = (changes: object) => updateCall(operator, { callId: call.id, ...changes });
    await update({ mood: 'angry', intake: { site: 'Bonn', shift: 'late' } });
    const after = await update({ mood: 'calm', intake: { shift: 'early' }, callerPhone: '+49 30 123456' });
    expect(after).toMatchObject({
      moodAtStart: 'angry',
      mood: 'calm',
      intake: { site: 'Bonn', shift: 'early' },
      callerPhone: '+4930123456',
    });
    await expect(update({ callerPhone: 'my mobile' })).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'callerPhone' }],
    });
    expect((await update({ callerPhone: '' })).callerPhone).toBeNull();
  });

  it('is closed once: repeated the same it stays, otherwise it is refused', async () => {
    const closed = await close('escalated');
    expect(closed).toMatchObject({ state: 'closed', disposition: 'escalated' });
    expect(closed.endedAt).toEqual(closed.closedAt);
    expect(await close('escalated')).toEqual(closed);
    await expect(close('informed')).rejects.toMatchObject({
      message: 'This call was closed as "escalated".',
    });
  });

  it('is final when closed', async () => {
    await close();
    const { operator } = world.actors;
    for (const change of [
      () => updateCall(operator, { callId: call.id, mood: 'calm' }),
      () => readBackCall(operator, { callId: call.id, resolution: 'agreed' }),
      () => tellStatements(operator, { callId: call.id, statementIds: [newId()] }),
      () => answerCall(world.actors.admin, call.id),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'CONFLICT' });
    }
  });
});
