/** Made-up juries of known severity: what the fit recovers, and what that spares people. */
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { pearson } from "../../number/correlation.ts";
import { icc21 } from "../../number/intraclass.ts";
import { madeMarks } from "../synthetic/raters.ts";
import { decisionAgreementMin, modelReliabilityMin, weightedKappa } from "./agreement.ts";
import { fairAverages, fairMarks, modelReliability, raterReports } from "./fair-marks.ts";
import { fitRaters } from "./fit-raters.ts";

/** So able a person should be certified, logits. */
const able = 0.8;
const world = { seed: 11, persons: 500, criteria: 8, raters: 20, severitySpread: 0.9 };

function rated(change: Partial<typeof world> = {}) {
  const made = madeMarks({ ...world, ...change });
  const { marks, facets, abilities } = made;
  const fit = fitRaters(marks, facets);
  const fair = fairMarks(marks, fit);
  const raw = fairAverages(
    marks,
    Float64Array.from(marks, ({ mark }) => mark),
    facets,
  );
  /** Of as many certified as are able, the share of those who are not. */
  const wrongShare = (estimate: Float64Array): number => {
    const count = abilities.filter((of) => of >= able).length;
    const best = [...estimate.keys()].sort((a, b) => estimate[b]! - estimate[a]!).slice(0, count);
    return best.filter((person) => abilities[person]! < able).length / count;
  };
  return { ...made, fit, fair, raw, wrongShare };
}

test("twenty juries are found out, and certify half as many people wrongly", () => {
  // Why twenty: in one of them chance makes a third of the wrong ones or three fifths.
  const juries = Array.from({ length: 20 }, (_, at) => rated({ seed: world.seed + at }));
  let [rawWrong, fairWrong] = [0, 0];
  for (const { fit, severities, raw, wrongShare } of juries) {
    assert.ok(pearson(fit.severity, severities) >= 0.98);
    rawWrong += wrongShare(raw);
    fairWrong += wrongShare(fit.ability);
  }
  assert.ok(fairWrong <= 0.5 * rawWrong, `${fairWrong} against ${rawWrong}`);
});

suite("a jury of very different severities", () => {
  const jury = rated();
  const { marks, facets, fit, fair, raw, abilities } = jury;

  test("tells people apart better by fair marks than by raw ones", () => {
    const averages = fairAverages(marks, fair, facets);
    assert.ok(pearson(averages, abilities) > pearson(raw, abilities) + 0.02);
  });

  test("agrees on people's fair means, though hardly on single marks", () => {
    const means = [0, 1].map((place) =>
      Array.from({ length: facets.persons }, (_, person) => {
        const own = person * facets.criteria * 2;
        let sum = 0;
        for (let at = 0; at < facets.criteria; at += 1) sum += fair[own + 2 * at + place]!;
        return sum / facets.criteria;
      }),
    );
    assert.ok(icc21(means) >= decisionAgreementMin + 0.1);
    const pairs = Array.from({ length: marks.length / 2 }, (_, at) => ({
      first: marks[2 * at]!.mark,
      second: marks[2 * at + 1]!.mark,
    }));
    const kappa = weightedKappa(pairs);
    assert.ok(kappa !== null && kappa > 0.4 && kappa < 0.7, `${kappa}`);
    const reliability = modelReliability(marks, fit, facets);
    assert.ok(reliability !== null && reliability >= modelReliabilityMin);
  });

  test("shows each rater marks that the model expects", () => {
    for (const { infit, severityError } of raterReports(marks, fit, facets)) {
      assert.ok(infit !== null && infit > 0.5 && infit < 1.5, `${infit}`);
      assert.ok(severityError !== null && severityError < 0.2);
    }
  });
});

test("four criteria are enough to find severities, at a smaller gain", () => {
  const { fit, severities, raw, wrongShare } = rated({ criteria: 4 });
  assert.ok(pearson(fit.severity, severities) >= 0.95);
  assert.ok(wrongShare(fit.ability) < wrongShare(raw));
});
