import { PageHeader } from '@/ui/page-header';
import { SessionList } from './session-list';

export default function AccountPage() {
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Where you are signed in"
        about="End a session you do not recognise, or one you left open on another computer. It stops at once."
      />
      <SessionList />
    </div>
  );
}
