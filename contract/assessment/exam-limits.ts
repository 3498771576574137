/** Of banks and exams, where forms and shapes both need them. */
export const examLimits = {
  banksOfSchoolMax: 200,
  bankNameMax: 80,
  /** Competencies that one question shows. */
  topicsMax: 8,
  /** Banks that one exam draws on. */
  banksMax: 10,
  examsOfClassMax: 200,
  nameMax: 80,
  sectionsMax: 20,
  sectionNameMax: 80,
  /** Questions of one paper. */
  questionsMax: 200,
  /** Points of one question. */
  pointsMax: 100,
  minutesMin: 1,
  minutesMax: 600,
  extraMinutesMax: 600,
  /** People who sit one exam. */
  sittingsMax: 2_000,
  noteMax: 1_000,
  /** Answers in one saving. */
  answersMax: 200,
  /** Changes of one answer at one machine, before they reach into the revisions of the next. */
  turnRevisions: 100_000,
  revisionMax: 2_000_000_000,
} as const;

/** Competencies are reached with three quarters of an outcome; an exam by a share of its own. */
export const passingPercentUsual = 60;
