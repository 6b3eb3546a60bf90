import { callIdInput } from '../../domain/calls/model';
import { answerReview } from '../../domain/coaching/answer-review';
import { answerScore } from '../../domain/coaching/answer-score';
import { changeScore } from '../../domain/coaching/change-score';
import { drawSamples } from '../../domain/coaching/draw-samples';
import { dropSample } from '../../domain/coaching/drop-sample';
import { markCoaching } from '../../domain/coaching/mark-coaching';
import {
  answerReviewInput,
  answerScoreInput,
  changeScoreInput,
  coachingResultsInput,
  drawSamplesInput,
  listCoachingInput,
  listOwnCoachingInput,
  listSamplesInput,
  markCoachingInput,
  scoreCallInput,
  setScorecardInput,
} from '../../domain/coaching/model';
import { listNotes, listOwnNotes } from '../../domain/coaching/note-queries';
import { getCoachingResults } from '../../domain/coaching/result-queries';
import { listSamples } from '../../domain/coaching/sample-queries';
import { scoreCall } from '../../domain/coaching/score-call';
import { countUnseen, listOwnScores, listScores } from '../../domain/coaching/score-queries';
import { getScorecard, listScorecards } from '../../domain/coaching/scorecard-queries';
import { getScoring } from '../../domain/coaching/scoring-queries';
import { setScorecard } from '../../domain/coaching/set-scorecard';
import { procedure, router } from '../trpc';

export const scoresRouter = router({
  form: procedure.query(({ ctx }) => getScorecard(ctx.actor)),
  forms: procedure.query(({ ctx }) => listScorecards(ctx.actor)),
  setForm: procedure.input(setScorecardInput).mutation(({ ctx, input }) => setScorecard(ctx.actor, input)),
  samples: procedure.input(listSamplesInput).query(({ ctx, input }) => listSamples(ctx.actor, input)),
  draw: procedure.input(drawSamplesInput).mutation(({ ctx, input }) => drawSamples(ctx.actor, input)),
  drop: procedure.input(callIdInput).mutation(({ ctx, input }) => dropSample(ctx.actor, input.callId)),
  get: procedure.input(callIdInput).query(({ ctx, input }) => getScoring(ctx.actor, input.callId)),
  score: procedure.input(scoreCallInput).mutation(({ ctx, input }) => scoreCall(ctx.actor, input)),
  change: procedure.input(changeScoreInput).mutation(({ ctx, input }) => changeScore(ctx.actor, input)),
  list: procedure.input(listCoachingInput).query(({ ctx, input }) => listScores(ctx.actor, input)),
  notes: procedure.input(listCoachingInput).query(({ ctx, input }) => listNotes(ctx.actor, input)),
  results: procedure
    .input(coachingResultsInput)
    .query(({ ctx, input }) => getCoachingResults(ctx.actor, input)),
  own: procedure.input(listOwnCoachingInput).query(({ ctx, input }) => listOwnScores(ctx.actor, input)),
  ownNotes: procedure.input(listOwnCoachingInput).query(({ ctx, input }) => listOwnNotes(ctx.actor, input)),
  unseen: procedure.query(({ ctx }) => countUnseen(ctx.actor)),
  markSeen: procedure.input(markCoachingInput).mutation(({ ctx, input }) => markCoaching(ctx.actor, input)),
  answer: procedure.input(answerScoreInput).mutation(({ ctx, input }) => answerScore(ctx.actor, input)),
  answerNote: procedure.input(answerReviewInput).mutation(({ ctx, input }) => answerReview(ctx.actor, input)),
});
