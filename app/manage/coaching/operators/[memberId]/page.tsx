import type { Metadata } from 'next';
import { OperatorScreen } from './operator-screen';

export const metadata: Metadata = { title: 'Coaching of an operator' };

export default async function OperatorPage({ params }: { params: Promise<{ memberId: string }> }) {
  const { memberId } = await params;
  return <OperatorScreen key={memberId} memberId={memberId} />;
}
