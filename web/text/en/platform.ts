/** The operator's page: is everything well. */
export default {
  title: "Status",
  toKeys: "Signing keys",
  toRevocations: "Revocations",
  text: "One look says whether anything needs you.",
  well: "✓ Everything is well",
  notWell: "! Something needs you: see the lines marked with an exclamation mark",
  unkept: "Running well, but there is no backup yet",
  backupAdvice: "What is not backed up is lost with its disk. On the server, run:",
  asOf: "as of {{at}}",
  jobs: "Work in the queue",
  database: "Database",
  keeping: "Backups and disk",
  versions: "Versions",
  notes: "To look at",
  manual: {
    title: "Refusal {{code}}",
    text: "What the server means when it answers with this code, and what to do.",
    unknown: "There is no such code",
    unknownText: "The address may be mistyped, or from another version.",
    others: "All that “{{module}}” may refuse",
  },
  api: {
    title: "Programs and the API",
    text: "A program runs a store of its own: it sees what a student sees, and decides alike.",
    begin: "How a program trades",
    steps: {
      token:
        "Get a token: a teacher under Season → Stores → Programs, a student in the own practice " +
        "under Insight → Leaderboard. It goes into the header “Authorization: Bearer ech_…”.",
      ask: "Ask GET /api/practice/agent first: it names the season and the store of the token.",
      decide:
        "Read the reports of the day, then POST …/decisions with the open day, wishes, and a key " +
        "that you make (a UUID of version 7): the same key again gives the same answer.",
      wait: "PUT …/ready hands the day in. Ask the season until its day is another one.",
      often:
        "Reading: 10 a second after the first 120; deciding: 4 a second after the first 40. Who " +
        "asks more often gets 429 and “retry-after” in seconds.",
    },
    whole: "All shapes as OpenAPI 3.1 (JSON, large)",
    calls: "Calls",
    count_one: "{{count}} call",
    count_other: "{{count}} calls",
    search: "Words of the address",
    forProgram: "Only what a program's token opens",
    none: "No call has these words",
    noneText: "Type fewer of them, or show all calls.",
    refuses_one: "{{count}} refusal",
    refuses_other: "{{count}} refusals",
  },
  noteCodes: {
    "rules-recheck":
      "{{place}}: {{count}} trade rules are due to be read again (first on {{date}}): {{rules}}",
    "rules-ending":
      "{{place}}: {{count}} trade rules end and nothing follows them (first on {{date}}): {{rules}}",
    "rules-old":
      "{{place}}: the sources of {{count}} trade rules were last read over a year ago (oldest " +
      "{{date}}): {{rules}}",
    "rules-unread": "{{count}} trade rules are believed and no source was read: {{places}}",
    "exchange-old": "The exchange rates that seasons start from are of {{date}}.",
  },
  noNote: {
    title: "Nothing to look at",
    text: "Rules that are due for review and the like appear here.",
  },
  embedded: "embedded",
  external: "external",
  fenced: "yes",
  notFenced: "no",
  noBackup: "none yet",
  facts: {
    waiting: "Waiting",
    running: "Running",
    failed: "Failed",
    oldest: "Longest wait",
    workers: "Workers",
    streams: "Open screens",
    kind: "Kind",
    size: "Size",
    connections: "Connections",
    fence: "Organisations kept apart",
    backup: "Last good backup",
    kept: "Backups kept",
    free: "Free on disk",
    files: "Files kept",
    echelon: "Echelon",
    node: "Node",
    postgresql: "PostgreSQL",
    up: "Running for",
  },
  spans: {
    seconds_one: "{{count}} second",
    seconds_other: "{{count}} seconds",
    minutes_one: "{{count}} minute",
    minutes_other: "{{count}} minutes",
    hours_one: "{{count}} hour",
    hours_other: "{{count}} hours",
    days_one: "{{count}} day",
    days_other: "{{count}} days",
  },
};
