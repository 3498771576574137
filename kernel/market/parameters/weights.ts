/**
 * The parameters that inner loops use, as plain fields: a lookup by name would cost more than its
 * use.
 */
import type { Parameters } from "./parameters.ts";

export type Weights = {
  readonly content: number;
  readonly service: number;
  readonly logRatioMax: number;
  readonly beyond: number;
  readonly beyondFrom: number;
  readonly clickBase: number;
  readonly clickContent: number;
  readonly clickReview: number;
  readonly clickPrice: number;
  readonly clickRatioMax: number;
  readonly rankVelocity: number;
  /** A thousandth of content. */
  readonly rankContent: number;
  readonly rankDelivery: number;
  readonly rankPrice: number;
  /** What a sanction takes from the rank score. */
  readonly rankSanction: number;
  readonly qualityScale: number;
  readonly nest: number;
  readonly extraUnits: number;
  readonly reEntry: number;
};

export function weightsOf(parameters: Parameters): Weights {
  return {
    content: parameters["utility.content"],
    service: parameters["utility.service"],
    logRatioMax: parameters["price.logRatioMax"],
    beyond: parameters["price.beyond"],
    beyondFrom: parameters["price.beyondFrom"],
    clickBase: parameters["click.base"],
    clickContent: parameters["click.content"],
    clickReview: parameters["click.review"],
    clickPrice: parameters["click.price"],
    clickRatioMax: parameters["click.logRatioMax"],
    rankVelocity: parameters["rank.velocity"],
    rankContent: parameters["rank.content"] / 1000,
    rankDelivery: parameters["rank.delivery"],
    rankPrice: parameters["rank.price"],
    rankSanction: parameters["rank.sanction"],
    qualityScale: parameters["auction.qualityScale"],
    nest: parameters["choice.nest"],
    extraUnits: parameters["order.extraUnits"],
    reEntry: parameters["demand.reEntry"],
  };
}
