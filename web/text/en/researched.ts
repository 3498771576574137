/** Words of research in the logs of decisions. */
export default {
  kinds: {
    "buy-report": "buys a report",
    "watch-rivals": "watches rivals",
  },
  kind: {
    "buy-report": "Buy report",
    "watch-rivals": "Watch rivals",
  },
  fact: { report: "report", category: "category", stores: "stores" },
  reportName: { keywords: "keyword table", demand: "demand" },
};
