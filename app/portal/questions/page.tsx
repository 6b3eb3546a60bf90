import type { Metadata } from 'next';
import { portalSession } from '../portal-session';
import { QuestionBoard } from './question-board';

export const metadata: Metadata = { title: 'Questions' };

export default async function QuestionsPage() {
  const { clientId, canWrite } = await portalSession();
  return <QuestionBoard clientId={clientId} canAnswer={canWrite} />;
}
