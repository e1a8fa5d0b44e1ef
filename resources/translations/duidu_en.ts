<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementPanel</name>
    <message numerus="yes">
        <source>%n annotations to check are left out</source>
        <translation>
            <numerusform>%n annotation to check is left out</numerusform>
            <numerusform>%n annotations to check are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts compared</source>
        <translation>
            <numerusform>%n text compared</numerusform>
            <numerusform>%n texts compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message numerus="yes">
        <source>%n lines in the file</source>
        <translation>
            <numerusform>%n line in the file</numerusform>
            <numerusform>%n lines in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs to read</source>
        <translation>
            <numerusform>%n paragraph to read</numerusform>
            <numerusform>%n paragraphs to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page numbers and running lines left out</source>
        <translation>
            <numerusform>%n page number or running line left out</numerusform>
            <numerusform>%n page numbers and running lines left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated titles left out</source>
        <translation>
            <numerusform>%n repeated title left out</numerusform>
            <numerusform>%n repeated titles left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionOffer</name>
    <message numerus="yes">
        <source>“{newer}” looks like a newer edition of “{older}”. Link them to move its %n annotations.</source>
        <translation>
            <numerusform>“{newer}” looks like a newer edition of “{older}”. Link them to move its %n annotation.</numerusform>
            <numerusform>“{newer}” looks like a newer edition of “{older}”. Link them to move its %n annotations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message numerus="yes">
        <source>%n annotations moved to the newer edition.</source>
        <translation>
            <numerusform>%n annotation moved to the newer edition.</numerusform>
            <numerusform>%n annotations moved to the newer edition.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n texts are in the library.</source>
        <translation>
            <numerusform>%n text is in the library.</numerusform>
            <numerusform>%n texts are in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksButton</name>
    <message numerus="yes">
        <source>%n notes on the state of the text</source>
        <translation>
            <numerusform>%n note on the state of the text</numerusform>
            <numerusform>%n notes on the state of the text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes were changed on both sides.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation type="unfinished">
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message numerus="yes">
        <source>%n libraries were merged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Saved · %n annotations in this text</source>
        <translation>
            <numerusform>Saved · %n annotation in this text</numerusform>
            <numerusform>Saved · %n annotations in this text</numerusform>
        </translation>
    </message>
</context>
</TS>
