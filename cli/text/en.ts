/** Every sentence of the command line in English; `zh.ts` has the same keys. */
export const en: Readonly<Record<string, string>> = {
  "help-head": "echelon <command> [options]   (npm run -s echelon -- <command>)",
  "help-foot": "echelon <command> --help tells more. --lang zh|en chooses the language.",
  "unknown-command": "There is no command “{name}”. “echelon help” lists them.",
  "wrong-arguments": "“{name}” does not take these arguments.",
  bug: "This is a fault of Echelon itself; please report it with the lines below.",

  "command serve":
    "Serves the platform: builds the web app, starts the database, prints one address.",
  "command work": "Takes jobs of an installation: more of these, on any computer, compute more.",
  "serve --without-web": "Leaves the web app to the development server.",
  "work --attached": "Ends when its standard input closes.",
  "command migrate": "Brings the database up to this version.",
  "command seed": "Fills a new installation with the demonstration, once.",
  "command config": "Shows all settings, secrets masked.",
  "command check": "Looks for data that contradict themselves.",
  "command backup": "Saves the installation into one file while it goes on running.",
  "backup --with-keys": "Takes the installation's secret along; keep such a file like a password.",
  "backup --lean": "Leaves out what can be derived again from the decision log.",
  "command restore": "Fills an empty installation from a backup.",
  "command simulate": "Runs a season of bots and prints its figures.",
  "command replay": "Runs a season again from its log and compares the digests.",
  "simulate --scenario": "Scenario of the atlas; first-week when not said.",
  "simulate --seed": "A whole number; equal seeds give equal seasons.",
  "simulate --days": "Days to close.",
  "simulate --workers": "Threads that share the work; they change no result.",
  "simulate --json": "Prints one line of JSON.",
  "command agent": "Plays a season as a scripted player, by the API and a program's token.",
  "agent --url": "Address of the installation.",
  "agent --token": "The program's token; else ECHELON_TOKEN has it.",
  "agent --level": "From 1, who lists one product and waits, to 8, who does all that helps.",
  "agent --once": "Plays the open day and ends.",
  "agent/level-1": "Level 1 lists one product at its cost and 30 %, and waits.",
  "agent/level-2": "Level 2 lists three products everywhere at the middle of what others ask.",
  "agent/level-3": "Level 3 has five products and buys again by a standing rule.",
  "agent/level-4": "Level 4 also writes with the words that buyers search.",
  "agent/level-5": "Level 5 also advertises, at half of what a click may cost at most.",
  "agent/level-6": "Level 6 chooses by margin and lead time, and asks the price that pays most.",
  "agent/level-7": "Level 7 also promises what it keeps, answers buyers and keeps stock near them.",
  "agent/level-8": "Level 8 also changes prices and bids by its own figures.",
  "agent/played": "Day {day} is played.",
  "agent/refused": "The server refused: {code}",
  "command realism": "Measures how like a real market the practice market is, on three seeds.",
  "realism --scenario": "Scenario of the atlas; class-40 when not said.",
  "realism --workers": "Seeds that are measured at a time; 2 when not said.",
  "realism --json": "Prints the scorecard as JSON.",
  "command psychometrics": "Measures how far the score tells skill from luck, on bots and recipes.",
  "psychometrics --scenario": "Scenario of the atlas; class-40 when not said.",
  "psychometrics --seasons": "Measured seasons; 6 when not said.",
  "psychometrics --worlds": "Unseen worlds for fixed scripts; 60 when not said, 0 for none.",
  "psychometrics --stores": "Stores that are measured; 260 when not said.",
  "psychometrics --seed": "First of the seeds; equal seeds give equal figures.",
  "psychometrics --workers": "Seasons that are played at a time; 2 when not said.",
  "psychometrics --json": "Prints one line of JSON.",
  "psychometrics/head":
    "{scenario}: {stores} stores of five levels, {days} days, {seasons} seasons; {seconds} s",
  "psychometrics/levels": "mean score by level",
  "psychometrics/retest": "retest",
  "psychometrics/three": "mean of three, foretold / found",
  "psychometrics/quarter": "same quarter twice",
  "psychometrics/of-mean": "Spearman of the mean",
  "psychometrics/part": "part, measure",
  "psychometrics/script": "{wins} won, {firsts} ahead of all, mean score {score}",
  "psychometrics/average": "average bot",
  "psychometrics/honesty": "seed {seed}, honest : boasting",
  "psychometrics/gate": "gate",
  "psychometrics/goal": "goal",
  "psychometrics/progress": "{done} of {all} seasons",
  "replay --file": "season.json: scenario or world, seed, days, log and, if known, digests.",
  "replay --json": "Prints one line of JSON.",
  "simulate/no-scenario": "There is no scenario {scenario}. See atlas/scenarios.",
  "replay/unreadable": "{file} is not an exported season.",

  "serve/open": "Echelon is open at {url}",
  "serve/first-visit": "Make the operator's account here, once: {url}",
  "serve/ending": "Ending: what is under way is finished first.",
  "work/waiting": "Taking jobs. Ctrl-C ends.",
  "work/ended": "A worker process ended (code {code}); it is begun again.",
  "web/building": "Building the web app …",
  "web/built": "Built in {seconds} s.",
  "web/not-there": "There is no web app in web/, so only the API answers.",
  "migrations/applied": "The database was brought up to date ({count}).",
  "migrations/none": "The database is up to date.",
  "demo/seeding": "Filling in the demonstration …",
  "demo/seeded": "The demonstration is there.",
  "demo/there": "The demonstration is there already.",
  "database/joined": "Joined the running database in {detail}.",
  "database/restarted": "The database is back.",
  "database/ended": "The database ended; it is started again. {detail}",
  "database/moved":
    "The database's system user cannot reach this folder, so its data are kept in {detail}.",
  "database/disk-low": "Less than 1 GB is free on the disk ({detail} bytes).",
  "check/well": "All data fit together.",
  "backup/made": "{file}: {tables} tables, {rows} rows, {files} files, {bytes} bytes.",
  "restore/done": "Restored the state of {madeAt}: {tables} tables, {rows} rows, {files} files.",

  "computer/disk-full": "The disk is full ({reason}) {path}. Make room, then do it again.",
  "computer/in-the-way":
    "Something else is in the way ({reason}): {path}. Move it, or name another place.",
  "computer/no-such-place":
    "There is no such file or folder, or it is of the wrong kind ({reason}): {path}",
  "computer/not-permitted":
    "This computer's user may not write or read here ({reason}): {path}. " +
    "Name another place, or start as the user whom it belongs to.",
  "config/secret-spoiled":
    "The secret in {path} is empty or damaged. Put it back from a backup made with --with-keys; " +
    "or remove the file: a new one is made, everybody signs in again, sealed data stay closed.",
  "config/wrong-value": "The setting {variable} has a value that cannot be: “{value}”.",
  "database/binaries-missing":
    "The database program {package} is not installed. Run “npm start”, or set DATABASE_URL.",
  "database/data-of-other-major":
    "The data are of PostgreSQL {data}, the program is {program}. " +
    "Save them with “echelon backup” where they still run, then restore here.",
  "database/data-of-other-user":
    "The data in {data} belong to another user (uid {uid}). " +
    "Start as that user, or set ECHELON_HOME to another folder.",
  "database/did-not-start": "The database did not start. Its last words:\n{log}",
  "database/gone": "The database that another process had started is gone and did not come back.",
  "database/not-empty":
    "The installation is not empty, and a restore overwrites nothing. " +
    "Set ECHELON_HOME to a new folder, or DATABASE_URL to an empty database.",
  "database/not-supported-here":
    "No database is brought along for {platform}. Set DATABASE_URL to a PostgreSQL 15 or later.",
  "database/refused-grant":
    "The user of DATABASE_URL may not do what is needed: grant {grant} on database {database}.",
  "database/unreachable": "The database of DATABASE_URL cannot be reached: {reason}",
  "database/wrong-encoding": "The database is encoded in {encoding}; it must be UTF8.",
  "database/wrong-version":
    "The database server is too old ({version}); it must be PostgreSQL 15 or later.",
  "platform/database-newer":
    "The database is newer than this program: it has {module}/{number} {name}. " +
    "Update the program, or restore an earlier backup.",
  "platform/migration-changed":
    "The migration {module}/{number} {name} was changed after it was applied. Undo that.",
  "platform/migration-gap": "A migration is missing before {module}/{number} {name}.",
  "http/port-taken": "Port {port} is taken by another program. Set ECHELON_PORT to a free one.",
  "jobs/unknown-task":
    "The queue holds jobs of a kind that this program does not know: {task}. Update it.",
  "backup/mismatch": "The backup contradicts itself at {where}{table}; nothing was kept.",
  "backup/newer-format": "The backup was made by a newer program (format {format}). Update first.",
  "backup/unknown-migration":
    "The backup was made by another version: {module}/{number} {name} is unknown here.",
  "backup/unreadable": "{file} is not a backup of Echelon, or it is damaged.",
  "command credential":
    "Says whether a credential is genuine and in force: credential verify < badge.json.",
  "credential --status":
    "Files with status lists, commas between them; nothing is fetched for these.",
  "credential --did": "Files with documents of issuers' DIDs, commas between them.",
  "credential --trust": "DIDs of issuers that you trust, commas between them.",
  "credential --online": "Fetches status lists and documents of issuers that are not at hand.",
  "credential/valid": "The credential is valid.",
  "credential/not-valid": "The credential is not shown to be valid.",
  "credential/file-too-large": "The file is larger than any credential.",
  "credential/file-unreadable": "The file is no readable JSON, JWT, PNG or SVG.",
  "credential/credential-missing": "The picture holds no credential.",
  "credential/types-wrong": "It is no Open Badge and no transcript.",
  "credential/contexts-wrong": "Its contexts are not those of its kind, in their order.",
  "credential/id-wrong": "It has no address or identifier of its own.",
  "credential/issuer-wrong": "It does not say properly who issued it.",
  "credential/dates-wrong": "Its dates are missing, or are no instants with a time zone.",
  "credential/subject-wrong": "It does not say properly who holds it, or what it wraps.",
  "credential/achievement-wrong":
    "It does not say properly what was achieved, and by which criteria.",
  "credential/context-unknown":
    "It uses a context that is not known here, so its words could mean anything.",
  "credential/terms-unknown":
    "It has parts that a signature does not hold, or that readers would not see.",
  "credential/proof-missing": "Nobody has signed it.",
  "credential/proof-expired": "Its proof has passed its own end.",
  "credential/proof-from-future": "Its proof is dated in the future.",
  "credential/purpose-wrong": "Its proof was not made to vouch for a credential.",
  "credential/suite-unknown":
    "Its proof is of a kind that is not read here; eddsa-rdfc-2022 and EdDSA are.",
  "credential/key-not-found": "The issuer's document does not have the key of its proof.",
  "credential/key-not-the-issuers": "The key of its proof is not one by which the issuer vouches.",
  "credential/key-expired": "The key of its proof has expired, or was withdrawn.",
  "credential/signature-wrong":
    "The signature does not hold: something was changed, or somebody else signed.",
  "credential/claims-disagree":
    "The claims of the token say something else than the credential in it.",
  "credential/endorsement-not-genuine":
    "An endorsement in it is not genuine, or is of something else.",
  "credential/issuer-unreachable":
    "The issuer's document was not to be had. Try --did or --online.",
  "credential/issuer-method-unknown":
    "The issuer is named in a way that is not read here; did:web and did:key are.",
  "credential/endorser-unreachable": "The document of who endorsed it was not to be had.",
  "credential/revoked": "Its issuer has revoked it.",
  "credential/suspended": "Its issuer has suspended it.",
  "credential/not-yet-valid": "It is not in force yet.",
  "credential/expired": "It has expired.",
  "credential/status-unreachable":
    "Its status list was not to be had: perhaps it is revoked. Try --status or --online.",
  "credential/status-not-genuine": "Its status list is not genuine, or no longer in force.",
  "credential/status-of-another": "Its status list is of another issuer, or another list.",
  "credential/status-kind-unknown": "Its status is told in a way that is not read here.",
  "credential/status-index-wrong": "It names a place that its status list does not have.",
  "credential/member-not-valid": "A credential that it wraps is not valid.",
  "credential/issuer-not-trusted": "Its issuer is not among those that you named as trusted.",
  "command rasch": "Takes raters' severity out of marks: rasch < ratings.csv.",
  "rasch --json": "Prints people, raters and problems as JSON.",
  "rasch/no-table":
    "Standard input holds no table with the columns person, criterion, rater and mark.",
  "rasch/no-marks": "There are no marks in this table.",
  "rasch/name-missing": "Row {row}: person, criterion or rater is missing.",
  "rasch/mark-unreadable": "Row {row}: a mark is a whole number from 0 to 4.",
  "rasch/marked-twice": "Row {row}: this rater has marked this person on this criterion before.",
  "rasch/person": "person",
  "rasch/rater": "rater",
  "rasch/marks": "marks",
  "rasch/raw": "raw",
  "rasch/fair": "fair",
  "rasch/severity": "severity",
  "rasch/error": "error",
  "rasch/infit": "infit",
  "rasch/spread": "spread",
  "rasch/reliability": "Reliability of the differences between people: {reliability}.",
  "rasch/not-connected":
    "The raters fall into {parts} parts that marked nobody in common: " +
    "severities compare only within a part.",
  "rasch/not-settled": "The fit had not settled when it ended: read its figures with care.",
  "command mastery": "Says how well estimates of people foretell what they do: mastery calibrate.",
  "mastery --json": "Prints the curve as JSON.",
  "mastery/none": "There is no person with two pieces of evidence for one competency yet.",
  "mastery/sums":
    "{pieces} forecasts of {people} people; Brier score {brier}, slope {slope} " +
    "(1 is neither bold nor timid).",
  "mastery/foretold": "foretold",
  "mastery/came": "came",
  "mastery/pieces": "pieces",
  "mastery/alarm":
    "The forecasts between {from} and {to} lie far off: look at the rules behind them.",
  "command framework":
    "Checks the competency framework, or one in a folder (check), or writes it (export).",
  "framework --json": "Prints what check found as JSON.",
  "framework --format": "What export writes: case (CASE 1.1) or csv.",
  "framework --in": "Language of a CASE package, zh or en; en when not said.",
  "framework --origin": "Address of the installation that a CASE package names.",
  "framework/well": "Framework {version}: {competencies} competencies, nothing to find.",
  "framework/unreadable": "There is no such file, or no JSON in it.",
  "framework/misnamed": "This says {name}, but it lies in {place}.",
  "framework/shape": "This does not have its form: {message}",
  "framework/missing-language": "This must be said in both languages, each in its own.",
  "framework/op-unknown": "A rule compares by >= or <=.",
  "framework/count-too-low": "A piece of evidence needs one event at least.",
  "framework/duplicate-id": "{id} stands here twice.",
  "framework/dangling-reference": "There is no {id}.",
  "framework/unused": "No competency uses {id}.",
  "framework/measure-undescribed": "measures.json says nothing of {name}.",
  "framework/op-against-measure":
    "The rule asks for what is worse: {threshold}, between {worst} and {best}.",
  "framework/threshold-outside":
    "The threshold {threshold} does not lie between {worst} and {best}.",
  "framework/bounds-against-measure": "The best, {best}, is not better than the worst, {worst}.",
  "framework/profile-thin": "A profile has five competencies at least, not {count}.",
  "framework/core-incomplete": "The core lacks {id}, which belongs to its role and echelon.",
  "framework/anchors-missing": "A required rubric needs five anchors of its own.",
  "framework/anchors-general": "This anchor has the general words; name something one can see.",
  "framework/anchors-alike": "Two anchors say the same.",
  "framework/verified-without-source":
    "What is verified needs its source and the day on which it was read.",
  "framework/too-many": "{count} are more than {max}.",
  "framework/overlay-id": "{id} must begin with the name of its overlay.",
  "framework/overlay-may-not":
    "An overlay adds, raises and weighs; it removes, lowers and renames nothing.",
  "framework/overlay-lowers": "An overlay may not lower {from} to {to}.",
  "framework/overlay-conflict": "This contradicts {other}.",
  "framework/version-step": "From {from} to {to} is too little for what changed: {needed}.",
  "framework/version-repeated": "{id} is the current version; what lies here is earlier.",
  "framework/supersedes-unknown": "No earlier version has {id}.",
  "framework/supersedes-present": "{id} is still there; nothing supersedes it.",
  "framework/competency-lost": "{id} was there before and is superseded by nothing.",
  "command questions":
    "Reads questions from a file of others (import), or writes them as one (export).",
  "questions --format": "gift or moodle-xml. Our own side is lines of JSON, a question each.",
  "questions/none": "There are no questions in what came.",
  "questions/left-out": "{sentence} Left out.",
  "questions/file-too-large": "Line {line}: the file is larger than 20 MB.",
  "questions/file-encoding": "Line {line}: the characters cannot be read. Save the file as UTF-8.",
  "questions/file-not-xml":
    "Line {line}: this is no file of Moodle XML; it begins with another element than quiz.",
  "questions/file-has-entities":
    "Line {line}: the file declares a document type or entities. Such files are not read.",
  "questions/too-many-questions":
    "Line {line}: a file has {what} questions at most; what follows is not read.",
  "questions/too-many-problems":
    "Line {line}: too much is wrong in this file; what follows is not read.",
  "questions/json-unreadable": "Line {line}: this is no JSON.",
  "questions/markup-broken":
    "Line {line}: the XML is broken here: a tag is not closed, or another one is.",
  "questions/braces-unclear":
    "Line {line}: one pair of braces must hold the answers; write \\{ and \\} in a text.",
  "questions/type-unsupported": "Line {line}: there are no questions of the type {what} here.",
  "questions/units-unsupported": "Line {line}: numbers with units cannot be marked here.",
  "questions/stem-missing": "Line {line}: the question asks nothing.",
  "questions/answer-missing": "Line {line}: an answer is missing or empty.",
  "questions/right-answer-missing":
    "Line {line}: no answer earns all points, or all right ones together do not.",
  "questions/pair-incomplete": "Line {line}: a pair lacks what its prompt belongs to.",
  "questions/number-unreadable": "Line {line}: this is no number: {what}.",
  "questions/share-unreadable":
    "Line {line}: a share is a percentage from -100 to 100, not {what}.",
  "questions/too-long": "Line {line}: this text is too long: {what}.",
  "questions/too-many": "Line {line}: there are too many of these: {what}.",
  "questions/shape": "Line {line}: this does not have its form: {what}.",
  "questions/media-left-out": "Line {line}: a picture or another file does not come along.",
  "questions/links-left-out":
    "Line {line}: the address of a link does not come along, its words do.",
  "questions/markdown-as-text": "Line {line}: Markdown is kept as the text that it is.",
  "questions/setting-left-out": "Line {line}: a setting does not come along: {what}.",
  "questions/lost-not-in-this-format":
    "Line {line}: “{name}” cannot be said in this format. Left out.",
  "questions/lost-points": "Line {line}: “{name}” loses its points.",
  "questions/lost-penalty": "Line {line}: “{name}” loses its penalty for further tries.",
  "questions/lost-feedback": "Line {line}: “{name}” loses its general feedback.",
  "questions/lost-by-result": "Line {line}: “{name}” loses its feedback by result.",
  "questions/lost-fixed-order": "Line {line}: “{name}” loses the fixed order of its options.",
  "questions/lost-case": "Line {line}: “{name}” loses that upper and lower case matter.",
  "questions/lost-marker-notes": "Line {line}: “{name}” loses its notes for markers.",
  "questions/lost-template": "Line {line}: “{name}” loses what its answers begin with.",
};
