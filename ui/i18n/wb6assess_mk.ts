<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="mk_MK" sourcelanguage="en">
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
    <name>AgendaList</name>
    <message>
        <source>Agenda, most important first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaTable</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicting records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to look at again</source>
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
        <source>Reply to the coordinator</source>
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
    <name>Asking</name>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
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
        <source>For coordinators only: it names who moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and range of levels as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and range of levels now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not handed in since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moved after the spread was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingRoom</name>
    <message>
        <source>Ask about an answer; send every expert the anonymous spread; see what moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query yet. Write one here, or from an answer in the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spread was sent yet, so nothing can have moved.</source>
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
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries or second round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries, second round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading queries and replies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply in revision {n}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The files written before are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the query back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to send: no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a query…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write files for experts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}, file {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files are in {folder}.</source>
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
        <source>{verb}: {title}, {identity}, {revision}, {done} of {asked} answered. {note} {divided} {edited}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentTable</name>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
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
    <message>
        <source>{title}, {country}, round {round}, {expert}, revision {revision}, {done} of {asked} answered. {note} {edited}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
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
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy yet; the first comes when you close the program.</source>
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
        <source>Your answers are copied when you start, every hour while you work and when you close. The newest copy of each of the last days is kept. They lie beside the data, so make one on another disk from time to time.</source>
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
    <name>Behind</name>
    <message>
        <source>Add to agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators and experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked, counts 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query an expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n} experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how} confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} from too few answers, not published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlankDialog</name>
    <message>
        <source>Blank questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
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
    <name>ChartDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores by pillar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level to target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backsliding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>institutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insufficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderate gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reliable from 0.80</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tentative from 0.67</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within uncertainty</source>
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
        <source>To choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list shows</source>
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
        <source>&amp;Chart of pillars…</source>
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
        <source>&amp;Kept aside…</source>
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
        <source>&amp;Print a blank questionnaire…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queries</source>
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
        <source>Re&amp;open as the next revision</source>
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
    <name>ConflictPage</name>
    <message>
        <source>Back to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reason; it is kept with the choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this file count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is scored. Choose the one that counts, or ask the expert for a new revision, which settles it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them was chosen; it counts until the choice is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions the files answer differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} of {expert}, {country}, exists in {m} forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the choice back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their answers are the same, but one of them takes the assessment back. None of them is scored. Choose the one that counts, or ask the expert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files of one revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one counts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn, {n} answers, last changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how} confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers, last changed {when}</source>
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
    <name>DecisionPane</name>
    <message>
        <source>Choose a level, confirm or N/A; then give the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the pillar, reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable in this country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record N/A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded. To change it, choose again and give the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference to the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference to the evidence (several with ;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: reason, {n} of {least} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>A later record takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another record decides the same differently; neither applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It confirms another value than the experts&apos; own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sets no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was decided on another version of the questionnaire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision is in force that could be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expert rated this, so there is nothing to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No questionnaire of this round has such a scored indicator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R1 factual error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R2 ladder misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R3 evidence supplied later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R4 applicability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R5 panel consensus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratings changed since; it stays in force, but must be confirmed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason needs at least 20 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value lies outside the experts&apos; own range; that needs reason R1 or R3 and evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed, level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force, look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionsRoom</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every record with its time; nothing is overwritten, the latest stands first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record here. Decisions are made in a validation meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a decision in force can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what to look at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskRoom</name>
    <message>
        <source>1 expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals and agreement are being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken in yet. Files of experts come in through the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the tables of this page on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was received…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA: the answers are invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring, {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} experts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskRooms</name>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries, second round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation meeting</source>
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
    <name>Disagreement</name>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement between experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective weight in the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For coordinators only. Severity is the mean distance to all experts&apos; median on the vignettes, in levels; it is never subtracted from a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0.80 reliable; 0.67 to 0.79 tentative; below, flagged indicators must pass a meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest minus lowest, in levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In levels; needs four vignettes; from 0.75 an expert stands apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In points of the domain&apos;s score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators rated at least twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha, ordinal, on levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of a meeting&apos;s agenda: effective weight × range, then range, then indicator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of equal pairs, levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of equal pairs, number of pairs in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight × range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low: a meeting must look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milder than others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n.d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n.d. = no variation; : = fewer than 10 units; ≈ = approximate, fewer than 20 units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reliable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stricter than others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: alpha {alpha}, 90 % interval {interval}, {reading}, {units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: alpha {alpha}, {reading}, {units} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, approximate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisagreementRoom</name>
    <message>
        <source>Agreement between experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement between experts: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective weight × range: where agreement would matter most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the experts&apos; raw levels agree, before any meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show: no indicator was rated twice and differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each expert handed in. For coordinators only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop files or a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workbooks, packages, answers.json; a bad file never stops the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by {expert} in revision {n}, which was not handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by {expert}, handed in with revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence, grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier round cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer in revision {n}, which was not handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer, handed in with revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierPanel</name>
    <message>
        <source>Earlier round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide: {earlier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {earlier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over the justification</source>
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
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
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
    <name>ExplainView</name>
    <message>
        <source>A whole number from 1 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw {n} is open: factors of weights, experts drawn, noise of thin ratings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part opens: pillars, indicators, answers. A draw shows what chance did once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the number came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of a draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open up this draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>90 % interval {interval}, from {n} draws of stream “{stream}”, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with replacement in {domain}: {experts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert {code}, revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interval without a published score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked only if {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by design of the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capped from {score}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicted by another record; neither applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts 40: no evidence of grade A or B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence {grades}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force, but ratings changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean by confidence, experts: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, experts: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median, experts: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a later record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set to {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thin rating moved {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrounded {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakest link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight × {factor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the domain, gives {points} points</source>
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
    <name>Facts</name>
    <message>
        <source>{n} of {total} filled in</source>
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
        <source>Answers, workbooks, packages, queries</source>
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
        <source>Full record to keep and sign (PDF)</source>
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
    <message>
        <source>{name}, replaces the one of {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDetail</name>
    <message>
        <source>Compare and settle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a reply to {expert}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show original…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
Came {when}</source>
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
        <source>Answered, but not asked now: {n}</source>
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
        <source>Nothing is kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages with queries of the coordinator: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator asked nothing.</source>
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
        <source>Kept aside</source>
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
        <source>Queries</source>
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
        <source>Comment: {remark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comment on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {remark}</source>
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
    <name>FixView</name>
    <message>
        <source>Gains are arithmetic, whatever way scores are aggregated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix: no indicator stands below its target.</source>
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
    <name>Following</name>
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
        <source>You appear as {code}.</source>
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
        <source>taken from {source}</source>
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
        <source>Changes are those of {expert}, except where they say whose they are.</source>
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
        <source>1 query from the coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
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
        <source>Part of a questionnaire, answered by {name}: {pillars}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pillars: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned {when}</source>
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
        <source>backup made {when}</source>
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
    <message>
        <source>{n} queries from the coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pillars} back from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pillars} with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pillars} with {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking an import back hides what only it brought. The files themselves are kept, and what another import brought, too, stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files}, taken back {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file with this revision was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the expert for a file with one of the six countries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the expert to hand it in and to send the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the expert to take the answers over into the newer questionnaire and hand them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its round above the matrix to score it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the files and say which one counts, or ask the expert for a new revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict in revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer is the same as in {others}, which is another expert&apos;s or another country&apos;s. If that was a mistake, ask for the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers version {version} of the questionnaire; version {scored_version} is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to round {round}; round {scored_round} is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no expert&apos;s answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says it was last changed on {day}, which is still to come: the clock of that computer is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not handed in, so it is not scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other file holds no expert&apos;s answers: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same assessment as {others}, which says it is another expert&apos;s or another country&apos;s: one of them was edited. Ask whose answers they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers were changed after this program wrote it, in a spreadsheet perhaps, and it still carries the same revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer, replaces {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from this file; what was there before is unchanged. Send the reply to the expert, and take the corrected file in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older, {n} counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other round: {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version: {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: {n} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {other_revision} of the same expert is here too and counts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} of {expert} counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} of {expert} exists with different content. Neither is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision} takes the place of revision {other_revision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expert withdrew this assessment; it is not scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same content as {same_as}; it is counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same expert&apos;s code stands in {countries}; each country&apos;s codes are its own, so they are counted as different experts. If the country was mistaken, ask for the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With version {version} of the questionnaire here, files that were taken in before in version {older} are no longer scored ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newer revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newer revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of an unknown country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country} is no country of this assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kinds} and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} other files hold no expert&apos;s answers: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxRoom</name>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything received ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last import ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file has this outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet. Drop workbooks or packages here, or add a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was received…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round} · {assessments} from {experts}, {countries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files of experts in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the files in first; then they can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back. The files themselves are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files read: {summary}. Originals of all accepted files are kept. Nothing was changed by refused files.</source>
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
        <source>An invented country. Your answer is not scored; it shows how strictly experts read the ladder.</source>
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
        <source>Flag</source>
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
        <source>No evidence yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence yet. Here counts: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented country  ·  Not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It applies everywhere, so there is no N/A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable here: {reason}. It is left out of the score; you need not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked because {because}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked because {because}. {effect}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for this country.</source>
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
        <source>The ladder is that of {id}</source>
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
        <source>answered otherwise in another questionnaire</source>
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
        <source>{id} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{fact}” at {id} is {value}</source>
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
    <name>IndicatorSheet</name>
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
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal anchors, evidence, how levels differ (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, workbooks, packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}, file {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
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
        <source>Given to nobody: pillar {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to nobody: pillars {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to come from {names}: pillar {numbers}.</source>
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
        <source>Print…</source>
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
        <source>compare with another copy</source>
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
        <source>print a blank questionnaire</source>
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
        <source>rooms of the sidebar, in order</source>
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
        <source>share with colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take parts back, or write one back</source>
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
    <name>Lower</name>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pair of countries can be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the number came about: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law and practice: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law, practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not distinguishable: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlapping ranks cannot be told apart. The public report has no rank table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores without each expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published score if one expert had not answered; what meetings decided stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves the score: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to fix first: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without each expert: {node}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
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
        <source>A colleague opens the file, answers the pillars in it and writes the part back. Take parts back shows what joining would do: what is new, what two people answered differently, what nobody answered. Where two answers stand against each other you choose; nothing is replaced unnoticed, and one undo takes it all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision needs a reason of at least twenty characters; a value outside the experts&apos; range also needs a new fact and a reference. Decisions are kept with their time, and taking one back adds a record; the experts&apos; own values stay readable. Minutes and comment matrix are written from what was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file goes out, the reply comes back with the next revision.</source>
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
        <source>A part goes out to a colleague and comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query in the list of those to answer; the line leads there.</source>
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
        <source>Accepted: it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: the same content came before</source>
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
        <source>Answering queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the ladder: the special states at the left, confidence at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binding time limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases are reported although no mechanism is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Query an expert beside an answer and write what you want to know. Queries, second round keeps all of them and writes one file for each expert; you send it, the program sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose countries, questionnaires, language and how many experts a public figure needs, tick the files, and write them. The files for everybody name no expert and show no figure of too few experts; the files for the coordinator hold everything and are not to be passed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another copy shows two copies of the same assessment answer by answer, with the changed words marked. What you choose becomes part of the revision in front of you, or of the next one when that is handed in.</source>
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
        <source>Confirm the experts&apos; value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict: the same revision with other content; none of them counts</source>
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
        <source>Coordinators: files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinators: meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinators: queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinators: report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinators: scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+L sets a second language beside the first: title, question, levels and guide stand in both. A text that is not translated yet appears in English and says so. The numbers and the score never depend on the language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement lists the indicators where agreement would matter most, by weight times range, says how reliable the ratings are, and shows experts whose pattern stands apart. Robustness shows how far each score could move, which indicators would move it most, what to fix first, and how every number came about.</source>
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
        <source>Every table is copied with Copy table and written as PDF or CSV with Export view. The desk shows single experts; what leaves it for everybody is the report.</source>
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
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain or change one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export writes a scored workbook of an assessment at any time; a draft says that it is one. Print a blank questionnaire also writes an empty workbook to fill in a spreadsheet program, for a colleague without this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export, in the File menu, writes what you tick into one folder: the scored workbook, a summary of a few pages, the full record to keep and sign, the package for the coordinator, and the answers for other programs. What was said to sensitive questions is left out of the full record unless you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FDI screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are ticked before they are written.</source>
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
        <source>For a second round, tick that the files show how all experts of the country answered. Everybody then sees the levels as dots without names beside the own level, where at least three experts chose one; sensitive questions are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full record to keep and sign (PDF)</source>
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
        <source>In a second round the file also shows how the country&apos;s experts answered, without names. Keep your level or change it; either way, say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In every file you appear under your code. If you gave your name in the preferences, you can have it printed on the PDF papers; the tick is off each time you start, and the name goes into no other file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
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
        <source>Leave a field, then the full screen</source>
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
        <source>Newer: it takes the place of an earlier revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
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
        <source>One questionnaire can be answered by several people. Share with colleagues, in the Assessment menu, says who answers which pillar and writes a file for each. The card on Home shows who has what, what came back and what stays with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package (.wb6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank questionnaire writes an empty form to think on: in large type for a meeting, in two languages, or as a workbook to fill in a spreadsheet program. Papers for a printer without colour use patterns and letters in place of colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries (.wb6q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries to answer, at the left of Home, lists what waits. Write your reply below the answer it is about, change the answer if you now see it differently, and hand in again: replies travel with the answers.</source>
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
        <source>Record it, then go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: it cannot be read; the list says why and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional report lists what stands between the result and the word final; each line leads to where it is settled. Until then every page says draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
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
        <source>Scored workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores, decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing with colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sometimes a level counts as less than you chose, because another answer limits it. Your level is kept; a line below the ladder names the answer that limits it. Questions that do not arise after an earlier answer say so, and their answers come back when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on screen shows one indicator at a time for a projector: the levels as dots without names, what was said without names, and how far apart the experts are. Choose the screen first; the desk stays on yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agreed level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bands, each with its letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator&apos;s desk stands below the assessments; View shows or hides it. In the inbox, drop the files of the experts or a whole folder: workbooks, packages and answers files. The program first says what it would do with each; nothing changes before you choose Take in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are copied when you start, every hour while you work and when you close; the newest copy of each of the last days is kept. In the preferences you can make a backup in another place, best on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item before, the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys for answering; the whole list is under Keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys for languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the meeting.</source>
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
        <source>The matrix shows a score for every country and pillar. A cell opens its indicators with every expert&apos;s level, the median and how far they agree; an indicator opens reasons and evidence side by side. The same table shows coverage, agreement and the change since the round before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the files does not matter, nor how often they come. Every accepted file is kept as it was, so you can look at it later or save a copy. Imports takes an import back: what only it brought is hidden, nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program and the questions can speak different languages. Ctrl+L chooses the language of the questions; the preferences choose the language of menus and buttons. Your answers stay as they are, also in the middle of a sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program sends nothing; you do, by mail or however your coordinator asks. Send the package: it holds the answers and the attached files, each with its checksum. The workbook alone is enough when nothing is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replies come with the next revision of each expert: take the files in as usual. What moved shows who changed a level, and who has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is applied and its results are published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same files always give the same numbers, in the window and on the command line: wb6assess merge does the whole way in one step, without a workspace. Cancel leaves no half file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same law often stands behind several answers. Use again lists the evidence of your other answers, searchable, and adds what you tick. Remove takes an item away; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the report.</source>
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
        <source>Two languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo goes back step by step through the whole questionnaire, also after a restart. The Edit menu names what it would undo. History of this answer, in the Assessment menu, shows every change with its time; Restore this brings an earlier answer back as a new change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation meeting proposes an agenda, most important first. Tick what is to be discussed, enter the day and who is present, and write the meeting pack: a handout in large type and an agenda with columns for decision and signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a file.</source>
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
        <source>When the coordinator wants to know more, a file of queries comes back to you. Open it with Open file: the program says what it brings and, where the revision is handed in, begins the next one so that you can answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the same revision exists with different content, choose Compare and settle. The answers that differ stand side by side; say which file counts and why, or ask the expert for a new revision, which settles it, too. Files nobody could read stay in the list until a corrected one came or you leave them refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which article sets the limit? The one cited was repealed.</source>
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
        <source>You</source>
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
        <source>insufficient data</source>
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
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed in a meeting</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>disagreement</source>
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
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newer revision</source>
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
        <source>refused</source>
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
    <name>Matrix</name>
    <message>
        <source>, stands apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed in a meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed in a meeting; the ratings changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many experts stand at each level, as it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels 0–5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked, counts 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experts&apos; median is {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered share of the weight that applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backsliding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagreement in the pillar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts disagree on {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indicators experts disagree on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insufficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insufficient data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no earlier round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of indicators rated twice or more that experts agree on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stand apart: {experts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very good progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {of} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} – counts as {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixRoom</name>
    <message>
        <source>Consensus of {experts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries and pillars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix and what lies behind a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix of countries and pillars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is kept. It goes out with the next files for experts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the matrix shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}, {country} is on the agenda of the next meeting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>1 expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value outside {low} to {high} needs R1 or R3 and a reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed among the experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any value but {level} needs R1 or R3 and a reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed at {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts lower than chosen: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement: {n} levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t know: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels: {levels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median {median}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed: up to {n} levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More experts do not know than know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expert has a level: any value needs R1 or R3 and a reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has chosen a level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: choose a level first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: no expert has a level, so there is nothing to confirm. Choose a level with R1 or R3, or postpone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: no expert stands there. Such a value needs R1 or R3 and a reference to the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: the experts&apos; value has changed meanwhile. Look at the levels again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: the reason needs at least {n} characters. Write what the meeting relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: this question is not scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one expert has a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen {n}: {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen {n}: {width} × {height}, with the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some say it does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no decision in force to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two records decide this differently. None applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted with confidence: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applicability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence supplied later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factual error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ladder misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>panel consensus after discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} (once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} ({n} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}, {code}, decided in {meeting} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}. The ratings have changed since: look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingBar</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: {done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingForm</name>
    <message>
        <source>Chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited (number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present, one line each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records and papers name the meeting so. For another name begin a new meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of people invited is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingRoom</name>
    <message>
        <source>Agenda: {n} of {of} ticked, most important first (weight × range)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators the experts agree on, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+↑)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one item of the agenda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation meeting M{n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is worth a meeting&apos;s time is being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingWindow</name>
    <message>
        <source>Choose a level, confirm or N/A first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm: {pillar}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pillar {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present: {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back during the same meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postponed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the experts&apos; {level} stays readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all}</source>
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
        <source>Reading the questionnaires…</source>
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
        <source>The questionnaires are being read.</source>
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
        <source>Also clear what the file no longer has: {items}</source>
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
        <source>Here only, and stay: {n}.</source>
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
        <source>New answers: {n}. Replaced: {changed}. The same already: {same}.</source>
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
        <source>Replaced are {items}.</source>
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
        <source>These are the answers of {expert}, not of {own}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are invented: the assessment becomes a sample for good.</source>
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
</context>
<context>
    <name>OpenPages</name>
    <message>
        <source>A file is still being copied; it is no evidence yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay and choose What to do below the question to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay until it is here to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes could not be stored; they are on the screen only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the meeting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>All data (.csv), with what experts wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All figures for programs (.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymity threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of fewer experts are printed as “c”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinator&apos;s workbook (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country briefs (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts a public figure needs at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for everybody, after disclosure control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for the coordinator, not to pass on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handout for a round table (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the questionnaires&apos; texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public data (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public workbook (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one instrument.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Where to put a copy of the original</source>
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
        <source>Search words or ids</source>
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
    <name>PairView</name>
    <message>
        <source>Filled circle: law in force. Open diamond: practice and results. Short line: institutions; open square: interface with the EU, both outside the gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law and practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Blank questionnaire in large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the questions in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers for a printer without colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my name on the papers: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language beside, on the blank questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive parts in the full record, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To print it on papers, give it in the preferences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is in none of these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name stands on the PDF papers, in no other file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperWriting</name>
    <message>
        <source>As PDF and as workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PDF and for Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handout and agenda, as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what was written on sensitive questions, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No half file was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the comment matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the meeting pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} in {folder}. They name no expert, but are not for publication.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parked</name>
    <message>
        <source>All that is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside, because not asked now: {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside: {answer}. It counts for nothing now and is back when the question is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you wrote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkedDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These answers are stored but not asked now, because another answer changed. They count for nothing and are back, as they are, when their question is asked again.</source>
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
        <source>Show the coordinator&apos;s desk</source>
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
        <source>Your name stays on this computer; in files you appear under your code. Only where you tick it, the name is printed on PDF papers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>Take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files of experts in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}. Nothing is taken in yet.</source>
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
    <name>ProgressRoom</name>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both rounds on one axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched change by country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched change: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the published scores, matched or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress since the earlier round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring: the earlier score; dot: today&apos;s, on the indicators both rounds have. Grey: the change lies within uncertainty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {now} against round {before}, on what both have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of today&apos;s weight that can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are files of round {rounds}, which the framework does not name: nobody can say whether it came earlier. Name it in framework.yaml, before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier round to compare with. Files of an earlier round come in through the inbox, too, and are never scored together with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What new, dropped and re-weighted indicators did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words belong to the matched change only; round {round} is the earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the earlier round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: fell on {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: nothing fell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: {before} to {now}, {change}, {words}; 90 % interval {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, within uncertainty</source>
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
    <name>QueriesRoom</name>
    <message>
        <source>1 query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query waits for you. When the coordinator sends a file with queries (.wb6q), open it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator asks about these answers. Your reply is written below the answer and goes back with the next revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} queries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryDialog</name>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of this country answered this instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query an expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expert sees it beside the question and answers in the next revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you want to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expert} said: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Level {level}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One dot is one expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experts agree here, or one alone answered. {n} can be confirmed together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between two rungs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level 0 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postpone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous, next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rung}. Experts here: {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>No justification.</source>
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
        <source>Full record</source>
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
        <source>Part of a questionnaire</source>
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
        <source>Invented answers are among those scored.</source>
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
        <source>No validation meeting has confirmed these values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {n} of expert {expert}, {country}, exists with different content.</source>
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
        <source>and {n} more, of the same kinds</source>
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
        <source>{country}, {title}: experts agree too little; {n} indicators need a meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}, {country}: a record could not be applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}, {country}: decided after the cut-off date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}, {country}: the ratings changed after the meeting; look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}, {country}: two records decide it differently; neither applies.</source>
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
    <name>ReportRoom</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page says “draft” until these are settled. A line leads there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an earlier run and not of this result: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not final yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No half file was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}, file {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} ({n} files)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} in {folder}. Nothing has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings no query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings one query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings {n} queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows, without names, how the country&apos;s experts rated one indicator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows, without names, how the country&apos;s experts rated {n} indicators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the coordinator: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries from the coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {old} is handed in. Taking the file begins revision {new}, where you can answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator looked at a state that was not handed in from this computer. The queries may be about answers that read otherwise here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was taken in before; it brings nothing new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>The coordinator asks about revision {n} ({day}): {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReturnsDialog</name>
    <message>
        <source>A word to all of them, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} files will be written, one for each expert who gets something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query is open. Write one first, or send how all answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where at least {n} experts chose a level; sensitive questions are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With how all experts of the country answered, without names (second round)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write files for experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files will be written.</source>
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
        <source>1 query</source>
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
        <source>The coordinator asks about these answers and has no reply yet.</source>
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
        <source>You marked this to come back to.</source>
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
        <source>see to one more</source>
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
        <source>{n} queries</source>
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
        <source>Back to the assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is still being copied. Hand in once it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {id}</source>
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
        <source>Send {name} to your coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files you attached travel in the package only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one file to write.</source>
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
        <source>Handed in {when}. Answers: {n}. Fingerprint: {print}</source>
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
        <source>Withdrawn {when}. Answers it carries: {n}. Fingerprint: {print}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, at least 20 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{indicator} in {country}: {decision}. The experts&apos; own value counts again. The record stays in the log, and so does this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more characters are needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Robustness</name>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the EU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the country and the EU together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts and thin ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For coordinators only: not in any public output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the top band; there is no next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface with the EU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step, level {level}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks in nine of ten draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The EU side is {points} points more open than the country is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country cannot reach this level without a decision on the EU side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country is {points} points readier than the EU side is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no next step: it stands at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to fix first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insufficient data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{band}, bordering on {neighbour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: law {law}, practice {practice}, gap {gap}, {reading}; institutions {institution}, interface with the EU {interface}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: no published score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: no rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: ranks {ranks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: {score}, {band}; 90 % interval {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} {title}: level {now} to {target}, {gain} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} {title}: one level up {up}, one level down {down}, left out {out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points to the next band. Shortest path: none, no indicator can rise enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points to {band}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: insufficient data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: readiness {ready}, openness of the EU side {open}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RobustnessRoom</name>
    <message>
        <source>Countries whose intervals overlap are not distinguishable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw everything again; the same seed gives the same digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing, {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far scores could move, and what moves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of the domain or overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score with 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score with 90 % interval: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores with 90 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the interval comes from: {country}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in code order, no ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} draws, seed {seed}, methodology {version}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomPages</name>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries to answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Aggregation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts joined by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts level 2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric above pillars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean by confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakest link above pillars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakest link everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rung</name>
    <message>
        <source>1 expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer of round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} experts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaidPane</name>
    <message>
        <source>Confirming keeps the experts&apos; values and writes one record for each indicator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody wrote a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question is marked sensitive, so nobody&apos;s words are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, without names</source>
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
    <message>
        <source>{reason} What you wrote is still on screen, to be changed there.</source>
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
    <message>
        <source>{n} indicators, {done} begun, came back</source>
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
    <name>SidePane</name>
    <message>
        <source>Every indicator has a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interval without a published score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published score, so there is no path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness and openness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest path to the next band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This questionnaire has no such indices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: all together, and each source alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the interval comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic, not advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further indicators: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further steps: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}, level {now} to {then}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Coordinator&apos;s desk</source>
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
    <name>Sifting</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which files</source>
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
    <name>SpreadPanel</name>
    <message>
        <source>How {n} experts of this country answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle level is {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think again, and change your level or leave it; say why in the justification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose no level then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours was {level}: the filled dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}: 1 expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}: {n} experts</source>
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
        <source>1 answer is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 query without a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 query, replied to</source>
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
        <source>{n} answers are kept aside</source>
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
        <source>{n} queries, all replied to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} queries, {waiting} without a reply</source>
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
    <name>SwingView</name>
    <message>
        <source>Points of the score: the indicator one level down, one level up, or left out as if it were not applicable.</source>
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
        <source>Review</source>
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
        <source>Write back</source>
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
    <name>Watch</name>
    <message>
        <source>Time on this item: {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightSliders</name>
    <message>
        <source>Official: {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Back to the official weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores beside the official ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These figures stand beside the official scores and never replace them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight in the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight in the overall score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{band}, another band</source>
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
    <name>_Listed</name>
    <message>
        <source>How this value came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first ten</source>
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
        <source>A choice between files needs its reason. Nothing was changed. Say in a sentence why this file counts and the other does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program wrote into the database {path} while it was open, and it may no longer be whole, so nothing more is stored in it. The copies in the folder “backups” beside it are unchanged. Copy what you see on screen somewhere else before you close the program and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program, such as one that synchronises folders, exchanged the database {path} while it was open. Your data as you see them are in their place again; the other file is kept as {aside}. Keep this folder out of the synchronisation or work on one computer at a time, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice is in force for revision {revision} of expert {expert} ({country}, {instrument}, round {round}), so there is none to take back. Nothing was changed. “wb6assess resolve --list” shows the conflicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No import is left that could be taken back. Nothing was changed. “wb6assess import --list” shows the imports.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Nothing handed in by expert {expert} ({country}, {instrument}, round {round}) counts here. Nothing was changed. Import the expert&apos;s file first, and settle its conflict if it has one.</source>
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
        <source>Revision {revision} of expert {expert} ({country}, {instrument}, round {round}) is in no conflict. Nothing was changed. “wb6assess resolve --list” shows the conflicts.</source>
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
        <source>The database is held by another program, so nothing can be stored just now. What is stored already is unchanged. Close the other program, then try again.</source>
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
        <source>The queries in {path} were not taken: {problem}. Nothing was changed. Ask the coordinator to write the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query on {indicator} asks nothing, or has more than {limit} characters. Nothing was changed. Say in a few sentences what the expert should look at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query {query} was sent already and cannot be taken back. Nothing was changed. Send the expert another query that says it is settled.</source>
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
        <source>The team&apos;s database cannot be reached, so the last change is not stored. What is stored there is unchanged. Check the network and WB6ASSESS_DATABASE_URL, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team&apos;s database does not let you in, or not write, with the name in WB6ASSESS_DATABASE_URL. Nothing was changed. Ask whoever looks after the server.</source>
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
        <source>There is no meeting “{meeting}” in round {round}. Nothing was written. Known are: {known}; use one of these, or record a decision with “wb6assess decide --meeting {meeting}” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no query {query} here. Nothing was changed. “wb6assess reply ID” lists what an expert received, “wb6assess query --list” what was asked.</source>
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
        <source>WB6ASSESS_DATABASE_URL is not the address of a PostgreSQL database. Nothing was changed. Write it like postgresql://name:password@server/database, or remove it to work alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is needed for a database server is not installed. Nothing was changed. Install it with: pip install “wb6assess[team]”.</source>
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
        <source>{path} changed while it was read, so it was not taken. Nothing was changed here. Wait until it is written or copied completely, then try again.</source>
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
        <source>{path} holds a part of a questionnaire that colleagues answer together. Nothing was changed. Send it to the expert whose questionnaire it is, who joins it with the whole and hands it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds decisions of validation meetings, not an expert&apos;s answers. Nothing was changed. Name it after “--decisions” of “wb6assess merge” or “wb6assess report”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds nothing, so it was not attached. Nothing was changed. If it lies in a cloud folder, let it be downloaded first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds the coordinator&apos;s queries to an expert, not answers. Nothing was changed. The expert takes it in with “Open file…” on Home, or with “wb6assess take-return”.</source>
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
        <source>{path} is about revision {revision}, and the assessment here stands at revision {own} only. Nothing was changed. Open the file on the computer the later revision was made on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is for expert {expert} ({country}, {instrument} {version}, round {round}); there is no such assessment here. Nothing was changed. Open it where that assessment is, or ask the coordinator for your own file.</source>
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
        <source>{path} is not readable as a part of a questionnaire: {reason}. Nothing was changed. Choose the file (.wb6part.json) that a colleague sent, or ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not readable as an answers file: {reason}. Nothing was changed. Export it again from where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not readable as decisions of validation meetings: {reason}. Nothing was changed. Choose a file such as “wb6assess decide --list --json” writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not readable as queries of a coordinator: {reason}. Nothing was changed. Choose the file (.wb6q) that the coordinator sent, or ask for it again.</source>
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
        <source>{path} was written by this program, but holds no expert&apos;s answers ({kind}). Nothing was changed. Choose the files that experts handed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{chosen}” is none of the conflicting contents. Nothing was changed. Choose one of: {known}.</source>
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
