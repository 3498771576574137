/** Columns over memory that the caller hands out. */

/** Types of a column; what is many is as narrow as its values. */
export type NarrowType = "u8" | "i16" | "i32" | "f64";
export type ColumnArray = {
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
};

/** Hands out zeroed memory; a caller with worker threads gives shared memory. */
export type Allocate = (bytes: number) => ArrayBufferLike;

export function makeColumn(type: NarrowType, length: number, allocate: Allocate) {
  switch (type) {
    case "u8":
      return new Uint8Array(allocate(length));
    case "i16":
      return new Int16Array(allocate(2 * length));
    case "i32":
      return new Int32Array(allocate(4 * length));
    case "f64":
      return new Float64Array(allocate(8 * length));
  }
}
