/** Words of research in the logs of decisions. */
export default {
  kinds: {
    "buy-report": "buys a report",
    "watch-rivals": "watches rivals",
    "submit-forecast": "submits a forecast",
  },
  kind: {
    "buy-report": "Buy report",
    "watch-rivals": "Watch rivals",
    "submit-forecast": "Forecast",
  },
  fact: {
    report: "report",
    category: "category",
    stores: "stores",
    measure: "of",
    p10: "low",
    p50: "middle",
    p90: "high",
    p10Minor: "low",
    p50Minor: "middle",
    p90Minor: "high",
  },
  reportName: { keywords: "keyword table", demand: "demand" },
  measureName: { units: "units sold", cash: "cash", rank: "place" },
};
