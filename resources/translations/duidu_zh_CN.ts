<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDocumentDialog</name>
    <message>
        <source>About this text</source>
        <translation>文献信息</translation>
    </message>
    <message>
        <source>Newspaper, publishing house or institution</source>
        <translation>报刊、出版社或机构</translation>
    </message>
    <message>
        <source>2024, 2024-03 or 2024-03-05</source>
        <translation>2024、2024-03或2024-03-05</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation>汇编</translation>
    </message>
    <message>
        <source>Newspaper articles</source>
        <translation>报纸文章</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>出版者(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>A text needs a title.</source>
        <translation>文献要有标题。</translation>
    </message>
    <message>
        <source>Write the date as 2024, 2024-03 or 2024-03-05, or leave it empty.</source>
        <translation>日期请写成2024、2024-03或2024-03-05，或留空。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Import texts…</source>
        <translation>导入文献(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建资料库(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open library…</source>
        <translation>打开资料库(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with c&amp;itation</source>
        <translation>连同出处复制(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous hit</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>{count} panes</source>
        <translation>{count}个窗格</translation>
    </message>
    <message>
        <source>1 pane</source>
        <translation>1个窗格</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>下一个窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Default size</source>
        <translation>默认字号(&amp;D)</translation>
    </message>
    <message>
        <source>Show the so&amp;urce here</source>
        <translation>查看这里的原文(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>全部命令(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose the text of this pane</source>
        <translation>选择本窗格的文献(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Merge libraries…</source>
        <translation>合并资料库(&amp;M)…</translation>
    </message>
    <message>
        <source>Share &amp;folder…</source>
        <translation>共享文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Share &amp;now</source>
        <translation>立即共享(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stop sharing</source>
        <translation>停止共享(&amp;S)</translation>
    </message>
    <message>
        <source>Members of the &amp;group</source>
        <translation>小组成员(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate as…</source>
        <translation>换人批注(&amp;A)…</translation>
    </message>
    <message>
        <source>Pas&amp;te as a new text</source>
        <translation>粘贴为新文献(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Find in this text</source>
        <translation>在本文中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search all texts</source>
        <translation>搜索全部文献(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;plit paragraph here</source>
        <translation>在此处分段(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Join with previous paragraph</source>
        <translation>与上一段合并(&amp;J)</translation>
    </message>
    <message>
        <source>R&amp;epair rules…</source>
        <translation>修复规则…(&amp;E)</translation>
    </message>
    <message>
        <source>Undo &amp;all corrections</source>
        <translation>撤销全部校正(&amp;A)</translation>
    </message>
    <message>
        <source>Text &amp;settings…</source>
        <translation>正文设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Text o&amp;nly</source>
        <translation>只看正文(&amp;N)</translation>
    </message>
    <message>
        <source>Mar&amp;gin</source>
        <translation>页边(&amp;G)</translation>
    </message>
    <message>
        <source>Colou&amp;r by member</source>
        <translation>按成员着色(&amp;R)</translation>
    </message>
    <message>
        <source>About &amp;Duidu</source>
        <translation>关于对读(&amp;D)</translation>
    </message>
    <message>
        <source>A&amp;dd a pane with this text</source>
        <translation>再开一个窗格看这篇(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;lose this pane</source>
        <translation>关闭这个窗格(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;wap with the next pane</source>
        <translation>与下一个窗格对调(&amp;W)</translation>
    </message>
    <message>
        <source>Ma&amp;ximise this pane</source>
        <translation>只显示这个窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Lin&amp;k the panes</source>
        <translation>窗格同步滚动(&amp;K)</translation>
    </message>
    <message>
        <source>Make this pane wid&amp;er</source>
        <translation>加宽此窗格(&amp;E)</translation>
    </message>
    <message>
        <source>Make this pane &amp;narrower</source>
        <translation>收窄此窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Make this panel &amp;wider</source>
        <translation>加宽此面板(&amp;W)</translation>
    </message>
    <message>
        <source>Make this panel &amp;narrower</source>
        <translation>收窄此面板(&amp;N)</translation>
    </message>
    <message>
        <source>Make this panel &amp;higher</source>
        <translation>加高此面板(&amp;H)</translation>
    </message>
    <message>
        <source>Make this panel &amp;lower</source>
        <translation>降低此面板(&amp;L)</translation>
    </message>
    <message>
        <source>Book&amp;mark this paragraph</source>
        <translation>给这一段加书签(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;more</source>
        <translation>扩大选择(&amp;M)</translation>
    </message>
    <message>
        <source>Select &amp;less</source>
        <translation>缩小选择(&amp;L)</translation>
    </message>
    <message>
        <source>To the next &amp;clause</source>
        <translation>到下一个分句(&amp;C)</translation>
    </message>
    <message>
        <source>To the p&amp;revious clause</source>
        <translation>到上一个分句(&amp;R)</translation>
    </message>
    <message>
        <source>To the next &amp;sentence</source>
        <translation>到下一句(&amp;S)</translation>
    </message>
    <message>
        <source>To the previous s&amp;entence</source>
        <translation>到上一句(&amp;E)</translation>
    </message>
    <message>
        <source>Select to the &amp;next clause</source>
        <translation>选到下一个分句(&amp;N)</translation>
    </message>
    <message>
        <source>Select to the &amp;previous clause</source>
        <translation>选到上一个分句(&amp;P)</translation>
    </message>
    <message>
        <source>Select to the ne&amp;xt sentence</source>
        <translation>选到下一句(&amp;X)</translation>
    </message>
    <message>
        <source>Select to the pre&amp;vious sentence</source>
        <translation>选到上一句(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next annotation</source>
        <translation>下一条批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous annotation</source>
        <translation>上一条批注(&amp;P)</translation>
    </message>
    <message>
        <source>I have &amp;finished this text</source>
        <translation>本篇已标完(&amp;F)</translation>
    </message>
    <message>
        <source>To chec&amp;k…</source>
        <translation>待核对(&amp;K)…</translation>
    </message>
    <message>
        <source>Choose &amp;tags…</source>
        <translation>选择标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Move annotation to the selection</source>
        <translation>把批注移到选中的文段(&amp;M)</translation>
    </message>
    <message>
        <source>Tag all &amp;hits…</source>
        <translation>给全部搜索结果加标签(&amp;H)…</translation>
    </message>
    <message>
        <source>Tag the &amp;repeats…</source>
        <translation>给重复处加标签(&amp;R)…</translation>
    </message>
    <message>
        <source>Last tag &amp;again</source>
        <translation>再用上次的标签(&amp;A)</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>笔记(&amp;O)…</translation>
    </message>
    <message>
        <source>Repl&amp;y…</source>
        <translation>回复(&amp;Y)…</translation>
    </message>
    <message>
        <source>Ne&amp;w from others</source>
        <translation>他人的新内容(&amp;W)</translation>
    </message>
    <message>
        <source>Next new thin&amp;g</source>
        <translation>下一条新内容(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Delete annotation</source>
        <translation>删除批注(&amp;D)</translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation>开头前移一字</translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation>开头后移一字</translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation>结尾前移一字</translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation>结尾后移一字</translation>
    </message>
    <message>
        <source>Tag {number}</source>
        <translation>标签{number}</translation>
    </message>
    <message>
        <source>Shared &amp;passages</source>
        <translation>共有文段(&amp;P)</translation>
    </message>
    <message>
        <source>Shared passage &amp;here</source>
        <translation>此处的共有文段(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Next shared passage</source>
        <translation>下一个共有文段(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious shared passage</source>
        <translation>上一个共有文段(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Align the other panes here</source>
        <translation>其他窗格对齐到此处(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Lead linked panes by shared passages</source>
        <translation>同步滚动按共有文段(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Map of shared passages</source>
        <translation>共有文段总览(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>标注建议(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>数据表(&amp;F)</translation>
    </message>
    <message>
        <source>Blind ro&amp;und…</source>
        <translation>盲标(&amp;U)…</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>一致性(&amp;G)</translation>
    </message>
    <message>
        <source>Agreement along the te&amp;xts</source>
        <translation>在文旁显示一致性(&amp;X)</translation>
    </message>
    <message>
        <source>Agreement line b&amp;y line</source>
        <translation>逐行显示一致性(&amp;Y)</translation>
    </message>
    <message>
        <source>Next &amp;disagreement</source>
        <translation>下一处分歧(&amp;D)</translation>
    </message>
    <message>
        <source>Previous disagr&amp;eement</source>
        <translation>上一处分歧(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>词语(&amp;W)</translation>
    </message>
    <message>
        <source>Va&amp;riant readings</source>
        <translation>异文(&amp;R)</translation>
    </message>
    <message>
        <source>Compare with the remem&amp;bered passage</source>
        <translation>与记住的那段比较(&amp;B)</translation>
    </message>
    <message>
        <source>Add &amp;to the dictionary</source>
        <translation>加入词典(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Compare the texts of two panes</source>
        <translation>比较两个窗格的文献(&amp;C)</translation>
    </message>
    <message>
        <source>Changed on &amp;both sides…</source>
        <translation>两边都改过的(&amp;B)…</translation>
    </message>
    <message>
        <source>Remember this passage for c&amp;omparing</source>
        <translation>记住这段以便比较(&amp;O)</translation>
    </message>
    <message>
        <source>D&amp;ictionary…</source>
        <translation>词典(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>Agreeing</name>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>All who have finished this text marked this alike.</source>
        <translation>标完本篇的人在这里标得一样。</translation>
    </message>
    <message>
        <source>Nothing was marked differently with this tag.</source>
        <translation>用这个标签标出的地方，大家都一样。</translation>
    </message>
    <message>
        <source>Agenda.md</source>
        <translation>讨论议程.md</translation>
    </message>
    <message>
        <source>Export for a talk</source>
        <translation>导出供讨论</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>已写入{path}</translation>
    </message>
</context>
<context>
    <name>AgreementBar</name>
    <message>
        <source>For the mouse: next disagreement (F8) leads to the same places.</source>
        <translation>供鼠标使用：“下一处分歧”（F8）通往同样的地方。</translation>
    </message>
    <message>
        <source>{count} of {readers} marked this</source>
        <translation>{readers}人中{count}人标出此处</translation>
    </message>
</context>
<context>
    <name>AgreementHeat</name>
    <message>
        <source>Agreement along the text: {tag}</source>
        <translation>全文一致性：{tag}</translation>
    </message>
    <message>
        <source>the whole line</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有标</translation>
    </message>
    <message>
        <source>{members}: {passage}</source>
        <translation>{members}：{passage}</translation>
    </message>
</context>
<context>
    <name>AgreementModel</name>
    <message>
        <source>Marked at all</source>
        <translation>有无标记</translation>
    </message>
    <message>
        <source>κ {first} – {second}</source>
        <translation>κ {first}–{second}</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa of these two: what chance would do is taken off.</source>
        <translation>这两位成员的Cohen’s kappa：已扣除碰巧一致的部分。</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Letters in texts that two or more have finished.</source>
        <translation>两人以上标完的文献的字数，空白不计。</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>标出</translation>
    </message>
    <message>
        <source>How much of them was marked, on average.</source>
        <translation>平均每人标出的比例。</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>How much of them two members treated alike.</source>
        <translation>任两人标法相同的比例。</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha: 1 is full agreement, 0 is chance.</source>
        <translation>Krippendorff’s alpha：1为完全一致，0为碰巧。</translation>
    </message>
    <message>
        <source>F1 same</source>
        <translation>F1相同</translation>
    </message>
    <message>
        <source>Passages that two marked with the same ends.</source>
        <translation>两人所标首尾完全相同的文段。</translation>
    </message>
    <message>
        <source>F1 half</source>
        <translation>F1过半</translation>
    </message>
    <message>
        <source>Passages of two that share at least half.</source>
        <translation>两人所标至少有一半重合的文段。</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>No text was finished by both.</source>
        <translation>没有两人都标完的文献。</translation>
    </message>
    <message>
        <source>Nobody marked anything with it.</source>
        <translation>没有人用过它。</translation>
    </message>
    <message>
        <source>Everybody marked everything with it.</source>
        <translation>所有人都用它标了全文。</translation>
    </message>
    <message>
        <source>From 0.8 on, conclusions can be drawn.</source>
        <translation>达到0.8，可以据此得出结论。</translation>
    </message>
    <message>
        <source>From 0.667 on, conclusions are tentative.</source>
        <translation>达到0.667，只能得出初步结论。</translation>
    </message>
    <message>
        <source>Below 0.667, talk about the passages before you conclude anything.</source>
        <translation>低于0.667，请先讨论有分歧的文段，再下结论。</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Texts that are compared</source>
        <translation>比较哪些文献</translation>
    </message>
    <message>
        <source>&amp;Export for a talk…</source>
        <translation>导出供讨论(&amp;E)…</translation>
    </message>
    <message>
        <source>Looking at what was marked…</source>
        <translation>正在比较各人的批注……</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations to check are left out</source>
        <translation>
            <numerusform>有%n条待核对的批注未计入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts compared</source>
        <translation>
            <numerusform>比较了%n篇文献</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Agreement by tag</source>
        <translation>各标签的一致性</translation>
    </message>
    <message>
        <source>Passages that were not marked alike</source>
        <translation>标法不一的文段</translation>
    </message>
    <message>
        <source>No text was finished by two members yet. Say “I have finished this text” in the menu Annotate, and merge the libraries of the others: then you see here how far you agree.</source>
        <translation>还没有两人都标完的文献。请在“批注”菜单中选“本篇已标完”，再合并其他成员的资料库，这里就会显示大家的标法有多一致。</translation>
    </message>
    <message>
        <source>These members have not finished this text. Choose others.</source>
        <translation>所选成员没有都标完这篇文献，请另选。</translation>
    </message>
</context>
<context>
    <name>AgreementStrip</name>
    <message>
        <source>Agreement along {title}</source>
        <translation>《{title}》全文的一致性</translation>
    </message>
    <message>
        <source>For the mouse: the list of passages leads to the same places.</source>
        <translation>供鼠标使用：文段列表可到达同样的位置。</translation>
    </message>
</context>
<context>
    <name>Aligning</name>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在比较各文献…</translation>
    </message>
    <message>
        <source>No other pane has this passage.</source>
        <translation>其他窗格里没有这段话。</translation>
    </message>
    <message numerus="yes">
        <source>%n panes show this passage.</source>
        <translation>
            <numerusform>%n个窗格显示着这段话。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>更改笔记</translation>
    </message>
    <message>
        <source>Delete annotation</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Move annotation</source>
        <translation>移动批注</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>新增标签</translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message>
        <source>Filter annotations…</source>
        <translation>筛选批注…</translation>
    </message>
    <message>
        <source>Words in passage or note</source>
        <translation>文段或笔记中的文字</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本篇文献</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>全部成员</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n种写法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n条回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationTips</name>
    <message>
        <source>Earlier replies: {count}</source>
        <translation>更早的回复：{count}条</translation>
    </message>
    <message>
        <source>Words of {speaker}</source>
        <translation>{speaker}语</translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>No annotations yet. Select a passage and press 1 to 9 to tag it, or N to note.</source>
        <translation>还没有批注。选中一段文字，按1至9加标签，或按N写笔记。</translation>
    </message>
    <message>
        <source>Show all annotations</source>
        <translation>显示全部批注</translation>
    </message>
    <message>
        <source>No annotation fits the filter.</source>
        <translation>没有符合筛选条件的批注。</translation>
    </message>
    <message>
        <source>Show all members</source>
        <translation>显示所有成员</translation>
    </message>
    <message>
        <source>What you look for may be of a member who is hidden.</source>
        <translation>要找的批注可能属于已隐藏的成员。</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>&amp;Go to passage</source>
        <translation>转到文段(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>笔记(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Reply…</source>
        <translation>回复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n distinct passages</source>
        <translation>
            <numerusform>%n段不同文字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlindRoundDialog</name>
    <message>
        <source>Blind round</source>
        <translation>盲标</translation>
    </message>
    <message>
        <source>&amp;Open a round</source>
        <translation>开始盲标(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;End the round</source>
        <translation>结束盲标(&amp;E)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Texts and their rounds</source>
        <translation>文献及其盲标情况</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>In a blind round everybody sees only their own work in a text, until all who take part have said that they finished it, or somebody ends the round.</source>
        <translation>盲标期间，每个人在这篇文献里只看得到自己的批注；参加者都标完，或者有人结束盲标，才互相看得到。</translation>
    </message>
    <message>
        <source>&amp;Who takes part:</source>
        <translation>参加者(&amp;W)：</translation>
    </message>
    <message>
        <source>Choose &amp;all texts</source>
        <translation>选中全部文献(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Over: all had finished</source>
        <translation>已结束：都标完了</translation>
    </message>
    <message>
        <source>Ended by {name}</source>
        <translation>由{name}结束</translation>
    </message>
    <message>
        <source>Waiting for {names}</source>
        <translation>还差{names}</translation>
    </message>
    <message>
        <source>{names} finished</source>
        <translation>{names}已标完</translation>
    </message>
</context>
<context>
    <name>BlindRounds</name>
    <message>
        <source>Open a blind round</source>
        <translation>开始盲标</translation>
    </message>
    <message>
        <source>End a blind round</source>
        <translation>结束盲标</translation>
    </message>
    <message>
        <source>In a blind round you see only your own work: {titles}</source>
        <translation>盲标中，只看得到自己的批注：{titles}</translation>
    </message>
    <message>
        <source>The blind round on {titles} is over: the work of all is shown.</source>
        <translation>{titles}的盲标已结束，现在看得到所有人的批注。</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>The bookmark is removed.</source>
        <translation>书签已移除。</translation>
    </message>
    <message>
        <source>The paragraph has a bookmark.</source>
        <translation>这一段已加书签。</translation>
    </message>
</context>
<context>
    <name>CandidateFields</name>
    <message>
        <source>{encoding}, as found</source>
        <translation>{encoding}（自动识别）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>As found in the file</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Can be imported</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>In the library already</source>
        <translation>资料库中已有</translation>
    </message>
    <message>
        <source>Choose its encoding</source>
        <translation>请选择编码</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message>
        <source>New from others</source>
        <translation>他人的新内容</translation>
    </message>
    <message>
        <source>Nothing is new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>It was deleted. The button over the list brings it back.</source>
        <translation>这条批注已被删除。点列表上方的按钮可以恢复。</translation>
    </message>
    <message>
        <source>This annotation is not there any more.</source>
        <translation>这条批注已经不在了。</translation>
    </message>
    <message>
        <source>Bring an annotation back</source>
        <translation>恢复批注</translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n distinct passages</source>
        <translation>
            <numerusform>%n段不同文字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>&amp;New tag…</source>
        <translation>新建标签(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit tag…</source>
        <translation>编辑标签(&amp;E)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete tag</source>
        <translation>删除标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show its annotations</source>
        <translation>显示它的批注(&amp;S)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>This codebook has no tags. Press + to make the first one.</source>
        <translation>编码本里还没有标签。点“+”新建第一个。</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>新增标签</translation>
    </message>
    <message>
        <source>Change tag</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>移动标签</translation>
    </message>
</context>
<context>
    <name>Collating</name>
    <message>
        <source>Variant readings</source>
        <translation>异文</translation>
    </message>
    <message>
        <source>A note stands there now. Ctrl+Z takes it back.</source>
        <translation>已在此处写下笔记，按Ctrl+Z可撤销。</translation>
    </message>
</context>
<context>
    <name>CollationPanel</name>
    <message>
        <source>Variant readings</source>
        <translation>异文</translation>
    </message>
    <message>
        <source>Passages with these readings</source>
        <translation>各处的写法</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Open this passage and one that reads otherwise</source>
        <translation>打开此处和写法不同的一处</translation>
    </message>
    <message>
        <source>Make a note of it</source>
        <translation>写入笔记</translation>
    </message>
    <message>
        <source>Annotate this place; the text itself never changes</source>
        <translation>给此处加批注，文献本身不会改动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Most read</source>
        <translation>多数写作</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Sorted by how clear the majority is</source>
        <translation>按多数的明显程度排序</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在比较文献…</translation>
    </message>
    <message>
        <source>“{title}” is being compared: {number} of {count}</source>
        <translation>正在比较《{title}》：第{number}篇，共{count}篇</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
    <message>
        <source>No two passages of these texts differ by a few letters only.</source>
        <translation>这些文献中没有只差几个字的文段。</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比较</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The texts have not been compared.</source>
        <translation>尚未比较。</translation>
    </message>
    <message>
        <source>Compare them</source>
        <translation>开始比较</translation>
    </message>
    <message>
        <source>{title} · {count} of {total} read so</source>
        <translation>{title} · {total}处中有{count}处这样写</translation>
    </message>
    <message>
        <source>{count} each</source>
        <translation>各{count}处</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count}/{total}</translation>
    </message>
    <message>
        <source>Near passages read differently here:</source>
        <translation>近似文段在此处写法不同：</translation>
    </message>
    <message>
        <source>“{letters}” {count}: {titles}</source>
        <translation>“{letters}”{count}处：{titles}</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Other colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>自选颜色</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Type a part of a command’s name</source>
        <translation>输入命令名称的一部分</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>命令名称</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has this in its name.</source>
        <translation>没有名称里含有这些字的命令。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Looking for what the texts share…</source>
        <translation>正在查找各文献共有的文段……</translation>
    </message>
    <message numerus="yes">
        <source>The texts share %n passages.</source>
        <translation>
            <numerusform>各文献共有%n个文段。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Passage in the older text</source>
        <translation>旧版中的文段</translation>
    </message>
    <message>
        <source>Possible place in the newer text</source>
        <translation>新版中的可能位置</translation>
    </message>
    <message>
        <source>Nothing in the newer text is like this passage.</source>
        <translation>新版中没有与此相近的文段。</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Finish a text</source>
        <translation>标完一篇文献</translation>
    </message>
    <message>
        <source>Go on with a text</source>
        <translation>继续标一篇文献</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Select a passage, or click an annotation, to copy it.</source>
        <translation>请先选中一段文字，或点一条批注，再复制。</translation>
    </message>
    <message>
        <source>Copied with citation.</source>
        <translation>已连同出处复制。</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>A paragraph begins here already.</source>
        <translation>这里已经是一段的开头。</translation>
    </message>
    <message>
        <source>Split paragraph</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>There is no paragraph before this one.</source>
        <translation>前面没有段落了。</translation>
    </message>
    <message>
        <source>Join paragraphs</source>
        <translation>合并段落</translation>
    </message>
    <message>
        <source>Change repair rules</source>
        <translation>更改修复规则</translation>
    </message>
    <message>
        <source>Nothing was corrected in this text.</source>
        <translation>这篇文献没有校正过。</translation>
    </message>
    <message>
        <source>Undo all corrections</source>
        <translation>撤销全部校正</translation>
    </message>
    <message>
        <source>Click into the paragraph that you mean first.</source>
        <translation>请先点一下要校正的段落。</translation>
    </message>
</context>
<context>
    <name>CorrectionActions</name>
    <message>
        <source>Split the paragraph here</source>
        <translation>在此处分段</translation>
    </message>
    <message>
        <source>Join with previous paragraph</source>
        <translation>与上一段合并</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message numerus="yes">
        <source>%n lines in the file</source>
        <translation>
            <numerusform>文件共%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs to read</source>
        <translation>
            <numerusform>阅读文本共%n段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page numbers and running lines left out</source>
        <translation>
            <numerusform>略去页码和页眉页脚%n处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated titles left out</source>
        <translation>
            <numerusform>略去重复标题%n处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DictionaryDialog</name>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>New word…</source>
        <translation>新词…</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>新词</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>自定义词</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Add the words of a dictionary as jieba reads it</source>
        <translation>添加结巴分词格式词典中的词</translation>
    </message>
    <message>
        <source>Texts are divided by these words, wherever words are counted or chosen by a double-click. They belong to this library and are not shared.</source>
        <translation>统计词语和双击选词时，都按这些词来分词。它们属于这个资料库，不会共享。</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Differences</source>
        <translation>比较异同</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>比较单位</translation>
    </message>
    <message>
        <source>Letter by letter</source>
        <translation>逐字比较</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>逐词比较</translation>
    </message>
    <message>
        <source>Blanks and line ends too</source>
        <translation>空格和换行也算</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>上一处不同（Alt+↑）</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>下一处不同（Alt+↓）</translation>
    </message>
    <message>
        <source>Number of the difference</source>
        <translation>第几处不同</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>worded otherwise</source>
        <translation>写法不同</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>仅左边有</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>仅右边有</translation>
    </message>
    <message>
        <source>△ beside a line: the other text has more here</source>
        <translation>行旁的△：另一篇在此处多出文字</translation>
    </message>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在比较文献…</translation>
    </message>
    <message>
        <source>The texts have not been compared.</source>
        <translation>尚未比较。</translation>
    </message>
    <message>
        <source>The other text: “{words}”</source>
        <translation>另一篇：“{words}”</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有不同之处。</translation>
    </message>
    <message numerus="yes">
        <source>%n places differ; {percent} % is the same.</source>
        <translation>
            <numerusform>%n处不同，{percent}%相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Differing</name>
    <message>
        <source>Open two texts side by side first, then compare them.</source>
        <translation>请先并排打开两篇文献，再进行比较。</translation>
    </message>
    <message>
        <source>Select the passage that you want to compare.</source>
        <translation>请先选中要比较的文段。</translation>
    </message>
    <message>
        <source>“{words}” is remembered. Select the passage to compare it with.</source>
        <translation>已记住“{words}”，请选中要与它比较的文段。</translation>
    </message>
    <message>
        <source>Select a passage and remember it for comparing first.</source>
        <translation>请先选中一段并记住它，再进行比较。</translation>
    </message>
    <message>
        <source>A text that was compared is no longer there.</source>
        <translation>所比较的一篇文献已不在资料库中。</translation>
    </message>
</context>
<context>
    <name>DispersionPlot</name>
    <message>
        <source>Where the word stands in each text</source>
        <translation>该词在各篇文献中的位置</translation>
    </message>
    <message numerus="yes">
        <source>“{word}” stands at %n places.</source>
        <translation>
            <numerusform>“{word}”出现%n处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeModel</name>
    <message>
        <source>{member} {share} %</source>
        <translation>{member} {share}%</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Texts</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>{share} % read</source>
        <translation>已读{share}%</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n字</numerusform>
        </translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已标完</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Finished by {members}</source>
        <translation>已标完：{members}</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>&amp;Import texts…</source>
        <translation>导入文献(&amp;I)…</translation>
    </message>
    <message>
        <source>This library holds no texts yet. Import some, or drop text files here.</source>
        <translation>资料库里还没有文献。请导入，或把文本文件拖到这里。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;beside</source>
        <translation>在旁边打开(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;About this text…</source>
        <translation>文献信息(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Unlink the older edition</source>
        <translation>取消与旧版的关联(&amp;U)</translation>
    </message>
    <message>
        <source>Link as &amp;newer edition of…</source>
        <translation>关联为新版(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文献</translation>
    </message>
</context>
<context>
    <name>EditionOffer</name>
    <message>
        <source>Link the editions</source>
        <translation>关联版本</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>对调新旧</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message numerus="yes">
        <source>“{newer}” looks like a newer edition of “{older}”. Link them to move its %n annotations.</source>
        <translation>
            <numerusform>“{newer}”看来是“{older}”的新版。关联后可移动旧版的%n条批注。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{newer}” looks like a newer edition of “{older}”.</source>
        <translation>“{newer}”看来是“{older}”的新版。</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations came in at “{older}”, an older edition of “{newer}”. Link them again to move these, too.</source>
        <translation>
            <numerusform>“{newer}”的旧版“{older}”里新到了%n条批注。再关联一次，就能把它们也移过来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{older}” came in and is nearly your “{newer}”. Link them to move its %n annotations to yours.</source>
        <translation>
            <numerusform>合并进来的“{older}”与你的“{newer}”几乎相同。关联后可把它的%n条批注移到你的文献里。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{older}” came in and is nearly your “{newer}”.</source>
        <translation>合并进来的“{older}”与你的“{newer}”几乎相同。</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>Link editions</source>
        <translation>关联版本</translation>
    </message>
    <message>
        <source>“{title}” is a newer edition of:</source>
        <translation>“{title}”是下列文献的新版：</translation>
    </message>
    <message>
        <source>Unlink the older edition</source>
        <translation>取消与旧版的关联</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations moved to the newer edition.</source>
        <translation>
            <numerusform>%n条批注已移到新版。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Annotations as footnotes</source>
        <translation>批注作为注释(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Page numbers</source>
        <translation>页码(&amp;P)</translation>
    </message>
    <message>
        <source>Notes on &amp;gaps and garbled letters</source>
        <translation>缺文与乱码的说明(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Replies</source>
        <translation>回复(&amp;R)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Excerpts (Markdown)</source>
        <translation>摘录（Markdown）</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message>
        <source>This text as plain text</source>
        <translation>本篇全文（纯文本）</translation>
    </message>
    <message>
        <source>This text as Markdown</source>
        <translation>本篇全文（Markdown）</translation>
    </message>
    <message>
        <source>This text as a web page</source>
        <translation>本篇全文（网页）</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本篇文献</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>按文献</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>按阅读顺序</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>文献(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>排列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Language of the citations</source>
        <translation>出处的语言(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden members left out</source>
        <translation>
            <numerusform>不含%n位隐藏的成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save excerpts</source>
        <translation>保存摘录</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>excerpts.md</source>
        <translation>摘录.md</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>保存全文</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>FamilyModel</name>
    <message numerus="yes">
        <source>In %n of {total} texts</source>
        <translation>
            <numerusform>见于{total}篇中的%n篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureStudy</name>
    <message>
        <source>Figures</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出数据表</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>figures.csv</source>
        <translation>数据表.csv</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>折算值</translation>
    </message>
    <message>
        <source>Upper value</source>
        <translation>折算上限</translation>
    </message>
    <message>
        <source>What</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>原句</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Filter figures…</source>
        <translation>筛选数据…</translation>
    </message>
    <message>
        <source>Show only figures with these words</source>
        <translation>只显示含有这些字的数据</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为CSV…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Sorted by what the number is worth: 1.2亿 as 120,000,000, 10% as 0.1</source>
        <translation>按折算后的大小排序：1.2亿为120,000,000，10%为0.1</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>原句</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>The texts are being looked through…</source>
        <translation>正在查找各篇文献…</translation>
    </message>
    <message>
        <source>No figure is found here.</source>
        <translation>这里没有找到数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n条数据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FloatingBar</name>
    <message>
        <source>Tags for the selection</source>
        <translation>选中文段的标签</translation>
    </message>
    <message>
        <source>All tags (Ctrl+K)</source>
        <translation>全部标签（Ctrl+K）</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>笔记（N）</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message>
        <source>{tag}: key {number}</source>
        <translation>{tag}：按键{number}</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>{name} annotates here. Click to choose another member.</source>
        <translation>当前批注人：{name}。点击可换成别的成员。</translation>
    </message>
    <message>
        <source>{name} annotates here from now on.</source>
        <translation>从现在起由{name}批注。</translation>
    </message>
</context>
<context>
    <name>GroupDelegate</name>
    <message>
        <source>you</source>
        <translation>我</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>annotates here</source>
        <translation>当前批注人</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>&amp;Colour by member, not by tag</source>
        <translation>按成员着色，不按标签(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New member…</source>
        <translation>新成员(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit member…</source>
        <translation>修改成员(&amp;E)…</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>我是此人</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>&amp;List the annotations</source>
        <translation>列出其批注(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;only this member</source>
        <translation>只显示此人(&amp;O)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>修改成员</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Duidu {version}: read Chinese texts side by side, highlight and tag passages, share what you marked. Free software under the MIT licence.</source>
        <translation>对读{version}：并排阅读中文文献，划出文段、加上标签，与人分享所做的批注。自由软件，采用MIT许可证。</translation>
    </message>
</context>
<context>
    <name>HitGroups</name>
    <message>
        <source>In notes</source>
        <translation>笔记中</translation>
    </message>
    <message>
        <source>In tags</source>
        <translation>标签中</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>没有标签</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import texts</source>
        <translation>导入文献</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Texts to import</source>
        <translation>要导入的文献</translation>
    </message>
    <message>
        <source>Repairing the text…</source>
        <translation>正在修复文本…</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>This text is in the library already.</source>
        <translation>资料库中已有这篇文献。</translation>
    </message>
    <message>
        <source>This will be imported as soon as it has been read…</source>
        <translation>读完就开始导入……</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何文献。</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import texts</source>
        <translation>导入文献</translation>
    </message>
    <message>
        <source>Pasted text {date}.txt</source>
        <translation>粘贴的文本{date}.txt</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy some first.</source>
        <translation>剪贴板上没有文字。请先复制一些。</translation>
    </message>
</context>
<context>
    <name>Introducing</name>
    <message>
        <source>Your name and colour stand beside what you annotate, so that a group can tell its members apart. Press Esc to do this later.</source>
        <translation>批注旁会标出你的姓名和颜色，小组共读时便于区分。按Esc键可以以后再说。</translation>
    </message>
</context>
<context>
    <name>KeyedList</name>
    <message>
        <source>{name} ({key})</source>
        <translation>{name}（{key}）</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Save this layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Delete a layout</source>
        <translation>删除布局</translation>
    </message>
    <message>
        <source>Layout:</source>
        <translation>布局：</translation>
    </message>
</context>
<context>
    <name>LibraryFiles</name>
    <message>
        <source>New library</source>
        <translation>新建资料库</translation>
    </message>
    <message>
        <source>Duidu libraries (*.duidu)</source>
        <translation>对读资料库 (*.duidu)</translation>
    </message>
    <message>
        <source>library.duidu</source>
        <translation>资料库.duidu</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation>已备份到{path}</translation>
    </message>
    <message>
        <source>Describe text</source>
        <translation>更改文献信息</translation>
    </message>
    <message>
        <source>Remove text</source>
        <translation>移除文献</translation>
    </message>
    <message>
        <source>The text was removed. Ctrl+Z brings it back.</source>
        <translation>文献已移除。按Ctrl+Z可以找回。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{library} — Duidu</source>
        <translation>{library} — 对读</translation>
    </message>
    <message>
        <source>This library lies in a shared folder: let only one computer use it.</source>
        <translation>这个资料库在共享文件夹里：请只在一台电脑上使用。</translation>
    </message>
    <message>
        <source>No typeface on this computer can show these characters: {characters}</source>
        <translation>这台电脑上没有字体能显示这些字：{characters}</translation>
    </message>
    <message numerus="yes">
        <source>%n texts are in the library.</source>
        <translation>
            <numerusform>%n篇文献已在资料库中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>p. {page}</source>
        <translation>{page}页</translation>
    </message>
</context>
<context>
    <name>MarksButton</name>
    <message numerus="yes">
        <source>%n notes on the state of the text</source>
        <translation>
            <numerusform>原文状况：%n处说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Paragraph {number}: {message}</source>
        <translation>第{number}段：{message}</translation>
    </message>
    <message>
        <source>Page {page}: {message}</source>
        <translation>第{page}页：{message}</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫罗兰</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫红</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄榄</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
</context>
<context>
    <name>MemberModel</name>
    <message>
        <source>earliest by date</source>
        <translation>日期最早</translation>
    </message>
    <message>
        <source>the others are compared with this</source>
        <translation>其他各处与此对照</translation>
    </message>
    <message>
        <source>Differs: {words}</source>
        <translation>不同之处：{words}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Recent libraries</source>
        <translation>最近的资料库(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>米黄(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Ana&amp;lyse</source>
        <translation>分析(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation>共享(&amp;S)</translation>
    </message>
    <message>
        <source>Para&amp;graphs and repair</source>
        <translation>分段与修复(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Pan&amp;els</source>
        <translation>面板(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>阅读(&amp;R)</translation>
    </message>
    <message>
        <source>Move the &amp;ends</source>
        <translation>移动首尾(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>批注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>选择(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge libraries</source>
        <translation>合并资料库</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>将会进来的内容</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Looking at the libraries…</source>
        <translation>正在查看资料库…</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>正在合并…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be merged</source>
        <translation>不能合并</translation>
    </message>
    <message>
        <source>This would come in. A backup is made first.</source>
        <translation>将会进来以下内容。合并前先备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations were changed on both sides.</source>
        <translation>
            <numerusform>有%n条批注两边都改过。</numerusform>
        </translation>
    </message>
    <message>
        <source>What may be seen of it while a blind round is open is all here already.</source>
        <translation>盲标期间能看到的内容，这里都已经有了。</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>其中没有新内容。</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>nothing new to see</source>
        <translation>没有可看的新内容</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>New texts</source>
        <translation>新文献</translation>
    </message>
    <message>
        <source>New replies</source>
        <translation>新回复</translation>
    </message>
    <message>
        <source>A part waits for a text that is not here: {title}</source>
        <translation>一部分在等这里没有的文献：{title}</translation>
    </message>
    <message>
        <source>Changes of what is here</source>
        <translation>对已有内容的改动</translation>
    </message>
    <message>
        <source>An older edition of “{ours}”: “{theirs}”</source>
        <translation>“{ours}”的旧版：“{theirs}”</translation>
    </message>
    <message>
        <source>Nearly your “{ours}”: “{theirs}”</source>
        <translation>与你的“{ours}”几乎相同：“{theirs}”</translation>
    </message>
    <message>
        <source>Annotations that find their place when you link the two</source>
        <translation>关联后能找到位置的批注</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>MergeSteps</name>
    <message>
        <source>Undoing the merge…</source>
        <translation>正在撤销合并…</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>正在合并…</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Merge libraries</source>
        <translation>合并资料库</translation>
    </message>
    <message>
        <source>Duidu libraries (*.duidu)</source>
        <translation>对读资料库 (*.duidu)</translation>
    </message>
    <message>
        <source>Merged. Put the file into the shared folder, too, and everybody gets it.</source>
        <translation>已合并。请把文件也放进共享文件夹，大家就都有了。</translation>
    </message>
    <message numerus="yes">
        <source>%n libraries were merged.</source>
        <translation>
            <numerusform>已合并%n个资料库。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsModel</name>
    <message>
        <source>reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>tag taken off</source>
        <translation>取下标签</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>moved your annotation to “{words}”</source>
        <translation>把你的批注移到了“{words}”</translation>
    </message>
    <message>
        <source>gave the tag “{tag}”</source>
        <translation>加了标签“{tag}”</translation>
    </message>
    <message>
        <source>Your tag “{tag}” was taken off</source>
        <translation>你加的标签“{tag}”被取下</translation>
    </message>
    <message>
        <source>The tag “{tag}” of {name} was taken off</source>
        <translation>{name}加的标签“{tag}”被取下</translation>
    </message>
    <message>
        <source>Your annotation was deleted</source>
        <translation>你的一条批注被删除</translation>
    </message>
    <message>
        <source>An annotation of {name} was deleted</source>
        <translation>{name}的一条批注被删除</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>&amp;Bring the annotation back</source>
        <translation>恢复这条批注(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Mark all as read</source>
        <translation>全部标为已读(&amp;M)</translation>
    </message>
    <message>
        <source>Show what was marked &amp;again</source>
        <translation>重新显示刚才标记的(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing is new. What others write comes in when you merge or share.</source>
        <translation>没有新内容。合并或共享时，他人写的会到这里。</translation>
    </message>
    <message>
        <source>New from others</source>
        <translation>他人的新内容</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>所有成员</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>所有文献</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Your own words on this passage</source>
        <translation>对这段文字的看法</translation>
    </message>
    <message>
        <source>Keep the note (Ctrl+Enter)</source>
        <translation>保存笔记（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>NoteVersions</name>
    <message>
        <source>&amp;Or write one note out of them:</source>
        <translation>也可以把它们合写成一条(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Keep what is written here</source>
        <translation>保留这里写的(&amp;K)</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>保留这一种</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>beginning missing</source>
        <translation>开头缺失</translation>
    </message>
    <message>
        <source>The beginning is missing; the title stands in the contents.</source>
        <translation>开头缺失；标题取自目录。</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Open a text to see its headings here.</source>
        <translation>打开一篇文献，这里会列出它的标题。</translation>
    </message>
    <message>
        <source>This text has no headings.</source>
        <translation>这篇文献没有标题。</translation>
    </message>
</context>
<context>
    <name>OutlineTree</name>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>前往此处(&amp;G)</translation>
    </message>
    <message>
        <source>Show &amp;only this section</source>
        <translation>只看这一节(&amp;O)</translation>
    </message>
    <message>
        <source>Open in a &amp;pane of its own</source>
        <translation>在单独的窗格中打开(&amp;P)</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the text</source>
        <translation>全文概览</translation>
    </message>
    <message>
        <source>For the mouse: the outline, annotations and hits lead to the same places.</source>
        <translation>供鼠标使用；从大纲、批注和搜索结果也能到这些位置。</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Select a word first, then add it to the dictionary.</source>
        <translation>请先选中一个词，再加入词典。</translation>
    </message>
    <message>
        <source>“{word}” is in the dictionary now.</source>
        <translation>“{word}”已加入词典。</translation>
    </message>
    <message>
        <source>Change the dictionary</source>
        <translation>修改词典</translation>
    </message>
    <message>
        <source>Import a dictionary</source>
        <translation>导入词典</translation>
    </message>
    <message>
        <source>Dictionaries (*.txt *.dict *.csv);;All files (*)</source>
        <translation>词典 (*.txt *.dict *.csv);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n words of the file are in the dictionary.</source>
        <translation>
            <numerusform>文件中的%n个词已加入词典。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaneFrame</name>
    <message>
        <source>Choose a text above, or drop a text file here.</source>
        <translation>在上方选择一篇文献，或把文本文件拖到这里。</translation>
    </message>
    <message>
        <source>Press Ctrl+O to import a text, or drop a text file here.</source>
        <translation>按Ctrl+O导入文献，或把文本文件拖到这里。</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>没有文献</translation>
    </message>
    <message>
        <source>Opening this text…</source>
        <translation>正在打开这篇文献…</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>p. {page} · {share} %</source>
        <translation>第{page}页 · {share}%</translation>
    </message>
</context>
<context>
    <name>PaneMenu</name>
    <message>
        <source>Para&amp;graphs and repair</source>
        <translation>分段与修复(&amp;G)</translation>
    </message>
</context>
<context>
    <name>PaneTitle</name>
    <message>
        <source>Text in this pane: {title}</source>
        <translation>此窗格的文献：{title}</translation>
    </message>
    <message>
        <source>{title}: choose the text of this pane</source>
        <translation>{title}：选择本窗格的文献</translation>
    </message>
</context>
<context>
    <name>PassageMap</name>
    <message>
        <source>Map of shared passages</source>
        <translation>共有文段总览</translation>
    </message>
</context>
<context>
    <name>PassageMapModel</name>
    <message numerus="yes">
        <source>%n letters of “{one}” stand in “{other}” too</source>
        <translation>
            <numerusform>《{one}》有%n字也见于《{other}》</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassageMapPanel</name>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在比较各文献…</translation>
    </message>
    <message>
        <source>Import another text to see what it shares with this one.</source>
        <translation>再导入一篇文献，就能看到两篇共有的文段。</translation>
    </message>
    <message>
        <source>Map of shared passages</source>
        <translation>共有文段总览</translation>
    </message>
    <message>
        <source>Passages of the two texts</source>
        <translation>两篇共有的文段</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Shared passages</source>
        <translation>共有文段</translation>
    </message>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在对照各文献……</translation>
    </message>
    <message>
        <source>No other text shares this place.</source>
        <translation>其他文献没有与此处相同的文段。</translation>
    </message>
    <message numerus="yes">
        <source>Also in %n other texts:</source>
        <translation>
            <numerusform>另见于%n篇文献：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Words in the shared passages</source>
        <translation>共有文段中的字词</translation>
    </message>
    <message>
        <source>Least letters of a shared passage</source>
        <translation>共有文段的最少字数</translation>
    </message>
    <message>
        <source>Also &amp;nearly the same</source>
        <translation>包括大致相同的(&amp;N)</translation>
    </message>
    <message>
        <source>Shared passages</source>
        <translation>共有文段</translation>
    </message>
    <message>
        <source>Places of the passage</source>
        <translation>文段所在各处</translation>
    </message>
    <message>
        <source>Least &amp;letters</source>
        <translation>最少字数(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n个文段</numerusform>
        </translation>
    </message>
    <message>
        <source>The texts are being compared…</source>
        <translation>正在对照各文献……</translation>
    </message>
    <message>
        <source>No shared passage has these words. Try fewer words.</source>
        <translation>没有含这些字词的共有文段。请减少字词再试。</translation>
    </message>
    <message>
        <source>Import another text to see what it shares with this one.</source>
        <translation>再导入一篇文献，即可看到它与这一篇共有的文段。</translation>
    </message>
    <message>
        <source>The texts share no passage of this length. Look for shorter ones above.</source>
        <translation>各文献没有这么长的共有文段。可在上方改用较短的长度。</translation>
    </message>
</context>
<context>
    <name>PlaceVersions</name>
    <message>
        <source>Keep this place</source>
        <translation>保留这一处</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>What the file says</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>What you will read</source>
        <translation>阅读文本</translation>
    </message>
    <message>
        <source>Left out: a stray blank.</source>
        <translation>已略去：多余的空格。</translation>
    </message>
    <message>
        <source>Left out: a page number.</source>
        <translation>已略去：页码。</translation>
    </message>
    <message>
        <source>Left out: a line that stands above every page.</source>
        <translation>已略去：页眉。</translation>
    </message>
    <message>
        <source>Left out: a line that stands below every page.</source>
        <translation>已略去：页脚。</translation>
    </message>
    <message>
        <source>Left out: a title that was shown before.</source>
        <translation>已略去：前面已出现的标题。</translation>
    </message>
    <message>
        <source>Left out: the number of a section; the outline has it before the heading.</source>
        <translation>已略去：章节编号；大纲中列在标题之前。</translation>
    </message>
    <message>
        <source>Left out: the dots that lead to a page number.</source>
        <translation>已略去：目录中的点线。</translation>
    </message>
    <message>
        <source>Left out: an ornament.</source>
        <translation>已略去：装饰符号。</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Repair rules for this text</source>
        <translation>这篇文献的修复规则</translation>
    </message>
    <message>
        <source>Annotations stay on their letters. Ctrl+Z brings the text back.</source>
        <translation>批注仍在原来的文字上。按Ctrl+Z可以恢复。</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>Repairing the text…</source>
        <translation>正在修复文本…</translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>Click an annotation first, or tag a passage.</source>
        <translation>请先点一条批注，或给一段文字加标签。</translation>
    </message>
    <message>
        <source>The texts are being compared. The repeats are shown after that.</source>
        <translation>正在比对各文献，完成后即显示重复处。</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n repeats too…</source>
        <translation>
            <numerusform>另有%n处重复，也加标签…</numerusform>
        </translation>
    </message>
    <message>
        <source>This passage stands nowhere else.</source>
        <translation>这段话没有出现在别处。</translation>
    </message>
</context>
<context>
    <name>RoundBar</name>
    <message>
        <source>Blind round: you see only your own work. {finished} of {members} finished.</source>
        <translation>盲标中，只看得到自己的批注。{members}人中{finished}人已标完。</translation>
    </message>
    <message>
        <source>Who has finished</source>
        <translation>谁标完了</translation>
    </message>
    <message>
        <source>How far we agree</source>
        <translation>查看一致性</translation>
    </message>
    <message>
        <source>The blind round is over: the work of all is shown.</source>
        <translation>盲标已结束，现在看得到所有人的批注。</translation>
    </message>
</context>
<context>
    <name>RuleSwitches</name>
    <message>
        <source>Join &amp;broken lines</source>
        <translation>合并折行(&amp;B)</translation>
    </message>
    <message>
        <source>Lines that were cut at the edge of a page become whole paragraphs.</source>
        <translation>把在版面边缘折断的各行合成完整的段落。</translation>
    </message>
    <message>
        <source>Remove &amp;stray blanks</source>
        <translation>去掉多余空格(&amp;S)</translation>
    </message>
    <message>
        <source>Blanks between Chinese characters go; those between words stay.</source>
        <translation>汉字之间的空格去掉，外文单词之间的保留。</translation>
    </message>
    <message>
        <source>Leave out &amp;page headers and numbers</source>
        <translation>略去页码和页眉页脚(&amp;P)</translation>
    </message>
    <message>
        <source>What stands at the top and foot of every page is not part of the text.</source>
        <translation>每页页顶和页脚反复出现的内容不属于正文。</translation>
    </message>
    <message>
        <source>Show &amp;repeated titles once</source>
        <translation>重复的标题只显示一次(&amp;R)</translation>
    </message>
    <message>
        <source>A title that each slide or page repeats is shown where it first stands.</source>
        <translation>每页都重复的标题，只在第一次出现处显示。</translation>
    </message>
</context>
<context>
    <name>ScopeCombo</name>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本篇文献</translation>
    </message>
    <message>
        <source>Which texts</source>
        <translation>哪些文献</translation>
    </message>
</context>
<context>
    <name>SearchOptions</name>
    <message>
        <source>Where to search</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Notes and tags</source>
        <translation>笔记和标签</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>结果排序</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By what follows</source>
        <translation>按后文</translation>
    </message>
    <message>
        <source>By what precedes</source>
        <translation>按前文</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Take traditional and simplified characters for the same</source>
        <translation>不分繁体简体</translation>
    </message>
    <message>
        <source>繁=简</source>
        <translation>繁=简</translation>
    </message>
    <message>
        <source>Search by a regular expression</source>
        <translation>按正则表达式搜索</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search…</source>
        <translation>搜索…</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>要查找的词</translation>
    </message>
    <message>
        <source>Tag all hits…</source>
        <translation>给全部搜索结果加标签…</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>No text has “{query}”. Try fewer words.</source>
        <translation>没有文献含有“{query}”。请减少几个字再试。</translation>
    </message>
    <message>
        <source>Type words to find them. Blanks and width do not matter. With “A~20B” A stands near B, 20 characters away at most.</source>
        <translation>输入词语即可查找，不计空格和全角半角。“甲~20乙”查找相隔至多20个字的两个词。</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Search for something first; then its hits can be tagged.</source>
        <translation>先搜索，然后可以给搜到的各处加标签。</translation>
    </message>
</context>
<context>
    <name>SectionBar</name>
    <message>
        <source>Whole text</source>
        <translation>查看全文</translation>
    </message>
    <message>
        <source>Show the whole text again, at this place</source>
        <translation>回到全文，停在此处</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Add annotation</source>
        <translation>新增批注</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Choose the folder that your group shares</source>
        <translation>选择小组共用的文件夹</translation>
    </message>
    <message>
        <source>Nothing is shared any more. What others have of it, they keep.</source>
        <translation>不再共享。别人已经得到的内容仍归他们保留。</translation>
    </message>
    <message>
        <source>Annotations wait for a text that is not here: {titles}</source>
        <translation>有批注在等这里没有的文献：{titles}</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations came from the shared folder.</source>
        <translation>
            <numerusform>从共享文件夹收到%n条批注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies came from the shared folder.</source>
        <translation>
            <numerusform>从共享文件夹收到%n条回复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is shared; nothing new came that may be seen now.</source>
        <translation>均已共享；目前没有可看的新内容。</translation>
    </message>
    <message>
        <source>Everything is shared; nothing new came.</source>
        <translation>已全部共享，没有收到新内容。</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of this place</source>
        <translation>这里的原文</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>文件里是</translation>
    </message>
    <message>
        <source>What you read</source>
        <translation>阅读文本是</translation>
    </message>
    <message>
        <source>Struck through is what repair leaves out; ↵ is a line end, ␣ a blank.</source>
        <translation>删除线标出略去的部分；↵是换行，␣是空格。</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Tags here: {tags}</source>
        <translation>此处的标签：{tags}</translation>
    </message>
    <message>
        <source>There is a note here.</source>
        <translation>此处有笔记。</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>第{number}段</translation>
    </message>
    <message>
        <source>Paragraph {number}, page {page}</source>
        <translation>第{number}段，第{page}页</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>What came from others and is not read</source>
        <translation>他人写的、还没有读的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n new from others</source>
        <translation>
            <numerusform>%n条他人的新内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more new from others</source>
        <translation>
            <numerusform>%n条以上他人的新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>Saved · %n annotations in this text</source>
        <translation>
            <numerusform>已保存 · 本篇%n条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members hidden</source>
        <translation>
            <numerusform>隐藏了%n位成员</numerusform>
        </translation>
    </message>
    <message>
        <source>1–9 tag · N note · Ctrl+K all tags · Ctrl+Shift+C copy with citation</source>
        <translation>1–9加标签 · N写笔记 · Ctrl+K全部标签 · Ctrl+Shift+C连同出处复制</translation>
    </message>
    <message>
        <source>1–9 change tags · N note · [ ] move the ends · Del delete · Esc let go</source>
        <translation>1–9改标签 · N写笔记 · [ ]移动首尾 · Del删除 · Esc放开</translation>
    </message>
    <message>
        <source>Ctrl+O import texts · Ctrl+Shift+P all commands</source>
        <translation>Ctrl+O导入文献 · Ctrl+Shift+P全部命令</translation>
    </message>
    <message>
        <source>Select a passage to tag it · F6 next pane · Ctrl+Shift+P all commands</source>
        <translation>选中文段即可加标签 · F6下一个窗格 · Ctrl+Shift+P全部命令</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Suggestions</source>
        <translation>标注建议</translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>Dismiss suggestions</source>
        <translation>忽略建议</translation>
    </message>
    <message>
        <source>Bring back suggestions</source>
        <translation>找回建议</translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message>
        <source>Kind of suggestion</source>
        <translation>建议的类别</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>标注建议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Annotate this passage (A)</source>
        <translation>批注这一文段（A）</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Suggest this no more (D)</source>
        <translation>不再建议这一条（D）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Accept all shown</source>
        <translation>采纳列出的全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dismiss all shown</source>
        <translation>忽略列出的全部(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Bring back all dismissed</source>
        <translation>找回忽略过的全部(&amp;B)</translation>
    </message>
    <message>
        <source>Look for suggestions</source>
        <translation>查找建议</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>文段</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>Duidu can look for passages that seem to define, demand, exemplify or count something. You decide which become annotations.</source>
        <translation>对读可以找出像是定义、政策措施、实例或数据的文段，哪些成为批注由读者决定。</translation>
    </message>
    <message>
        <source>The texts are being looked through…</source>
        <translation>正在查找各篇文献…</translation>
    </message>
    <message>
        <source>Nothing is suggested here any more.</source>
        <translation>这里没有待处理的建议了。</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Edit tag</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄榄绿</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>沙</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Solid line</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Wavy line</source>
        <translation>波浪线</translation>
    </message>
    <message>
        <source>Double line</source>
        <translation>双线</translation>
    </message>
    <message>
        <source>Which passages belong here, and which do not</source>
        <translation>哪些文段属于这里，哪些不属于</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>下划线(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>定义(&amp;D)</translation>
    </message>
</context>
<context>
    <name>TagHitsDialog</name>
    <message>
        <source>Tag all hits</source>
        <translation>给全部搜索结果加标签</translation>
    </message>
    <message>
        <source>Tag the repeats</source>
        <translation>给重复处加标签</translation>
    </message>
    <message>
        <source>Choose &amp;tags…</source>
        <translation>选择标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>加标签(&amp;G)</translation>
    </message>
    <message>
        <source>Hits to tag</source>
        <translation>要加标签的各处</translation>
    </message>
    <message>
        <source>The hit itself</source>
        <translation>搜到的字词</translation>
    </message>
    <message>
        <source>The whole word</source>
        <translation>整个词</translation>
    </message>
    <message>
        <source>The clause</source>
        <translation>所在分句</translation>
    </message>
    <message>
        <source>The sentence</source>
        <translation>所在句子</translation>
    </message>
    <message>
        <source>The paragraph</source>
        <translation>所在段落</translation>
    </message>
    <message>
        <source>What is tagged</source>
        <translation>给什么加标签</translation>
    </message>
    <message>
        <source>Space ticks and unticks the selected hits.</source>
        <translation>按空格键勾选或取消选中的各处。</translation>
    </message>
    <message numerus="yes">
        <source>%n hits are ticked.</source>
        <translation>
            <numerusform>已勾选%n处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages were tagged.</source>
        <translation>
            <numerusform>已给%n处加标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had these tags already.</source>
        <translation>
            <numerusform>%n处原已有这些标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without letters were left out.</source>
        <translation>
            <numerusform>略去没有文字的%n处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPalette</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type the name of a tag</source>
        <translation>输入标签名称</translation>
    </message>
    <message>
        <source>Name of a tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
</context>
<context>
    <name>Talking</name>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Click an annotation first, then reply to it.</source>
        <translation>请先点选一条批注，再回复。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Change reply</source>
        <translation>修改回复</translation>
    </message>
    <message>
        <source>Delete reply</source>
        <translation>删除回复</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Text</source>
        <translation>正文设置</translation>
    </message>
    <message>
        <source> pt</source>
        <translation>磅</translation>
    </message>
    <message>
        <source>As long as the pane is &amp;wide</source>
        <translation>与窗格同宽(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Justified lines</source>
        <translation>两端对齐(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Indent the first line of a paragraph</source>
        <translation>段首缩进(&amp;I)</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation>字体(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>Line s&amp;pacing</source>
        <translation>行距(&amp;P)</translation>
    </message>
    <message>
        <source>Characters in a &amp;line</source>
        <translation>每行字数(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ThreadModel</name>
    <message>
        <source>note of {time}</source>
        <translation>笔记，{time}</translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message>
        <source>Do not change it</source>
        <translation>不修改</translation>
    </message>
    <message>
        <source>Click an annotation to see what was written about it, and to reply.</source>
        <translation>点选一条批注，就能看到大家写了什么，并回复。</translation>
    </message>
    <message>
        <source>Note and replies</source>
        <translation>笔记和回复</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply… (Ctrl+Enter sends it)</source>
        <translation>回复……（Ctrl+Enter发出）</translation>
    </message>
    <message numerus="yes">
        <source>This note stands in %n versions…</source>
        <translation>
            <numerusform>这条笔记有%n种写法…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This annotation was given %n places…</source>
        <translation>
            <numerusform>这条批注被放在%n处…</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the reply</source>
        <translation>修改回复</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>TickedHits</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToCheckDialog</name>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>There is nothing to check.</source>
        <translation>没有待核对的批注。</translation>
    </message>
    <message>
        <source>P&amp;revious</source>
        <translation>上一条(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Next &amp;place</source>
        <translation>下一处(&amp;P)</translation>
    </message>
    <message>
        <source>Show in &amp;text</source>
        <translation>在文中显示(&amp;T)</translation>
    </message>
    <message>
        <source>Place at se&amp;lection</source>
        <translation>放到所选处(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Not in this edition</source>
        <translation>新版中没有(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>确认(&amp;C)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第{number}条，共{count}条</translation>
    </message>
    <message>
        <source>{title} · place {number} of {count}, {score} % alike</source>
        <translation>{title} · 第{number}处，共{count}处，相似度{score}%</translation>
    </message>
    <message>
        <source>Confirm place</source>
        <translation>确认位置</translation>
    </message>
    <message>
        <source>Leave at the older text</source>
        <translation>留在旧版</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Tag the selection (key {number})</source>
        <translation>给选中的文段加标签（按键{number}）</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>How many texts stand side by side</source>
        <translation>并排显示几篇文献</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>撤销：{change}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>重做：{change}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>VersionRow</name>
    <message>
        <source>shown now</source>
        <translation>现在显示的</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Changed on both sides</source>
        <translation>两边都改过的</translation>
    </message>
    <message>
        <source>P&amp;revious</source>
        <translation>上一条(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Show in &amp;text</source>
        <translation>在文中显示(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing is left that members changed without knowing of each other.</source>
        <translation>没有成员在互不知情时都改过、还没有定下来的内容。</translation>
    </message>
    <message>
        <source>Settle the place</source>
        <translation>确定批注的位置</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第{number}条，共{count}条</translation>
    </message>
    <message>
        <source>Settle the note</source>
        <translation>确定笔记的写法</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>你是哪位？</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>&amp;New here…</source>
        <translation>新成员(&amp;N)…</translation>
    </message>
    <message>
        <source>This library was used by somebody else, or on another computer. Choose who annotates here from now on; what others annotated stays theirs.</source>
        <translation>这个资料库曾由别人或在另一台电脑上使用。请选择从现在起由谁批注；别人的批注仍归别人。</translation>
    </message>
</context>
<context>
    <name>WordStudy</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Save the table of words</source>
        <translation>保存词表</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>words.csv</source>
        <translation>词表.csv</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>Filter words…</source>
        <translation>筛选词语…</translation>
    </message>
    <message>
        <source>Show only words with these letters</source>
        <translation>只显示含有这些字的词</translation>
    </message>
    <message>
        <source>Which texts to count</source>
        <translation>统计哪些文献</translation>
    </message>
    <message>
        <source>Stop words</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>Count 的, 和, 等 and the like too</source>
        <translation>也统计的、和、等一类的词</translation>
    </message>
    <message>
        <source>Dictionary…</source>
        <translation>词典…</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Words that stand near the chosen one</source>
        <translation>所选词的搭配</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The words are being counted…</source>
        <translation>正在统计词语…</translation>
    </message>
    <message>
        <source>Counting the words of “{title}”: {share} %</source>
        <translation>正在统计《{title}》的词语：{share}%</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The words have not been counted.</source>
        <translation>尚未统计词语。</translation>
    </message>
    <message>
        <source>Count them</source>
        <translation>开始统计</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文献</translation>
    </message>
    <message>
        <source>There are no words here. Import a text with Ctrl+O.</source>
        <translation>这里还没有词语，请按Ctrl+O导入文献。</translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchor_states</name>
    <message>
        <source>Moved</source>
        <translation>已移</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>An annotation here has moved from an older edition.</source>
        <translation>此处有批注由旧版移来。</translation>
    </message>
    <message>
        <source>The place of an annotation here in a newer edition is to check.</source>
        <translation>此处有批注在新版中的位置待核对。</translation>
    </message>
    <message>
        <source>An annotation here was not found in a newer edition.</source>
        <translation>此处有批注在新版中未找到。</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Open library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>Duidu libraries (*.duidu)</source>
        <translation>对读资料库 (*.duidu)</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Duidu went wrong. All that you did before is saved. If it happens again, please report it with the file {path}.</source>
        <translation>对读出了差错。之前所做的都已保存。如果再次发生，请附上文件{path}报告给我们。</translation>
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
        <source>The disk or network failed while {path} was in use. Check that it is connected, and open the library again.</source>
        <translation>使用“{path}”时磁盘或网络出了故障。请确认连接正常，再重新打开资料库。</translation>
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
        <source>{path} is no text that Duidu can read. Save it as .docx, .pdf or .txt and import that.</source>
        <translation>{path}不是对读能读取的文本。请另存为.docx、.pdf或.txt再导入。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit_mb} MB. Split it into parts and import these.</source>
        <translation>“{path}”大于{limit_mb}MB。请分成几部分后再导入。</translation>
    </message>
    <message>
        <source>{path} holds more than {limit_mb} MB when unpacked. Split it into parts and import these.</source>
        <translation>{path}解压后超过{limit_mb} MB。请分成几部分再导入。</translation>
    </message>
    <message>
        <source>{path} is damaged or incomplete. Get the file again, or save it anew in the program that made it.</source>
        <translation>{path}已损坏或不完整。请重新获取，或用原来的软件重新保存。</translation>
    </message>
    <message>
        <source>{path} is protected by a password or by copy protection. Save a copy without it and import that.</source>
        <translation>{path}有密码或版权保护。请另存一份不带保护的再导入。</translation>
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
        <source>{path} has changed since it was shown here. Open it again and look at it.</source>
        <translation>{path}在显示之后有了改动。请重新打开看一看。</translation>
    </message>
    <message>
        <source>{path} holds pictures of pages, or letters that cannot be read, but no text. Run text recognition (OCR) on it and import what that makes.</source>
        <translation>{path}里只有页面的图像或无法识别的字符，没有文字。请先做文字识别（OCR），再导入识别的结果。</translation>
    </message>
    <message>
        <source>{path} holds too much text to be read. Split it into parts and import these.</source>
        <translation>{path}里的文字太多，无法读取。请分成几部分再导入。</translation>
    </message>
    <message>
        <source>{path} is in an old format (.doc, .ppt, .wps or .rtf). Save it as .docx, .pptx or .pdf and import that.</source>
        <translation>{path}是旧格式的文件（.doc、.ppt、.wps或.rtf）。请另存为.docx、.pptx或.pdf再导入。</translation>
    </message>
    <message>
        <source>No document is called “{name}”. `duidu documents` lists them.</source>
        <translation>没有名为“{name}”的文献。用`duidu documents`可以列出全部文献。</translation>
    </message>
    <message>
        <source>This text is not in the library any more. Choose another one.</source>
        <translation>这篇文献已不在资料库中，请选另一篇。</translation>
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
        <source>{count} members are called “{name}”. Give the id of the one you mean.</source>
        <translation>有{count}位成员叫“{name}”。请用编号指明是哪一位。</translation>
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
        <source>The pattern “{pattern}” cannot be understood ({problem}). Correct it.</source>
        <translation>无法理解表达式“{pattern}”（{problem}）。请改正。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” takes too long. Make it simpler.</source>
        <translation>表达式“{pattern}”耗时过长。请写得简单一些。</translation>
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
    <message>
        <source>A note has at most {limit} characters. Write a shorter one, or import it as a text.</source>
        <translation>笔记最多{limit}字。请写短一些，或当作文献导入。</translation>
    </message>
    <message>
        <source>The name of a member has 1 to {limit} characters. Choose another one.</source>
        <translation>成员的名字要有1至{limit}字。请换一个。</translation>
    </message>
    <message>
        <source>There is a member called {name} already. Choose that one, or another name.</source>
        <translation>已有成员叫{name}。请选那位成员，或换一个名字。</translation>
    </message>
    <message>
        <source>“{written}” is no colour. Write it like #4f7cac, as red, green and blue.</source>
        <translation>“{written}”不是颜色。请按红、绿、蓝的顺序写成#4f7cac的样子。</translation>
    </message>
    <message>
        <source>“{newer}” cannot be a newer edition of “{older}”: it is the same text or an older one. Choose another text.</source>
        <translation>“{newer}”不能是“{older}”的新版：两者相同，或它更旧。请另选一篇。</translation>
    </message>
    <message>
        <source>“{newer}” is already a newer edition of “{older}”. Unlink them first, or choose another text.</source>
        <translation>“{newer}”已经是“{older}”的新版。请先取消关联，或另选一篇。</translation>
    </message>
    <message>
        <source>“{words}” is no word: a word has {least} to {most} letters and digits, without marks.</source>
        <translation>“{words}”不是词：一个词有{least}到{most}个字母、汉字或数字，不含标点。</translation>
    </message>
    <message>
        <source>The dictionary holds {limit} words at most. Take some of them out first.</source>
        <translation>词典最多容纳{limit}个词，请先删去一些。</translation>
    </message>
    <message>
        <source>“{name}” has no words in it. A dictionary has a word on each line.</source>
        <translation>“{name}”中没有词。词典应每行一个词。</translation>
    </message>
    <message>
        <source>{path} is a link or a folder, not a file. Choose the library file itself.</source>
        <translation>{path}是链接或文件夹，不是文件。请选择资料库文件本身。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} MB. Ask for a bundle without the texts, and merge that.</source>
        <translation>{path}超过{limit} MB。请对方给一个不含原文的共享包，再合并。</translation>
    </message>
    <message>
        <source>{path} is still open in another program. Close it there, or ask for a bundle, and merge again.</source>
        <translation>{path}还在别的程序里打开着。请在那里关闭，或请对方给一个共享包，再合并。</translation>
    </message>
    <message>
        <source>{path} holds more than a library of Duidu does. It was not opened; ask for a bundle made by Duidu.</source>
        <translation>{path}里有对读资料库没有的东西，因此没有打开。请对方用对读做一个共享包。</translation>
    </message>
    <message>
        <source>{path} is damaged or not complete. Ask for the file once more.</source>
        <translation>{path}已损坏或不完整。请对方再给一次。</translation>
    </message>
    <message>
        <source>{path} holds changes that are dated more than a day ahead. Check the clock here and on the computer that it comes from.</source>
        <translation>{path}里有些改动的时间晚了一天以上。请核对这台电脑和对方电脑的时钟。</translation>
    </message>
    <message>
        <source>{path} says of known work that somebody else did it. Nothing was merged; ask the sender where the file comes from.</source>
        <translation>{path}把已知的批注说成别人做的。没有合并任何内容，请问清对方文件从何而来。</translation>
    </message>
    <message>
        <source>{path} holds entries that Duidu does not write. Nothing was merged; ask for a new bundle.</source>
        <translation>{path}里有对读不会写的内容。没有合并任何内容，请对方重新做一个共享包。</translation>
    </message>
    <message>
        <source>{path} is the library that is open. Choose another one to merge.</source>
        <translation>{path}就是现在打开的资料库。请选择别的资料库。</translation>
    </message>
    <message>
        <source>{path} cannot be read now. Check that you may open it, and try again.</source>
        <translation>{path}现在不能读取。请确认有权打开它，然后再试。</translation>
    </message>
    <message>
        <source>There is no merge to undo in {path}. Libraries as they were before are in {backups}.</source>
        <translation>{path}中没有可以撤销的合并。此前的资料库备份在{backups}中。</translation>
    </message>
    <message>
        <source>The merge cannot be undone: {backup} is gone or was changed. Other backups are in {backups}.</source>
        <translation>无法撤销合并：备份{backup}已不在或被改动过。其他备份在{backups}中。</translation>
    </message>
    <message>
        <source>What came in was changed or used since, so the merge was not undone. To have the library as it was before, open {backup}.</source>
        <translation>合并进来的内容后来又有改动或被用到，因此没有撤销合并。需要合并前的资料库，请打开{backup}。</translation>
    </message>
    <message>
        <source>There is no folder {path}. Connect the drive or the cloud folder, or choose another one.</source>
        <translation>没有文件夹{path}。请连接网络盘或网盘，或另选一个。</translation>
    </message>
    <message>
        <source>Nothing can be written into {path}. Ask its owner for permission, or choose another folder.</source>
        <translation>不能写入{path}。请向它的主人要权限，或另选一个文件夹。</translation>
    </message>
    <message>
        <source>No shared folder was chosen for {path} yet. Choose one first.</source>
        <translation>{path}还没有选定共享文件夹。请先选一个。</translation>
    </message>
    <message>
        <source>No annotation has the id “{name}”. List them to see their ids.</source>
        <translation>没有编号为“{name}”的批注。请列出批注，查看编号。</translation>
    </message>
    <message>
        <source>No reply has the id “{name}”. List the annotations to see their replies.</source>
        <translation>没有编号为“{name}”的回复。请列出批注，查看回复。</translation>
    </message>
    <message>
        <source>There are {count} versions, and no version {number}. Choose one of them.</source>
        <translation>共有{count}种，没有第{number}种。请从中选一种。</translation>
    </message>
    <message>
        <source>{count} ids begin with “{name}”. Give more of the id.</source>
        <translation>有{count}个编号以“{name}”开头。请多写几位。</translation>
    </message>
    <message>
        <source>A reply needs some words. Write them, or delete it.</source>
        <translation>回复不能是空的。请写上内容，或者删除它。</translation>
    </message>
    <message>
        <source>A reply has at most {limit} characters. Write a shorter one.</source>
        <translation>回复最多{limit}个字符。请写短一些。</translation>
    </message>
    <message>
        <source>This note has one version only. There is nothing to settle.</source>
        <translation>这条笔记只有一种写法，不需要选择。</translation>
    </message>
    <message>
        <source>This annotation stands in one place only. There is nothing to settle.</source>
        <translation>这条批注只有一处位置，没有需要确定的。</translation>
    </message>
    <message>
        <source>A blind round needs two members or more. Add those who are missing, or merge their libraries first.</source>
        <translation>盲标至少要两位成员。请先添加缺少的成员，或合并他们的资料库。</translation>
    </message>
    <message>
        <source>All of them have finished {document} already. A blind round can begin once one of them says that it is not finished.</source>
        <translation>他们都已标完“{document}”。要盲标，请其中一位先取消“本篇已标完”。</translation>
    </message>
    <message>
        <source>{document} is in a blind round. Wait until that is over, or end it.</source>
        <translation>“{document}”正在盲标。请等盲标结束，或者先结束盲标。</translation>
    </message>
    <message>
        <source>No blind round is open on {document}.</source>
        <translation>“{document}”没有在盲标。</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word文档</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>E-book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文献</translation>
    </message>
</context>
<context>
    <name>i18n</name>
    <message>
        <source>Duidu</source>
        <translation>对读</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Text is missing here: a page of the source breaks off.</source>
        <translation>此处有缺文：原文有一页中断了。</translation>
    </message>
    <message>
        <source>Letters were garbled here, in the source already.</source>
        <translation>此处有乱码，原文就是如此。</translation>
    </message>
    <message>
        <source>This title is listed in the contents but is not in the text.</source>
        <translation>目录中列有此篇，正文中没有。</translation>
    </message>
    <message>
        <source>The file has a page without text here: perhaps a picture, or a scanned page.</source>
        <translation>原文件此处有一页没有文字：可能是图片或扫描页。</translation>
    </message>
</context>
<context>
    <name>prompts</name>
    <message>
        <source>Choose a colour</source>
        <translation>选择颜色</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Per 10,000</source>
        <translation>每万词</translation>
    </message>
    <message>
        <source>How often among ten thousand words</source>
        <translation>每一万个词中出现的次数</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他文献</translation>
    </message>
    <message>
        <source>How often in the texts that are not chosen</source>
        <translation>在未选文献中出现的次数</translation>
    </message>
    <message>
        <source>Keyness</source>
        <translation>关键度</translation>
    </message>
    <message>
        <source>How surely the chosen texts use the word more than the others: log-likelihood G² (Dunning 1993), told from 15.13 on, which chance reaches once in ten thousand.</source>
        <translation>所选文献比其他文献更常用该词的把握：对数似然比G²（Dunning 1993），达到15.13才列出，偶然达到此值的机会为万分之一。</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>How often within five words of the chosen one</source>
        <translation>在所选词前后五个词内出现的次数</translation>
    </message>
    <message>
        <source>logDice</source>
        <translation>logDice</translation>
    </message>
    <message>
        <source>How close the two are (Rychlý 2008): 14 where they are never apart</source>
        <translation>两词的紧密程度（Rychlý 2008）：总在一起时为14</translation>
    </message>
</context>
</TS>
