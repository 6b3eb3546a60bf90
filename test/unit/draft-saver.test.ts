import { describe, expect, it, vi } from 'vitest';
import { DraftSaver, type SaverPorts } from '../../app/portal/briefings/[briefingId]/draft-saver';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, type BriefingContent } from '../../src/domain/briefings/model';

const draft = (headline: string): BriefingContent =>
  identifiedContent(briefingContentInput.parse({ headline }), () => 'id');

function saverWith(ports: Partial<SaverPorts> = {}) {
  const whole: SaverPorts = {
    save: (content, revision) =>
      Promise.resolve({ draftRevision: revision + 1, updatedAt: new Date(0), draft: content }),
    problemOf: () => ({ code: 'INVALID', words: 'It does not fit.', problems: [] }),
    keep: vi.fn(() => true),
    forget: vi.fn(),
    ...ports,
  };
  return { saver: new DraftSaver(whole, 1, draft('Before')), ports: whole };
}

describe('the saver of a draft', () => {
  it('knows after each save what the next change is based on', async () => {
    const { saver, ports } = saverWith();
    saver.changed(draft('One'));
    expect(await saver.flush()).toBe(true);
    expect(saver.snapshot()).toMatchObject({ revision: 2, base: draft('One'), save: { kind: 'saved' } });
    saver.changed(draft('Two'));
    expect(ports.keep).toHaveBeenLastCalledWith(draft('Two'), 2, draft('One'));
    await saver.leave();
  });

  it('says when neither the server nor this device has the text', async () => {
    const { saver } = saverWith({ save: () => Promise.reject(new Error('too long')), keep: () => false });
    saver.changed(draft('One'));
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot().save).toMatchObject({ kind: 'failed', isKept: false, isRetrying: false });
    await saver.leave();
  });

  it('goes on from a colleague’s draft, and saves over it only what was chosen', async () => {
    const save = vi.fn((content: BriefingContent, revision: number) =>
      Promise.resolve({ draftRevision: revision + 1, updatedAt: new Date(0), draft: content }),
    );
    const { saver } = saverWith({ save });
    saver.fallBehind();
    saver.changed(draft('Mine'));
    expect(await saver.flush()).toBe(false);
    expect(save).not.toHaveBeenCalled();
    saver.rebase(5, draft('Theirs'), draft('Both'));
    expect(saver.snapshot()).toMatchObject({ revision: 5, base: draft('Theirs') });
    expect(await saver.flush()).toBe(true);
    expect(save).toHaveBeenLastCalledWith(draft('Both'), 5);
    await saver.leave();
  });
});
