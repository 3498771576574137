/** One number of the model: its default, its unit, its bounds, and where it comes from. */
export type ParameterRow<N extends string = string> = {
  readonly name: N;
  readonly value: number;
  /** "" for a pure number. */
  readonly unit: string;
  readonly lo: number;
  readonly hi: number;
  readonly source: string;
  /** Whether the source was read; only then is the number shown as published. */
  readonly verified: boolean;
};

/** A row that the makers of the model chose. */
export function chosen<const N extends string>(
  name: N,
  value: number,
  unit: string,
  lo: number,
  hi: number,
): ParameterRow<N> {
  return { name, value, unit, lo, hi, source: "our choice", verified: false };
}

/** A row taken from, or fitted to, something that others published. */
export function from<const N extends string>(
  source: string,
  name: N,
  value: number,
  unit: string,
  lo: number,
  hi: number,
): ParameterRow<N> {
  return { name, value, unit, lo, hi, source, verified: false };
}
