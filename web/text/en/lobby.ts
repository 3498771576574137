/** The way into a store: one's seasons, opening or joining one. */
export default {
  lobby: {
    title: "My seasons",
    hello: "Hello, {{name}}.",
    noPassword: "Your username is {{username}}, and it has no password yet.",
    setPassword: "Set one to come back from any device.",
    open: "Open a store",
    enter: "To my store",
    look: "Look back",
    notYet: "Your teacher has not opened it yet.",
    tooLate: "This season is over; stores can no longer be opened.",
    none: {
      title: "Here will be your class's seasons",
      text: "Join a class with its code. When your teacher opens a season, it appears here.",
      join: "Join with a code",
    },
  },
  revoked: {
    title: "Your certificate “{{name}}” was revoked",
    text: "On {{date}}. Whoever checks it now reads “revoked”.",
    reason: "Reason: {{reason}}",
    look: "My certificates",
    read: "I have read this",
  },
  rehearsal: {
    title: "Practice alone",
    note: "against bots; nobody else sees it",
    text:
      "A small market of seven days, or of 28 with warehouses and after-sales. You close each " +
      "day yourself, and can start over at any time.",
    start: "Start practicing",
    goOn: "Go on practicing",
    again: "Start over",
    long: "Practice for 28 days",
    againLong: "Start over for 28 days",
  },
  open: {
    title: "Open your store",
    name: "Name of the store",
    nameHint: "The class sees it. It cannot be changed later.",
    suggestion: "{{name}}'s store",
    go: "Open store",
    facts: "{{days}} days · start with {{cash}} · sell to {{markets}}",
    teams: "Or join a team",
    teamSize_one: "alone",
    teamSize_other: "up to {{count}} people",
    join: "Join",
    full: "full ({{size}})",
    noTeam: { title: "No store yet", text: "Open the first one; others can join it." },
  },
};
