import {
  BellRing,
  CalendarClock,
  ChartLine,
  ContactRound,
  FileText,
  Handshake,
  House,
  Inbox,
  MailCheck,
  MessageCircleQuestionMark,
  MessageCircleReply,
  PhoneCall,
  PhoneOutgoing,
  UserRound,
  Webhook,
  Wrench,
} from 'lucide-react';
import type { NavItem } from '@/ui/app-shell';
import { HomeCount } from '@/ui/home-count';
import { HeldMessageCount } from './held-message-count';
import { OpenActionCount } from './open-action-count';
import { OpenCallbackCount } from './open-callback-count';
import { OpenQuestionCount } from './open-question-count';

const size = 'size-5';

/**
 * `isAdmin`: the client's own admin, who alone hands out the secrets of sources. `canWrite`: authors and admins, who mend
 * what a review found.
 */
export function portalNav(isAdmin: boolean, canWrite: boolean): readonly NavItem[] {
  const toMend: NavItem[] = canWrite
    ? [
        {
          href: '/portal/actions',
          label: 'To mend',
          icon: <Wrench aria-hidden className={size} />,
          badge: <OpenActionCount />,
        },
      ]
    : [];
  const sources: NavItem[] = isAdmin
    ? [{ href: '/portal/sources', label: 'Sources', icon: <Webhook aria-hidden className={size} /> }]
    : [];
  return [
    {
      href: '/portal',
      label: 'Home',
      icon: <House aria-hidden className={size} />,
      badge: <HomeCount />,
    },
    { href: '/portal/briefings', label: 'Briefings', icon: <FileText aria-hidden className={size} /> },
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
    {
      href: '/portal/callbacks',
      label: 'Callbacks',
      icon: <PhoneCall aria-hidden className={size} />,
      badge: <OpenCallbackCount />,
    },
    { href: '/portal/promises', label: 'Promises', icon: <Handshake aria-hidden className={size} /> },
    { href: '/portal/recalls', label: 'Recalls', icon: <PhoneOutgoing aria-hidden className={size} /> },
    { href: '/portal/escalations', label: 'Escalations', icon: <BellRing aria-hidden className={size} /> },
    ...toMend,
    { href: '/portal/callers', label: 'Callers', icon: <MessageCircleReply aria-hidden className={size} /> },
    { href: '/portal/on-call', label: 'On-call', icon: <CalendarClock aria-hidden className={size} /> },
    { href: '/portal/reports', label: 'Reports', icon: <ChartLine aria-hidden className={size} /> },
    { href: '/portal/digests', label: 'Digests', icon: <MailCheck aria-hidden className={size} /> },
    { href: '/portal/contacts', label: 'Contacts', icon: <ContactRound aria-hidden className={size} /> },
    ...sources,
    { href: '/account', label: 'Account', icon: <UserRound aria-hidden className={size} /> },
  ];
}
