/** Words of product tiers: how a store has its goods made. */
export default {
  make: {
    text:
      "It counts for what is ordered from now on, by hand or by rule. What was ordered stays as " +
      "it is, and goods of all makes are sold from one heap: buyers get their mean.",
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
