/** How far somebody is from a role's certificate, and how it was decided. */
export default {
  title: "How far to the certificate",
  ofStudent: "What this student still lacks for a role's certificate, and what was decided.",
  choice: "Role and echelon",
  semicolon: "; ",
  verdicts: { "not-yet": "not yet", held: "held", pass: "all there" },
  taken: { "not-yet": "not yet", held: "held", pass: "passed" },
  means: {
    "not-yet": "Something that is asked for is missing. What is not listed below is there.",
    held: "Nothing is missing; what stands below holds the decision up.",
    pass: "Nothing is missing: a teacher can decide.",
  },
  nothing: "No evidence has come in yet, so every count begins at nothing.",
  missing: "What is missing",
  core: "Core of {{role}}: {{have}} of the {{need}} that are needed count",
  weight: "Core of {{role}}: of what the school weighs, {{have}} % of the {{need}} % needed count",
  floor_one:
    "Core of {{role}}: {{count}} competency has a chance below {{percent}} % to reach its rule, " +
    "and none may",
  floor_other:
    "Core of {{role}}: {{count}} competencies have a chance below {{percent}} % to reach their " +
    "rules, and none may",
  roles: "Whole E2 cores of roles: {{have}} of {{need}}",
  electives: "Electives: {{have}} of the {{need}} that are needed count",
  hours: "Practice time: {{have}} of {{need}} h",
  reasons: {
    mastery: "chance to reach the rule below {{percent}} %",
    pieces_one: "pieces: {{count}} of {{of}}",
    pieces_other: "pieces: {{count}} of {{of}}",
    contexts_one: "seasons or exams: {{count}} of {{of}}",
    contexts_other: "seasons or exams: {{count}} of {{of}}",
    raters_one: "not marked by {{count}} rater yet",
    raters_other: "not marked by {{count}} raters yet",
  },
  extras: {
    "practical-exam": "Practical exam of eight units, at least {{need}} %",
    "audited-season": "Whole store season that was audited: {{need}}",
    "internship-report": "Accepted internship report: {{need}}",
    "panel-defence": "Plan for several markets, defended before a panel: {{need}}",
    mentee: "Somebody mentored who gained mastery: {{need}}",
  },
  notHere: "It cannot be taken here yet; therefore nobody has this echelon's certificate yet.",
  practicalExam:
    "Your teacher holds it as an exam; it counts once a teacher and a mentor have confirmed it.",
  holdsTitle: "What holds it up",
  holds: {
    "agreement-too-low": "The raters of a marked work agree too little.",
    "raters-not-connected":
      "The raters of a marked work have marked nothing in common, so they cannot be compared.",
    anomaly: "Something in the evidence is unusual, and somebody has to look at it first.",
  },
  decisions: "Decisions so far",
  undecided: "None yet.",
  onAppeal: "decided anew on an appeal",
  by: "decided by {{name}}",
  version: "framework {{version}}",
  evidence: "evidence",
  decide: {
    open: "Decide",
    text:
      "Deciding freezes the evidence as it is now and stands for ever; a later decision may say " +
      "otherwise.",
    title: "Decide on {{name}}?",
    says: "By what is there now the decision says:",
    do: "Decide now",
  },
};
