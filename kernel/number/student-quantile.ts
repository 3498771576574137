/** Quantiles of Student's t distribution: the normal ones where the spread is estimated too. */

import { normalQuantile } from "./normal-quantile.ts";

/** With fewer degrees of freedom the expansion below is not exact to four digits. */
export const freedomMin = 8;

/**
 * The number below which a share `p` of Student's t distribution lies.
 *
 * Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), formula 26.7.5: the normal
 * quantile, corrected in four powers of 1/freedom. Exact to 1e-4 between the 0.5 % and 99.5 %.
 *
 * @param freedom  degrees of freedom, at least 8; RangeError otherwise
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(freedom >= freedomMin)) throw new RangeError(`${freedom} degrees of freedom are too few`);
  const z = normalQuantile(p);
  const zz = z * z;
  const first = (zz + 1) / 4;
  const second = ((5 * zz + 16) * zz + 3) / 96;
  const third = (((3 * zz + 19) * zz + 17) * zz - 15) / 384;
  const fourth = ((((79 * zz + 776) * zz + 1482) * zz - 1920) * zz - 945) / 92_160;
  const by = 1 / freedom;
  return z * (1 + by * (first + by * (second + by * (third + by * fourth))));
}
