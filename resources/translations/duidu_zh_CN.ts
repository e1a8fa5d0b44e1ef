<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Import texts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export excerpts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with c&amp;itation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;text of this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Default size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Duidu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move annotation to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last tag &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Change tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message>
        <source>Filter annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in passage or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All members</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>No annotations yet. Select a passage and press 1 to 9 to tag it, or N to note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a command’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a passage, or click an annotation, to copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with citation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FloatingBar</name>
    <message>
        <source>Tags for the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading %n texts…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFiles</name>
    <message>
        <source>New library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duidu libraries (*.duidu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library.duidu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was removed. Ctrl+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This library lies in a shared folder: let only one computer use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n texts are in the library.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duidu {version}: read Chinese texts side by side, highlight and tag passages, share what you marked. Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Recent libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the &amp;ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneFrame</name>
    <message>
        <source>Text in this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the text of this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text above, or drop a text file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p. %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Add annotation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved · %n annotations in this text</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1–9 tag · N note · Ctrl+K all tags · Ctrl+Shift+C copy with citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 change tags · N note · [ ] move the ends · Del delete · Esc let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a passage to tag it · F6 next pane · Ctrl+Shift+P all commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the selection (key {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many texts stand side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Duidu went wrong. All that you did before is saved. If it happens again, please report it with the file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no library at {path}. Check the name, or create a new library.</source>
        <translation>“{path}”处没有资料库。请检查名称，或新建一个资料库。</translation>
    </message>
    <message>
        <source>{path} is not a Duidu library. Choose a file that Duidu made (*.duidu).</source>
        <translation>“{path}”不是对读的资料库。请选择由对读创建的文件（*.duidu）。</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Duidu and was left as it is. Update Duidu to open it.</source>
        <translation>“{path}”由较新版本的对读创建，未作任何改动。请更新对读后再打开。</translation>
    </message>
    <message>
        <source>{path} cannot be written to. Copy it to a folder of your own and open the copy.</source>
        <translation>“{path}”无法写入。请把它复制到自己的文件夹，再打开副本。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Open the newest backup in {backups}.</source>
        <translation>“{path}”已损坏，未作任何改动。请打开“{backups}”中最新的备份。</translation>
    </message>
    <message>
        <source>Another program is writing to {path}. Wait a moment and try again, or close it.</source>
        <translation>另一个程序正在写入“{path}”。请稍候再试，或关闭该程序。</translation>
    </message>
    <message>
        <source>{path} exists already. Open it, or choose another name.</source>
        <translation>“{path}”已经存在。请打开它，或另选一个名称。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved to {path}. Free some space and try again.</source>
        <translation>磁盘已满，没有保存到“{path}”。请腾出一些空间再试。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>没有“{path}”这个文件。请检查名称。</translation>
    </message>
    <message>
        <source>{path} cannot be read. Check that it is a file and that you may open it.</source>
        <translation>“{path}”无法读取。请确认它是一个文件，并且有权打开。</translation>
    </message>
    <message>
        <source>{path} holds no text. Choose another file.</source>
        <translation>“{path}”里没有文字。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is not a text file. Save it as plain text (.txt) and import that.</source>
        <translation>“{path}”不是文本文件。请另存为纯文本（.txt）后再导入。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit_mb} MB. Split it into parts and import these.</source>
        <translation>“{path}”大于{limit_mb}MB。请分成几部分后再导入。</translation>
    </message>
    <message>
        <source>The encoding of {path} cannot be told. Name it (for example GB18030), or save the file as UTF-8.</source>
        <translation>无法判断“{path}”的编码。请指明编码（例如GB18030），或把文件另存为UTF-8。</translation>
    </message>
    <message>
        <source>{path} is not written in {encoding}. Name another encoding, or none.</source>
        <translation>“{path}”不是用{encoding}编码写的。请指明其他编码，或者不指明。</translation>
    </message>
    <message>
        <source>No document is called “{name}”. `duidu documents` lists them.</source>
        <translation>没有名为“{name}”的文献。用`duidu documents`可以列出全部文献。</translation>
    </message>
    <message>
        <source>No tag is called “{name}”. The tags are: {known}.</source>
        <translation>没有名为“{name}”的标签。现有标签：{known}。</translation>
    </message>
    <message>
        <source>No member is called “{name}”.</source>
        <translation>没有名为“{name}”的成员。</translation>
    </message>
    <message>
        <source>“{quote}” does not occur in {document}.</source>
        <translation>《{document}》中没有“{quote}”。</translation>
    </message>
    <message>
        <source>“{name}” fits {count} documents. Give more of the id or the whole title.</source>
        <translation>有{count}篇文献符合“{name}”。请写出更多位编号，或写出完整标题。</translation>
    </message>
    <message>
        <source>“{quote}” occurs {count} times in {document}. Quote more of it, or give its span.</source>
        <translation>“{quote}”在《{document}》中出现{count}次。请多引一些文字，或给出区间。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another name or folder, or free some space.</source>
        <translation>“{path}”无法写入。请另选名称或文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>This passage has no words in it. Select some text first.</source>
        <translation>这个文段里没有文字。请先选中一些文字。</translation>
    </message>
    <message>
        <source>The span {span} lies outside the text, which has {length} characters.</source>
        <translation>区间{span}超出了文本，文本共有{length}个字符。</translation>
    </message>
    <message>
        <source>There is a tag “{name}” already. Choose another name.</source>
        <translation>已经有标签“{name}”。请另选一个名称。</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>标签需要一个名称。</translation>
    </message>
    <message>
        <source>The name of a tag has at most {limit} characters. Choose a shorter one.</source>
        <translation>标签名称最多{limit}个字符。请选短一些的名称。</translation>
    </message>
</context>
<context>
    <name>prompts</name>
    <message>
        <source>Choose a colour</source>
        <translation>选择颜色</translation>
    </message>
</context>
</TS>
