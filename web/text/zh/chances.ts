/** What a store could have done better with one decision, and the question it answers itself. */
export default {
  had: {
    stock: "如果第 {{day}} 天“{{product}}”进货 {{would}}，而不是 {{was}}",
    price: "如果从第 {{day}} 天起“{{product}}”在{{market}}卖 {{would}}，而不是 {{was}}",
    ads: "如果第 {{day}} 天没有开广告活动“{{campaign}}”",
  },
  after: "：",
  and: "，",
  turn: "{{was}} → {{would}}",
  score: "得分 {{was}} → {{would}}",
  rank: "班内名次 {{was}} → {{would}}",
  sameRank: "班内名次仍为第 {{rank}}",
  title: "你错过的最好机会",
  searching: "正在推演：{{of}} 个方案已完成 {{tried}} 个……",
  waiting: "正在重新推演你的决策的其他方案……",
  nothing: "推演了 {{of}} 个方案，没有一个结局更好：要么决策得当，要么不止一处要改。",
  noTry: "从你的数据看，没有值得另试的方案。",
  text: "只改一个决策，把之后的日子重新推演；其他人的决策不变。这是 {{of}} 个方案中最终得分最高的一个。",
  byHand: "到决策日志里自己推演",
  ask: {
    cut: "第 {{day}} 天，你把“{{product}}”在{{market}}降价 {{change}}。为什么？",
    cutCover:
      "第 {{day}} 天，库存还够卖 {{cover}} 天，你把“{{product}}”在{{market}}降价 {{change}}。为什么？",
    raise: "第 {{day}} 天，你把“{{product}}”在{{market}}涨价 {{change}}。为什么？",
    raiseCover:
      "第 {{day}} 天，库存还够卖 {{cover}} 天，你把“{{product}}”在{{market}}涨价 {{change}}。为什么？",
    purchase: "第 {{day}} 天，你进货“{{product}}” {{units}} 件。为什么是这个数量、这个时候？",
    purchaseCover:
      "第 {{day}} 天，库存还够卖 {{cover}} 天，你进货“{{product}}” {{units}} 件。为什么是这个数量、这个时候？",
    campaign: "第 {{day}} 天，你给一个广告活动每天 {{budget}}。指望它带来什么？",
    soldOut: "第 {{day}} 天，“{{product}}”断货，{{units}} 件没能卖成。你什么时候本可以知道？",
    choice: "第 {{day}} 天，你选了“{{product}}”。选它的理由是什么？不选的理由呢？",
    quiet: "本赛季你没有做过决策。谁做的决策？换成你会怎么做？",
  },
  question: {
    title: "一个问你的问题",
    label: "你的回答",
    hint: "老师会看，班上其他人看不到。还可写 {{left}} 字。",
    save: "保存回答",
    saved: "{{at}} 已保存",
    missing: "先写下回答。",
  },
};
