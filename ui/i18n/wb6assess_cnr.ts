<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sr_Latn_ME" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WB6 Assess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methodology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python, Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaires, scores and regional reports on how far the six Western Balkan countries are aligned. Bands are the project&apos;s own; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {n}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerArea</name>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts as {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentCard</name>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}: {title}, {identity}, {revision}, {done} of {asked} answered. {note} {edited}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentTable</name>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {country}, round {round}, {expert}, revision {revision}, {done} of {asked} answered. {note} {edited}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each day&apos;s first start copies your answers; the newest ten copies are kept. They lie beside the data, so make one on another disk from time to time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No daily copy yet; the first comes tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with the backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds all answers and attached files, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Next to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous: {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>of {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardGroups</name>
    <message>
        <source>New assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country, questionnaire, round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every choice is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous question (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} different now in revision {n}. One undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;About WB6 Assess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flag to come back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History of this answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview a questionnaire…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review and hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share with colleagues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take parts back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use evidence again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw this revision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ompare with another copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose level &amp;{n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to &amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;visions handed in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;econd language beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write my part &amp;back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers filled in together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {id}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>A file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (JSON), a filled workbook or a package of this questionnaire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, workbooks, packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was handed in or withdrawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this workspace, of the same country and round, revision {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what differs, answer by answer. Nothing is stored before you join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assessment of {expert}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n} of this assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assessment of {expert}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a part of a questionnaire. Take it back with “Take parts back…” instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Both are taken to come from revision {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both copies answer every question alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {name}: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two holds sample data, the other does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, not handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextPage</name>
    <message>
        <source>About the country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They help to read the scores and are never scored themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last action failed because of a defect in the program. You can go on. If it happens again, start the program anew and send this report; it holds no answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last changes are still on the screen, but not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>day month year</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Not a date yet. Write it like 30 September 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} has {n} days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this: {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: {before} became {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>A: official document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Academic work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: other document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By-law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C: statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EU document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of concordance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind and grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or gazette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>A picture can be attached once it is saved as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file or a link here, or paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file, link or text to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence is already here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an item of another question here, too (Ctrl+Shift+U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use evidence again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence, grade {grade}: {title}, {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about evidence: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, not here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} is not handed in; the files say that it is a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, workbooks, packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Answers for other programs (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank questionnaire on paper (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank questionnaire to fill in a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package for the coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored workbook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>1 place with “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered without evidence: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer has evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer has low confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No indicator is flagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing contains “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} places with “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingNotes</name>
    <message>
        <source>Comment: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comment on this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>About 40 indicators, a level from 0 to 5 with reasons and evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An assessment is your answers to one questionnaire for one country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer at your own pace, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose country, questionnaire and round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word is stored on this computer the moment you pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with sample answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assessments yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: the program has no network access and no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file to send. You choose how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others see your answers only in a file you hand in and send yourself, under your code and without your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You appear under a code, never under your name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Choose the folder for exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports are written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data lie in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>The marked cells are no numbers. Write digits only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marked figures lie outside {low} to {high}. They do not count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How levels differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal anchors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandInPane</name>
    <message>
        <source> A dagger marks a coverage below 80 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing in locks it. Reopening starts revision {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is locked. Reopening starts revision {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score}, {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You appear as {code}. Your name is in none of these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{band}, provisional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed or chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change was made in this workspace, under the code {expert}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored. It is a change of its own, so undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown are the newest {n} changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question was never answered, so nothing has changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision is handed in. Reopen it to restore an earlier answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>, {n} handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 finding stands against handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything answered, ready to hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last saved today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last saved {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn, counts for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} findings stand against handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} flagged to come back to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndicatorPage</name>
    <message>
        <source>1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 indicator depends on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as level {at} because {because}. Your answer is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as {at} because {because}. Your level {value} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on {ids}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag to come back to (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left out of the score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal anchors, evidence, how levels differ (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence yet. Here counts: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable here: {reason}. You need not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked because {id} is {value}. {effect} What you wrote here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for this country. {effect}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yours: {expert} answers this, or another colleague. It is shown to read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight {w} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps you from knowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it does not apply, in 20 characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts as {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} indicators depend on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Go to {id}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinBar</name>
    <message>
        <source>Begin revision {n} and join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every choice is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join into revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question to choose (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs, so there is nothing to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer is left to choose. Nothing is stored before you join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours for all left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {old} is handed in. Joining begins revision {n} as a draft; revision {old} stays as it was handed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other copy was handed in, so joining begins revision {n} as a draft that counts before both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others&apos; for all left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers are left to choose. Nothing is stored before you join.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Add part files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached files do not travel in a part. Not in this workspace: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose part files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to nobody: pillars {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to come from {names}: pillars {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parts yet. Choose the files your colleagues wrote back, one or several at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts that colleagues answered and sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These parts change nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters and digits work whenever no text field has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close, back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flag to come back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide: anchors, evidence, levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history of this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Confidence: low to high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste a file, link or citation as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review and hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search ids, titles, texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second language beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use evidence again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within ladder and list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Shown in English, not yet translated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Language of menus and buttons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no translation yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language}, {n} % translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes could not be stored. Close and lose them?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>1 finding stands against handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card on Home: how far you are, the most urgent thing, the way on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding that stands against handing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ladder with level 3 chosen: bar, filled number, tint and check mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is in force for all sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is in force for most sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is in force for one sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of the workbook: answer in the cells with an edge, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An assessment is your answers to one questionnaire for one country and one round. Choose New assessment, then the country, one or several questionnaires, the round and your code. The code stands in place of your name in every file; the program proposes one, or you enter the one your coordinator gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file is copied into your workspace, at most 25 MB each, and travels in the package. The original stays where it is; changing it later changes nothing here. A click on the file opens a copy that cannot be changed by mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the ladder: the special states at the left, confidence at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases are reported although no mechanism is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence, justification and facts belong to every answer. Write for a colleague who must find the same result: which text says it, since when, with what exceptions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each assessment is a card on Home. The ring counts answered questions. Below it stands the one thing that is most urgent: a finding that stands against handing in, then what you flagged. Continue opens the question you left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be done without a mouse. Tab goes through a page as the eye does, F6 from pane to pane. Single letters and digits work whenever no text field has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence is what others can check. Add opens a form. You can also drop a file or a link on the page, or copy one and paste it; a citation copied as text works, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain or change one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export writes a scored workbook of an assessment at any time; a draft says that it is one. It also writes an empty workbook to fill in a spreadsheet program, for a colleague without this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FDI screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill only the cells meant for answers; the lists in them offer what is possible. Moved rows, renamed sheets and decimal commas do no harm. Then choose Open file: the program says what the file holds, and takes all answers or none. If cells cannot be read, it lists every one of them before anything changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gazette {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing in gives the revision its number, locks it and writes the files you ticked. From then on it can be looked at but not changed. Reopen begins the next revision with the same answers; Revisions handed in shows every earlier one as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something cannot be stored, the line says so and stays until it is. Your words remain on the screen, and the program keeps trying; What to do explains the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a general act in force?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law on the control of foreign investment, Art. 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most questions have a ladder of six levels. Read from the top and choose the highest level whose whole description is true today. A click or the digit chooses; the same again does no harm, and Del takes the answer back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the draft act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is regulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day the data are copied, and the newest ten copies are kept. In the preferences you can make a backup in another place, best on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package (.wb6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files on Home lists what you wrote and where. If the coordinator sends a file back, open it with Open file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and hand in lists what is missing or contradictory in three groups: what stands against handing in, what needs a comment, and what is worth a look. Each line leads to its question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving and undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sometimes a level counts as less than you chose, because another answer limits it. Your level is kept; a line below the ladder names the answer that limits it. Questions that do not arise after an earlier answer say so, and their answers come back when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys for answering; the whole list is under Keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind decides the grade: A for official documents such as laws and rulings, B for other documents such as reports, C for statements. The highest levels expect a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line at the bottom of the questionnaire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program sends nothing; you do, by mail or however your coordinator asks. Send the package: it holds the answers and the attached files, each with its checksum. The workbook alone is enough when nothing is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is applied and its results are published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same law often stands behind several answers. Use again lists the evidence of your other answers, searchable, and adds what you tick. Remove takes an item away; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Save. Every choice is on the disk at once, every text when you pause for a moment, and the line at the bottom says when. After a crash or a power cut the program opens with what was on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look around without consequences, choose Look around with sample answers on the first page. Sample answers are invented, and every page and file says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two items: grade, title, what is known, link and attached file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo goes back step by step through the whole questionnaire, also after a restart. The Edit menu names what it would undo. History of this answer, in the Assessment menu, shows every change with its time; Restore this brings an earlier answer back as a new change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as an investment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a level cannot be given, say why instead. Not applicable means the question cannot arise in this country and wants a reason. Don&apos;t know means you could not find out; it is an honest answer and lowers the coverage, not the score. On sensitive questions you may withhold the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is a foreign investor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw, in the Assessment menu, takes a handed-in revision back: the next package says that nothing of this assessment counts. Files already sent are not called back, so send that package, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working with Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer, one file, the coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the manual mentions this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MultiEditor</name>
    <message>
        <source>One of these stands alone. Untick it or the others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewAssessment</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a round first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make {n} assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for you in every file. Use the code you were given, or keep this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a questionnaire first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumericEditor</name>
    <message>
        <source>Not a number. Write digits only, for example 12 or 3.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside {low} to {high}. The figure is kept but does not count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenFile</name>
    <message>
        <source>Changed: {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the open assessment of {expert}, revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {n} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no country and no expert. Make an assessment first, then open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no expert. Make an assessment first, then open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made for version {version} of the questionnaire; new assessments use {newest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new assessment of {expert}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} of this assessment is handed in here. Reopen it to take these answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {n} answers, changes {changed}; {same} are the same already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all {n} answers, as revision 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, not handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more stand here only and stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Go on answering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context questions, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented countries, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search ids, titles, questions, levels, your reasons and evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search questions and your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineRail</name>
    <message>
        <source>Open the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the outline (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search ids, titles, texts (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. A file leaves it only when you hand in and send it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>A part of this questionnaire is here already. Its answers stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer this part here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the part that is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}: {pillars}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {n} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about other pillars than the part that is here. Write that one back first; a second part of the same questionnaire needs another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes an assessment with these pillars; the others stay with {expert}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the part that is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what differs, answer by answer, to choose and join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what it changes in revision {n}. Nothing is stored before you join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the part back into the whole</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartsWriter</name>
    <message>
        <source>Not everything was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}, file {n} of {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PillarRow</name>
    <message>
        <source>Pillar {number}, {title}: score {score}, {band}, coverage {coverage}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Appearance and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a text is not translated yet, the English text appears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name stays on this computer. It is in no file you hand in or export; there you appear under your code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview. It cannot be handed in, and nothing you try here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview. Nothing you try here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Open the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview a questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To try a questionnaire out. Nothing is kept, and nothing can be handed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Answered {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A, don&apos;t know {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionnaireWindow</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} is handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} is withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}, withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Answers (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget missing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored workbook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>No longer in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {kind}, written {when}, in {folder}.{state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>A large share of “{pillar}” is set to not applicable; the validation meeting will look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands are the project&apos;s own and do not represent an assessment by the European Commission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EU document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level} needs a justification before handing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level} needs evidence, or a comment that says why there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE – invented answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not count: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fact “{field}” does not count: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a choice that stands alone is combined with others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>academic work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed in a meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by-law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>court decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good level of preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interface with the EU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no date of the form 2026-09-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of the wrong kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies outside the plausible range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levels are 0 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderately prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked, counts 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>official statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some level of preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table of concordance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this choice does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this row or column does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not answered yet. “Don&apos;t know” is an answer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Not applicable” is not possible here; choose a level or “don&apos;t know”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Not applicable” needs a reason of at least 20 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Withheld” is possible on sensitive questions only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReuseDialog</name>
    <message>
        <source>No evidence fits this search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other question has evidence yet that this one lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles, numbers, issuers and ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {n} are shown; search for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use evidence again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {n} items here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used for {ids}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source> The rest is your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n flagged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing open. You can hand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands against handing in. The rest is your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You marked these to come back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a justification or a comment to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add evidence or a comment to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add the reason to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment on {id} or change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one finding blocks handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one finding needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see to {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ids} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} findings block handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} findings need a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} need a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}, required to hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}, you can hand in without</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} is handed in and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} is handed in and locked. You can write its files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevisionsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in {when} with {n} answers. Fingerprint {print}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer fits this search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was handed in yet. Revisions appear here once they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search ids, questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn {when}; it carries {n} answers. Fingerprint {print}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveLine</name>
    <message>
        <source>Not saved since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} What you wrote is still on screen and is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pillar is given to somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named yet, so there is no file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pillar {numbers} is given to nobody, so it stays with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pillars {numbers} are given to nobody, so they stay with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who answers which pillar, by a name or a code; leave your own empty. Each colleague gets one file with these pillars and what is answered there already, answers it in WB6 Assess and sends it back. Names stay here and in the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vignettes and context questions stay with you, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers pillar {n}, {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {n} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} indicators, {done} begun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered twice: it changed here, too, after the part was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered twice: several parts answer this differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in both since revision {n}: choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed only here since revision {n}, so ours is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed only in the other copy since revision {n}, so theirs is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments on findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each changed another part since revision {n}: both changes are proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing says which came first: choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name} changed this, so it is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of questionnaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take parts back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts change nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vignettes and context questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attached: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only words, nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not asked this, so it is left out unless you choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Nobody answered this yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ in details that are not shown, such as the attached file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answer to keep for {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facet}, the same in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facet}, the same in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}  Part by part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideCell</name>
    <message>
        <source>Different here: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SingleEditor</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands are the project&apos;s own and do not represent an assessment by the European Commission. A dagger marks a score with little coverage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain or change the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score}, {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where I stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a score needs {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own bands, provisional †</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} open, 1 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} open, {blocking} block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} to the next band</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingRail</name>
    <message>
        <source>Where I stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where I stand: score {score}, {band}. Findings: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateRow</name>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoppedPage</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your assessments cannot be opened now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {id} (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen as revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {id} (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write my part back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Files you sent are not called back. Export the package after withdrawing and send it to the coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {next} will say that you take revision {n} back, so nothing of this assessment is scored any more. Every answer stays here, and you can go on with them in revision {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriteBack</name>
    <message>
        <source>All {n} questions are answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached files do not travel in a part; send them along: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write my part back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {n} questions are not answered yet. You can write the part again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, for {expert}: {pillars}. You answer as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Writing {name}, file {n} of {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrittenPanel</name>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written: you stopped before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is missing; the answers are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} are missing; the answers are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files are written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_AnchorRow</name>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>Not applicable: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CommentField</name>
    <message>
        <source>Your comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comment on {id}: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RailStop</name>
    <message>
        <source>{number} {title}, {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>No questionnaire of this round has a scored indicator “{indicator}”. Nothing was changed. Check the id, such as FDI-1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the files can be scored, so nothing was written. The list above says why for each; ask for the right files and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not handed in yet: {problem}. All answers are kept. Change the answers or add the comments, then hand in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written in {path}. What is stored there is unchanged. Allow writing to this folder, or choose another with --workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} is handed in and cannot be changed. Nothing was changed. Reopen it to work on the next revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} is not handed in, so there is nothing to withdraw. Nothing was changed. Just go on answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers exist in several forms and none was chosen: {items}. Nothing was changed. Choose one for each, then join again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to {item} was not stored: {reason}. What was stored before is unchanged. Choose another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers in {path} were not taken: {problem}. Nothing was changed. Correct the file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attached file “{file}” is not in this workspace. The evidence that names it is unchanged. Attach the file again, or open the package it came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attached files have {size_mb} MB together; a package holds at most {limit_mb} MB, so {path} was not written. Remove the largest files or give their links instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is damaged and was not brought back. Nothing was changed. Choose an older one from the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change of {indicator} cannot be called editorial: {reason}. Nothing was changed. Leave out this --accept-editorial, or take back the change in the questionnaire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be brought to this version; they are unchanged. A copy is in {backup}. Keep using the earlier version and report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in {path} were written by a newer version of this program. Nothing was changed. Install the newer version to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data lie on a database server, which is copied with the server&apos;s own tools. Nothing was changed here. Ask whoever looks after the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is held by another program, so the last change is not stored yet. Close the other program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was damaged and has been set aside as {path}; nothing was deleted. The newest backup is {backup}; copy it back as wb6assess.sqlite3 and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was damaged and has been set aside as {path}; nothing was deleted. There is no backup yet. Keep that file for a repair; the next start begins an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} is missing, although there are backups of it. Nothing was changed. The newest backup is {backup}; copy it back under that name and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision on {indicator} in {country} was not taken: {problem}. Nothing was changed. Change what the meeting decided or give what is missing, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decisions in {path} were not taken: {problem}. Nothing was changed. Correct the file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so {path} was not written. What stood there before is unchanged. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {path} is too long for this disk, so nothing was written. Choose a shorter name or a folder closer to the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questionnaire {path} cannot be used: {problem}. Correct the file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questionnaire {path} was changed while this program had it open. Nothing was changed here. Start the program again to use the new text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook {path} was not taken: {problem}. Nothing was changed. Correct these cells, save and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no assessment {assessment} in this workspace. Nothing was changed. “wb6assess list” shows the ones that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Nothing was changed. Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no framework.yaml in {path}, so no questionnaire can be found. Nothing was changed. Name the right folder with --questionnaires, or install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import {import_id} that could be taken back. Nothing was changed. “wb6assess import --list” shows the imports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “{language}”. Nothing was changed. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no questionnaire “{instrument}” here. Nothing was changed. Known are: {known}; use one of these names or another --questionnaires folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no round “{round}”. Nothing was changed. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{node}” to explain. Nothing was changed. Use overall, or the id of a domain, pillar or indicator; domains are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo. Every answer is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo in this revision. Every answer is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This expert already has this questionnaire for this country and round ({assessment}). Nothing was changed. Open that one, or use another expert code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a part of a colleague&apos;s questionnaire, so it is not handed in from here. All answers are kept. Write the part and send it back to the colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This questionnaire has no pillar “{pillar}”. Nothing was changed. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was made for version {version} of “{instrument}”, which is not here (known: {known}). Nothing was changed. Install the version it was made for, or ask for a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is already open in another window (process {pid} on {host}, since {since}). Nothing was changed. Go on there, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} belongs to another assessment ({found}, expected {expected}). Nothing was changed. Fill the assessment it was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as a package: {reason}. Nothing was changed. Ask its sender to send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as a workbook: {reason}. Nothing was changed. Open it in a spreadsheet program, save it as .xlsx and try again, or ask for the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as an XLSForm: {reason}. Nothing was written. Correct it in a spreadsheet program, or ask for the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read. Nothing was changed. Check that you may open it and that it is not on a drive that was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written. What stood there before is unchanged. Choose a folder you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already and was not touched. Name another folder with --out, or add --replace to overwrite it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {size_mb} MB; at most {limit_mb} MB can be attached. Nothing was changed. Attach the pages that matter, or give the link instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder or a device, so it cannot be attached. Nothing was changed. Choose a single file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder, so no file can be written under this name. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a workbook, but not one of this program: {reason}. Nothing was changed. Fill in a workbook made with “blank” or “export”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than {limit_mb} MB, so it is no file of this program and was not opened. Nothing was changed. Ask its sender for the original file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no answers file, workbook or package of this program: {reason}. Nothing was changed. Choose a file that was handed in or exported here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a database of this program. Nothing was changed. Choose another workspace folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not readable as a part of a questionnaire: {problem}. Nothing was changed. Ask the colleague who wrote it to write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not readable as an answers file: {reason}. Nothing was changed. Export it again from where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is open in another program, so it was not replaced; the old file is unchanged. Close it there, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lies in the data folder itself, so it would be lost together with it. Nothing was written. Choose another folder, best on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written but read back differently ({reason}), so it was thrown away. All answers are safe. Report this; until then use another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{country}” is no country of this assessment. Nothing was changed. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{expert}” cannot be an expert code. Nothing was changed. Use 1 to 40 letters, digits, dots, hyphens or underscores, and no real name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could start a program, so it is not opened from here. It is kept unchanged. Save a copy and open that if you trust its sender.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
