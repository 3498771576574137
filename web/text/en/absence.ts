/** What becomes of a store that hands nothing in, and what was done in its stead. */
export default {
  title: "Who hands nothing in",
  rules: {
    "carry-forward": {
      name: "Decisions go on",
      text: "What a store decided before goes on standing; what is typed and not handed in stays a draft.",
    },
    "apply-draft": {
      name: "Drafts count",
      text: "At the close, what was typed and not handed in counts too, wherever it is valid; the rest stays a draft. What a rewind gave back counts on its own day alone, where the store decides nothing anew.",
    },
    autopilot: {
      name: "Autopilot",
      text: "After three missed rounds a bot of middle skill runs the store until somebody of it hands something in; what it makes counts for nobody, and it is ranked last.",
    },
  },
  told: {
    "apply-draft":
      "What you type counts at the close even if you do not hand it in, wherever it is valid. What a rewind gave back counts on its own day alone, if you decide nothing for that day.",
    autopilot: "After three rounds without anything handed in, a bot runs the store.",
  },
  byClose: "by the close",
  since: "autopilot since day {{from}}",
  onDay: "autopilot on day {{day}}",
  onDays: "autopilot on days {{from}} to {{to}}",
  notice:
    "A bot has run this store since day {{day}}, because nothing was handed in for three rounds. What it makes counts for nobody, and the store is ranked last.",
  yours: "Hand in a decision or the day, and the store is yours again from this day on.",
  handBack: "Hand back",
  handBackTo: "Hand {{name}} back to its people",
};
