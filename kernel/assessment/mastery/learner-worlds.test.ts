/** Made-up people of known ability: what the estimate recovers of them, against a plain share. */
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type MadeLearner, madeLearners, shareRule } from "../synthetic/learners.ts";
import { calibrationOf } from "./calibration.ts";
import { foretoldOf } from "./foretell.ts";
import { cutAbility, foldPieces, masteryOn } from "./mastery.ts";

const world = { seed: 5, people: 6000, pieces: 5, events: 10, learning: 0, gapDays: 20 };
const certifiedFrom = 0.8;

/** Share of those certified who are not able. */
function wrongShare(people: readonly MadeLearner[], isCertified: (of: MadeLearner) => boolean) {
  const certified = people.filter(isCertified);
  return certified.filter(({ ability }) => ability < cutAbility).length / certified.length;
}

const masteryAtEnd = ({ pieces }: MadeLearner): number =>
  masteryOn(foldPieces(pieces), pieces.at(-1)!.day);

suite("people of known ability", () => {
  const people = madeLearners(world);

  test("are certified wrongly at most 0.4 times as often as by a share", () => {
    const wrong = wrongShare(people, (one) => masteryAtEnd(one) >= certifiedFrom);
    const byShare = wrongShare(people, ({ share }) => share >= shareRule.threshold);
    assert.ok(wrong <= 0.4 * byShare, `${wrong} against ${byShare}`);
    assert.ok(wrong < 0.06, `${wrong}`);
  });

  test("are foretold with a slope between 0.9 and 1.1", () => {
    const { slope, brier } = calibrationOf(people.flatMap(({ pieces }) => foretoldOf(pieces)));
    assert.ok(slope !== null && slope >= 0.9 && slope <= 1.1, `${slope}`);
    assert.ok(brier !== null && brier < 0.06, `${brier}`);
  });

  test("are as often able as their mastery says, or oftener", () => {
    for (const [low, high] of [
      [0.4, 0.6],
      [0.6, 0.8],
      [0.8, 0.9],
      [0.9, 1.01],
    ] as const) {
      const within = people.filter((one) => {
        const mastery = masteryAtEnd(one);
        return mastery >= low && mastery < high;
      });
      const able = within.filter(({ ability }) => ability >= cutAbility).length / within.length;
      assert.ok(within.length > 100 && able >= low, `${low}: ${able}`);
    }
  });

  test("who learn on the way are certified wrongly less often still", () => {
    const wrong = (learning: number) =>
      wrongShare(madeLearners({ ...world, learning }), (one) => masteryAtEnd(one) >= certifiedFrom);
    assert.ok(wrong(0.1) < wrong(0));
  });

  test("when sets of pieces grow, more of the able are certified", () => {
    const found = (pieces: number) => {
      const able = madeLearners({ ...world, pieces }).filter(
        ({ ability }) => ability >= cutAbility,
      );
      return able.filter((one) => masteryAtEnd(one) >= certifiedFrom).length / able.length;
    };
    assert.ok(found(8) > found(3));
  });
});
