/**
 * The quantile function of the standard normal distribution.
 *
 * Algorithm AS 241, routine PPND16: M. J. Wichura, "The Percentage Points of the Normal
 * Distribution", Applied Statistics 37 (1988), pages 477-484. About 16 digits.
 */

import { log } from "./log.ts";

/** A quotient of two polynomials of degree 7; coefficients from the constant term up. */
interface Ratio {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** For |p - ½| up to 0.425. */
const center: Ratio = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
};

/** For a nearer tail between e^-25 and 0.075. */
const shoulder: Ratio = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

/** For a nearer tail below e^-25. */
const tail: Ratio = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/**
 * The x with P(N(0,1) <= x) = p.
 *
 * @param p  a probability strictly between 0 and 1
 * @throws RangeError outside (0, 1)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normal quantile of ${p}: needs 0 < p < 1`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * valueAt(center, 0.180625 - q * q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const x = r <= 5 ? valueAt(shoulder, r - 1.6) : valueAt(tail, r - 5);
  return q < 0 ? -x : x;
}

function valueAt({ above, below }: Ratio, r: number): number {
  return horner(above, r) / horner(below, r);
}

function horner(coefficients: readonly number[], r: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * r + coefficients[i]!;
  return value;
}
