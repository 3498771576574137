/** Programs that trade in a season through the API. */
export default {
  program: "程序",
  league: "程序榜",
  leagueNote: "程序单独排名，不计入人的名次。",
  card: {
    title: "程序",
    text: "程序经营自己的店铺，通过接口读取报表、提交决策。",
    name: "程序店铺名称",
    add: "添加程序",
    used: "最近使用",
    never: "从未使用",
    revoked: "已停用",
    revoke: "停用令牌",
    sure: "停用后不能恢复。再按一次，停用“{{name}}”的令牌。",
    none: "还没有程序",
    noneText: "添加后会得到一个令牌，只显示一次。",
    api: "怎样写程序与接口说明",
  },
  token: {
    title: "“{{name}}”的令牌",
    text: "只显示这一次。请现在保存，关闭后无法再查看。",
    done: "已保存",
  },
};
