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
    <name>Aligning</name>
    <message numerus="yes">
        <source>%n panes show this passage.</source>
        <translation>
            <numerusform>%n pane shows this passage.</numerusform>
            <numerusform>%n panes show this passage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
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
    <message numerus="yes">
        <source>%n distinct passages</source>
        <translation>
            <numerusform>%n distinct passage</numerusform>
            <numerusform>%n distinct passages</numerusform>
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
    <message numerus="yes">
        <source>%n distinct passages</source>
        <translation>
            <numerusform>%n distinct passage</numerusform>
            <numerusform>%n distinct passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollationPanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message numerus="yes">
        <source>The texts share %n passages.</source>
        <translation>
            <numerusform>The texts share %n passage.</numerusform>
            <numerusform>The texts share %n passages.</numerusform>
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
    <name>DifferencesDialog</name>
    <message numerus="yes">
        <source>%n places differ; {percent} % is the same.</source>
        <translation>
            <numerusform>%n place differs; {percent} % is the same.</numerusform>
            <numerusform>%n places differ; {percent} % is the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispersionPlot</name>
    <message numerus="yes">
        <source>“{word}” stands at %n places.</source>
        <translation>
            <numerusform>“{word}” stands at %n place.</numerusform>
            <numerusform>“{word}” stands at %n places.</numerusform>
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
    <message numerus="yes">
        <source>%n annotations came in at “{older}”, an older edition of “{newer}”. Link them again to move these, too.</source>
        <translation>
            <numerusform>%n annotation came in at “{older}”, an older edition of “{newer}”. Link them again to move it, too.</numerusform>
            <numerusform>%n annotations came in at “{older}”, an older edition of “{newer}”. Link them again to move these, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{older}” came in and is nearly your “{newer}”. Link them to move its %n annotations to yours.</source>
        <translation>
            <numerusform>“{older}” came in and is nearly your “{newer}”. Link them to move its %n annotation to yours.</numerusform>
            <numerusform>“{older}” came in and is nearly your “{newer}”. Link them to move its %n annotations to yours.</numerusform>
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
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n hidden members left out</source>
        <translation>
            <numerusform>%n hidden member left out</numerusform>
            <numerusform>%n hidden members left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyModel</name>
    <message numerus="yes">
        <source>In %n of {total} texts</source>
        <translation>
            <numerusform>In %n of {total} texts</numerusform>
            <numerusform>In %n of {total} texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
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
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations were changed on both sides.</source>
        <translation>
            <numerusform>%n annotation was changed on both sides.</numerusform>
            <numerusform>%n annotations were changed on both sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message numerus="yes">
        <source>%n libraries were merged.</source>
        <translation>
            <numerusform>One library was merged.</numerusform>
            <numerusform>%n libraries were merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message numerus="yes">
        <source>%n words of the file are in the dictionary.</source>
        <translation>
            <numerusform>%n word of the file is in the dictionary.</numerusform>
            <numerusform>%n words of the file are in the dictionary.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassageMapModel</name>
    <message numerus="yes">
        <source>%n letters of “{one}” stand in “{other}” too</source>
        <translation>
            <numerusform>%n letter of “{one}” stands in “{other}” too</numerusform>
            <numerusform>%n letters of “{one}” stand in “{other}” too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message numerus="yes">
        <source>Also in %n other texts:</source>
        <translation>
            <numerusform>Also in %n other text:</numerusform>
            <numerusform>Also in %n other texts:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message numerus="yes">
        <source>Tag %n repeats too…</source>
        <translation>
            <numerusform>Tag %n repeat too…</numerusform>
            <numerusform>Tag %n repeats too…</numerusform>
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
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n annotations came from the shared folder.</source>
        <translation>
            <numerusform>One annotation came from the shared folder.</numerusform>
            <numerusform>%n annotations came from the shared folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies came from the shared folder.</source>
        <translation>
            <numerusform>%n reply came from the shared folder.</numerusform>
            <numerusform>%n replies came from the shared folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n new from others</source>
        <translation>
            <numerusform>%n new from others</numerusform>
            <numerusform>%n new from others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more new from others</source>
        <translation>
            <numerusform>%n or more new from others</numerusform>
            <numerusform>%n or more new from others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved · %n annotations in this text</source>
        <translation>
            <numerusform>Saved · %n annotation in this text</numerusform>
            <numerusform>Saved · %n annotations in this text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members hidden</source>
        <translation>
            <numerusform>%n member hidden</numerusform>
            <numerusform>%n members hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagHitsDialog</name>
    <message numerus="yes">
        <source>%n hits are ticked.</source>
        <translation>
            <numerusform>%n hit is ticked.</numerusform>
            <numerusform>%n hits are ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages were tagged.</source>
        <translation>
            <numerusform>%n passage was tagged.</numerusform>
            <numerusform>%n passages were tagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had these tags already.</source>
        <translation>
            <numerusform>%n had these tags already.</numerusform>
            <numerusform>%n had these tags already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without letters were left out.</source>
        <translation>
            <numerusform>%n without letters was left out.</numerusform>
            <numerusform>%n without letters were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message numerus="yes">
        <source>This note stands in %n versions…</source>
        <translation>
            <numerusform>This note stands in %n version…</numerusform>
            <numerusform>This note stands in %n versions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This annotation was given %n places…</source>
        <translation>
            <numerusform>This annotation was given %n place…</numerusform>
            <numerusform>This annotation was given %n places…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TickedHits</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
</TS>
