import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { uniform, secondOfBlock } from "../../random/uniform.ts";
import { drawUniforms, newSlotUniforms } from "./slot-uniforms.ts";

const word = fc.integer({ min: 0, max: 0xffff_ffff });

test("uniforms drawn two at a time are those of the generator", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0x7fff_ffff }), { minLength: 1, maxLength: 54 }),
      fc.tuple(word, word, word),
      fc.tuple(word, word),
      (entities, [c1, c2, c3], [k0, k1]) => {
        const uniforms = newSlotUniforms(54);
        uniforms.entity.set(entities);
        drawUniforms(uniforms, entities.length, c1, c2, c3, k0, k1);
        entities.forEach((entity, slot) => {
          assert.equal(uniforms.first[slot], uniform(entity, c1, c2, c3, { k0, k1 }));
          assert.equal(uniforms.second[slot], secondOfBlock());
        });
      },
    ),
  );
});
