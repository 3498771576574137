/** What a store could have done better with one decision, and the question it answers itself. */
export default {
  had: {
    stock: "Had you bought {{would}} instead of {{was}} of “{{product}}” on day {{day}}",
    price:
      "Had you asked {{would}} instead of {{was}} for “{{product}}” in {{market}} from day {{day}}",
    ads: "Had you never opened the campaign “{{campaign}}” of day {{day}}",
  },
  after: ": ",
  and: ", ",
  turn: "{{was}} → {{would}}",
  score: "score {{was}} → {{would}}",
  rank: "rank in class {{was}} → {{would}}",
  sameRank: "rank in class {{rank}} as before",
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
  ask: {
    cut: "Day {{day}}: you cut “{{product}}” by {{change}} in {{market}}. Why?",
    cutCover:
      "Day {{day}}: you cut “{{product}}” by {{change}} in {{market}} with {{cover}} days of " +
      "cover. Why?",
    raise: "Day {{day}}: you raised “{{product}}” by {{change}} in {{market}}. Why?",
    raiseCover:
      "Day {{day}}: you raised “{{product}}” by {{change}} in {{market}} with {{cover}} days of " +
      "cover. Why?",
    purchase: "Day {{day}}: you bought {{units}} of “{{product}}”. Why that many, and why then?",
    purchaseCover:
      "Day {{day}}: you bought {{units}} of “{{product}}” with {{cover}} days of cover. Why that " +
      "many, and why then?",
    campaign: "Day {{day}}: you gave a campaign {{budget}} a day. What was it to bring?",
    soldOut:
      "Day {{day}}: “{{product}}” ran out and {{units}} could not be sold. When could you have " +
      "known?",
    choice: "Day {{day}}: you chose “{{product}}”. What spoke for it, and what against?",
    quiet: "You decided nothing in this season. Who decided, and what would you have done?",
  },
  question: {
    title: "A question to you",
    label: "Your answer",
    hint: "Your teacher reads it; nobody else of the class does. {{left}} characters left.",
    save: "Save the answer",
    saved: "Saved {{at}}",
    missing: "Write your answer first.",
  },
};
