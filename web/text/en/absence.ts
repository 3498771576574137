/** What becomes of a store that hands nothing in, and what a close did in its stead. */
export default {
  title: "Who hands nothing in",
  rules: {
    "carry-forward": {
      name: "Decisions go on",
      text: "What a store decided before goes on standing; what is typed and not handed in stays a draft.",
    },
    "apply-draft": {
      name: "Drafts count",
      text: "At the close, what was typed and not handed in counts too, wherever it is valid; the rest stays a draft.",
    },
  },
  byClose: "handed in by the close",
};
