/** Letters, digits and hyphens alone: "payslips-show-wrong-amounts"; `instead` where nothing is left. */
export function fileStem(title: string, instead: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return name === '' ? instead : name;
}
