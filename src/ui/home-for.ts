/** Where a person of this role starts the day. */
export function homeFor(role: string): '/desk' | '/manage' | '/portal' {
  if (role === 'operator') return '/desk';
  if (role === 'account_manager' || role === 'admin') return '/manage';
  return '/portal';
}
