import {
  BellRing,
  CalendarClock,
  ContactRound,
  FileText,
  Inbox,
  MessageCircleQuestionMark,
  PhoneOutgoing,
  UserRound,
  Webhook,
} from 'lucide-react';
import type { NavItem } from '@/ui/app-shell';
import { HeldMessageCount } from './held-message-count';
import { OpenQuestionCount } from './open-question-count';

const size = 'size-5';

/** `isAdmin`: the client's own admin, who alone hands out the secrets of sources. */
export function portalNav(isAdmin: boolean): readonly NavItem[] {
  const sources: NavItem[] = isAdmin
    ? [{ href: '/portal/sources', label: 'Sources', icon: <Webhook aria-hidden className={size} /> }]
    : [];
  return [
    { href: '/portal', label: 'Briefings', icon: <FileText aria-hidden className={size} /> },
    {
      href: '/portal/messages',
      label: 'Messages',
      icon: <Inbox aria-hidden className={size} />,
      badge: <HeldMessageCount />,
    },
    {
      href: '/portal/questions',
      label: 'Questions',
      icon: <MessageCircleQuestionMark aria-hidden className={size} />,
      badge: <OpenQuestionCount />,
    },
    { href: '/portal/recalls', label: 'Recalls', icon: <PhoneOutgoing aria-hidden className={size} /> },
    { href: '/portal/escalations', label: 'Escalations', icon: <BellRing aria-hidden className={size} /> },
    { href: '/portal/on-call', label: 'On-call', icon: <CalendarClock aria-hidden className={size} /> },
    { href: '/portal/contacts', label: 'Contacts', icon: <ContactRound aria-hidden className={size} /> },
    ...sources,
    { href: '/account', label: 'Account', icon: <UserRound aria-hidden className={size} /> },
  ];
}
