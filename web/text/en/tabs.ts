/** Names of tabs that only some seasons have, and what each shows. */
export default {
  ads: {
    text: {
      offsite:
        "Be known before anybody searches: posts, banners, livestreams and influencers bring " +
        "visitors to your own page, and some of them remember your name.",
      names:
        "Bid to stand before whoever searches the name of a store, another's or your own, and " +
        "see what that really added.",
    },
    tabs: { offsite: "Off-site", names: "Names" },
  },
  insight: {
    tabs: {
      tasks: "Tasks",
      research: "Research",
      keywords: "Keyword table",
      deals: "Deals",
      record: "Integrity record",
    },
    text: {
      tasks: "What is judged in this season, how far you have come, and by what it was seen.",
      research: "What you can find out beyond your own figures, and what it costs.",
      keywords:
        "What each search of the open period brings and how much each crowd wants: one table for everybody, before it.",
      deals: "Why your listings sold what they sold: scores, places and crowds of a closed day.",
      record: "What was offered behind the platform's back, what was accepted, what was found.",
    },
  },
};
