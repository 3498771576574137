/** What becomes of a store that hands nothing in, and what was done in its stead. */
export default {
  title: "未提交的店铺怎么办",
  rules: {
    "carry-forward": {
      name: "沿用决策",
      text: "店铺之前的决策继续有效；填了没有提交的内容仍是草稿。",
    },
    "apply-draft": {
      name: "草稿算数",
      text: "结算时，填了没有提交、但有效的内容也算提交；其余仍是草稿。回退还回的决策只在原来那天、且店铺当天没有新决策时算数。",
    },
    autopilot: {
      name: "自动托管",
      text: "连续三轮没有提交，由中等水平的机器人托管，直到店里有人再提交；托管期间的成绩不计入任何人，名次排在最后。",
    },
  },
  told: {
    "apply-draft":
      "填了没有提交的内容，只要有效，结算时也算数。回退还给你的决策，只在原来那天、且你们当天没有新决策时算数。",
    autopilot: "连续三轮没有提交，店铺会由机器人托管。",
  },
  byClose: "由结算执行",
  since: "第 {{from}} 天起托管",
  onDay: "第 {{day}} 天托管",
  onDays: "第 {{from}} 至 {{to}} 天托管",
  notice:
    "连续三轮没有提交，从第 {{day}} 天起由机器人托管本店，期间的成绩不计入任何人，名次排在最后。",
  yours: "提交任何决策或提交当天，店铺从这一天起就重新由你们经营。",
  handBack: "交还",
  handBackTo: "把「{{name}}」交还给店里的人",
};
