import {
  BadgeCheck,
  BellRing,
  Building2,
  Cable,
  FileText,
  Headset,
  KeyRound,
  Phone,
  PhoneOutgoing,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { NavItem } from '@/ui/app-shell';
import { OutstandingCount } from './outstanding-count';

const size = 'size-5';

const forEverybody: readonly NavItem[] = [
  { href: '/manage', label: 'Escalations', icon: <BellRing aria-hidden className={size} /> },
  {
    href: '/manage/approvals',
    label: 'Approvals',
    icon: <BadgeCheck aria-hidden className={size} />,
    badge: <OutstandingCount />,
  },
  { href: '/manage/calls', label: 'Calls', icon: <Phone aria-hidden className={size} /> },
  { href: '/manage/briefings', label: 'Briefings', icon: <FileText aria-hidden className={size} /> },
  { href: '/manage/recalls', label: 'Recalls', icon: <PhoneOutgoing aria-hidden className={size} /> },
  { href: '/manage/clients', label: 'Clients', icon: <Building2 aria-hidden className={size} /> },
  { href: '/manage/people', label: 'People', icon: <UsersRound aria-hidden className={size} /> },
];

const forAdmins: readonly NavItem[] = [
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
