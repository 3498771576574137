/** What a teacher may want to ask people about: facts, and no verdicts. */
export default {
  title: "Worth asking",
  note: "Only you see this. It lists what stands out in the log, so that you can ask. There may be good reasons for all of it; nothing here changes a score, and students see none of it.",
  look: "Look through the closed days",
  lookAgain: "Look through all closed days",
  looking: "Looking through {{days}} days … {{percent}}",
  looked: "Days 1 to {{day}} were looked through, asked for by {{name}} at {{at}}.",
  upToDate: "All closed days were looked through already.",
  nothingClosed: "No day is closed yet.",
  onlyTeacher: "Only the teacher of the class may do this.",
  never: {
    title: "Nobody has looked yet",
    text: "The log is read and every closed day is played again. That takes about as long as all closes together.",
  },
  none: {
    title: "Nothing to ask",
    text: "Up to day {{day}} nothing stood out: no copied texts or numbers, no claims beyond the record, nobody giving way to a certain rival, and even teams.",
  },
  kind: {
    "same-words": "The same words",
    "same-numbers": "The same numbers",
    "beyond-record": "More than the record says",
    "gave-way": "One gives way, one gains",
    "in-turns": "Each gives way to the other",
    "same-person": "One person, two stores",
    "one-after-other": "Always one after the other",
    "small-share": "Few decisions of a member",
    "large-share": "Most decisions by one member",
  },
  ask: {
    "same-words":
      "The listings of {{a}} and {{b}} for “{{product}}” agree in {{percent}} of their words. Have they worked together?",
    "same-numbers":
      "From day {{from}} to day {{to}}, {{agreed}} of {{compared}} numbers that could have differed are the same at {{a}} and {{b}}. How did that come about?",
    "beyond-record":
      "{{a}} states what the enterprise's record of “{{product}}” does not say. Where does it come from?",
    "gave-way":
      "On {{count}} days {{a}} made its own offers worse, and {{b}} was to gain most by it. What was it meant for?",
    "in-turns":
      "{{a}} and {{b}} each made own offers worse, and the other was to gain most by it. Have they agreed on something?",
    "same-person": "{{person}} decided for {{a}} and for {{b}}, on the same days. How is that?",
    "one-after-other":
      "On {{days}} of {{both}} days {{a}} and {{b}} decided right after one another, and never at the same time. Do they share a computer?",
    "small-share":
      "{{person}} made {{percent}} of the decisions of {{a}}, a team of {{members}}, from day {{from}} to day {{to}}. What else did {{person}} do?",
    "large-share":
      "{{person}} made {{percent}} of the decisions of {{a}}, a team of {{members}}, from day {{from}} to day {{to}}. How does the team share its work?",
  },
  from: "from day {{day}}",
  words: "{{shared}} of {{words}} words are the same.",
  more: "{{count}} more in the log.",
  about: "About",
  day: "Day",
  daysOf: "Days {{days}}",
  pause: "At most {{minutes}} minutes lie between them.",
  stated: "{{key}}: says “{{stated}}”",
  record: "the record says “{{record}}”",
  noRecord: "the record says nothing",
  loud: "The word “{{word}}” promises more than a record can hold.",
  stood: "Stood for {{days}} days.",
  sku: "Product",
  decisions: "Decisions",
  lost: "Own expected profit",
  gained: "Expected to gain",
  orders: "{{money}}, {{orders}} orders",
  way: "Reckoned day by day for as long as it stood, everything else as it was, without luck.",
  shareNote: "Decisions weighed by the work they are; what was undone the same day does not count.",
  log: "Log of {{name}}",
  aside: {
    button: "Set aside",
    label: "Note",
    hint: "For your own record, such as what they said.",
    again: "Take up again",
    title: "Set aside ({{count}})",
    was: "Set aside by {{name}}, {{at}}",
    wasAgain: "Taken up again by {{name}}, {{at}}",
  },
};
