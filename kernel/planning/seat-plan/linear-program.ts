/**
 * A linear programme: the least offset + cost · x with columnLower ≤ x ≤ columnUpper and
 * rowLower ≤ A x ≤ rowUpper. Infinity stands for "no bound".
 */
export interface LinearProgram {
  readonly columns: number;
  readonly rows: number;
  readonly offset: number;
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** A by rows: entries of row i stand from starts[i] to starts[i + 1]. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** What a solver found. Duals are the change of the objective for one unit more of a bound. */
export interface Solution {
  readonly objective: number;
  readonly values: Float64Array;
  /** Reduced costs: cost minus what a column's entries are worth at the duals of the rows. */
  readonly columnDuals: Float64Array;
  readonly rowDuals: Float64Array;
}

/** Writes a programme column by column and row by row. */
export class ProgramWriter {
  readonly #cost: number[] = [];
  readonly #columnLower: number[] = [];
  readonly #columnUpper: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  #offset = 0;

  get columns(): number {
    return this.#cost.length;
  }

  get rows(): number {
    return this.#rowLower.length;
  }

  /** Gives the number of the new column. */
  column(cost: number, lower = 0, upper = Infinity): number {
    this.#cost.push(cost);
    this.#columnLower.push(lower);
    this.#columnUpper.push(upper);
    return this.#cost.length - 1;
  }

  /** Adds to what a column costs. */
  charge(column: number, cost: number): void {
    this.#cost[column]! += cost;
  }

  /** An entry of the row that is being written. */
  put(column: number, value: number): void {
    if (value === 0) return;
    this.#indices.push(column);
    this.#values.push(value);
  }

  /** Ends the row that is being written, and gives its number. */
  row(lower: number, upper: number): number {
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#starts.push(this.#indices.length);
    return this.#rowLower.length - 1;
  }

  offset(by: number): void {
    this.#offset += by;
  }

  done(): LinearProgram {
    return {
      columns: this.columns,
      rows: this.rows,
      offset: this.#offset,
      cost: Float64Array.from(this.#cost),
      columnLower: Float64Array.from(this.#columnLower),
      columnUpper: Float64Array.from(this.#columnUpper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }
}
