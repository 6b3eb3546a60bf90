import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/api/client';

export const metadata: Metadata = { title: 'Desk' };

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <ApiProvider>{children}</ApiProvider>;
}
