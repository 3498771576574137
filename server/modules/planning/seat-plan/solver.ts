/**
 * The one place that calls HiGHS. It computes for seconds without a pause, so only threads and
 * tests open a solver; the server's own thread never does.
 */
import type { default as load, Model, ObjectiveSense } from "highs";
import type { LinearProgram, Solution } from "@echelon/kernel/planning/seat-plan/linear-program.ts";

export interface SolveOptions {
  /** Whether duals are wanted: without them a vertex need not be found, which is quicker. */
  readonly isPriced?: boolean;
  readonly secondsMax?: number;
  /** Called now and then with the number of steps so far. */
  readonly hear?: (steps: number) => void;
}

export type SolveOutcome =
  | { readonly status: "optimal"; readonly solution: Solution; readonly steps: number }
  | { readonly status: "infeasible" }
  | { readonly status: "timed-out"; readonly steps: number };

/** Rows and columns of which none can be left out for the others to be possible together. */
export interface Conflict {
  readonly rows: readonly number[];
  /** Columns whose lower bound takes part, and those whose upper bound does. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface Solver {
  /** @throws Error where the solver neither finds nor refuses: a fault in the programme. */
  solve(program: LinearProgram, options?: SolveOptions): SolveOutcome;
  /** Of a programme that is infeasible; null where none was found. */
  conflict(program: LinearProgram, secondsMax?: number): Conflict | null;
  /** The programme as a file that other solvers read. */
  write(program: LinearProgram): Uint8Array;
}

const secondsUsual = 200;

/**
 * The package's code, fetched when somebody solves: most processes never do. Its types describe its
 * older build, in which the loader is a field of what is imported.
 */
async function loadHighs() {
  const { default: loader } = (await import("highs")) as unknown as {
    default: typeof load.default;
  };
  return loader();
}

/** Loads the solver; no network, the code lies in the package. */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus, objectiveSense, callbackType } = highs.constants;
  const using = <Value>(program: LinearProgram, work: (model: Model) => Value): Value =>
    highs.withModel(dataOf(program, objectiveSense.minimize), (model) => {
      model.options.set({ output_flag: false });
      return work(model);
    });
  return {
    solve: (program, { isPriced = true, secondsMax = secondsUsual, hear } = {}) =>
      using(program, (model) => {
        // The default would take the simplex method, ten times slower on these programmes.
        const run_crossover = isPriced ? "on" : "off";
        model.options.set({ solver: "ipm", run_crossover, time_limit: secondsMax });
        let steps = 0;
        model.run({
          [callbackType.ipmInterrupt]({ data }) {
            // Between two steps, and after the last one, it calls without news.
            const count = data.ipm_iteration_count ?? 0;
            if (count <= steps) return;
            steps = count;
            hear?.(steps);
          },
        });
        const status = model.getModelStatus();
        if (status === modelStatus.optimal) {
          return { status: "optimal", solution: solutionOf(model), steps };
        }
        if (status === modelStatus.timeLimit) return { status: "timed-out", steps };
        const isNone =
          status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible;
        if (isNone) return { status: "infeasible" };
        throw new Error(`the solver ended with status ${status}`);
      }),
    conflict: (program, secondsMax = secondsUsual) =>
      using(program, (model) => {
        const { strategyRowPriority, boundLower, boundUpper } = highs.constants.iis;
        model.options.set({ iis_strategy: strategyRowPriority, time_limit: secondsMax });
        model.run();
        const { rowIndex, colIndex, colBound } = model.getIis();
        if (rowIndex.length + colIndex.length === 0) return null;
        const bounded = (by: number) => [...colIndex].filter((_, at) => colBound[at] === by);
        return { rows: [...rowIndex], lower: bounded(boundLower), upper: bounded(boundUpper) };
      }),
    write: (program) => using(program, (model) => model.exportModel("mps")),
  };
}

function dataOf(program: LinearProgram, sense: ObjectiveSense) {
  const { columns, rows, starts, indices, values } = program;
  return {
    sense,
    offset: program.offset,
    numCols: columns,
    numRows: rows,
    colCost: program.cost,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: { format: "csr", numRows: rows, numCols: columns, starts, indices, values } as const,
  };
}

function solutionOf(model: Model): Solution {
  const { colValue, colDual, rowDual } = model.getSolution();
  const objective = model.getObjectiveValue();
  return { objective, values: colValue, columnDuals: colDual, rowDuals: rowDual };
}
