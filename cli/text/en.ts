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
  "psychometrics --worlds": "Unseen worlds for fixed scripts; 20 when not said, 0 for none.",
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
};
