'use client';

import type { StepKind } from '@/domain/playbooks/model';
import { AccountStep } from './step-account';
import { ApologyStep } from './step-apology';
import { EscalationStep } from './step-escalation';
import { IssueStep } from './step-issue';
import { ListeningStep } from './step-listening';
import { NotesStep } from './step-notes';
import { OwnershipStep } from './step-ownership';
import { PromiseForm } from './promise-form';
import { QuestionsStep } from './step-questions';
import { ReadBack } from './read-back';
import { RemedyStep } from './step-remedy';
import { TriageStep } from './triage';
import { WishStep } from './step-wish';
import type { GuideScene } from './guide-scene';
import type { Guide } from './use-guide';

/** What a step of a kind asks for. Kinds that read their words from the playbook show nothing without one. */
export function StepBody({ kind, scene, guide }: { kind: StepKind; scene: GuideScene; guide: Guide }) {
  const playbook = scene.playbook?.content;
  switch (kind) {
    case 'tick':
      return null;
    case 'listening':
      return playbook ? <ListeningStep call={scene.call} playbook={playbook} /> : null;
    case 'ownership':
      return playbook ? <OwnershipStep playbook={playbook} apologies={scene.apologies} /> : null;
    case 'notes':
      return <NotesStep count={scene.outcome.noteCount} onNotes={scene.onNotes} />;
    case 'issue':
      return <IssueStep scene={scene} />;
    case 'account':
      return <AccountStep scene={scene} isFolded={guide.isAccountFolded} onUnfold={guide.unfoldAccount} />;
    case 'questions':
      return playbook ? <QuestionsStep playbook={playbook} /> : null;
    case 'wish':
      return <WishStep scene={scene} />;
    case 'triage':
      return <TriageStep fields={scene.fields} onChange={scene.onChange} />;
    case 'apology':
      return playbook ? <ApologyStep scene={scene} playbook={playbook} /> : null;
    case 'remedy':
      return <RemedyStep scene={scene} />;
    case 'promise':
      return <PromiseForm call={scene.call} />;
    case 'escalation':
      return <EscalationStep scene={scene} />;
    case 'read_back':
      return <ReadBack scene={scene} onChangeWords={() => guide.goTo(firstWordsOf(scene))} />;
  }
}

/** The field that the read-back begins with. */
function firstWordsOf({ fields }: GuideScene): string {
  if (fields.issue.trim() === '' && fields.requestedSolution.trim() !== '') return 'requestedSolution';
  return 'issue';
}
