import {
  BadgeCheck,
  BellRing,
  BookOpenText,
  Building2,
  Cable,
  CalendarClock,
  ChartColumn,
  ChartLine,
  FileText,
  Gauge,
  GraduationCap,
  Handshake,
  Headset,
  House,
  Inbox,
  KeyRound,
  MailCheck,
  MessageCircleReply,
  Phone,
  PhoneOutgoing,
  Send,
  SlidersHorizontal,
  UserRound,
  UsersRound,
  Webhook,
} from 'lucide-react';
import type { NavItem } from '@/ui/app-shell';
import { HomeCount } from '@/ui/home-count';
import { OutstandingCount } from './outstanding-count';
import { ReviewCount } from './review-count';
import { WantedCount } from './wanted-count';

const size = 'size-5';

const forEverybody: readonly NavItem[] = [
  { href: '/manage', label: 'Home', icon: <House aria-hidden className={size} />, badge: <HomeCount /> },
  {
    href: '/manage/escalations',
    label: 'Escalations',
    icon: <BellRing aria-hidden className={size} />,
    badge: <WantedCount />,
  },
  { href: '/manage/wall', label: 'Wall', icon: <Gauge aria-hidden className={size} /> },
  {
    href: '/manage/approvals',
    label: 'Approvals',
    icon: <BadgeCheck aria-hidden className={size} />,
    badge: <OutstandingCount />,
  },
  {
    href: '/manage/messages',
    label: 'Messages',
    icon: <Inbox aria-hidden className={size} />,
    badge: <ReviewCount />,
  },
  { href: '/manage/calls', label: 'Calls', icon: <Phone aria-hidden className={size} /> },
  { href: '/manage/briefings', label: 'Briefings', icon: <FileText aria-hidden className={size} /> },
  { href: '/manage/promises', label: 'Promises', icon: <Handshake aria-hidden className={size} /> },
  { href: '/manage/recalls', label: 'Recalls', icon: <PhoneOutgoing aria-hidden className={size} /> },
  {
    href: '/manage/callers',
    label: 'Callers',
    icon: <MessageCircleReply aria-hidden className={size} />,
  },
  { href: '/manage/on-call', label: 'On-call', icon: <CalendarClock aria-hidden className={size} /> },
  { href: '/manage/clients', label: 'Clients', icon: <Building2 aria-hidden className={size} /> },
  {
    href: '/manage/playbooks',
    label: 'Playbooks',
    icon: <BookOpenText aria-hidden className={size} />,
  },
  {
    href: '/manage/coaching',
    label: 'Coaching',
    icon: <GraduationCap aria-hidden className={size} />,
  },
  { href: '/manage/outcomes', label: 'Outcomes', icon: <ChartColumn aria-hidden className={size} /> },
  { href: '/manage/reports', label: 'Reports', icon: <ChartLine aria-hidden className={size} /> },
  { href: '/manage/digests', label: 'Digests', icon: <MailCheck aria-hidden className={size} /> },
  { href: '/manage/engine', label: 'Delivery', icon: <Send aria-hidden className={size} /> },
  { href: '/manage/people', label: 'People', icon: <UsersRound aria-hidden className={size} /> },
  { href: '/manage/webhooks', label: 'Webhooks', icon: <Webhook aria-hidden className={size} /> },
];

const forAdmins: readonly NavItem[] = [
  {
    href: '/manage/settings',
    label: 'Service rules',
    icon: <SlidersHorizontal aria-hidden className={size} />,
  },
  { href: '/manage/api-keys', label: 'API keys', icon: <KeyRound aria-hidden className={size} /> },
  { href: '/manage/switches', label: 'Switches', icon: <Cable aria-hidden className={size} /> },
];

const elsewhere: readonly NavItem[] = [
  { href: '/desk', label: 'Desk', icon: <Headset aria-hidden className={size} /> },
  { href: '/account', label: 'Account', icon: <UserRound aria-hidden className={size} /> },
];

export function manageNav(isAdmin: boolean): readonly NavItem[] {
  return [...forEverybody, ...(isAdmin ? forAdmins : []), ...elsewhere];
}
