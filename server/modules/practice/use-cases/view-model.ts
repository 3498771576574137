import type { ModelView } from "@echelon/contract/practice/model.ts";
import { isCurrent, shippedScorecard } from "@echelon/atlas/realism-scorecard.ts";
import { parameterRows } from "@echelon/kernel/market/parameters/parameters.ts";
import { parametersDigest } from "@echelon/kernel/market/parameters/parameters-digest.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";

/** The market's numbers, each with where it comes from, and the scorecard that ships. */
export function viewModel(): ModelView {
  const card = shippedScorecard();
  return {
    engine: engineVersion,
    parameters: parameterRows.map(({ name, value, unit, lo, hi, source, verified }) => ({
      name,
      value,
      unit,
      lo,
      hi,
      source,
      verified,
    })),
    scorecard: {
      engine: card.engine,
      isCurrent: isCurrent(card, engineVersion, parametersDigest()),
      scenario: card.scenario,
      seeds: card.seeds,
      stores: card.stores,
      offers: card.offers,
      markets: card.markets,
      visitsPerDay: card.visitsPerDay,
      treatedSets: card.treatedSets,
      share: card.share,
      passes: card.passes,
      moments: card.moments,
    },
  };
}
