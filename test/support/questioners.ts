import type { Briefing } from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import type { Note } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { askQuestion } from '../../src/domain/questions/ask-question';
import {
  listQuestionGroupsInput,
  type QuestionGroup,
  type QuestionState,
} from '../../src/domain/questions/model';
import { listQuestionGroups } from '../../src/domain/questions/queries';
import { publishedBriefing, type World } from './world';

let lastNumber = 15112000000;

/** A phone number that nobody called from yet. */
export const nextNumber = () => `+49${(lastNumber += 1)}`;

/** Callers who ask what no briefing answers, and what their author sees of it. */
export class Questioners {
  constructor(private readonly world: () => World) {}

  async ring(from = nextNumber()): Promise<string> {
    const { actors, did } = this.world();
    const { call } = await ringCall(actors.operator, { from, to: did.number, routeReason: 'overflow' });
    return call.id;
  }

  async ask(text: string, from?: string): Promise<Note> {
    return askQuestion(this.world().actors.operator, { callId: await this.ring(from), text });
  }

  async groupsOf({ id }: { id: string }, state: QuestionState = 'open'): Promise<QuestionGroup[]> {
    const input = listQuestionGroupsInput.parse({ briefingId: id, state });
    return listQuestionGroups(this.world().actors.author, input);
  }

  async onlyGroup(briefing: { id: string }): Promise<QuestionGroup> {
    const [group, ...others] = await this.groupsOf(briefing);
    if (group === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} groups.`);
    return group;
  }

  /** While a briefing of its own is in force. */
  async during(work: (briefing: Briefing) => Promise<void>): Promise<void> {
    const briefing = await publishedBriefing(this.world());
    await work(briefing);
    const { author } = this.world().actors;
    const { state } = await getBriefing(author, briefing.id);
    if (state === 'published') await resolveBriefing(author, briefing.id);
  }
}
