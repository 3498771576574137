import fc from "fast-check";

/**
 * Lets a law be asked again as it failed (`FC_SEED`, printed with the failure) or more often than
 * the usual 100 times (`FC_RUNS`). Loaded before the tests of every process.
 */
const { FC_SEED, FC_RUNS } = process.env;

fc.configureGlobal({
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
  ...(FC_RUNS === undefined ? {} : { numRuns: Number(FC_RUNS) }),
});
