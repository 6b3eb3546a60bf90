'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Member } from '@/domain/tenancy/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { ListPage } from '../list-page';
import { RecordTable, type Column } from '@/ui/record-table';
import { isClientsRole, roleWords } from '@/ui/role-words';
import { SearchBox } from '../search-box';
import { useFilters } from '@/ui/use-filters';
import { DisablePerson } from './disable-person';
import { NewPerson } from './new-person';
import { PersonWork } from './person-work';
import { ResetPassword } from './reset-password';

type Open = { kind: 'add' } | { kind: 'disable' | 'reset' | 'work'; member: Member } | null;

/** Everybody who can sign in: the service's own people and those of its clients. */
export function PeopleList({ isAdmin, ownId }: { isAdmin: boolean; ownId: string }) {
  const api = useTRPC();
  const filters = useFilters('q');
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(api.members.list.queryOptions());
  const q = (filters.get('q') ?? '').toLocaleLowerCase();
  const members = (query.data ?? []).filter(({ name, email, clientName }) =>
    `${name} ${email} ${clientName ?? ''}`.toLocaleLowerCase().includes(q),
  );

  const columns: Column<Member>[] = [
    {
      title: 'Name',
      cell: (member) => (
        <>
          <span className="font-medium">{member.name}</span>
          {member.id === ownId ? <span className="text-ink-soft"> (you)</span> : null}
          {member.isDisabled ? <span className="font-medium text-high"> Cannot sign in</span> : null}
        </>
      ),
      isWide: true,
    },
    { title: 'E-mail', cell: (member) => member.email, isWide: true },
    { title: 'Role', cell: (member) => roleWords[member.role] },
    { title: 'Client', cell: (member) => member.clientName },
    {
      title: 'Desk',
      className: 'md:w-48',
      cell: (member) =>
        member.isDisabled || isClientsRole(member.role) ? null : (
          <span className="flex flex-wrap items-center gap-2">
            <Button
              size="compact"
              aria-label={`Clients and languages of ${member.name}`}
              onClick={() => setOpen({ kind: 'work', member })}
            >
              Clients, languages
            </Button>
            {member.languages.length > 0 ? (
              <span className="text-[13px] text-ink-soft">{member.languages.join(', ')}</span>
            ) : null}
          </span>
        ),
    },
  ];
  if (isAdmin) {
    columns.push({
      title: 'Sign-in',
      className: 'md:w-56',
      cell: (member) =>
        member.isDisabled || member.id === ownId ? null : (
          <span className="inline-flex flex-wrap gap-2">
            <Button
              size="compact"
              aria-label={`New password for ${member.name}`}
              onClick={() => setOpen({ kind: 'reset', member })}
            >
              New password
            </Button>
            <Button
              size="compact"
              aria-label={`Disable ${member.name}`}
              onClick={() => setOpen({ kind: 'disable', member })}
            >
              Disable
            </Button>
          </span>
        ),
    });
  }

  return (
    <ListPage
      title="People"
      about={
        isAdmin
          ? 'Everybody who can sign in. A contact who only acknowledges needs no sign-in.'
          : 'Everybody who can sign in. Only an admin adds people or takes their sign-in away.'
      }
      actions={
        isAdmin ? (
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setOpen({ kind: 'add' })}
          >
            New person
          </Button>
        ) : null
      }
      filters={
        <SearchBox
          label="Name, e-mail or client"
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
      }
      onClear={filters.isAny ? filters.clear : undefined}
    >
      {query.isPending ? <LoadingRows label="The people are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The people cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.isSuccess && members.length === 0 ? (
        <EmptyState
          title={`Nobody matches “${filters.get('q') ?? ''}”.`}
          action={<Button onClick={filters.clear}>Show everybody</Button>}
        />
      ) : null}
      {members.length > 0 ? (
        <RecordTable caption="People" columns={columns} rows={members} keyOf={({ id }) => id} />
      ) : null}
      {open?.kind === 'add' ? <NewPerson onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'work' ? <PersonWork member={open.member} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'reset' ? <ResetPassword member={open.member} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'disable' ? <DisablePerson member={open.member} onClose={() => setOpen(null)} /> : null}
    </ListPage>
  );
}
