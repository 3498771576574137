/** 战略：店铺想成为什么样，做到了多少。 */
export default {
  title: "战略",
  note: "第 {{day}} 天结束前陈述",
  noteLater: "第 {{day}} 天前已定；现在补充的放在旁边",
  text:
    "用自己的话说店铺要成为什么样，在赛季的三个阶段各达到什么目标。每个阶段结束时，目标和实测并排列出。" +
    "不花钱，也不影响市场。",
  noteMissed: "第 {{day}} 天前没有陈述",
  textMissed: "你到期没有陈述战略。现在补充的算修订，只对还没有开始的阶段算数。",
  textLater: "已经陈述的保留原样。修订放在旁边，只对还没有开始的阶段算数。",
  words: "我们的战略",
  amendment: "修订什么，为什么",
  period: "第 {{place}} 期：第 {{from}} 到 {{to}} 天",
  periodHead: "阶段",
  periodShort: "第 {{place}} 期",
  fields: {
    revenueMinor: "销售额（{{currency}}）",
    profitMinor: "利润（{{currency}}）",
    ratingMilli: "期末星级",
    priceIndexBp: "价格，占中位价 %",
  },
  enter: "请写出战略，并填好每个目标。",
  state: "陈述战略",
  amend: "补充修订",
  statedBy: "{{author}}，第 {{day}} 天",
  amendedBy: "{{author}} 的修订，第 {{day}} 天",
  report: "目标与实际",
  measure: "指标",
  measures: { revenue: "销售额", profit: "利润", rating: "星级", priceIndex: "价格比中位价" },
  target: "目标",
  actual: "实测",
  verdict: "达成",
  amended: "修订后目标",
  amendedVerdict: "按修订达成",
  verdicts: { met: "达成", near: "接近", missed: "未达成" },
  states: { coming: "未开始", running: "进行中", over: "无从测量" },
  how:
    "销售额和利润按整个阶段算，星级按期末，价格是买家为自己各刊登所付与类目中位价之比的平均。" +
    "接近：最多差 {{near}}。价格与目标相差不超过 ±{{index}} 个百分点为达成，不超过 ±{{indexNear}} 个百分点" +
    "为接近；偏高偏低都一样算。",
  responses: {
    title: "市场事件",
    note: "我们怎么应对",
    text: "事件还新鲜的时候说说怎么应对：连同日期保留，复盘时会读到。",
    days: "第 {{from}} 天起，最晚第 {{until}} 天应对",
    plan: "对“{{event}}”的应对",
    enter: "请写出怎么做。",
    record: "记录应对",
    none: "没有记录。",
  },
};
