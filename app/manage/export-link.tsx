import { Download } from 'lucide-react';
import { buttonClasses } from '@/ui/button';

/** What is filtered, as a file for a spreadsheet. It is put on record who takes it. */
export function ExportLink({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonClasses()}>
      <Download aria-hidden className="size-4" />
      Export CSV
    </a>
  );
}
