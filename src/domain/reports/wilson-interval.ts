/** The quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/**
 * Where a share probably lies, given that `count` of `of` were seen: the 95 % score interval, which unlike the usual one
 * stays honest for few cases and near 0 and 1.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209–212.
 * @returns bounds from 0 to 1; of nothing, all of that
 */
export function wilsonInterval({ count, of }: { count: number; of: number }): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 };
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  // Exact at the ends, where rounding would miss them by a hair.
  return {
    low: count <= 0 ? 0 : Math.max(0, middle - half),
    high: count >= of ? 1 : Math.min(1, middle + half),
  };
}
