/** Words of research in the logs of decisions. */
export default {
  kinds: {
    "buy-report": "买报告",
    "watch-rivals": "盯竞品",
    "submit-forecast": "提交预测",
  },
  kind: {
    "buy-report": "买报告",
    "watch-rivals": "盯竞品",
    "submit-forecast": "提交预测",
  },
  fact: {
    report: "报告",
    category: "类目",
    stores: "店铺",
    measure: "对象",
    p10: "低值",
    p50: "中值",
    p90: "高值",
    p10Minor: "低值",
    p50Minor: "中值",
    p90Minor: "高值",
  },
  reportName: { keywords: "数据魔方", demand: "各地需求" },
  measureName: { units: "销量", cash: "现金", rank: "名次" },
};
