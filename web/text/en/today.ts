/** Words of the morning brief, and of the day after the last. */
export default {
  comma: ", ",
  today: {
    title: "Today",
    markets: "Markets, last day",
    elsewhere: "Not on sale in {{markets}}.",
    nowhere: "Nothing is on sale in any market.",
  },
  seasonEnd: {
    title: "The season is over. Next",
    standing: "See the final standings",
    standingText: "Who won by profit, who by service: compare the parts of the scores.",
    money: "See the whole season's books",
    moneyText: "Profit and loss of all days: where the money went, and what was worth saving.",
    log: "Look back at your decisions",
    logText: "Which day's decision turned things? You will want it for the debrief.",
    seasons: "Back to my seasons",
    seasonsText: "You can begin another practice of your own.",
  },
};
