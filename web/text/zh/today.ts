/** Words of the morning brief, and of the day after the last. */
export default {
  comma: "、",
  today: {
    title: "今日",
    markets: "各市场 · 最近一天",
    elsewhere: "没有在售的市场：{{markets}}。",
    nowhere: "还没有商品在任何市场出售。",
  },
  seasonEnd: {
    title: "赛季已结束，接下来",
    standing: "看最终排行榜",
    standingText: "谁靠利润，谁靠服务：点开店名比一比各项得分。",
    money: "看全程账目",
    moneyText: "整个赛季的损益表：钱主要花在哪里，哪一项最值得省。",
    log: "回看自己的决策",
    logText: "哪一天的决定改变了走势？复盘时用得上。",
    seasons: "回到我的赛季",
    seasonsText: "可以再开一次自己的练习赛季。",
  },
};
