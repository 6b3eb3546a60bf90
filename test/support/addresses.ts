/** The same server, signed in to as another role, in another database when one is named. */
export function signedInAs(address: string, user: string, password: string, databaseName?: string): string {
  const url = new URL(address);
  url.username = user;
  url.password = password;
  if (databaseName) url.pathname = `/${databaseName}`;
  return url.href;
}

export function inDatabase(address: string, databaseName: string): string {
  const url = new URL(address);
  url.pathname = `/${databaseName}`;
  return url.href;
}
