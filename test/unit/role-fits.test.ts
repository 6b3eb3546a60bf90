import { expect, it } from 'vitest';
import { roleFits } from '../../src/domain/tenancy/role-fits';
import type { Role } from '../../src/kernel/actor';

const belongs: Record<Role, 'to a client' | 'to no client'> = {
  operator: 'to no client',
  account_manager: 'to no client',
  admin: 'to no client',
  author: 'to a client',
  responsible_contact: 'to a client',
  client_admin: 'to a client',
};

for (const [role, place] of Object.entries(belongs) as [Role, string][]) {
  it(`${role} belongs ${place}, and to nothing else`, () => {
    const withClient = roleFits(role, '0198c0de-0000-7000-8000-000000000001');
    const withoutClient = roleFits(role, undefined);
    const [fitting, other] =
      place === 'to a client' ? [withClient, withoutClient] : [withoutClient, withClient];
    expect(fitting).toEqual([]);
    expect(other.map(({ field }) => field)).toEqual(['clientId']);
  });
}
