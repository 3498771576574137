/** What a store could have done better with one decision, and the question it answers itself. */
export default {
  had: {
    stock: "Had you bought {{would}} instead of {{was}} of “{{product}}” on day {{day}}",
    price:
      "Had you asked {{would}} instead of {{was}} for “{{product}}” in {{market}} from day {{day}}",
    ads: "Had you never opened the campaign “{{campaign}}” of day {{day}}",
  },
  score: "score {{was}} → {{would}}",
  rank: "rank {{was}} → {{would}}",
  sameRank: "rank {{rank}} as before",
  title: "Your best missed chance",
  searching: "Being worked out: {{tried}} of {{of}} alternatives are played …",
  waiting: "Alternatives to your decisions are being played …",
  nothing:
    "Of {{of}} alternatives that were played, none would have ended better. Well decided, or it " +
    "took more than one change.",
  noTry: "Nothing in your figures called for an alternative.",
  text:
    "One decision was changed and the days played again; everybody else's decisions stayed. It " +
    "is the best of {{of}} alternatives, by final score.",
  byHand: "Play it yourself in the decision log",
};
