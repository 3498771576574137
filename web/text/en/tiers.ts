/** Words of product tiers: how a store has its goods made. */
export default {
  make: {
    text:
      "It counts for what is ordered from now on, by hand or by rule; what was ordered stays as " +
      "it is. Old and new goods of a product are mixed in your stock, so buyers get their mean. " +
      "Fit says how well goods suit what buyers look for: at one price, +0.20 sells a fifth more.",
    tier: "Tier",
    tierN: "Tier {{tier}}",
    label: "Name on the goods",
    unit: "A unit from the maker, minimum lot",
    fit: "Better fit to buyers",
    pull: "More who search for your name come to it",
    fitNow: "Better fit of what lies here",
    brandNow: "Of it with your name",
    isThat: "It is made that way already.",
    act: "Have it made so",
  },
};
