/** The way into a store: one's seasons, opening or joining one. */
export default {
  lobby: {
    title: "我的赛季",
    hello: "你好，{{name}}。",
    noPassword: "你的用户名是 {{username}}，还没有密码。",
    setPassword: "设置密码后，可以在任何设备登录。",
    open: "开店",
    enter: "进入店铺",
    look: "回看",
    notYet: "老师还没有开放。",
    tooLate: "赛季已结束，不能再开店。",
    none: {
      title: "这里会列出班级的赛季",
      text: "先用班级码加入班级。老师开放赛季后，会出现在这里。",
      join: "用班级码加入",
    },
  },
  rehearsal: {
    title: "自己练习",
    note: "与机器人店铺竞争，别人看不到",
    text: "一个七天的小市场，或二十八天、带海外仓与售后；由你自己结算每一天，可随时重来。",
    start: "开始练习",
    goOn: "继续练习",
    again: "重新开始",
    long: "练习二十八天",
    againLong: "重新开始，二十八天",
  },
  open: {
    title: "开一家店铺",
    name: "店铺名称",
    nameHint: "全班可见，之后不能更改。",
    suggestion: "{{name}}的小店",
    go: "开店",
    facts: "共 {{days}} 天 · 启动资金 {{cash}} · 目标市场：{{markets}}",
    teams: "或加入一个团队",
    teamSize_other: "每队最多 {{count}} 人",
    join: "加入",
    full: "已满（{{size}} 人）",
    /** 隐藏名称时只显示编号。 */
    hidden: "店铺 {{number}}",
    noTeam: { title: "还没有店铺", text: "先开一家，别人可以加入。" },
  },
};
