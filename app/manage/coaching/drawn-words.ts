/** What a draw brought, in words. */
export function drawnWords({ drawn, operators }: { drawn: number; operators: number }): string {
  if (drawn === 0)
    return 'No call was drawn: of everybody, as many are looked at already, or there are no others.';
  const calls = drawn === 1 ? '1 call' : `${drawn} calls`;
  return `${calls} drawn, of ${operators === 1 ? '1 operator' : `${operators} operators`}.`;
}
