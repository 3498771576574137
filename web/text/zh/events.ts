/** What events, help and penalties are told with to those who lead a season. */
export default {
  events: {
    title: "本赛季的事件",
    note: "加入后不能撤销；回退到加入的那天或更早，会一并撤回。",
    none: { title: "还没有事件", text: "用上方的“事件”加入，全班同时受影响。" },
    phases: { acting: "生效中", announced: "已公布", planned: "未公布", over: "已过去" },
    onDay: "第 {{from}} 天",
    span: "第 {{from}}–{{to}} 天",
    stays: "第 {{from}} 天起一直有效",
    announced: "第 {{day}} 天公布",
    sizes: { points: "{{size}} 个百分点", factor: "平时的 {{size}} 倍", percent: "{{size}}%" },
    ofScenario: "由场景安排",
    by: "{{by}} 于 {{at}} 加入",
    form: {
      will: "{{what}}。",
      ask: "这个事件的力度异乎寻常，确定吗？{{what}}",
      sure: "确定加入，第 {{day}} 天起",
    },
    adjust: {
      will: {
        help: "第 {{day}} 天结算时，{{name}} 得到 {{money}}。",
        penalty: "第 {{day}} 天结算时，从 {{name}} 扣除 {{money}}。",
      },
      ask: "{{money}} 是起始资金（{{opening}}）的 {{times}} 倍，确定吗？",
      sure: "确定，{{money}}",
    },
  },
  fact: { sizeBp: "幅度", ofStore: "店铺" },
};
