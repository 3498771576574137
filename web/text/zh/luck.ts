/** How much of a rank was luck. */
export default {
  band: {
    head: "重演区间",
    range: "{{best}}–{{worst}}",
    one: "{{best}}",
    mine: "第 {{rank}} 名，重演区间 {{range}}",
    likely: "{{replicas}} 次重演中有 {{asGood}} 次不低于这一名次",
    note: "赛季结束后，用同一份决策日志在隐藏种子下重演，看名次会落在哪里。决策按原样重放，不会随新情况调整，因此低估了善于应变的店铺。",
    waiting: "重演区间正在计算，几分钟后显示。",
  },
};
