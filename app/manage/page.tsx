import type { Metadata } from 'next';
import { HomeScreen } from '@/ui/home-screen';

export const metadata: Metadata = { title: 'Home' };

export default function ManagePage() {
  return (
    <HomeScreen
      about="What is late comes first, then what is about to be, then what waits for a decision of yours."
      isClientNamed
      emptyWords="No escalation is unanswered, no promise is about to break, and nothing waits for a decision. The wall shows how the desks are doing."
    />
  );
}
