/** Appeals against decisions about certificates: who makes them, who answers them, the file. */
export default {
  title: "Appeals",
  text: "Against a decision about a certificate. They cost nothing.",
  mine: {
    open: "What can be appealed",
    openNote: "Within fifteen days of the decision",
    until: "until {{date}}",
    make: "Appeal",
    made: "My appeals",
    none: {
      title: "Nothing to appeal",
      text:
        "A decision about your certificate can be appealed here within fifteen days, as long as " +
        "no later one stands over it.",
      go: "My competencies",
    },
  },
  hear: {
    title: "Appeals to answer",
    all: "Appeals",
    none: {
      title: "No appeal waits for you",
      text:
        "An appeal comes to teachers of the class and heads of the school who took no part in " +
        "the decision, and at its second step to a panel drawn by lot.",
    },
  },
  step: { "1": "first step", "2": "panel" },
  states: { open: "open", upheld: "upheld", dismissed: "dismissed", withdrawn: "withdrawn" },
  late: "late since {{date}}",
  due: "to be answered by {{date}}",
  decided: "decided on {{date}}",
  grounds: {
    "evidence-wrong": "Evidence is wrong",
    "evidence-missing": "Evidence is missing",
    "rater-conflict": "A rater had a conflict of interest",
    procedure: "The procedure was not kept",
  },
  form: {
    title: "Appeal against this decision",
    ground: "Ground",
    text: "What is wrong, and how one can see it",
    limit: "{{count}} of {{max}} characters",
    says:
      "Somebody who took no part answers within ten days. What they find wrong no longer counts, " +
      "and the rules decide anew; the old decision stays on record.",
    needed: "Choose a ground and say what is wrong.",
    send: "Send the appeal",
  },
  goOn: {
    open: "Take it to a panel",
    until: "Until {{date}} you can take it to a panel; its answer is final.",
    title: "Take the answer to a panel",
    text: "Why you do not accept the answer",
    says:
      "Three people who took no part are drawn by lot: of the school, an enterprise and an " +
      "association. They answer within twenty days.",
    needed: "Say why you do not accept it.",
    send: "Take it to the panel",
  },
  withdraw: {
    open: "Withdraw",
    title: "Withdraw the appeal?",
    text: "The decision then stands, and it cannot be appealed again.",
    do: "Withdraw it",
  },
  answers: {
    title: "Answers",
    none: "Nobody sees what another one found before all have answered.",
    outcome: { upheld: "upholds it", dismissed: "dismisses it" },
    sides: { school: "school", enterprise: "enterprise", association: "association" },
    revised: "Decided anew:",
  },
  panel: {
    title: "Panel",
    note: "Drawn by lot among those who took no part",
    empty: "nobody found",
    answered: "has answered",
    waits: "has not answered yet",
    you: "you",
    fill: "Draw again",
    fillText: "Places without a member, and members who let it grow late, are drawn anew.",
    recuse: "I must not decide this",
    recuseTitle: "Leave this panel",
    recuseWhy: "Why, for the record",
    recuseSend: "Leave it",
    recuseNeeded: "Say why.",
  },
  file: {
    title: "What was decided",
    pieces: "Evidence that counted",
    whole: "These are, by their hash, the very pieces on which it was decided.",
    broken:
      "By their hash these are not exactly the pieces on which it was decided: evidence came or " +
      "went in the same moment.",
    version: "framework {{version}} · hash {{hash}}",
    shown: "{{shown}} of {{all}} pieces",
    none: "No evidence counted when it was decided.",
    rater: "rater {{number}}",
    raterNamed: "rater {{number}}: {{name}}",
    outcome: "{{percent}} % of events: {{count}}",
    gone: { withdrawn: "taken back since", replaced: "replaced since", contested: "voided since" },
    missing: "What was missing",
    nothingMissing: "Nothing was missing.",
    floor_one: "{{count}} competency of the core of {{role}} under the floor",
    floor_other: "{{count}} competencies of the core of {{role}} under the floor",
    back: "All appeals",
  },
  answer: {
    title: "Your answer",
    text: "What you have found, for who appeals",
    says:
      "You name what must not count; the rules then decide anew on what is left. Nothing else " +
      "changes the outcome.",
    voids: "Evidence that must not count",
    voidsText_one: "{{count}} piece chosen",
    voidsText_other: "{{count}} pieces chosen",
    choose: "must not count",
    raters: "Raters whose marks must not count",
    ratersText: "They may not mark or sign for this student any more.",
    again: "Evidence is missing: read this student's seasons once more",
    uphold: "Uphold",
    dismiss: "Dismiss",
    needed: "Say what you have found.",
    panelText: "Of three answers two decide, also about each piece and rater.",
  },
};
