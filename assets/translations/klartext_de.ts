<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Aloud</name>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Figure: {words}</source>
        <translation>Abbildung: {words}</translation>
    </message>
    <message>
        <source>To tick: {words}</source>
        <translation>Zum Abhaken: {words}</translation>
    </message>
    <message>
        <source>Question: {words}</source>
        <translation>Frage: {words}</translation>
    </message>
    <message>
        <source>To choose from: {words}</source>
        <translation>Zur Auswahl: {words}</translation>
    </message>
    <message>
        <source>Here is a simulation: {words}</source>
        <translation>Hier folgt eine Simulation: {words}</translation>
    </message>
</context>
<context>
    <name>AnnotationRow</name>
    <message>
        <source>Delete: {what}</source>
        <translation>Löschen: {what}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
</context>
<context>
    <name>AnnotationsScreen</name>
    <message>
        <source>To the courses</source>
        <translation>Zu den Kursen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What you highlighted, noted and bookmarked. Nobody but you reads it.</source>
        <translation>Was Sie markiert, notiert und mit Lesezeichen versehen haben. Niemand außer Ihnen liest es.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the notes</source>
        <translation>Notizen filtern</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Alles als Text kopieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Noch keine Notizen</translation>
    </message>
    <message>
        <source>In a lesson, select a passage and choose “Highlight” or “Note”.</source>
        <translation>Wählen Sie in einer Lektion eine Stelle aus und dann „Markieren“ oder „Notiz“.</translation>
    </message>
    <message>
        <source>With the keyboard: F7 brings a caret, Shift and the arrows select, Ctrl+Shift+H highlights, Ctrl+Shift+N adds a note. Ctrl+D sets a bookmark.</source>
        <translation>Mit der Tastatur: F7 zeigt eine Schreibmarke, Umschalt und die Pfeiltasten wählen aus, Strg+Umschalt+H markiert, Strg+Umschalt+N fügt eine Notiz an. Strg+D setzt ein Lesezeichen.</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>{count} weitere zeigen</translation>
    </message>
    <message>
        <source>Nothing fits “{words}”.</source>
        <translation>Nichts passt zu „{words}“.</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} Notizen</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you need it.</source>
        <translation>Kopiert. Fügen Sie es ein, wo Sie es brauchen.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
</context>
<context>
    <name>AnnotationsText</name>
    <message>
        <source>{course} (no longer here)</source>
        <translation>{course} (nicht mehr da)</translation>
    </message>
    <message>
        <source>{lesson} (no longer here)</source>
        <translation>{lesson} (nicht mehr da)</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Bring data from another laptop …</source>
        <translation>Daten von einem anderen Laptop übernehmen …</translation>
    </message>
    <message>
        <source>On this laptop already:</source>
        <translation>An diesem Laptop lernen schon:</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Name nicht lesbar</translation>
    </message>
    <message>
        <source>Go on as {name}</source>
        <translation>Weiter als {name}</translation>
    </message>
    <message>
        <source>There is nothing in that file that could be brought in.</source>
        <translation>In dieser Datei ist nichts, was sich übernehmen lässt.</translation>
    </message>
    <message>
        <source>Go on as {name}, as of {day}?</source>
        <translation>Weiter als {name}, Stand {day}?</translation>
    </message>
    <message>
        <source>someone without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Brought in. Only your name is missing now.</source>
        <translation>Übernommen. Jetzt fehlt nur noch Ihr Name.</translation>
    </message>
    <message>
        <source>Brought in.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Bring data here</source>
        <translation>Daten übernehmen</translation>
    </message>
</context>
<context>
    <name>AskingFoot</name>
    <message>
        <source>Hint (H)</source>
        <translation>Tipp (H)</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Hint (H), costs {share} of the points</source>
        <translation>Tipp (H), kostet {share} der Punkte</translation>
    </message>
</context>
<context>
    <name>AskingScreen</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Every answer you confirmed is saved</source>
        <translation>Jede bestätigte Antwort ist gespeichert</translation>
    </message>
</context>
<context>
    <name>AssessmentResultScreen</name>
    <message>
        <source>Result: {title}</source>
        <translation>Ergebnis: {title}</translation>
    </message>
    <message>
        <source>Self-assessment · on this device only, not on the certificate</source>
        <translation>Selbsttest · nur auf diesem Gerät, nicht auf dem Zertifikat</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Im Einzelnen</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Earlier results</source>
        <translation>Frühere Ergebnisse</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Ihr Profil</translation>
    </message>
    <message>
        <source>Filled: {day}</source>
        <translation>Gefüllt: {day}</translation>
    </message>
    <message>
        <source>Broken line: {days}</source>
        <translation>Gestrichelt: {days}</translation>
    </message>
    <message>
        <source>Your profile is even</source>
        <translation>Ihr Profil ist ausgeglichen</translation>
    </message>
    <message>
        <source>No area stands out. Below is what that means for each.</source>
        <translation>Kein Bereich ragt heraus. Was das jeweils heißt, steht weiter unten.</translation>
    </message>
    <message>
        <source>Your strength: {area}</source>
        <translation>Ihre Stärke: {area}</translation>
    </message>
    <message>
        <source>Worth ten minutes: {area}</source>
        <translation>Hier lohnen sich zehn Minuten: {area}</translation>
    </message>
    <message>
        <source>Lesson {number}</source>
        <translation>Lektion {number}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the lesson: {title}</source>
        <translation>Lektion öffnen: {title}</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Noch einmal machen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Delete this result</source>
        <translation>Ergebnis löschen</translation>
    </message>
    <message>
        <source>not asked at that time</source>
        <translation>damals nicht gefragt</translation>
    </message>
    <message>
        <source>Open the result of {day}</source>
        <translation>Ergebnis vom {day} öffnen</translation>
    </message>
    <message>
        <source>Copied. Whoever gets the text is up to you.</source>
        <translation>Kopiert. Wer den Text bekommt, entscheiden Sie.</translation>
    </message>
    <message>
        <source>Delete this result for good?</source>
        <translation>Dieses Ergebnis endgültig löschen?</translation>
    </message>
    <message>
        <source>Its answers go too. There is no copy of it anywhere.</source>
        <translation>Auch die Antworten sind dann weg. Eine Kopie gibt es nirgends.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The result has been deleted.</source>
        <translation>Das Ergebnis ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>AssessmentScreen</name>
    <message>
        <source>Statements answered</source>
        <translation>Beantwortete Sätze</translation>
    </message>
    <message>
        <source>Self-assessment · on this device only, not on the certificate</source>
        <translation>Selbsttest · nur auf diesem Gerät, nicht auf dem Zertifikat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Every answer is saved</source>
        <translation>Jede Antwort ist gespeichert</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Statement {number} of {count}</source>
        <translation>Satz {number} von {count}</translation>
    </message>
    <message>
        <source>You can still go back and change an answer.</source>
        <translation>Sie können noch zurückgehen und eine Antwort ändern.</translation>
    </message>
    <message>
        <source>Statement {number}</source>
        <translation>Satz {number}</translation>
    </message>
    <message>
        <source>All statements are answered.</source>
        <translation>Alle Sätze sind beantwortet.</translation>
    </message>
    <message>
        <source>1 is still open.</source>
        <translation>Ein Satz ist noch offen.</translation>
    </message>
    <message>
        <source>{count} are still open.</source>
        <translation>{count} Sätze sind noch offen.</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
</context>
<context>
    <name>AssessmentText</name>
    <message>
        <source>Earlier, {day}: {figures}</source>
        <translation>Früher, {day}: {figures}</translation>
    </message>
    <message>
        <source>A private result. It is part of no certificate.</source>
        <translation>Ein privates Ergebnis. Es gehört zu keinem Zertifikat.</translation>
    </message>
</context>
<context>
    <name>AssessmentsScreen</name>
    <message>
        <source>For you alone: the result stays on this device and is on no certificate.</source>
        <translation>Nur für Sie: Das Ergebnis bleibt auf diesem Gerät und steht auf keinem Zertifikat.</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Done on {day}</source>
        <translation>Gemacht am {day}</translation>
    </message>
    <message>
        <source>{done} of {count} answered</source>
        <translation>{done} von {count} beantwortet</translation>
    </message>
    <message>
        <source>{count} statements</source>
        <translation>{count} Sätze</translation>
    </message>
    <message>
        <source>No self-assessment is here yet. Put a file of that kind into this place:</source>
        <translation>Hier gibt es noch keinen Selbsttest. Legen Sie eine Datei dieser Art an diesen Ort:</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Progress in {course}</source>
        <translation>Fortschritt in {course}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Lesson {number} of {total}</source>
        <translation>Lektion {number} von {total}</translation>
    </message>
    <message>
        <source>Continue learning</source>
        <translation>Weiterlernen</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Test beginnen</translation>
    </message>
    <message>
        <source>Continue the test</source>
        <translation>Test fortsetzen</translation>
    </message>
    <message>
        <source>To the certificate</source>
        <translation>Zum Zertifikat</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Start the course</source>
        <translation>Kurs beginnen</translation>
    </message>
    <message>
        <source>All lessons read. The test comes next.</source>
        <translation>Alle Lektionen gelesen. Jetzt kommt der Test.</translation>
    </message>
    <message>
        <source>The test waits where you left it.</source>
        <translation>Der Test wartet dort, wo Sie ihn verlassen haben.</translation>
    </message>
    <message>
        <source>Lessons read, test passed. The certificate is yours.</source>
        <translation>Lektionen gelesen, Test bestanden. Das Zertifikat gehört Ihnen.</translation>
    </message>
    <message>
        <source>Everything in this course is done.</source>
        <translation>In diesem Kurs ist alles erledigt.</translation>
    </message>
</context>
<context>
    <name>Caret</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>{words} selected</source>
        <translation>{words} ausgewählt</translation>
    </message>
</context>
<context>
    <name>CertificateWords</name>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Check the clock</source>
        <translation>Uhr prüfen</translation>
    </message>
    <message>
        <source>Completed on {day}</source>
        <translation>Abgeschlossen am {day}</translation>
    </message>
    <message>
        <source>valid without end</source>
        <translation>gilt unbefristet</translation>
    </message>
    <message>
        <source>was valid until {day}</source>
        <translation>galt bis {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gültig bis {day}</translation>
    </message>
    <message>
        <source>By the clock of this device, that day is still to come. Either the clock is wrong now, or it was then.</source>
        <translation>Nach der Uhr dieses Geräts liegt dieser Tag noch in der Zukunft. Entweder geht sie jetzt falsch, oder sie ging damals falsch.</translation>
    </message>
    <message>
        <source>A later one has taken its place; this one stays.</source>
        <translation>Ein späteres ist an seine Stelle getreten; dieses bleibt erhalten.</translation>
    </message>
    <message>
        <source>You have passed again: the new one can be issued above.</source>
        <translation>Sie haben wieder bestanden: Das neue können Sie oben ausstellen.</translation>
    </message>
    <message>
        <source>It can be renewed here once its course is there again.</source>
        <translation>Erneuern lässt es sich hier, sobald sein Kurs wieder da ist.</translation>
    </message>
    <message>
        <source>Pass the test once more and you get a new one. This one stays as it is.</source>
        <translation>Bestehen Sie den Test noch einmal, dann bekommen Sie ein neues. Dieses bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The course has come to version {version}. Your certificate still counts; with the new test you get one for the new version.</source>
        <translation>Den Kurs gibt es inzwischen im Stand {version}. Ihr Zertifikat gilt weiter; mit dem neuen Test bekommen Sie eins für den neuen Stand.</translation>
    </message>
</context>
<context>
    <name>CertificatesScreen</name>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Completed. Your certificate is ready to be issued.</source>
        <translation>Abgeschlossen. Ihr Zertifikat kann ausgestellt werden.</translation>
    </message>
    <message>
        <source>See it and issue it</source>
        <translation>Ansehen und ausstellen</translation>
    </message>
    <message>
        <source>See and issue the certificate for {course}</source>
        <translation>Zertifikat für {course} ansehen und ausstellen</translation>
    </message>
    <message>
        <source>Just issued</source>
        <translation>Eben ausgestellt</translation>
    </message>
    <message>
        <source>The certificate has been issued.</source>
        <translation>Das Zertifikat ist ausgestellt.</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Stand {version}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the certificate for {course}</source>
        <translation>Zertifikat für {course} exportieren</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>Open the certificate for {course} as PDF</source>
        <translation>Zertifikat für {course} als PDF öffnen</translation>
    </message>
    <message>
        <source>Renew: take the test again</source>
        <translation>Erneuern: Test noch einmal machen</translation>
    </message>
    <message>
        <source>Renew the certificate for {course}: take the test again</source>
        <translation>Zertifikat für {course} erneuern: Test noch einmal machen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>No certificate yet</source>
        <translation>Noch kein Zertifikat</translation>
    </message>
    <message>
        <source>A certificate is yours once you have read every lesson of a course and passed its test.</source>
        <translation>Ein Zertifikat bekommen Sie, wenn Sie alle Lektionen eines Kurses gelesen und seinen Test bestanden haben.</translation>
    </message>
    <message>
        <source>To the courses</source>
        <translation>Zu den Kursen</translation>
    </message>
    <message>
        <source>What a certificate says</source>
        <translation>Was ein Zertifikat besagt</translation>
    </message>
    <message>
        <source>This file is, byte for byte, what this copy of Klartext made for this course in this version. HR can check that offline. You made it yourself on this device, and the sheet says so. Your score, your answers and how often you tried are not in it.</source>
        <translation>Diese Datei ist Byte für Byte das, was dieses Klartext für diesen Kurs in diesem Stand erzeugt hat. Die Personalabteilung prüft das offline. Erstellt haben Sie es selbst, auf diesem Gerät; so steht es auch auf dem Blatt. Punktzahl, Antworten und die Zahl der Versuche stehen nicht darin.</translation>
    </message>
    <message>
        <source>No program on this device opens it.</source>
        <translation>Auf diesem Gerät gibt es kein Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>It lies here: {path}</source>
        <translation>Es liegt hier: {path}</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>QUICK CHECK</source>
        <translation>KURZ GEPRÜFT</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Hint (H)</source>
        <translation>Tipp (H)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show a possible answer</source>
        <translation>Mögliche Antwort zeigen</translation>
    </message>
</context>
<context>
    <name>Checklists</name>
    <message>
        <source>{count} points</source>
        <translation>{count} Punkte</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
</context>
<context>
    <name>ChoiceArea</name>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Does not belong here.</source>
        <translation>Gehört nicht dazu.</translation>
    </message>
    <message>
        <source>Belongs here too.</source>
        <translation>Gehört auch dazu.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>This is the right answer.</source>
        <translation>Das ist die richtige Antwort.</translation>
    </message>
</context>
<context>
    <name>ClaimCards</name>
    <message>
        <source>What is in it</source>
        <translation>Das steht darin</translation>
    </message>
    <message>
        <source>The record is sealed with the key of this device, together with a checksum of the file. So HR sees at once whether anything was changed.</source>
        <translation>Der Nachweis ist mit dem Schlüssel dieses Geräts versiegelt, zusammen mit einer Prüfsumme der Datei. So sieht die Personalabteilung sofort, ob etwas geändert wurde.</translation>
    </message>
    <message>
        <source>Printed on the sheet besides</source>
        <translation>Außerdem auf dem Blatt</translation>
    </message>
    <message>
        <source>What is never in it</source>
        <translation>Das steht nie darin</translation>
    </message>
</context>
<context>
    <name>ClaimWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Personnel reference</source>
        <translation>Personalnummer</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Version of the course</source>
        <translation>Kursstand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Abgeschlossen am</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation>Nummer des Zertifikats</translation>
    </message>
    <message>
        <source>Short name of the course</source>
        <translation>Kurzname des Kurses</translation>
    </message>
    <message>
        <source>Fingerprint of the course files</source>
        <translation>Fingerabdruck der Kursdateien</translation>
    </message>
    <message>
        <source>Public key of this device</source>
        <translation>Öffentlicher Schlüssel dieses Geräts</translation>
    </message>
    <message>
        <source>Format of this record</source>
        <translation>Format dieses Nachweises</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>unbefristet</translation>
    </message>
    <message>
        <source>given when it is issued</source>
        <translation>entsteht beim Ausstellen</translation>
    </message>
    <message>
        <source>fingerprint {fingerprint}</source>
        <translation>Fingerabdruck {fingerprint}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>your score, your answers, the number of attempts</source>
        <translation>Punktzahl, Antworten, Zahl der Versuche</translation>
    </message>
    <message>
        <source>clock times and how long you took</source>
        <translation>Uhrzeiten und wie lange Sie gebraucht haben</translation>
    </message>
    <message>
        <source>notes, highlights and bookmarks</source>
        <translation>Notizen, Markierungen und Lesezeichen</translation>
    </message>
    <message>
        <source>simulations, self-assessments, refreshers</source>
        <translation>Simulationen, Selbsttests, Auffrischungen</translation>
    </message>
    <message>
        <source>e-mail address, department, role, name of the computer</source>
        <translation>E-Mail-Adresse, Abteilung, Rolle, Name des Rechners</translation>
    </message>
    <message>
        <source>your settings</source>
        <translation>Ihre Einstellungen</translation>
    </message>
</context>
<context>
    <name>ClozeArea</name>
    <message>
        <source>Gap {number}:</source>
        <translation>Lücke {number}:</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>This belongs here: {answer}.</source>
        <translation>Hier gehört hin: {answer}.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Gap {number} of {count}</source>
        <translation>Lücke {number} von {count}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Home, start page, continue learning</source>
        <translation>Startseite, Anfang, weiterlernen</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Alle Kurse</translation>
    </message>
    <message>
        <source>Courses, lessons, contents</source>
        <translation>Kursliste, Lektionen, Inhalte</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Repeat questions, what is due</source>
        <translation>Fragen wiederholen, was fällig ist</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>Simulationen</translation>
    </message>
    <message>
        <source>Practise conversations and decisions</source>
        <translation>Gespräche und Entscheidungen üben, Rollenspiel</translation>
    </message>
    <message>
        <source>Self-assessments</source>
        <translation>Selbsttests</translation>
    </message>
    <message>
        <source>Self-test, questionnaire</source>
        <translation>Selbsteinschätzung, Fragebogen</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Meine Notizen</translation>
    </message>
    <message>
        <source>Highlights, bookmarks, annotations</source>
        <translation>Markierungen, Lesezeichen, Anmerkungen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Show, check and renew certificates</source>
        <translation>Nachweis, Urkunde zeigen, prüfen und erneuern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Options, preferences</source>
        <translation>Optionen, Einrichten</translation>
    </message>
    <message>
        <source>Export certificate</source>
        <translation>Zertifikat exportieren</translation>
    </message>
    <message>
        <source>Save as PDF, send to HR, print</source>
        <translation>Als PDF speichern, an die Personalabteilung senden, drucken</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>Sprache ändern</translation>
    </message>
    <message>
        <source>German, English</source>
        <translation>Deutsch, Englisch</translation>
    </message>
    <message>
        <source>Change appearance</source>
        <translation>Darstellung ändern</translation>
    </message>
    <message>
        <source>Theme: light, dark, high contrast</source>
        <translation>Design, Farben: hell, dunkel, hoher Kontrast</translation>
    </message>
    <message>
        <source>Change text size</source>
        <translation>Textgröße ändern</translation>
    </message>
    <message>
        <source>Larger letters, zoom</source>
        <translation>Größere Schrift, Zoom</translation>
    </message>
    <message>
        <source>Switch movement on or off</source>
        <translation>Bewegung ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Animation, motion</source>
        <translation>Animation, Effekte</translation>
    </message>
    <message>
        <source>Change name on the certificate</source>
        <translation>Namen auf dem Zertifikat ändern</translation>
    </message>
    <message>
        <source>Rename, you</source>
        <translation>Umbenennen, Person</translation>
    </message>
    <message>
        <source>Change personnel reference</source>
        <translation>Personalnummer ändern</translation>
    </message>
    <message>
        <source>Staff number, identifier</source>
        <translation>Personalkennung, Kennung</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Task, position, which way is mine</source>
        <translation>Aufgabe, Stelle, welcher Weg meiner ist</translation>
    </message>
    <message>
        <source>Path, next step, mandatory courses, deadline</source>
        <translation>Lernpfad, nächster Schritt, Pflichtkurse, Frist</translation>
    </message>
    <message>
        <source>My path</source>
        <translation>Mein Weg</translation>
    </message>
    <message>
        <source>What HR sees</source>
        <translation>Was die Personalabteilung sieht</translation>
    </message>
    <message>
        <source>Content of a certificate, human resources</source>
        <translation>Inhalt eines Zertifikats, HR</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Person wechseln</translation>
    </message>
    <message>
        <source>Somebody else, profile, user, colleague</source>
        <translation>Jemand anderes, Profil, Benutzer, Kollegin, Kollege</translation>
    </message>
    <message>
        <source>Show licences</source>
        <translation>Lizenzen zeigen</translation>
    </message>
    <message>
        <source>Version, about Klartext, open source</source>
        <translation>Version, über Klartext, Open Source</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>What is kept, privacy, report, figures</source>
        <translation>Was gespeichert ist, Datenschutz, Bericht, Zahlen</translation>
    </message>
    <message>
        <source>Take my data along</source>
        <translation>Meine Daten mitnehmen</translation>
    </message>
    <message>
        <source>Export, zip, new laptop, save</source>
        <translation>Exportieren, Zip, neuer Laptop, sichern</translation>
    </message>
    <message>
        <source>Bring data here</source>
        <translation>Daten übernehmen</translation>
    </message>
    <message>
        <source>Import, merge, old laptop</source>
        <translation>Importieren, zusammenführen, alter Laptop</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Earlier state, undo, go back</source>
        <translation>Früherer Stand, rückgängig, zurückholen, Backup</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Meine Daten löschen</translation>
    </message>
    <message>
        <source>Erase, remove, reset everything</source>
        <translation>Entfernen, alles zurücksetzen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ordner der Daten öffnen</translation>
    </message>
    <message>
        <source>Files, where it lies</source>
        <translation>Dateien, wo sie liegen</translation>
    </message>
    <message>
        <source>Checklist, print, tick off</source>
        <translation>Checkliste, drucken, abhaken</translation>
    </message>
    <message>
        <source>Simulation, practise, conversation</source>
        <translation>Simulation, üben, Gespräch</translation>
    </message>
    <message>
        <source>Self-assessment, self-test, questionnaire</source>
        <translation>Selbsttest, Selbsteinschätzung, Fragebogen</translation>
    </message>
    <message>
        <source>Note, highlight, bookmark</source>
        <translation>Notiz, Markierung, Lesezeichen</translation>
    </message>
</context>
<context>
    <name>CompanyMark</name>
    <message>
        <source>Your company&apos;s logo</source>
        <translation>Logo Ihrer Firma</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CourseScreen</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Alle Kurse</translation>
    </message>
    <message>
        <source>Progress in {course}</source>
        <translation>Fortschritt in {course}</translation>
    </message>
    <message>
        <source>test with {questions}</source>
        <translation>Test mit {questions}</translation>
    </message>
    <message>
        <source>reviewed on {day}</source>
        <translation>geprüft am {day}</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Stand {version}</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>am {day}</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gültig bis {day}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>See what it says, then issue it.</source>
        <translation>Ansehen, was darin steht, dann ausstellen.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>After all lessons and the test.</source>
        <translation>Nach allen Lektionen und dem Test.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Checklisten</translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message>
        <source>Each course ends with a short test and a certificate.</source>
        <translation>Jeder Kurs endet mit einem kurzen Test und einem Zertifikat.</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Was sich nicht lesen ließ</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>No course is here yet. Put a course folder into this place:</source>
        <translation>Noch ist kein Kurs da. Legen Sie einen Kursordner hierhin:</translation>
    </message>
    <message>
        <source>And {count} more. The command “klartext check” lists them all.</source>
        <translation>Und {count} weitere. Der Befehl „klartext check“ nennt alle.</translation>
    </message>
</context>
<context>
    <name>EmployerCard</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Questions about data protection</source>
        <translation>Fragen zum Datenschutz</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Folders with courses of your company</source>
        <translation>Ordner mit Kursen Ihrer Firma</translation>
    </message>
    <message>
        <source>Folder of the HR department</source>
        <translation>Ordner der Personalabteilung</translation>
    </message>
    <message>
        <source>Nothing is put there unless you press the button for it.</source>
        <translation>Dorthin gelangt nur, was Sie selbst auf Knopfdruck ablegen.</translation>
    </message>
    <message>
        <source>Mandatory courses</source>
        <translation>Pflichtkurse</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>for: {roles}</source>
        <translation>für: {roles}</translation>
    </message>
    <message>
        <source>for everyone</source>
        <translation>für alle</translation>
    </message>
    <message>
        <source>These rules come from your company and stand in this file:</source>
        <translation>Diese Vorgaben kommen von Ihrer Firma und stehen in dieser Datei:</translation>
    </message>
    <message>
        <source>Something in it needs a look. Whoever looks after Klartext can mend it:</source>
        <translation>Daran ist etwas zu ändern. Wer Klartext bei Ihnen betreut, kann es beheben:</translation>
    </message>
    <message>
        <source>{file}, line {line}.</source>
        <translation>{file}, Zeile {line}.</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>Your way, and the way not taken</source>
        <translation>Ihr Weg, und was Sie nicht versucht haben</translation>
    </message>
    <message>
        <source>Ending {number} of {count}</source>
        <translation>Ende {number} von {count}</translation>
    </message>
    <message>
        <source>You know every ending now.</source>
        <translation>Sie kennen jetzt jedes Ende.</translation>
    </message>
    <message>
        <source>You know {known} of {count} endings.</source>
        <translation>Sie kennen {known} von {count} Enden.</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal spielen</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Sie:</translation>
    </message>
    <message>
        <source>The way not taken</source>
        <translation>Der andere Weg</translation>
    </message>
    <message>
        <source>The ways not taken</source>
        <translation>Die anderen Wege</translation>
    </message>
    <message>
        <source>Decide again from here</source>
        <translation>Ab hier neu entscheiden</translation>
    </message>
    <message>
        <source>Decide again from here: {scene}</source>
        <translation>Ab hier neu entscheiden: {scene}</translation>
    </message>
    <message>
        <source>ends with “{scene}”</source>
        <translation>endet mit „{scene}“</translation>
    </message>
    <message>
        <source>goes on with “{scene}”</source>
        <translation>weiter mit „{scene}“</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Please give the name that shall stand on the certificate.</source>
        <translation>Bitte geben Sie den Namen an, der auf dem Zertifikat stehen soll.</translation>
    </message>
    <message>
        <source>That is longer than {most} characters; it would not fit the sheet.</source>
        <translation>Das sind mehr als {most} Zeichen; so viele passen nicht auf das Blatt.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this lesson</source>
        <translation>In dieser Lektion suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>The overview will show the path that fits. All courses stay open, and settings can change it.</source>
        <translation>Danach richtet sich, welchen Weg die Übersicht zeigt. Alle Kurse bleiben offen, und ändern lässt es sich in den Einstellungen.</translation>
    </message>
    <message>
        <source>Speak about your work with confidence</source>
        <translation>Sicher über Ihre Arbeit sprechen</translation>
    </message>
    <message>
        <source>Short courses about what you say in public, each with a test and a certificate. Give your name, and start.</source>
        <translation>Kurze Kurse darüber, was Sie öffentlich sagen, jeder mit Test und Zertifikat. Los geht es mit Ihrem Namen.</translation>
    </message>
    <message>
        <source>Let’s go</source>
        <translation>Los geht’s</translation>
    </message>
    <message>
        <source>What applies to you?</source>
        <translation>Was trifft auf Sie zu?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>As it shall stand on your certificates.</source>
        <translation>So, wie er auf Ihren Zertifikaten stehen soll.</translation>
    </message>
    <message>
        <source>Only if HR gave you one. It goes into the certificate so that HR can match it.</source>
        <translation>Nur wenn Sie eine von der Personalabteilung haben. Sie steht im Zertifikat, damit es sich zuordnen lässt.</translation>
    </message>
    <message>
        <source>Personnel &amp;reference (optional)</source>
        <translation>P&amp;ersonalnummer (freiwillig)</translation>
    </message>
    <message>
        <source>Your employer has chosen the path for this device: “{role}”.</source>
        <translation>Ihre Firma hat den Weg für dieses Gerät festgelegt: „{role}“.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>Everything stays on this device</source>
        <translation>Alles bleibt auf diesem Gerät</translation>
    </message>
    <message>
        <source>Name, progress, answers and certificates are kept in one folder. Klartext opens no connection; nobody sees your answers.</source>
        <translation>Name, Fortschritt, Antworten und Zertifikate liegen in einem Ordner. Klartext baut keine Verbindung auf; Ihre Antworten sieht niemand.</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Previous lesson: {title}</source>
        <translation>Vorige Lektion: {title}</translation>
    </message>
    <message>
        <source>Next lesson: {title}</source>
        <translation>Nächste Lektion: {title}</translation>
    </message>
    <message>
        <source>Next on your path: {title}</source>
        <translation>Weiter auf Ihrem Weg: {title}</translation>
    </message>
    <message>
        <source>Get your certificate</source>
        <translation>Zertifikat holen</translation>
    </message>
    <message>
        <source>To the final test</source>
        <translation>Zum Abschlusstest</translation>
    </message>
    <message>
        <source>To the course page</source>
        <translation>Zur Kursseite</translation>
    </message>
</context>
<context>
    <name>FootnotesBlock</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>HandIn</name>
    <message>
        <source>All {count} questions are answered.</source>
        <translation>Alle {count} Fragen sind beantwortet.</translation>
    </message>
    <message>
        <source>One question is still open. Handed in like this, it counts as not answered.</source>
        <translation>Eine Frage ist noch offen. Geben Sie so ab, zählt sie als nicht beantwortet.</translation>
    </message>
    <message>
        <source>{count} questions are still open. Handed in like this, they count as not answered.</source>
        <translation>{count} Fragen sind noch offen. Geben Sie so ab, zählen sie als nicht beantwortet.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Frage {number}</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>Progress in {course}</source>
        <translation>Fortschritt in {course}</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Schritt {number} von {total}</translation>
    </message>
    <message>
        <source>Progress on your path</source>
        <translation>Fortschritt auf Ihrem Weg</translation>
    </message>
    <message>
        <source>Your path</source>
        <translation>Ihr Weg</translation>
    </message>
    <message>
        <source>A lesson from “{course}”</source>
        <translation>Eine Lektion aus „{course}“</translation>
    </message>
    <message>
        <source>Read the lesson</source>
        <translation>Lektion lesen</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No course is here yet</source>
        <translation>Noch ist kein Kurs da</translation>
    </message>
    <message>
        <source>Everything done</source>
        <translation>Alles erledigt</translation>
    </message>
    <message>
        <source>Your next step</source>
        <translation>Ihr nächster Schritt</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier geht es los</translation>
    </message>
    <message>
        <source>Pick up where you left off</source>
        <translation>Weiter, wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>everything done</source>
        <translation>alles erledigt</translation>
    </message>
    <message>
        <source>More courses</source>
        <translation>Weitere Kurse</translation>
    </message>
    <message>
        <source>All {count} courses</source>
        <translation>Alle {count} Kurse</translation>
    </message>
    <message>
        <source>Your lessons</source>
        <translation>Ihre Lektionen</translation>
    </message>
    <message>
        <source>Your courses</source>
        <translation>Ihre Kurse</translation>
    </message>
    <message>
        <source>You have come to the end of your path</source>
        <translation>Am Ziel Ihres Weges</translation>
    </message>
    <message>
        <source>Your path</source>
        <translation>Ihr Weg</translation>
    </message>
    <message>
        <source>{left} of {total} minutes left</source>
        <translation>noch {left} von {total} Minuten</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>What begins to fade comes back once more.</source>
        <translation>Was zu verblassen beginnt, kommt noch einmal.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>You have completed every course</source>
        <translation>Sie haben alle Kurse abgeschlossen</translation>
    </message>
    <message>
        <source>All that your path asks for is done. If you would like to know more, more courses wait below.</source>
        <translation>Alles, was auf Ihrem Weg liegt, ist getan. Wer mehr wissen möchte, findet unten weitere Kurse.</translation>
    </message>
    <message>
        <source>Your certificates are ready. New courses appear here when they are added.</source>
        <translation>Ihre Zertifikate liegen bereit. Neue Kurse erscheinen hier, sobald sie da sind.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Done, all of it</source>
        <translation>Geschafft</translation>
    </message>
    <message>
        <source>To the certificates</source>
        <translation>Zu den Zertifikaten</translation>
    </message>
    <message>
        <source>To the courses</source>
        <translation>Zu den Kursen</translation>
    </message>
    <message>
        <source>Put a course folder into the place below. It appears as soon as you look here again.</source>
        <translation>Legen Sie einen Kursordner an diese Stelle. Er erscheint, sobald Sie hier wieder nachsehen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>HrButton</name>
    <message>
        <source>Put into the HR folder</source>
        <translation>In den Ordner der Personalabteilung legen</translation>
    </message>
    <message>
        <source>Put the certificate for {course} into the HR folder</source>
        <translation>Das Zertifikat für {course} in den Ordner der Personalabteilung legen</translation>
    </message>
    <message>
        <source>Being put there …</source>
        <translation>Wird abgelegt …</translation>
    </message>
    <message>
        <source>It lies in the HR folder as “{name}”.</source>
        <translation>Es liegt im Ordner der Personalabteilung als „{name}“.</translation>
    </message>
    <message>
        <source>In the folder {folder}.</source>
        <translation>Im Ordner {folder}.</translation>
    </message>
</context>
<context>
    <name>HrViewScreen</name>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>What HR sees</source>
        <translation>Was die Personalabteilung sieht</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>In the folder {folder}.</source>
        <translation>Im Ordner {folder}.</translation>
    </message>
    <message>
        <source>All of this is in the file “{course}”, and nothing else. It was read from the file itself.</source>
        <translation>Das alles steht in der Datei „{course}“, und sonst nichts. Gelesen ist es aus der Datei selbst.</translation>
    </message>
    <message>
        <source>The seal is whole: HR’s check comes to the same result.</source>
        <translation>Das Siegel ist unversehrt; die Prüfung in der Personalabteilung kommt zum selben Ergebnis.</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>This file is no longer as it was issued</source>
        <translation>Diese Datei ist nicht mehr so, wie sie ausgestellt wurde</translation>
    </message>
    <message>
        <source>HR’s check would reject it. Delete it from the folder: Klartext makes it anew, with the same contents, the next time you come here.</source>
        <translation>Die Prüfung in der Personalabteilung würde sie zurückweisen. Löschen Sie sie aus dem Ordner: Beim nächsten Besuch hier macht Klartext sie neu, mit demselben Inhalt.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export certificate</source>
        <translation>Zertifikat exportieren</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>No program on this device opens it.</source>
        <translation>Auf diesem Gerät gibt es kein Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>It lies here: {path}</source>
        <translation>Es liegt hier: {path}</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Hint</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>One possible answer</source>
        <translation>Eine mögliche Antwort</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Kept. This question is not graded.</source>
        <translation>Gespeichert. Diese Frage wird nicht bewertet.</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Partly correct.</source>
        <translation>Teilweise richtig.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>Several answers may be right.</source>
        <translation>Mehrere Antworten können richtig sein.</translation>
    </message>
    <message>
        <source>Choose what belongs to each line.</source>
        <translation>Wählen Sie, was zu jeder Zeile gehört.</translation>
    </message>
    <message>
        <source>Put the steps in order: with the arrows, or with Alt+Up and Alt+Down.</source>
        <translation>Bringen Sie die Schritte in die richtige Reihenfolge: mit den Pfeilen oder mit Alt+Auf und Alt+Ab.</translation>
    </message>
    <message>
        <source>Fill in the gaps.</source>
        <translation>Füllen Sie die Lücken.</translation>
    </message>
</context>
<context>
    <name>LessonHead</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Opens the list of lessons</source>
        <translation>Öffnet die Liste der Lektionen</translation>
    </message>
</context>
<context>
    <name>LessonNotes</name>
    <message>
        <source>Bookmark set</source>
        <translation>Lesezeichen gesetzt</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Lesezeichen entfernt</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Notiz gelöscht</translation>
    </message>
    <message>
        <source>Highlight removed</source>
        <translation>Markierung entfernt</translation>
    </message>
    <message>
        <source>Arrows move, Shift+arrows select, Ctrl+Shift+H highlights, Ctrl+Shift+N adds a note, Esc ends</source>
        <translation>Pfeiltasten bewegen, mit Umschalt wählen sie aus; Strg+Umschalt+H markiert, Strg+Umschalt+N notiert, Esc beendet</translation>
    </message>
</context>
<context>
    <name>LessonPrintScreen</name>
    <message>
        <source>Print: {title}</source>
        <translation>Drucken: {title}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Whole lesson</source>
        <translation>&amp;Ganze Lektion</translation>
    </message>
    <message>
        <source>&amp;Checklist only</source>
        <translation>Nur die &amp;Checkliste</translation>
    </message>
    <message>
        <source>Print my &amp;ticks, too</source>
        <translation>Meine &amp;Häkchen mitdrucken</translation>
    </message>
    <message>
        <source>What shall stand on the paper?</source>
        <translation>Was soll aufs Papier?</translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message>
        <source>Lesson {number} of {count}</source>
        <translation>Lektion {number} von {count}</translation>
    </message>
    <message>
        <source>Lesson read</source>
        <translation>Lektion gelesen</translation>
    </message>
</context>
<context>
    <name>LessonStrip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>End of the lesson</source>
        <translation>Ende der Lektion</translation>
    </message>
    <message>
        <source>1 minute left to read</source>
        <translation>Noch 1 Minute Lesezeit</translation>
    </message>
    <message>
        <source>{count} minutes left to read</source>
        <translation>Noch {count} Minuten Lesezeit</translation>
    </message>
</context>
<context>
    <name>LessonTable</name>
    <message>
        <source>Table: {columns}</source>
        <translation>Tabelle: {columns}</translation>
    </message>
</context>
<context>
    <name>LessonTools</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Bookmark, note and more</source>
        <translation>Lesezeichen, Notiz und mehr</translation>
    </message>
    <message>
        <source>Opens a menu</source>
        <translation>Öffnet ein Menü</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmark this lesson</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Highlight a passage</source>
        <translation>Stelle markieren</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Print this lesson</source>
        <translation>Lektion drucken</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Read this lesson aloud</source>
        <translation>Lektion vorlesen</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Note on “{words}”</source>
        <translation>Notiz zu „{words}“</translation>
    </message>
    <message>
        <source>Highlighted: “{words}”</source>
        <translation>Markiert: „{words}“</translation>
    </message>
    <message>
        <source>Enter opens the note, Delete removes the highlight</source>
        <translation>Eingabe öffnet die Notiz, Entf entfernt die Markierung</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>lessons read</source>
        <translation>gelesene Lektionen</translation>
    </message>
    <message>
        <source>lesson read</source>
        <translation>gelesene Lektion</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>tests handed in</source>
        <translation>abgegebene Tests</translation>
    </message>
    <message>
        <source>test handed in</source>
        <translation>abgegebener Test</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>questions to refresh</source>
        <translation>Fragen zum Auffrischen</translation>
    </message>
    <message>
        <source>question to refresh</source>
        <translation>Frage zum Auffrischen</translation>
    </message>
    <message>
        <source>simulations</source>
        <translation>Simulationen</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>self-assessments</source>
        <translation>Selbsttests</translation>
    </message>
    <message>
        <source>self-assessment</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>test passed on {day}</source>
        <translation>Test bestanden am {day}</translation>
    </message>
    <message>
        <source>Opened, nothing answered yet</source>
        <translation>Geöffnet, noch nichts beantwortet</translation>
    </message>
    <message>
        <source>New here: {figures}.</source>
        <translation>Neu hier: {figures}.</translation>
    </message>
    <message>
        <source>Nothing of yours is lost: where both say something, the later answer and the better hold.</source>
        <translation>Von Ihren Antworten geht keine verloren. Steht zu etwas auf beiden Geräten etwas, gilt die spätere Antwort und der bestandene Test.</translation>
    </message>
    <message>
        <source>The file is from {name}. Your name and settings here stay as they are.</source>
        <translation>Die Datei ist von {name}. Ihr Name und Ihre Einstellungen hier bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Left out, because it is damaged or not sealed by Klartext: {count}.</source>
        <translation>Nicht übernommen, weil beschädigt oder nicht von Klartext versiegelt: {count}.</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>vor dem Wiederherstellen</translation>
    </message>
    <message>
        <source>before data were brought in</source>
        <translation>vor dem Übernehmen</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time} Uhr</translation>
    </message>
    <message>
        <source>1 lesson read</source>
        <translation>1 Lektion gelesen</translation>
    </message>
    <message>
        <source>{count} lessons read</source>
        <translation>{count} Lektionen gelesen</translation>
    </message>
    <message>
        <source>progress in 1 lesson</source>
        <translation>Stand in 1 Lektion</translation>
    </message>
    <message>
        <source>progress in {count} lessons</source>
        <translation>Stand in {count} Lektionen</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} Antworten</translation>
    </message>
    <message>
        <source>1 test handed in</source>
        <translation>1 Test abgegeben</translation>
    </message>
    <message>
        <source>{count} tests handed in</source>
        <translation>{count} Tests abgegeben</translation>
    </message>
    <message>
        <source>1 test passed</source>
        <translation>1 Test bestanden</translation>
    </message>
    <message>
        <source>{count} tests passed</source>
        <translation>{count} Tests bestanden</translation>
    </message>
    <message>
        <source>1 certificate</source>
        <translation>1 Zertifikat</translation>
    </message>
    <message>
        <source>{count} certificates</source>
        <translation>{count} Zertifikate</translation>
    </message>
    <message>
        <source>1 note or mark</source>
        <translation>1 Notiz oder Markierung</translation>
    </message>
    <message>
        <source>{count} notes and marks</source>
        <translation>{count} Notizen und Markierungen</translation>
    </message>
    <message>
        <source>1 question to refresh</source>
        <translation>1 Frage zum Auffrischen</translation>
    </message>
    <message>
        <source>{count} questions to refresh</source>
        <translation>{count} Fragen zum Auffrischen</translation>
    </message>
    <message>
        <source>1 simulation</source>
        <translation>1 Simulation</translation>
    </message>
    <message>
        <source>{count} simulations</source>
        <translation>{count} Simulationen</translation>
    </message>
    <message>
        <source>1 self-assessment</source>
        <translation>1 Selbsttest</translation>
    </message>
    <message>
        <source>{count} self-assessments</source>
        <translation>{count} Selbsttests</translation>
    </message>
</context>
<context>
    <name>MyDataScreen</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Everything lies on this device. You decide what becomes of it.</source>
        <translation>Alles liegt auf diesem Gerät. Was damit geschieht, entscheiden Sie.</translation>
    </message>
    <message>
        <source>In your company, questions about data protection go to {contact}.</source>
        <translation>In Ihrer Firma beantwortet Fragen zum Datenschutz: {contact}.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>Take along and bring here</source>
        <translation>Mitnehmen und übernehmen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>What HR sees</source>
        <translation>Was die Personalabteilung sieht</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>Kept besides these: your name ({name}) and your settings. On the disk: {size}.</source>
        <translation>Dazu Ihr Name ({name}) und Ihre Einstellungen. Auf dem Datenträger: {size}.</translation>
    </message>
    <message>
        <source>One zip file with everything: a report to read, your certificates, and the data for programs. It is not encrypted; keep it where only you can get at it.</source>
        <translation>Eine Zip-Datei mit allem: ein Bericht zum Lesen, Ihre Zertifikate und die Daten für Programme. Sie ist nicht verschlüsselt. Legen Sie sie dorthin, wo nur Sie hinkommen.</translation>
    </message>
    <message>
        <source>Take everything along …</source>
        <translation>Alles mitnehmen …</translation>
    </message>
    <message>
        <source>Bring data here …</source>
        <translation>Daten übernehmen …</translation>
    </message>
    <message>
        <source>The key with which this device seals certificates stays here: HR knows the device by it. Another laptop makes a key of its own; certificates from here stay valid there.</source>
        <translation>Der Schlüssel, mit dem dieses Gerät Zertifikate versiegelt, bleibt hier: An ihm erkennt die Personalabteilung das Gerät. Ein anderer Laptop legt sich einen eigenen an. Die Zertifikate von hier gelten dort weiter.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>In the folder {folder}.</source>
        <translation>Im Ordner {folder}.</translation>
    </message>
    <message>
        <source>All of it is here already. Nothing would change.</source>
        <translation>Das alles ist schon hier. Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>From {name}, made on {day}</source>
        <translation>Von {name}, angelegt am {day}</translation>
    </message>
    <message>
        <source>someone without a name</source>
        <translation>jemandem ohne Namen</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Brought in.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Klartext makes one a day and keeps the last seven days and the last four weeks, on this device only. They hold what you did and answered; certificate files are not copied.</source>
        <translation>Klartext legt täglich eine an und behält die letzten sieben Tage und die letzten vier Wochen, nur auf diesem Gerät. Darin steht, was Sie getan und geantwortet haben. Die Dateien der Zertifikate werden nicht kopiert.</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzten Wechsel zurücknehmen</translation>
    </message>
    <message>
        <source>There is none yet. The first is made when you close Klartext.</source>
        <translation>Es gibt noch keine. Die erste entsteht, wenn Sie Klartext schließen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore: {backup}</source>
        <translation>Wiederherstellen: {backup}</translation>
    </message>
    <message>
        <source>Restored: the state of {day}.</source>
        <translation>Wiederhergestellt: der Stand vom {day}.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>To take this back, choose “Undo the last change” under “Backups”.</source>
        <translation>Zurück geht es unter „Sicherungen“ mit „Letzten Wechsel zurücknehmen“.</translation>
    </message>
    <message>
        <source>Only what stands on a certificate that you hand over yourself. Answers, scores, attempts, simulations and self-assessments never leave this device unless you take them along.</source>
        <translation>Nur, was auf einem Zertifikat steht, das Sie selbst weitergeben. Antworten, Punkte, Versuche, Simulationen und Selbsttests verlassen dieses Gerät nie, außer Sie nehmen sie mit.</translation>
    </message>
    <message>
        <source>Look at the certificates</source>
        <translation>Zertifikate ansehen</translation>
    </message>
    <message>
        <source>Klartext deletes from all its files, backups included, and cannot bring it back. As with every program, experts may recover deleted files from a drive; only an encrypted drive prevents that.</source>
        <translation>Klartext löscht aus allen seinen Dateien, auch aus den Sicherungen, und kann es nicht zurückholen. Wie bei jedem Programm können Fachleute gelöschte Dateien womöglich auf dem Datenträger wiederfinden. Davor schützt nur ein verschlüsselter Datenträger.</translation>
    </message>
    <message>
        <source>Delete everything …</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete the data of {course}</source>
        <translation>Die Daten von {course} löschen</translation>
    </message>
    <message>
        <source>Delete what is kept of “{course}”?</source>
        <translation>Löschen, was zu „{course}“ gespeichert ist?</translation>
    </message>
    <message>
        <source>Certificates are deleted with it. A copy that you have handed over stays valid.</source>
        <translation>Die Zertifikate werden mitgelöscht. Was Sie schon weitergegeben haben, gilt weiter.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Deleted: {course}.</source>
        <translation>Gelöscht: {course}.</translation>
    </message>
    <message>
        <source>Name, settings, backups and the key of this device go as well. Klartext then begins anew.</source>
        <translation>Auch Name, Einstellungen, Sicherungen und der Schlüssel dieses Geräts verschwinden. Danach beginnt Klartext von vorn.</translation>
    </message>
    <message>
        <source>What is kept of other people on this laptop stays untouched.</source>
        <translation>Was von anderen Personen auf diesem Laptop gespeichert ist, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Delete everything?</source>
        <translation>Alles löschen?</translation>
    </message>
    <message>
        <source>Delete everything for good</source>
        <translation>Alles endgültig löschen</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Take everything along</source>
        <translation>Alles mitnehmen</translation>
    </message>
    <message>
        <source>Bring data here</source>
        <translation>Daten übernehmen</translation>
    </message>
</context>
<context>
    <name>NextKey</name>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Note on “{words}”</source>
        <translation>Notiz zu „{words}“</translation>
    </message>
    <message>
        <source>Note on this lesson</source>
        <translation>Notiz zu dieser Lektion</translation>
    </message>
    <message>
        <source>Only you read this.</source>
        <translation>Das lesen nur Sie.</translation>
    </message>
    <message>
        <source>Done (Ctrl+Enter)</source>
        <translation>Fertig (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>NoteSections</name>
    <message>
        <source>The lesson was changed since. Your words are still here.</source>
        <translation>Die Lektion wurde seither geändert. Ihre Worte sind noch da.</translation>
    </message>
    <message>
        <source>Without a place in today’s text</source>
        <translation>Ohne Stelle im heutigen Text</translation>
    </message>
    <message>
        <source>In the English version</source>
        <translation>In der englischen Fassung</translation>
    </message>
    <message>
        <source>You made these while reading in English.</source>
        <translation>Diese haben Sie beim Lesen auf Englisch gemacht.</translation>
    </message>
    <message>
        <source>In the German version</source>
        <translation>In der deutschen Fassung</translation>
    </message>
    <message>
        <source>You made these while reading in German.</source>
        <translation>Diese haben Sie beim Lesen auf Deutsch gemacht.</translation>
    </message>
</context>
<context>
    <name>NoteSign</name>
    <message>
        <source>Note in the margin</source>
        <translation>Notiz am Rand</translation>
    </message>
</context>
<context>
    <name>NoteWriter</name>
    <message>
        <source>Note saved</source>
        <translation>Notiz gespeichert</translation>
    </message>
</context>
<context>
    <name>NoticeArea</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OfferScreen</name>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Look it over: once issued, it stays as it is.</source>
        <translation>Sehen Sie es in Ruhe durch. Ausgestellt bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Ihr Zertifikat</translation>
    </message>
    <message>
        <source>CERTIFICATE OF PARTICIPATION</source>
        <translation>TEILNAHMEZERTIFIKAT</translation>
    </message>
    <message>
        <source>has completed the course “{course}” and passed the final test.</source>
        <translation>hat den Kurs „{course}“ abgeschlossen und den Abschlusstest bestanden.</translation>
    </message>
    <message>
        <source>Made by the participant on their own device. HR checks it offline.</source>
        <translation>Selbst erstellt auf dem Gerät der teilnehmenden Person. Die Personalabteilung prüft es offline.</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>unbefristet</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Abgeschlossen am</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Course version</source>
        <translation>Kursstand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Personnel reference</source>
        <translation>Personalnummer</translation>
    </message>
    <message>
        <source>Issue certificate</source>
        <translation>Zertifikat ausstellen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Issuing …</source>
        <translation>Wird ausgestellt …</translation>
    </message>
    <message>
        <source>The certificate is being made.</source>
        <translation>Das Zertifikat wird erstellt.</translation>
    </message>
</context>
<context>
    <name>OrderingArea</name>
    <message>
        <source>Place {place} of {count}</source>
        <translation>Platz {place} von {count}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Lessons of this course</source>
        <translation>Lektionen dieses Kurses</translation>
    </message>
    <message>
        <source>About this course</source>
        <translation>Über diesen Kurs</translation>
    </message>
    <message>
        <source>{lesson}, {state}</source>
        <translation>{lesson}, {state}</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>gerade offen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not passed yet</source>
        <translation>noch nicht bestanden</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Preview of page {page} of {count}</source>
        <translation>Vorschau von Seite {page} von {count}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehen zu</translation>
    </message>
    <message>
        <source>Did you mean “{word}”?</source>
        <translation>Meinten Sie „{word}“?</translation>
    </message>
    <message>
        <source>Reading the courses for the first time: {share}</source>
        <translation>Die Kurse werden zum ersten Mal durchgesehen: {share}</translation>
    </message>
    <message>
        <source>Lessons, terms, questions you have answered, and settings. Part of a word will do, and a slip of the finger is forgiven.</source>
        <translation>Lektionen, Begriffe, beantwortete Fragen und Einstellungen. Ein Wortteil genügt, Tippfehler stören nicht.</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”. Try fewer words, or a shorter one.</source>
        <translation>Nichts gefunden zu „{words}“. Versuchen Sie es mit weniger Wörtern oder einem kürzeren.</translation>
    </message>
    <message>
        <source>“{words}” stands nowhere. This comes close:</source>
        <translation>„{words}“ kommt nirgends vor. Das kommt dem nahe:</translation>
    </message>
    <message>
        <source>Commands and settings</source>
        <translation>Befehle und Einstellungen</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Checklists to print</source>
        <translation>Checklisten zum Ausdrucken</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>Simulationen</translation>
    </message>
    <message>
        <source>Self-assessments</source>
        <translation>Selbsttests</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Ihre Notizen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Questions you have answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>{count} results</source>
        <translation>{count} Treffer</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Wonach suchen Sie?</translation>
    </message>
    <message>
        <source>Search in all courses</source>
        <translation>In allen Kursen suchen</translation>
    </message>
    <message>
        <source>Results appear as you type; choose with the arrow keys</source>
        <translation>Treffer erscheinen beim Tippen, gewählt wird mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Simulation in the app: {title}</source>
        <translation>Simulation in der App: {title}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Lesson {number} of {count}</source>
        <translation>Lektion {number} von {count}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Stand {version}</translation>
    </message>
    <message>
        <source>reviewed on {day}</source>
        <translation>geprüft am {day}</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>PathCard</name>
    <message>
        <source>Show all {count} steps</source>
        <translation>Alle {count} Schritte zeigen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Lesson from “{course}”</source>
        <translation>Lektion aus „{course}“</translation>
    </message>
    <message>
        <source>Course with {lessons}</source>
        <translation>Kurs mit {lessons}</translation>
    </message>
    <message>
        <source>Course with {lessons} and a test</source>
        <translation>Kurs mit {lessons} und Test</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>Mandatory course</source>
        <translation>Pflichtkurs</translation>
    </message>
    <message>
        <source>was planned by {day}</source>
        <translation>war bis {day} vorgesehen</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>1 question due</source>
        <translation>1 Frage fällig</translation>
    </message>
    <message>
        <source>{count} questions due</source>
        <translation>{count} Fragen fällig</translation>
    </message>
    <message>
        <source>Certificate runs out</source>
        <translation>Zertifikat läuft ab</translation>
    </message>
    <message>
        <source>Refresh: {questions}, about {minutes}</source>
        <translation>Auffrischen: {questions}, etwa {minutes}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>For {people}</source>
        <translation>Für {people}</translation>
    </message>
    <message>
        <source>ambassadors</source>
        <translation>Botschafterinnen und Botschafter</translation>
    </message>
    <message>
        <source>page admins</source>
        <translation>Seiten-Admins</translation>
    </message>
    <message>
        <source>managers</source>
        <translation>Führungskräfte</translation>
    </message>
    <message>
        <source>small firms</source>
        <translation>kleine Firmen</translation>
    </message>
    <message>
        <source>HR</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>communications</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>I simply work here</source>
        <translation>Ich arbeite einfach hier</translation>
    </message>
    <message>
        <source>What everyone should know, in about 45 minutes.</source>
        <translation>Was jede und jeder wissen sollte, in etwa 45 Minuten.</translation>
    </message>
    <message>
        <source>I post about my firm</source>
        <translation>Ich poste für meine Firma</translation>
    </message>
    <message>
        <source>How posts come about, what the law asks, and what belongs to you.</source>
        <translation>Wie Beiträge entstehen, was das Recht verlangt und was Ihnen gehört.</translation>
    </message>
    <message>
        <source>I look after pages or accounts</source>
        <translation>Ich verwalte Seiten oder Konten</translation>
    </message>
    <message>
        <source>Who may do what, how access stays safe, and the first hour of trouble.</source>
        <translation>Wer was darf, wie Zugänge sicher bleiben und was in der ersten Stunde zählt.</translation>
    </message>
    <message>
        <source>I lead a team</source>
        <translation>Ich führe ein Team</translation>
    </message>
    <message>
        <source>What you allow, what you do yourself, and who comes to you with mistakes.</source>
        <translation>Was Sie erlauben, was Sie vormachen und wer mit Fehlern zu Ihnen kommt.</translation>
    </message>
    <message>
        <source>I own the business</source>
        <translation>Mir gehört der Betrieb</translation>
    </message>
    <message>
        <source>The little that is enough for a small firm.</source>
        <translation>Das Wenige, das einer kleinen Firma reicht.</translation>
    </message>
    <message>
        <source>I work in HR</source>
        <translation>Ich arbeite in der Personalabteilung</translation>
    </message>
    <message>
        <source>What applicants read, what to settle when someone leaves.</source>
        <translation>Was Bewerber lesen und was man beim Abschied regelt.</translation>
    </message>
    <message>
        <source>I work in communications or press</source>
        <translation>Ich arbeite in Kommunikation oder Presse</translation>
    </message>
    <message>
        <source>The first hour, the keys, the law, and a programme.</source>
        <translation>Die erste Stunde, die Schlüssel, das Recht und ein Programm.</translation>
    </message>
</context>
<context>
    <name>PeopleMenu</name>
    <message>
        <source>Who is learning?</source>
        <translation>Wer lernt gerade?</translation>
    </message>
    <message>
        <source>No password: whoever sits at this laptop can open every profile.</source>
        <translation>Kein Passwort: Wer an diesem Laptop sitzt, kann jedes Profil öffnen.</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Name nicht lesbar</translation>
    </message>
    <message>
        <source>{name}, is learning now</source>
        <translation>{name}, lernt gerade</translation>
    </message>
    <message>
        <source>Another person …</source>
        <translation>Weitere Person …</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Change person, now: {name}</source>
        <translation>Person wechseln, jetzt: {name}</translation>
    </message>
</context>
<context>
    <name>PrintScreen</name>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US-Letter</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>No printer is set up on this device. A PDF can be printed anywhere.</source>
        <translation>Auf diesem Gerät ist kein Drucker eingerichtet. Ein PDF lässt sich überall drucken.</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>1 page, black on white</source>
        <translation>1 Seite, schwarz auf weiß</translation>
    </message>
    <message>
        <source>{count} pages, black on white</source>
        <translation>{count} Seiten, schwarz auf weiß</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker geschickt.</translation>
    </message>
    <message>
        <source>In the folder {folder}.</source>
        <translation>Im Ordner {folder}.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
</context>
<context>
    <name>QuizFoot</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Answer later</source>
        <translation>Später beantworten</translation>
    </message>
</context>
<context>
    <name>QuizScreen</name>
    <message>
        <source>Test: {course}</source>
        <translation>Test: {course}</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
    <message>
        <source>last attempt</source>
        <translation>letzter Versuch</translation>
    </message>
    <message>
        <source>{count} more attempts after this one</source>
        <translation>danach noch {count} Versuche</translation>
    </message>
    <message>
        <source>Questions that were changed since you answered them are asked again. All other answers stand.</source>
        <translation>Fragen, die seit Ihrer Antwort geändert wurden, kommen noch einmal. Alle anderen Antworten gelten weiter.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Before you hand in</source>
        <translation>Bevor Sie abgeben</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Frage {number} von {count}</translation>
    </message>
    <message>
        <source>Saved. You can still change this answer until you hand in.</source>
        <translation>Gespeichert. Bis zur Abgabe können Sie diese Antwort noch ändern.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Hand in anyway</source>
        <translation>Trotzdem abgeben</translation>
    </message>
    <message>
        <source>Confirm the change</source>
        <translation>Änderung bestätigen</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Main navigation</source>
        <translation>Hauptnavigation</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>Simulationen</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Everything stays on this device</source>
        <translation>Alles bleibt auf diesem Gerät</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>No voice answers on this device.</source>
        <translation>Auf diesem Gerät antwortet keine Stimme.</translation>
    </message>
    <message>
        <source>There is no German voice on this device.</source>
        <translation>Auf diesem Gerät gibt es keine deutsche Stimme.</translation>
    </message>
    <message>
        <source>There is no English voice on this device.</source>
        <translation>Auf diesem Gerät gibt es keine englische Stimme.</translation>
    </message>
    <message>
        <source>There is no voice for this language on this device.</source>
        <translation>Auf diesem Gerät gibt es keine Stimme für diese Sprache.</translation>
    </message>
    <message>
        <source>The voice of this device has fallen silent.</source>
        <translation>Die Stimme dieses Geräts ist verstummt.</translation>
    </message>
    <message>
        <source>Voices are installed in the settings of your system.</source>
        <translation>Stimmen installiert man in den Einstellungen des Systems.</translation>
    </message>
</context>
<context>
    <name>ReflectionArea</name>
    <message>
        <source>Your thoughts</source>
        <translation>Ihre Gedanken</translation>
    </message>
    <message>
        <source>Not graded, and seen by nobody but you. Ctrl+Enter confirms.</source>
        <translation>Wird nicht bewertet, und niemand außer Ihnen sieht es. Strg+Eingabe bestätigt.</translation>
    </message>
</context>
<context>
    <name>RefresherRound</name>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>Open the lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Frage {number} von {count}</translation>
    </message>
    <message>
        <source>This question was changed since you last answered it.</source>
        <translation>Diese Frage wurde geändert, seit Sie sie zuletzt beantwortet haben.</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Für heute fertig</translation>
    </message>
    <message>
        <source>Worth another look:</source>
        <translation>Noch einen Blick wert:</translation>
    </message>
    <message>
        <source>You refreshed one question.</source>
        <translation>Eine Frage ist aufgefrischt.</translation>
    </message>
    <message>
        <source>You refreshed {count} questions.</source>
        <translation>{count} Fragen sind aufgefrischt.</translation>
    </message>
    <message>
        <source>You will be asked again tomorrow.</source>
        <translation>Morgen werden Sie noch einmal gefragt.</translation>
    </message>
    <message>
        <source>One of them comes back tomorrow.</source>
        <translation>Eine davon kommt morgen wieder.</translation>
    </message>
    <message>
        <source>{count} of them come back tomorrow.</source>
        <translation>{count} davon kommen morgen wieder.</translation>
    </message>
    <message>
        <source>Comes back tomorrow</source>
        <translation>Kommt morgen wieder</translation>
    </message>
    <message>
        <source>Comes back on {day}</source>
        <translation>Kommt am {day} wieder</translation>
    </message>
    <message>
        <source>To the overview</source>
        <translation>Zur Übersicht</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>RefreshersScreen</name>
    <message>
        <source>What you answered once comes back before it fades, ten questions a day at most.</source>
        <translation>Beantwortetes kommt wieder, bevor es verblasst: höchstens zehn Fragen am Tag.</translation>
    </message>
    <message>
        <source>What you answer here changes no test result and no certificate. Klartext never calls for you: it sends no notifications, and nobody learns whether you were here.</source>
        <translation>Was Sie hier antworten, ändert kein Testergebnis und kein Zertifikat. Klartext meldet sich nie von selbst: Es gibt keine Benachrichtigungen, und niemand erfährt, ob Sie hier waren.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>One question for today</source>
        <translation>Eine Frage für heute</translation>
    </message>
    <message>
        <source>{count} questions for today</source>
        <translation>{count} Fragen für heute</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Answer the questions in a lesson or in a test; those you miss come back here the next day.</source>
        <translation>Beantworten Sie die Fragen in einer Lektion oder im Test. Was dabei danebengeht, kommt am nächsten Tag hier wieder.</translation>
    </message>
    <message>
        <source>Nothing to refresh yet</source>
        <translation>Noch nichts zum Auffrischen</translation>
    </message>
    <message>
        <source>Your questions belong to courses that cannot be reached now. They wait until these are back.</source>
        <translation>Ihre Fragen gehören zu Kursen, die gerade nicht erreichbar sind. Sie warten, bis die Kurse wieder da sind.</translation>
    </message>
    <message>
        <source>Nothing can be asked now</source>
        <translation>Im Moment lässt sich nichts fragen</translation>
    </message>
    <message>
        <source>The clock of this device shows a day before your last answers. Once it is right, your questions come back when they are due; nothing is lost.</source>
        <translation>Die Uhr dieses Geräts zeigt einen Tag, der vor Ihren letzten Antworten liegt. Sobald sie stimmt, kommen die Fragen, wenn sie fällig sind; verloren geht nichts.</translation>
    </message>
    <message>
        <source>Nothing is due by this clock</source>
        <translation>Nach dieser Uhr ist nichts fällig</translation>
    </message>
    <message>
        <source>What is due stands in a test you have begun, and waits until you have handed it in.</source>
        <translation>Was fällig ist, steht in einem Test, den Sie angefangen haben. Es wartet, bis Sie ihn abgegeben haben.</translation>
    </message>
    <message>
        <source>Nothing is due beside your test</source>
        <translation>Neben Ihrem Test ist nichts fällig</translation>
    </message>
    <message>
        <source>Every question you know is still fresh.</source>
        <translation>Was Sie wissen, ist noch frisch.</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>Heute ist nichts fällig</translation>
    </message>
    <message>
        <source>To the courses</source>
        <translation>Zu den Kursen</translation>
    </message>
</context>
<context>
    <name>RenewalCard</name>
    <message>
        <source>Pass the test once more for a new certificate. The old one stays as it is.</source>
        <translation>Bestehen Sie den Test noch einmal, dann bekommen Sie ein neues. Das alte bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>To the certificates</source>
        <translation>Zu den Zertifikaten</translation>
    </message>
    <message>
        <source>Renew the certificate for {course}</source>
        <translation>Zertifikat für {course} erneuern</translation>
    </message>
    <message>
        <source>Your certificate can be renewed</source>
        <translation>Ihr Zertifikat lässt sich erneuern</translation>
    </message>
    <message>
        <source>Your certificate ran out on {day}</source>
        <translation>Ihr Zertifikat ist am {day} abgelaufen</translation>
    </message>
    <message>
        <source>Your certificate ends on {day}</source>
        <translation>Ihr Zertifikat läuft am {day} ab</translation>
    </message>
    <message>
        <source>“{course}”: {lead}</source>
        <translation>„{course}“: {lead}</translation>
    </message>
    <message>
        <source>{count} of your certificates end or have ended</source>
        <translation>{count} Ihrer Zertifikate laufen ab oder sind abgelaufen</translation>
    </message>
    <message>
        <source>Pass a test once more for a new certificate. The old ones stay as they are.</source>
        <translation>Wenn Sie einen Test noch einmal bestehen, bekommen Sie ein neues. Die alten bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>ResultPrintScreen</name>
    <message>
        <source>Print: {title}</source>
        <translation>Drucken: {title}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Final test</source>
        <translation>Abschlusstest</translation>
    </message>
    <message>
        <source>Worth reading again</source>
        <translation>Was Sie noch einmal lesen sollten</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>Nach Thema</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Only you see them. They are in no certificate and in no report.</source>
        <translation>Die sehen nur Sie. Sie stehen in keinem Zertifikat und in keinem Bericht.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation>Noch nicht bestanden</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>You reached {score}, {needed} were needed.</source>
        <translation>Erreicht haben Sie {score}, nötig waren {needed}.</translation>
    </message>
    <message>
        <source>All lessons are read and the test is passed. Your certificate is ready.</source>
        <translation>Alle Lektionen sind gelesen, der Test ist bestanden. Ihr Zertifikat liegt bereit.</translation>
    </message>
    <message>
        <source>To complete the course, read these lessons to their end:</source>
        <translation>Zum Abschluss fehlt noch, dass Sie diese Lektionen zu Ende lesen:</translation>
    </message>
    <message>
        <source>The course is completed.</source>
        <translation>Der Kurs ist abgeschlossen.</translation>
    </message>
    <message>
        <source>This was the last attempt in this version of the course. Ask who looks after your courses.</source>
        <translation>Das war der letzte Versuch in diesem Stand des Kurses. Fragen Sie die Person, die Ihre Kurse betreut.</translation>
    </message>
    <message>
        <source>Attempts left: {count}. Reading first pays off.</source>
        <translation>Verbleibende Versuche: {count}. Erst nachlesen lohnt sich.</translation>
    </message>
    <message>
        <source>You may try again as often as you like. New questions are drawn each time.</source>
        <translation>Sie können es so oft versuchen, wie Sie möchten. Jedes Mal werden neue Fragen gezogen.</translation>
    </message>
    <message>
        <source>To the course page</source>
        <translation>Zur Kursseite</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Get your certificate</source>
        <translation>Zertifikat holen</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Read the lesson: {title}</source>
        <translation>Lektion lesen: {title}</translation>
    </message>
    <message>
        <source>{earned} of {possible} points</source>
        <translation>{earned} von {possible} Punkten</translation>
    </message>
    <message>
        <source>{earned} of 1 point</source>
        <translation>{earned} von 1 Punkt</translation>
    </message>
    <message>
        <source>Not answered:</source>
        <translation>Nicht beantwortet:</translation>
    </message>
    <message>
        <source>Not graded:</source>
        <translation>Nicht bewertet:</translation>
    </message>
    <message>
        <source>Correct:</source>
        <translation>Richtig:</translation>
    </message>
    <message>
        <source>Partly correct:</source>
        <translation>Teilweise richtig:</translation>
    </message>
    <message>
        <source>Not quite:</source>
        <translation>Nicht ganz:</translation>
    </message>
</context>
<context>
    <name>ScenarioOffer</name>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal spielen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search …</source>
        <translation>Suchen …</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>{name} is learning now</source>
        <translation>Jetzt lernt {name}</translation>
    </message>
    <message>
        <source>Everything that was kept of you is deleted.</source>
        <translation>Alles, was von Ihnen gespeichert war, ist gelöscht.</translation>
    </message>
    <message>
        <source>What you see now is the profile of {name}.</source>
        <translation>Sie sehen jetzt das Profil von {name}.</translation>
    </message>
</context>
<context>
    <name>Selectable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markieren</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>About Klartext</source>
        <translation>Über Klartext</translation>
    </message>
    <message>
        <source>Your company&apos;s rules</source>
        <translation>Vorgaben Ihrer Firma</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Movement, such as gently opening parts</source>
        <translation>&amp;Bewegung, etwa sanft aufklappende Teile</translation>
    </message>
    <message>
        <source>For certificates to come. Those already issued stay as they are.</source>
        <translation>Gilt für künftige Zertifikate. Ausgestellte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Name on the certificate</source>
        <translation>&amp;Name auf dem Zertifikat</translation>
    </message>
    <message>
        <source>Save name</source>
        <translation>Namen speichern</translation>
    </message>
    <message>
        <source>Personnel &amp;reference (optional)</source>
        <translation>P&amp;ersonalnummer (freiwillig)</translation>
    </message>
    <message>
        <source>Your employer has chosen the path for this device: “{role}”.</source>
        <translation>Ihre Firma hat den Weg für dieses Gerät festgelegt: „{role}“.</translation>
    </message>
    <message>
        <source>It decides which path the overview shows. What you have learned stays as it is.</source>
        <translation>Danach richtet sich, welchen Weg die Übersicht zeigt. Was Sie gelernt haben, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Saved. The overview now shows the path that fits.</source>
        <translation>Gespeichert. Die Übersicht zeigt jetzt den passenden Weg.</translation>
    </message>
    <message>
        <source>This device seals your certificates with a key of its own. The key’s fingerprint:</source>
        <translation>Dieses Gerät versiegelt Ihre Zertifikate mit einem eigenen Schlüssel. Dessen Fingerabdruck:</translation>
    </message>
    <message>
        <source>No program on this device opens it.</source>
        <translation>Auf diesem Gerät gibt es kein Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>&amp;What applies to you</source>
        <translation>Was trifft auf Sie &amp;zu</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Saved. New certificates will name {name}.</source>
        <translation>Gespeichert. Neue Zertifikate lauten auf {name}.</translation>
    </message>
    <message>
        <source>Name, progress, answers and certificates lie in this folder and nowhere else:</source>
        <translation>Name, Fortschritt, Antworten und Zertifikate liegen in diesem Ordner und sonst nirgends:</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>See, take along or delete my data</source>
        <translation>Meine Daten ansehen, mitnehmen, löschen</translation>
    </message>
    <message>
        <source>If you lose this folder, the key is lost with it; issued PDFs stay valid.</source>
        <translation>Geht der Ordner verloren, ist auch der Schlüssel weg; ausgestellte PDFs gelten weiter.</translation>
    </message>
    <message>
        <source>Klartext {version}</source>
        <translation>Klartext {version}</translation>
    </message>
    <message>
        <source>Works offline. Opens no connection, collects nothing.</source>
        <translation>Arbeitet offline. Baut keine Verbindung auf, sammelt nichts.</translation>
    </message>
    <message>
        <source>Sends no notifications. What is due waits under “Refresh” until you come.</source>
        <translation>Verschickt keine Benachrichtigungen. Was fällig ist, wartet unter „Auffrischen“, bis Sie kommen.</translation>
    </message>
    <message>
        <source>Show licences</source>
        <translation>Lizenzen zeigen</translation>
    </message>
    <message>
        <source>Hide licences</source>
        <translation>Lizenzen ausblenden</translation>
    </message>
    <message>
        <source>It lies here: {path}</source>
        <translation>Es liegt hier: {path}</translation>
    </message>
</context>
<context>
    <name>SignsCard</name>
    <message>
        <source>Warning signs seen</source>
        <translation>Warnzeichen gesehen</translation>
    </message>
    <message>
        <source>All of them seen</source>
        <translation>Alle gesehen</translation>
    </message>
    <message>
        <source>1 still hidden</source>
        <translation>Noch 1 versteckt</translation>
    </message>
    <message>
        <source>{count} still hidden</source>
        <translation>Noch {count} versteckt</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>nothing moved</source>
        <translation>nichts hat sich bewegt</translation>
    </message>
</context>
<context>
    <name>SimulationScreen</name>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Every choice is saved</source>
        <translation>Jede Entscheidung ist gespeichert</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Zurück zur Lektion</translation>
    </message>
    <message>
        <source>All simulations</source>
        <translation>Alle Simulationen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>YOUR ANSWER</source>
        <translation>IHRE ANTWORT</translation>
    </message>
</context>
<context>
    <name>SimulationsScreen</name>
    <message>
        <source>Conversations with several endings. Decide wrongly here, where it costs nothing.</source>
        <translation>Gespräche mit mehreren Enden. Hier dürfen Sie falsch entscheiden, es kostet nichts.</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>Simulationen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Every ending seen</source>
        <translation>Alle Enden gesehen</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>{known} of {count} endings seen</source>
        <translation>{known} von {count} Enden gesehen</translation>
    </message>
    <message>
        <source>What is kept of them</source>
        <translation>Was davon gespeichert ist</translation>
    </message>
    <message>
        <source>Your way and the endings you have seen, on this device and for you alone.</source>
        <translation>Ihr Weg und die Enden, die Sie gesehen haben, auf diesem Gerät und nur für Sie.</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>Forget what is kept of {title}</source>
        <translation>Vergessen, was zu „{title}“ gespeichert ist</translation>
    </message>
    <message>
        <source>Forget what is kept of “{title}”?</source>
        <translation>Vergessen, was zu „{title}“ gespeichert ist?</translation>
    </message>
    <message>
        <source>Your way and the endings seen are deleted, backups included. You can play it again.</source>
        <translation>Ihr Weg und die gesehenen Enden werden gelöscht, auch aus den Sicherungen. Spielen können Sie die Simulation weiterhin.</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Endgültig vergessen</translation>
    </message>
    <message>
        <source>Forgotten: {title}.</source>
        <translation>Gelöscht, was zu „{title}“ gespeichert war.</translation>
    </message>
    <message>
        <source>No simulation is here yet. Put a file of that kind into this place:</source>
        <translation>Hier gibt es noch keine Simulation. Legen Sie eine Datei dieser Art an diesen Ort:</translation>
    </message>
</context>
<context>
    <name>StakesCard</name>
    <message>
        <source>What is at stake</source>
        <translation>Was auf dem Spiel steht</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Reading speed</source>
        <translation>Lesetempo</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Usual speed</source>
        <translation>Übliches Tempo</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reading aloud: waiting for the voice …</source>
        <translation>Vorlesen: Die Stimme meldet sich gleich …</translation>
    </message>
    <message>
        <source>Reading aloud: passage {number} of {count}</source>
        <translation>Vorlesen: Abschnitt {number} von {count}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>TextLink</name>
    <message>
        <source>Footnote {number}</source>
        <translation>Fußnote {number}</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>{term}, abbreviation</source>
        <translation>{term}, Abkürzung</translation>
    </message>
</context>
<context>
    <name>TextSizeField</name>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
</context>
<context>
    <name>ThemeField</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The tour stopped here: {error}</source>
        <translation>Der Rundgang ist hier stehen geblieben: {error}</translation>
    </message>
    <message>
        <source>First start: a name, and what is kept where</source>
        <translation>Erster Start: ein Name, und was wo gespeichert wird</translation>
    </message>
    <message>
        <source>First start: which way fits</source>
        <translation>Erster Start: welcher Weg passt</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Alle Kurse</translation>
    </message>
    <message>
        <source>The course before it is begun</source>
        <translation>Der Kurs, bevor er beginnt</translation>
    </message>
    <message>
        <source>Lesson {number} opened</source>
        <translation>Lektion {number} geöffnet</translation>
    </message>
    <message>
        <source>Read to its end: {title}</source>
        <translation>Zu Ende gelesen: {title}</translation>
    </message>
    <message>
        <source>The end of the last lesson</source>
        <translation>Das Ende der letzten Lektion</translation>
    </message>
    <message>
        <source>The course with all lessons read</source>
        <translation>Der Kurs mit allen Lektionen gelesen</translation>
    </message>
    <message>
        <source>A knowledge check, answered</source>
        <translation>Eine kurze Prüfung, beantwortet</translation>
    </message>
    <message>
        <source>A question of the test</source>
        <translation>Eine Frage des Tests</translation>
    </message>
    <message>
        <source>A question with its feedback: {type}</source>
        <translation>Eine Frage mit ihrer Rückmeldung: {type}</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>Das Ergebnis</translation>
    </message>
    <message>
        <source>the test was not passed</source>
        <translation>der Test wurde nicht bestanden</translation>
    </message>
    <message>
        <source>What the certificate will say</source>
        <translation>Was auf dem Zertifikat stehen wird</translation>
    </message>
    <message>
        <source>The certificate is issued</source>
        <translation>Das Zertifikat ist ausgestellt</translation>
    </message>
    <message>
        <source>Certificate exported: {file}</source>
        <translation>Zertifikat exportiert: {file}</translation>
    </message>
    <message>
        <source>All simulations</source>
        <translation>Alle Simulationen</translation>
    </message>
    <message>
        <source>A simulation, in the middle</source>
        <translation>Eine Simulation, mittendrin</translation>
    </message>
    <message>
        <source>A simulation at one of its endings</source>
        <translation>Eine Simulation an einem ihrer Enden</translation>
    </message>
    <message>
        <source>All self-assessments</source>
        <translation>Alle Selbsttests</translation>
    </message>
    <message>
        <source>A statement of a self-assessment</source>
        <translation>Ein Satz eines Selbsttests</translation>
    </message>
    <message>
        <source>The profile of a self-assessment</source>
        <translation>Das Profil eines Selbsttests</translation>
    </message>
    <message>
        <source>Home, with the course completed</source>
        <translation>Die Übersicht mit abgeschlossenem Kurs</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>Verdict on {file}: {verdict}</source>
        <translation>Urteil über {file}: {verdict}</translation>
    </message>
    <message>
        <source>the certificate is not sealed</source>
        <translation>das Zertifikat ist nicht versiegelt</translation>
    </message>
    <message>
        <source>nothing to press</source>
        <translation>nichts zum Drücken da</translation>
    </message>
    <message>
        <source>waited in vain for: {what}</source>
        <translation>vergeblich gewartet auf: {what}</translation>
    </message>
    <message>
        <source>No certificate yet</source>
        <translation>Noch kein Zertifikat</translation>
    </message>
    <message>
        <source>Nothing to refresh yet</source>
        <translation>Noch nichts aufzufrischen</translation>
    </message>
    <message>
        <source>No note yet</source>
        <translation>Noch keine Notiz</translation>
    </message>
    <message>
        <source>The search field</source>
        <translation>Das Suchfeld</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Looking for a word in a lesson</source>
        <translation>Suche nach einem Wort in einer Lektion</translation>
    </message>
    <message>
        <source>A question, not answered yet: {type}</source>
        <translation>Eine Frage, noch nicht beantwortet: {type}</translation>
    </message>
    <message>
        <source>A question with its hint</source>
        <translation>Eine Frage mit ihrem Tipp</translation>
    </message>
    <message>
        <source>Before handing in, with open questions</source>
        <translation>Vor der Abgabe, mit offenen Fragen</translation>
    </message>
    <message>
        <source>A test that was not passed</source>
        <translation>Ein Test, der nicht bestanden wurde</translation>
    </message>
    <message>
        <source>The question before everything is deleted</source>
        <translation>Die Frage, bevor alles gelöscht wird</translation>
    </message>
    <message>
        <source>What is said when the disk is full</source>
        <translation>Was gesagt wird, wenn die Platte voll ist</translation>
    </message>
    <message>
        <source>What HR sees</source>
        <translation>Was HR sieht</translation>
    </message>
    <message>
        <source>Ask about this on Monday.</source>
        <translation>Am Montag danach fragen.</translation>
    </message>
    <message>
        <source>My own example: the photo from the trade fair.</source>
        <translation>Mein eigenes Beispiel: das Foto von der Messe.</translation>
    </message>
    <message>
        <source>A lesson with a highlight and notes</source>
        <translation>Eine Lektion mit Markierung und Notizen</translation>
    </message>
    <message>
        <source>All notes, highlights and bookmarks</source>
        <translation>Alle Notizen, Markierungen und Lesezeichen</translation>
    </message>
    <message>
        <source>A lesson to print</source>
        <translation>Eine Lektion zum Drucken</translation>
    </message>
    <message>
        <source>Home, with questions due</source>
        <translation>Übersicht mit fälligen Fragen</translation>
    </message>
    <message>
        <source>Questions to refresh</source>
        <translation>Fragen zum Auffrischen</translation>
    </message>
    <message>
        <source>A question that comes back</source>
        <translation>Eine Frage, die wiederkommt</translation>
    </message>
    <message>
        <source>A question that came back, answered</source>
        <translation>Eine wiedergekommene Frage, beantwortet</translation>
    </message>
    <message>
        <source>Home, with a certificate about to end</source>
        <translation>Übersicht mit einem Zertifikat, das bald abläuft</translation>
    </message>
    <message>
        <source>A certificate that is about to end</source>
        <translation>Ein Zertifikat, das bald abläuft</translation>
    </message>
    <message>
        <source>A checklist as it will be printed</source>
        <translation>Eine Checkliste, wie sie gedruckt wird</translation>
    </message>
    <message>
        <source>nothing was printed</source>
        <translation>gedruckt wurde nichts</translation>
    </message>
    <message>
        <source>A checklist on paper: {file}</source>
        <translation>Eine Checkliste auf Papier: {file}</translation>
    </message>
    <message>
        <source>First start where the firm has chosen the role</source>
        <translation>Erster Start, wenn die Firma die Rolle gewählt hat</translation>
    </message>
    <message>
        <source>Home with mandatory courses</source>
        <translation>Übersicht mit Pflichtkursen</translation>
    </message>
    <message>
        <source>A mandatory course</source>
        <translation>Ein Pflichtkurs</translation>
    </message>
    <message>
        <source>Settings, and what the firm has laid down</source>
        <translation>Einstellungen, und was die Firma festgelegt hat</translation>
    </message>
</context>
<context>
    <name>TypedArea</name>
    <message>
        <source>Your number</source>
        <translation>Ihre Zahl</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>Partly correct.</source>
        <translation>Teilweise richtig.</translation>
    </message>
    <message>
        <source>The answer is: {answer}.</source>
        <translation>Die Antwort lautet: {answer}.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{screen} – Klartext</source>
        <translation>{screen} – Klartext</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>noch 1 Minute</translation>
    </message>
    <message>
        <source>{count} minutes left</source>
        <translation>noch {count} Minuten</translation>
    </message>
    <message>
        <source>1 lesson</source>
        <translation>1 Lektion</translation>
    </message>
    <message>
        <source>{count} lessons</source>
        <translation>{count} Lektionen</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} Fragen</translation>
    </message>
    <message>
        <source>1 question due</source>
        <translation>1 Frage fällig</translation>
    </message>
    <message>
        <source>{count} questions due</source>
        <translation>{count} Fragen fällig</translation>
    </message>
    <message>
        <source>The next questions come tomorrow.</source>
        <translation>Die nächsten Fragen kommen morgen.</translation>
    </message>
    <message>
        <source>The next questions come on {day}.</source>
        <translation>Die nächsten Fragen kommen am {day}.</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>Guten Morgen, {name}</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>Guten Tag, {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>Guten Abend, {name}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Test open</source>
        <translation>Test offen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
</context>
<context>
    <name>_Entry</name>
    <message>
        <source>This page is open</source>
        <translation>Diese Seite ist offen</translation>
    </message>
</context>
<context>
    <name>_PairRow</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>What belongs to “{left}”?</source>
        <translation>Was gehört zu „{left}“?</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not quite. This belongs here: {answer}.</source>
        <translation>Nicht ganz. Hier gehört hin: {answer}.</translation>
    </message>
</context>
<context>
    <name>_StepRow</name>
    <message>
        <source>now at place {place} of {count}</source>
        <translation>jetzt auf Platz {place} von {count}</translation>
    </message>
    <message>
        <source>Move up: {step}</source>
        <translation>Nach oben: {step}</translation>
    </message>
    <message>
        <source>Move down: {step}</source>
        <translation>Nach unten: {step}</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>After this comes: {step}</source>
        <translation>Danach kommt: {step}</translation>
    </message>
    <message>
        <source>Comes last.</source>
        <translation>Kommt zuletzt.</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
</context>
</TS>
