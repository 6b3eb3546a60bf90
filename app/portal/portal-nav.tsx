import { BellRing, FileText, UserRound } from 'lucide-react';
import type { NavItem } from '@/ui/app-shell';

export const portalNav: readonly NavItem[] = [
  { href: '/portal', label: 'Briefings', icon: <FileText aria-hidden className="size-5" /> },
  { href: '/portal/escalations', label: 'Escalations', icon: <BellRing aria-hidden className="size-5" /> },
  { href: '/account', label: 'Account', icon: <UserRound aria-hidden className="size-5" /> },
];
