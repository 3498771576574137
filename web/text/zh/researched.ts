/** Words of research in the logs of decisions. */
export default {
  kinds: {
    "buy-report": "买报告",
    "watch-rivals": "盯竞品",
  },
  kind: {
    "buy-report": "买报告",
    "watch-rivals": "盯竞品",
  },
  fact: { report: "报告", category: "类目", stores: "店铺" },
  reportName: { keywords: "数据魔方", demand: "各地需求" },
};
