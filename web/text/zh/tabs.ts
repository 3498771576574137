/** Names of tabs that only some seasons have, and what each shows. */
export default {
  ads: {
    text: {
      offsite:
        "在买家搜索之前就被知道：帖子、展示、直播、达人把人带到你的店铺页，其中一些人会记住店名。",
      names: "对店名出价：买家搜别家或你自己的店名时，站到前面；并看清真正多带来了什么。",
    },
    tabs: { offsite: "站外推广", names: "店名竞价" },
  },
  insight: {
    tabs: {
      tasks: "任务",
      research: "市场研究",
      keywords: "数据魔方",
      deals: "成交明细",
      record: "合规记录",
    },
    text: {
      tasks: "本赛季评判什么、你做到哪一步、依据是什么。",
      research: "自己的数据之外还能查到什么，要花多少钱。",
      keywords:
        "开放中的这一期，每个关键词带来多少展现与点击，四类人群各要多少；人人看同一张表，开期前公布。",
      deals: "你的商品为何成交这么多：已结束一天的得分、名次与四类人群的去向。",
      record: "平台背后的邀约：接受过什么，查出了什么。",
    },
  },
};
