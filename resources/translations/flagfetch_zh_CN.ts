<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AcceptanceText</name>
    <message>
        <source>it has no status</source>
        <translation>没有状态码</translation>
    </message>
    <message>
        <source>it has more bytes than announced</source>
        <translation>收到的字节数多于声明的长度</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it announced no length, and did not close the connection</source>
        <translation>响应没有说明长度，也没有关闭连接</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The colours of the window</source>
        <translation>窗口的配色方案</translation>
    </message>
    <message>
        <source>The same as the slider in the window</source>
        <translation>与窗口中的滑块作用相同</translation>
    </message>
    <message>
        <source>Flags appear at once, and menus and scroll bars do not move gradually</source>
        <translation>旗帜直接显示，菜单和滚动条不再逐渐移动</translation>
    </message>
    <message>
        <source>Co&amp;lours:</source>
        <translation>配色方案(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Size of the flags:</source>
        <translation>旗帜大小(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>AtomicFolderWriter</name>
    <message>
        <source>a file has the folder&apos;s name</source>
        <translation>已有与该文件夹同名的文件</translation>
    </message>
</context>
<context>
    <name>AtomicWrite</name>
    <message>
        <source>a folder has the file&apos;s name</source>
        <translation>已有与该文件同名的文件夹</translation>
    </message>
    <message>
        <source>a special file has the file&apos;s name</source>
        <translation>已有与该文件同名的特殊文件</translation>
    </message>
</context>
<context>
    <name>AxisTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>BatchButtons</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the download. Saved flags stay, and the rest can be continued</source>
        <translation>停止下载。已保存的旗帜会保留，其余可以稍后继续</translation>
    </message>
    <message>
        <source>Continue the download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Start no new flag. Running downloads finish</source>
        <translation>不再开始下载新的旗帜，正在进行的下载会继续完成</translation>
    </message>
    <message>
        <source>Download the ticked flags</source>
        <translation>下载已勾选的旗帜</translation>
    </message>
    <message>
        <source>Pause or continue the download</source>
        <translation>暂停或继续下载</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Which countries to show</source>
        <translation>显示哪些国家和地区</translation>
    </message>
    <message>
        <source>In the folder, downloaded now or before.</source>
        <translation>文件夹中已有，无论是本次还是以前下载的。</translation>
    </message>
    <message>
        <source>Not in the folder.</source>
        <translation>文件夹中没有。</translation>
    </message>
    <message>
        <source>In the folder, but not as they were saved. Folder &gt; Repair restores them.</source>
        <translation>文件夹中有这些旗帜，但文件与保存时不同。“文件夹”&gt;“修复”可恢复它们。</translation>
    </message>
    <message>
        <source>Their picture has changed since it was saved last.</source>
        <translation>图片与上次保存时不同。</translation>
    </message>
    <message>
        <source>Also saved. The latest update found the same picture at the source.</source>
        <translation>也已保存。最近一次更新时，来源处的图片没有变化。</translation>
    </message>
    <message>
        <source>The flags of the latest update, repair or rebuild, in any state.</source>
        <translation>最近一次更新、修复或重建所涉及的旗帜，不论其状态。</translation>
    </message>
</context>
<context>
    <name>CategoryChip</name>
    <message>
        <source>Show only: %1</source>
        <comment>category</comment>
        <translation>只显示：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>category, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show only these %1</source>
        <comment>number of countries</comment>
        <translation>只显示这 %1 个</translation>
    </message>
</context>
<context>
    <name>CategoryTitle</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>本次请求</translation>
    </message>
    <message>
        <source>Regions and organisations</source>
        <translation>行政区和组织</translation>
    </message>
</context>
<context>
    <name>ChangesWindow</name>
    <message>
        <source>Changed flags</source>
        <translation>有变化的旗帜</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Changed flags, as they were and as they are</source>
        <translation>有变化的旗帜的新旧图片对照</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) with another picture now.</source>
        <translation>
            <numerusform>%n 面旗帜现在使用不同的图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>country, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1, before</source>
        <comment>country</comment>
        <translation>%1，之前</translation>
    </message>
    <message>
        <source>%1, now</source>
        <comment>country</comment>
        <translation>%1，现在</translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation>尚未绘制</translation>
    </message>
</context>
<context>
    <name>CheckedFilesModel</name>
    <message>
        <source>intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not part of the set</source>
        <translation>不属于旗帜集</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>country, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>内容不同</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>not a picture</source>
        <translation>不是图片</translation>
    </message>
</context>
<context>
    <name>ClosingReport</name>
    <message>
        <source>Not found: %1</source>
        <translation>未找到：%1</translation>
    </message>
    <message numerus="yes">
        <source>Narrower than requested, because pictures are never enlarged: %n flag%1</source>
        <translation>
            <numerusform>有 %n 面旗帜比要求的窄，因为图片从不放大%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>有变化：%1</translation>
    </message>
    <message>
        <source>Kept, although the file has changed since it was saved: %1. Restore with: flagfetch --verify %2 --repair</source>
        <translation>已保留，但文件在保存后被改动：%1。恢复命令：flagfetch --verify %2 --repair</translation>
    </message>
</context>
<context>
    <name>ColumnsField</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Fit on one page</source>
        <translation>放入一页</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>指定数目</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Number of columns</source>
        <translation>每行的旗帜数</translation>
    </message>
    <message>
        <source>Flags side by side</source>
        <translation>每行的旗帜数</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1: to exclude this, write it in quotes after another word, as in &quot;continent:africa -EG&quot;, or after --</source>
        <translation>%1：如要排除，请加引号并写在另一个词之后，例如 &quot;continent:africa -EG&quot;，或写在 -- 之后</translation>
    </message>
    <message>
        <source>%1: there is no such option; --help shows all of them</source>
        <translation>%1：没有这个选项；运行 --help 可查看所有选项</translation>
    </message>
    <message>
        <source>%1: this is not UTF-8, and cannot be used; give the file or folder another name</source>
        <translation>%1：不是 UTF-8 编码，无法使用；请为该文件或文件夹换一个名称</translation>
    </message>
    <message>
        <source>--%1 %2: %3</source>
        <translation>--%1 %2：%3</translation>
    </message>
    <message>
        <source>%1: there is no such option; did you mean --%2?</source>
        <translation>%1：没有这个选项；是否要用 --%2？</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>country, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1
(%2)</source>
        <comment>country, what its picture shows</comment>
        <translation>%1
（%2）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
</context>
<context>
    <name>CompareReport</name>
    <message>
        <source>Difference between %1 and %2, from 0 (alike) to 100:</source>
        <translation>%1 与 %2 的差异，从 0（相同）到 100：</translation>
    </message>
</context>
<context>
    <name>CompareRun</name>
    <message>
        <source>Stopping; press Ctrl-C again to end at once.</source>
        <translation>正在停止；再按一次 Ctrl-C 立即结束。</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>First source</source>
        <translation>第一个来源</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>第二个来源</translation>
    </message>
    <message>
        <source>Which countries are compared</source>
        <translation>比较哪些国家和地区</translation>
    </message>
    <message>
        <source>Compare sources</source>
        <translation>比较来源</translation>
    </message>
    <message>
        <source>Compared flags, those that differ most first</source>
        <translation>已比较的旗帜，差异最大的在前</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>与(&amp;W)</translation>
    </message>
    <message>
        <source>Compare the flags &amp;of</source>
        <translation>比较来源(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;for</source>
        <translation>范围(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked countries</source>
        <translation>
            <numerusform>已勾选的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The largest difference comes first: 0 is equal, 100 is black against white. Below 8, mostly size and ratio differ.</source>
        <translation>差异最大的排在最前：0 表示相同，100 表示黑与白之差。低于 8 时，主要是尺寸和宽高比不同。</translation>
    </message>
    <message>
        <source>Choose two sources. Nothing is saved.</source>
        <translation>请选择两个来源。比较时不保存任何文件。</translation>
    </message>
    <message>
        <source>Tick the countries that you want to compare, then open this window again.</source>
        <translation>请先勾选要比较的国家，再打开此窗口。</translation>
    </message>
</context>
<context>
    <name>ConclusionText</name>
    <message>
        <source>From %1 on the server is the limit: with more requests at once, each takes longer.</source>
        <translation>从 %1 起，瓶颈是服务器：并发请求再多，每个请求只会等得更久。</translation>
    </message>
    <message>
        <source>From %1 on the server is the limit: it refuses requests because there are too many.</source>
        <translation>从 %1 起，瓶颈是服务器：请求过多，它开始拒绝请求。</translation>
    </message>
    <message>
        <source>From %1 on the pause is the limit that the source requires between two requests.</source>
        <translation>从 %1 起，瓶颈是来源要求的两次请求之间的间隔。</translation>
    </message>
    <message numerus="yes">
        <source>From %1 on the number of flags is the limit: all %n requests are in flight at once already.</source>
        <translation>
            <numerusform>从 %1 起，瓶颈是旗帜的数量：全部 %n 个请求已经在同时进行。</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 on the slowest response is the limit: the rest has arrived before it.</source>
        <translation>从 %1 起，瓶颈是最慢的一个响应：其余响应都比它先到。</translation>
    </message>
    <message>
        <source>From %1 on more requests at once do not help.</source>
        <translation>从 %1 起，增加并发请求不再有帮助。</translation>
    </message>
    <message>
        <source>Measure at least two limits to compare them.</source>
        <translation>请至少测量两个上限，才能进行比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the flags failed, so the times cannot be compared.</source>
        <translation>
            <numerusform>有 %n 面旗帜失败，因此无法比较用时。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With more than %1 requests at once the server is overloaded: up to %n flag(s) failed.</source>
        <translation>
            <numerusform>并发请求超过 %1 个时，服务器过载：最多有 %n 面旗帜失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at once are %2 times faster than one after another.</source>
        <translation>%1 个并发请求时，速度是逐个进行的 %2 倍。</translation>
    </message>
    <message>
        <source>Up to %1, more requests at once help: that is %2 times faster than one after another.</source>
        <translation>在 %1 以内，增加并发请求一直有帮助：速度是逐个进行的 %2 倍。</translation>
    </message>
    <message>
        <source>Try a higher limit.</source>
        <translation>可以尝试更高的上限。</translation>
    </message>
    <message>
        <source>That is %1 times faster than one after another.</source>
        <translation>此时的速度是逐个进行的 %1 倍。</translation>
    </message>
    <message>
        <source>From %1 on this computer is the limit: the program may open no more connections.</source>
        <translation>从 %1 起，瓶颈是这台计算机：程序不能再打开更多连接。</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>If a file of that name already exists</source>
        <translation>同名文件已存在时</translation>
    </message>
    <message>
        <source>&amp;Ask each time</source>
        <translation>每次询问(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留现有文件(&amp;K)</translation>
    </message>
    <message>
        <source>Keep &amp;both: the new one gets a number after its name</source>
        <translation>两者都保留(&amp;B)：新文件的名称后加编号</translation>
    </message>
</context>
<context>
    <name>ConflictQuestion</name>
    <message>
        <source>Flags that already exist</source>
        <translation>旗帜已存在</translation>
    </message>
    <message>
        <source>The flag already exists in %1.</source>
        <translation>该旗帜在 %1 中已存在。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flag(s) already exist in %2.</source>
        <translation>
            <numerusform>%n 面旗帜中有 %1 面在 %2 中已存在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that you keep are not downloaded again. If you keep both, the new files get a number after their names.</source>
        <translation>保留的旗帜不会重新下载。如果两者都保留，新文件的名称后会加编号。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Download all, and replace the old files</source>
        <translation>全部下载，并替换旧文件</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Download only the flags that do not exist yet</source>
        <translation>只下载尚不存在的旗帜</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>两者都保留(&amp;B)</translation>
    </message>
    <message>
        <source>Download all, and keep the old files unchanged</source>
        <translation>全部下载，旧文件保持不变</translation>
    </message>
    <message>
        <source>Re&amp;member my choice</source>
        <translation>记住我的选择(&amp;M)</translation>
    </message>
    <message>
        <source>Do not ask again. File &gt; File names and formats can change it.</source>
        <translation>不再询问。可以在“文件”&gt;“文件名和格式”中更改。</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>flagfetch: standard output cannot be written (%1)</source>
        <translation>flagfetch: 无法写入标准输出（%1）</translation>
    </message>
</context>
<context>
    <name>ConversionChoice</name>
    <message>
        <source>Also save as</source>
        <translation>同时另存一份</translation>
    </message>
    <message>
        <source>&amp;PNG, widths</source>
        <translation>&amp;PNG，宽度</translation>
    </message>
    <message>
        <source>Widths of PNG files in pixels</source>
        <translation>PNG 文件的宽度（像素）</translation>
    </message>
    <message>
        <source>&amp;WebP, widths</source>
        <translation>&amp;WebP，宽度</translation>
    </message>
    <message>
        <source>Widths of WebP files in pixels</source>
        <translation>WebP 文件的宽度（像素）</translation>
    </message>
    <message>
        <source>The whole flag</source>
        <translation>整面旗帜</translation>
    </message>
    <message>
        <source>A square from its middle</source>
        <translation>居中裁剪为正方形</translation>
    </message>
    <message>
        <source>A circle from its middle</source>
        <translation>居中裁剪为圆形</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>形状(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the ori&amp;ginal too</source>
        <translation>同时保留原图(&amp;G)</translation>
    </message>
    <message>
        <source>The file as the source sent it</source>
        <translation>来源发送的原始文件</translation>
    </message>
    <message>
        <source>These widths cannot be used: %1.</source>
        <translation>这些宽度无法使用：%1。</translation>
    </message>
    <message>
        <source>none; for example 80, 160, 320</source>
        <translation>无；例如 80, 160, 320</translation>
    </message>
    <message>
        <source>An SVG flag is drawn at exactly this width; other pictures are never enlarged</source>
        <translation>SVG 旗帜会严格按此宽度绘制；其他图片从不放大</translation>
    </message>
</context>
<context>
    <name>CountryImporter</name>
    <message>
        <source>Tick the countries in a file</source>
        <translation>勾选文件中的国家和地区</translation>
    </message>
    <message>
        <source>Text and tables (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>文本和表格 (*.txt *.csv *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no text to read. Copy names or codes of countries first.</source>
        <translation>没有可读取的文本。请先复制国家或地区的名称或代码。</translation>
    </message>
    <message>
        <source>This names no country. Names and codes must be complete, such as Germany, DE or DEU.</source>
        <translation>其中没有国家或地区。名称和代码必须完整，例如“德国”、DE 或 DEU。</translation>
    </message>
    <message numerus="yes">
        <source>Ticked %n countries.</source>
        <translation>
            <numerusform>已勾选 %n 个国家和地区。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Read %2.</source>
        <translation>%1已读取%2。</translation>
    </message>
    <message>
        <source>%1 Not understood: %2.</source>
        <translation>%1无法识别：%2。</translation>
    </message>
    <message>
        <source>Tick the countries of a table</source>
        <translation>勾选表格中的国家和地区</translation>
    </message>
    <message>
        <source>Which column has the countries?</source>
        <translation>国家和地区在哪一列？</translation>
    </message>
    <message numerus="yes">
        <source>tick %n pasted countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>勾选粘贴的 %n 个国家和地区</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z undoes it.</source>
        <translation>按 Ctrl+Z 可撤销。</translation>
    </message>
</context>
<context>
    <name>CountryMenu</name>
    <message>
        <source>Un&amp;tick</source>
        <translation>取消勾选(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>勾选(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Download this flag</source>
        <translation>下载这面旗帜(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Download this flag again</source>
        <translation>重新下载这面旗帜(&amp;D)</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Put on &amp;hold</source>
        <translation>搁置(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>取消搁置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cop&amp;y failure text</source>
        <translation>复制失败信息(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
</context>
<context>
    <name>CountryOptions</name>
    <message>
        <source>%1: this names no country; write a name or a code</source>
        <translation>%1：没有匹配的国家或地区；请写名称或代码</translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation>无法读取文件（%1）</translation>
    </message>
    <message>
        <source>no chosen source has %1 (%2); it is available from %3</source>
        <translation>所选来源中没有 %1（%2）；可用来源：%3</translation>
    </message>
    <message>
        <source>%1: it is not clear which column has the countries (%2); write &quot;Country&quot; above it, or give a list of this column alone</source>
        <translation>%1：无法确定国家和地区在哪一列（%2）；请在该列上方写上 &quot;Country&quot;，或只提供这一列</translation>
    </message>
    <message>
        <source>%1: not understood: %2; names and codes must be complete</source>
        <translation>%1：无法识别：%2；名称和代码必须完整</translation>
    </message>
    <message>
        <source>%1: this names no country</source>
        <translation>%1：其中没有国家或地区</translation>
    </message>
    <message>
        <source>%1: read %2</source>
        <translation>%1：已读取%2</translation>
    </message>
    <message>
        <source>%1: not understood: %2</source>
        <translation>%1：无法识别：%2</translation>
    </message>
    <message>
        <source>%1: words of running text that name no country: %2</source>
        <translation>%1：正文中与国家和地区无关的词：%2</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家和地区</translation>
    </message>
    <message>
        <source>every country of the source; all 250 if its countries are not known</source>
        <translation>来源中的所有国家和地区；如果不知道来源提供哪些，则为全部 250 个</translation>
    </message>
    <message>
        <source>every code from AA to ZZ, 676 in all; most are not found</source>
        <translation>从 AA 到 ZZ 的所有代码，共 676 个；其中大多数找不到</translation>
    </message>
    <message>
        <source>the regions and organisations of the source; with --all in addition to the countries</source>
        <translation>来源中的行政区和组织；与 --all 合用时，国家和地区也包括在内</translation>
    </message>
    <message>
        <source>read the countries from a text or CSV file; - is standard input</source>
        <translation>从文本文件或 CSV 文件读取国家和地区；- 表示标准输入</translation>
    </message>
    <message>
        <source>only the first N codes</source>
        <translation>只处理前 N 个代码</translation>
    </message>
    <message>
        <source>--all and --every: only one of them can be given</source>
        <translation>--all 和 --every：只能使用其中一个</translation>
    </message>
    <message>
        <source>--every and --extras: only one of them can be given</source>
        <translation>--every 和 --extras：只能使用其中一个</translation>
    </message>
    <message>
        <source>%1: no codes can be given together with --%2</source>
        <translation>%1：使用 --%2 时不能指定代码</translation>
    </message>
    <message>
        <source>--codes-from and --%1: only one of them can be given</source>
        <translation>--codes-from 和 --%1：只能使用其中一个</translation>
    </message>
</context>
<context>
    <name>CountryPane</name>
    <message>
        <source>Others</source>
        <comment>countries without a continent</comment>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>CountryQuery</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>no country is called that; write a name in any language, a code such as DE, DEU or 276, or a filter such as continent:africa</source>
        <translation>没有叫这个名称的国家或地区；请写任意语言的名称、DE、DEU 或 276 这样的代码，或 大洲：非洲 这样的筛选条件</translation>
    </message>
    <message>
        <source>no country is called that; did you mean %1?</source>
        <translation>没有叫这个名称的国家或地区；是否要找 %1？</translation>
    </message>
    <message>
        <source>this works in the search field of the window only</source>
        <translation>此条件只能在窗口的搜索栏中使用</translation>
    </message>
    <message>
        <source>there is no such filter; allowed are %1</source>
        <translation>没有这个筛选条件；可用的条件为 %1</translation>
    </message>
    <message>
        <source>there is no such %1; allowed are %2</source>
        <translation>%1 没有这个值；可用的值为 %2</translation>
    </message>
    <message>
        <source>a filter next to it excludes this country; put a comma between them to get both</source>
        <translation>旁边的筛选条件排除了这个国家或地区；如果两者都要，请用逗号隔开</translation>
    </message>
    <message>
        <source>no country matches this; filters side by side must all match, so put a comma between them to get the countries of each</source>
        <translation>没有国家或地区匹配此条件；并列的条件必须全部匹配，如果要分别选取，请用逗号隔开</translation>
    </message>
</context>
<context>
    <name>CountryText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>column %1, %2</source>
        <translation>第 %1 列“%2”</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n rows</source>
        <translation>
            <numerusform>%1：%n 行中可识别 %2 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesktopProgress</name>
    <message>
        <source>Flagfetch</source>
        <translation>Flagfetch</translation>
    </message>
    <message>
        <source>%1 of %2 - Flagfetch</source>
        <translation>%1/%2 - Flagfetch</translation>
    </message>
</context>
<context>
    <name>DestinationRow</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>保存为(&amp;S)</translation>
    </message>
    <message>
        <source>File or folder of the result</source>
        <translation>导出结果的文件或文件夹</translation>
    </message>
    <message>
        <source>Choose where the result goes</source>
        <translation>选择导出结果的保存位置</translation>
    </message>
    <message>
        <source>Enter where to save the result.</source>
        <translation>请输入导出结果的保存位置。</translation>
    </message>
    <message>
        <source>Enter the whole path of the result, or choose it.</source>
        <translation>请输入导出结果的完整路径，或点按按钮选择。</translation>
    </message>
    <message>
        <source>The name of the result must end with %1.</source>
        <translation>导出结果的名称必须以 %1 结尾。</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>将导出结果保存为</translation>
    </message>
</context>
<context>
    <name>DetailsControl</name>
    <message>
        <source>Show detai&amp;ls</source>
        <translation>显示详细信息(&amp;L)</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show or hide the details of the current flag</source>
        <translation>显示或隐藏当前旗帜的详细信息</translation>
    </message>
</context>
<context>
    <name>DownloadButton</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message numerus="yes">
        <source>Download %n flag(s)</source>
        <translation>
            <numerusform>下载 %n 面旗帜</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick at least one country first</source>
        <translation>请先勾选至少一个国家或地区</translation>
    </message>
    <message>
        <source>Download the ticked flags</source>
        <translation>下载已勾选的旗帜</translation>
    </message>
    <message numerus="yes">
        <source>Download %n again</source>
        <translation>
            <numerusform>重新下载 %n 面旗帜</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder has all ticked flags. Download them again</source>
        <translation>文件夹中已有所有勾选的旗帜。重新下载它们</translation>
    </message>
</context>
<context>
    <name>DownloadCommands</name>
    <message>
        <source>Flags of another set</source>
        <translation>其他旗帜集的旗帜</translation>
    </message>
    <message numerus="yes">
        <source>%1 has a set of flags already, and %n of them would be replaced.</source>
        <translation>
            <numerusform>%1 中已有旗帜集，其中 %n 面旗帜将被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Replace the existing flags with those of the manifest</source>
        <translation>用清单中的旗帜替换现有旗帜</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) skipped, because their source is unknown%1. Download them again.</source>
        <translation>
            <numerusform>已跳过 %n 面旗帜，因为其来源未知%1。请重新下载。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do in %1.</source>
        <translation>%1 中没有需要处理的内容。</translation>
    </message>
    <message numerus="yes">
        <source>All %n flag(s) are in the folder and were kept. Nothing was downloaded.</source>
        <translation>
            <numerusform>%n 面旗帜都已在文件夹中，均予保留，没有下载任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) that the folder has were kept.</source>
        <translation>
            <numerusform>保留了文件夹中已有的 %n 面旗帜。</numerusform>
        </translation>
    </message>
    <message>
        <source>Demonstration: the event loop is blocked for %1 ms at each flag of a built-in source. Preferences &gt; Simulated faults turns it off.</source>
        <translation>演示：内置来源的每面旗帜到达时，事件循环都会阻塞 %1 毫秒。可在“首选项 &gt; 模拟故障”中关闭。</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
</context>
<context>
    <name>EditableSources</name>
    <message>
        <source>New source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>%1, a copy</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>This source is new. Press Save to keep it.</source>
        <translation>这是新来源。请按“保存”将其保留。</translation>
    </message>
    <message>
        <source>This is a source of yours.</source>
        <translation>这是您自己添加的来源。</translation>
    </message>
    <message>
        <source>Your changes are not saved.</source>
        <translation>您的更改尚未保存。</translation>
    </message>
    <message>
        <source>It comes from the command line. Copy it to keep it.</source>
        <translation>此来源由命令行指定。如需保留，请复制它。</translation>
    </message>
    <message>
        <source>It is part of the program. Copy it to change it.</source>
        <translation>此来源由程序自带。如需修改，请复制它。</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>尚未填写完整</translation>
    </message>
    <message>
        <source>%1 (yours)</source>
        <translation>%1（自己添加）</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
</context>
<context>
    <name>EmptySearchNotice</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Shows every country again (Esc)</source>
        <translation>重新显示所有国家和地区（Esc）</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>There is no country here.</source>
        <translation>这里没有国家或地区。</translation>
    </message>
    <message>
        <source>No country here matches “%1”.</source>
        <translation>这里没有与“%1”匹配的国家或地区。</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>搜索“%1”</translation>
    </message>
    <message>
        <source>Search all</source>
        <translation>在全部中搜索</translation>
    </message>
    <message>
        <source>Searches all countries and regions (Alt+1)</source>
        <translation>在所有国家、地区和行政区中搜索 (Alt+1)</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个匹配项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n 个行政区或组织</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 outside of “%2”.</source>
        <comment>1 match; title of the view</comment>
        <translation>“%2”之外有 %1。</translation>
    </message>
</context>
<context>
    <name>EntryKeysText</name>
    <message>
        <source>the key &quot;%1&quot; is not known; allowed are %2</source>
        <translation>未知的键 &quot;%1&quot;；可用的键为 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text in quotes</source>
        <translation>&quot;%1&quot; 必须是带引号的文本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of texts, [&quot;...&quot;, ...]</source>
        <translation>&quot;%1&quot; 必须是文本列表，即 [&quot;...&quot;, ...]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number from %2 to %3</source>
        <translation>&quot;%1&quot; 必须是 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of whole numbers from %2 to %3</source>
        <translation>&quot;%1&quot; 必须是由 %2 到 %3 之间的整数组成的列表</translation>
    </message>
</context>
<context>
    <name>EntryReader</name>
    <message>
        <source>&quot;metadata&quot; and &quot;names&quot; exclude each other</source>
        <translation>&quot;metadata&quot; 和 &quot;names&quot; 不能同时使用</translation>
    </message>
    <message>
        <source>the key &quot;id&quot; is missing</source>
        <translation>缺少键 &quot;id&quot;</translation>
    </message>
    <message>
        <source>&quot;id&quot;: &quot;%1&quot; cannot be used; allowed are letters, digits and . _ -</source>
        <translation>&quot;id&quot;：&quot;%1&quot; 无法使用；可用字母、数字以及 . _ -</translation>
    </message>
    <message>
        <source>&quot;embedded&quot; must be &quot;plain&quot;, &quot;slow&quot; or &quot;faulty&quot;</source>
        <translation>&quot;embedded&quot; 必须是 &quot;plain&quot;、&quot;slow&quot; 或 &quot;faulty&quot;</translation>
    </message>
    <message>
        <source>&quot;pictures&quot; needs &quot;embedded&quot;</source>
        <translation>&quot;pictures&quot; 需要与 &quot;embedded&quot; 一起使用</translation>
    </message>
    <message>
        <source>&quot;pictures&quot; must be &quot;flag-icons&quot;, &quot;flag-icons-1x1&quot; or &quot;iso-flags-svg&quot;</source>
        <translation>&quot;pictures&quot; 必须是 &quot;flag-icons&quot;、&quot;flag-icons-1x1&quot; 或 &quot;iso-flags-svg&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of an embedded source must be relative, as {cc}/{cc}.svg is</source>
        <translation>内置来源的 &quot;%1&quot; 必须是相对地址，例如 {cc}/{cc}.svg</translation>
    </message>
    <message>
        <source>the key &quot;names&quot; is missing</source>
        <translation>缺少键 &quot;names&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: &quot;%2&quot; is not a code in capitals, such as EU or GB-ENG</source>
        <translation>&quot;%1&quot;：&quot;%2&quot; 不是大写代码，正确的例如 EU 或 GB-ENG</translation>
    </message>
    <message>
        <source>&quot;iso3&quot; must name alpha-3 codes by alpha-2 codes, as {&quot;XK&quot;: &quot;UNK&quot;}</source>
        <translation>&quot;iso3&quot; 必须用两字母代码对应三字母代码，例如 {&quot;XK&quot;: &quot;UNK&quot;}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>查看导出结果</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>No program can show the result. It is in %1.</source>
        <translation>没有程序可以显示导出结果。它保存在 %1。</translation>
    </message>
    <message>
        <source>Replace the existing export?</source>
        <translation>要替换已有的导出结果吗？</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Download the %n ticked flag(s)</source>
        <translation>
            <numerusform>下载已勾选的 %n 面旗帜(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Print or export flags</source>
        <translation>打印或导出旗帜</translation>
    </message>
    <message>
        <source>There are no flags in this folder yet.</source>
        <translation>此文件夹中还没有旗帜。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked flag(s) are not in the folder yet.</source>
        <translation>
            <numerusform>已勾选的旗帜中有 %n 面尚未保存到文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export replaces the folder %1.</source>
        <translation>导出会替换文件夹 %1。</translation>
    </message>
    <message>
        <source>The export replaces the file %1.</source>
        <translation>导出会替换文件 %1。</translation>
    </message>
    <message>
        <source>Download the ticked flags. This dialog opens again at the end.</source>
        <translation>下载勾选的旗帜。结束后会重新打开此对话框。</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A3</source>
        <translation>A3</translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Letter, landscape</source>
        <translation>Letter 横向</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Of each flag on a web page. The picture has twice as many, for high-resolution screens</source>
        <translation>网页上每面旗帜的宽度。为适应高分辨率屏幕，图片的像素数是其两倍</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>生成(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Flags</source>
        <translation>旗帜(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language of names</source>
        <translation>名称的语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Width of a flag</source>
        <translation>旗帜宽度(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>All %n in the folder</source>
        <translation>
            <numerusform>文件夹中的全部 %n 面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n ticked</source>
        <translation>
            <numerusform>仅已勾选的 %n 面</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportKind</name>
    <message>
        <source>Contact sheet to print (PDF)</source>
        <translation>供打印的总览图（PDF）</translation>
    </message>
    <message>
        <source>Contact sheet as a picture (PNG)</source>
        <translation>图片形式的总览图（PNG）</translation>
    </message>
    <message>
        <source>Sprite for web pages (PNG, CSS, JSON)</source>
        <translation>供网页使用的雪碧图（PNG、CSS、JSON）</translation>
    </message>
    <message>
        <source>Data as a table (CSV)</source>
        <translation>数据表格（CSV）</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>供程序使用的数据（JSON）</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>%1: none of the named countries is in this folder</source>
        <translation>%1：该文件夹中没有指定的国家或地区</translation>
    </message>
    <message>
        <source>flagfetch: not in %1: %2</source>
        <translation>flagfetch: %1 中没有：%2</translation>
    </message>
    <message>
        <source>%1 of %2 flags</source>
        <translation>%1 / %2 面旗帜</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n flags</source>
        <translation>
            <numerusform>%1：%n 面旗帜</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportText</name>
    <message>
        <source>the file is missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>the picture is too large</source>
        <translation>图片过大</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>the file is not a readable picture</source>
        <translation>文件不是可读取的图片</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>The export was cancelled. Existing files are unchanged.</source>
        <translation>导出已取消。现有文件没有变化。</translation>
    </message>
    <message>
        <source>%1: the result would be too large (%2). Choose fewer flags, or smaller ones.</source>
        <translation>%1：导出结果过大（%2）。请减少旗帜的数量或尺寸。</translation>
    </message>
    <message>
        <source>%1: flags.json is damaged (%2). The flags are exported without their sources and licences.</source>
        <translation>%1：flags.json 已损坏（%2）。导出的旗帜将不包含来源和许可证。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>country: what is wrong with its file</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n flag: %1. Download it again.</source>
        <translation>
            <numerusform>缺少 %n 面旗帜：%1。请重新下载。</numerusform>
        </translation>
    </message>
    <message>
        <source>the picture shows nothing</source>
        <translation>图片没有任何内容</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>the source has no such flag</source>
        <translation>该来源没有这面旗帜</translation>
    </message>
    <message>
        <source>the source has no such flag; it answered %1</source>
        <translation>该来源没有这面旗帜；服务器响应 %1</translation>
    </message>
    <message>
        <source>it was cancelled before the flag was saved</source>
        <translation>旗帜保存前已取消</translation>
    </message>
    <message>
        <source>there is no network</source>
        <translation>没有网络连接</translation>
    </message>
    <message>
        <source>no server of this name was found</source>
        <translation>找不到服务器</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>服务器拒绝连接</translation>
    </message>
    <message>
        <source>the connection was lost before the answer was complete</source>
        <translation>收到完整的响应之前，连接已中断</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>服务器未及时响应</translation>
    </message>
    <message>
        <source>the answer ended too early</source>
        <translation>响应不完整</translation>
    </message>
    <message>
        <source>the server limits the number of requests, and gave no flag for minutes</source>
        <translation>服务器限制请求数量，几分钟内没有返回任何旗帜</translation>
    </message>
    <message>
        <source>the server reported an error</source>
        <translation>服务器报告了错误</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>服务器响应 %1</translation>
    </message>
    <message>
        <source>the server denies access</source>
        <translation>服务器拒绝访问</translation>
    </message>
    <message>
        <source>the server denies access; it answered %1</source>
        <translation>服务器拒绝访问；响应为 %1</translation>
    </message>
    <message>
        <source>the server&apos;s answer cannot be trusted</source>
        <translation>服务器的响应不可信</translation>
    </message>
    <message>
        <source>the server sends interim responses that this Qt cannot read</source>
        <translation>服务器发送了当前 Qt 版本无法读取的临时响应</translation>
    </message>
    <message>
        <source>the server sends interim responses (%1) that this Qt cannot read</source>
        <translation>服务器发送了当前 Qt 版本无法读取的临时响应（%1）</translation>
    </message>
    <message>
        <source>the server redirects to an address that is not followed</source>
        <translation>服务器重定向到不予跟随的地址</translation>
    </message>
    <message>
        <source>no secure connection could be made</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>the picture is larger than a flag can be</source>
        <translation>图片大小超过了旗帜的上限</translation>
    </message>
    <message>
        <source>the server did not send a readable picture</source>
        <translation>服务器发送的不是可读取的图片</translation>
    </message>
    <message>
        <source>drawing it took more than 10 s</source>
        <translation>绘制图片用时超过 10 秒</translation>
    </message>
    <message>
        <source>drawing it needed too much memory</source>
        <translation>绘制图片需要的内存过多</translation>
    </message>
    <message>
        <source>the picture cannot be drawn</source>
        <translation>图片无法绘制</translation>
    </message>
    <message>
        <source>the country&apos;s metadata from the server is invalid</source>
        <translation>服务器提供的国家或地区元数据无效</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the folder cannot be created or written</source>
        <translation>无法创建或写入文件夹</translation>
    </message>
    <message>
        <source>the folder holds other files, which are not replaced</source>
        <translation>文件夹中有其他文件，这些文件不会被替换</translation>
    </message>
    <message>
        <source>the file could not be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>the file could not be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>another program is saving flags in this folder</source>
        <translation>另一个程序正在向此文件夹保存旗帜</translation>
    </message>
    <message>
        <source>there is no set of flags in this folder</source>
        <translation>此文件夹中没有旗帜集</translation>
    </message>
    <message>
        <source>the description of the set of flags is damaged</source>
        <translation>旗帜集的描述已损坏</translation>
    </message>
    <message>
        <source>the set of flags was saved by a later version of Flagfetch, and is not changed</source>
        <translation>该旗帜集由更高版本的 Flagfetch 保存，因此不作更改</translation>
    </message>
    <message>
        <source>a set of flags has this file, and it is not replaced</source>
        <translation>该文件属于一个旗帜集，不会被替换</translation>
    </message>
    <message>
        <source>this computer draws the pictures differently from those in the set</source>
        <translation>本机绘制的图片与旗帜集中的不同</translation>
    </message>
    <message>
        <source>the source now has another picture than the set had, and it was not saved</source>
        <translation>来源现在的图片与旗帜集中的不同，因此没有保存</translation>
    </message>
    <message>
        <source>the source now has the flag in another format, and it was not saved</source>
        <translation>来源现在以另一种格式提供这面旗帜，因此没有保存</translation>
    </message>
    <message>
        <source>too many files and connections are open</source>
        <translation>打开的文件和连接过多</translation>
    </message>
    <message>
        <source>the pictures of the built-in sources were not found</source>
        <translation>找不到内置来源的图片</translation>
    </message>
    <message>
        <source>something went wrong in the program itself</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>Another source may have it.</source>
        <translation>其他来源可能有。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>Check the address of the source and the connection.</source>
        <translation>请检查来源的地址和网络连接。</translation>
    </message>
    <message>
        <source>Check the address of the source, or try again later.</source>
        <translation>请检查来源的地址，或稍后重试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Try again, or allow more time.</source>
        <translation>请重试，或延长超时时间。</translation>
    </message>
    <message>
        <source>Try again later, or choose another source.</source>
        <translation>请稍后重试，或选择其他来源。</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>请选择其他来源。</translation>
    </message>
    <message>
        <source>Install it in the folder of flagfetch.</source>
        <translation>请把它安装到 flagfetch 所在的文件夹。</translation>
    </message>
    <message>
        <source>Check the date of this computer, or choose another source.</source>
        <translation>请检查本机的日期，或选择其他来源。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>请释放一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <translation>请选择新文件夹或空文件夹。</translation>
    </message>
    <message>
        <source>Check the disk, or choose another folder.</source>
        <translation>请检查磁盘，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions of the file.</source>
        <translation>请检查磁盘和文件权限。</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another folder.</source>
        <translation>请等待其完成，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Download flags into it, or choose another folder.</source>
        <translation>请先把旗帜下载到其中，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Use another copy of it.</source>
        <translation>请使用它的另一份副本。</translation>
    </message>
    <message>
        <source>Use that version, or choose another folder.</source>
        <translation>请使用该版本，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Update the set to draw them again.</source>
        <translation>请更新旗帜集以重新绘制图片。</translation>
    </message>
    <message>
        <source>Update the set to take the new one.</source>
        <translation>请更新旗帜集以采用新图片。</translation>
    </message>
    <message>
        <source>Download it again to keep both files.</source>
        <translation>请重新下载，以便保留两个文件。</translation>
    </message>
    <message>
        <source>Allow fewer requests at once, or close other programs.</source>
        <translation>请减少并发请求数，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Install the package iso-flags-svg, or choose another source.</source>
        <translation>请安装软件包 iso-flags-svg，或选择其他来源。</translation>
    </message>
    <message>
        <source>Try again, and report it if it happens again.</source>
        <translation>请重试；如果再次发生，请报告问题。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>country: what happened to its flag</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the system does not let this process start so many threads</source>
        <translation>系统不允许此进程启动这么多线程</translation>
    </message>
    <message>
        <source>the program flagfetch-render, which draws the pictures, cannot be started</source>
        <translation>无法启动绘制图片的程序 flagfetch-render</translation>
    </message>
    <message>
        <source>the picture that the server sent shows nothing</source>
        <translation>服务器发送的图片没有任何内容</translation>
    </message>
    <message>
        <source>Download it again to take it.</source>
        <translation>如要采用，请重新下载。</translation>
    </message>
    <message>
        <source>the server redirects to a proxy, which is not used; it answered %1</source>
        <translation>服务器要求改用代理，本程序不使用；响应为 %1</translation>
    </message>
    <message>
        <source>the server redirects without an address; it answered %1</source>
        <translation>服务器要求重定向，但没有给出地址；响应为 %1</translation>
    </message>
    <message>
        <source>the proxy cannot be used</source>
        <translation>无法使用代理</translation>
    </message>
    <message>
        <source>Check the address of the proxy and its password.</source>
        <translation>请检查代理的地址和密码。</translation>
    </message>
    <message>
        <source>the source now has the picture of another country, and it was not saved</source>
        <translation>来源现在给出的是另一个国家或地区的图片，未保存该图片</translation>
    </message>
    <message>
        <source>a link or a file that is no picture has its name, and is not replaced</source>
        <translation>有链接或不是图片的文件占用了它的文件名，不会被替换</translation>
    </message>
    <message>
        <source>Remove it, or choose another name.</source>
        <translation>请将其移走，或选择其他名称。</translation>
    </message>
    <message>
        <source>the set of flags in this folder has none of the chosen countries</source>
        <translation>此文件夹的旗帜集中没有所选的任何国家或地区</translation>
    </message>
    <message>
        <source>the journal of the last batch is damaged</source>
        <translation>上一批下载的记录文件已损坏</translation>
    </message>
    <message>
        <source>Download their flags into the folder first.</source>
        <translation>请先将它们的旗帜下载到该文件夹。</translation>
    </message>
    <message>
        <source>Remove it to use the set without that batch.</source>
        <translation>删除该文件后，即可使用不含该批下载的旗帜集。</translation>
    </message>
</context>
<context>
    <name>FallbackList</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add the source on the left to the end of the list</source>
        <translation>将左侧的来源添加到列表末尾</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the chosen source from the list</source>
        <translation>从列表中移除所选来源</translation>
    </message>
    <message>
        <source>U&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Use the chosen source earlier</source>
        <translation>优先使用所选来源</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Use the chosen source later</source>
        <translation>延后使用所选来源</translation>
    </message>
    <message>
        <source>Sources that are used for missing flags, in this order</source>
        <translation>缺少旗帜时依次使用的来源</translation>
    </message>
    <message>
        <source>Sources that can be added</source>
        <translation>可以添加的来源</translation>
    </message>
</context>
<context>
    <name>FallbackNotice</name>
    <message>
        <source>The built-in pictures are Debian&apos;s, because flag-icons is not installed.</source>
        <translation>由于未安装 flag-icons，内置图片来自 Debian。</translation>
    </message>
    <message>
        <source>Run scripts/install-dependencies.sh to get the newer ones.</source>
        <translation>如需较新的图片，请运行 scripts/install-dependencies.sh。</translation>
    </message>
</context>
<context>
    <name>FallbackText</name>
    <message>
        <source>%1: %2</source>
        <comment>source: why it did not give the flag</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>from %1 (%2)</source>
        <translation>来自“%1”（%2）</translation>
    </message>
    <message>
        <source>requested from %1; %2</source>
        <translation>已向 %1 请求；%2</translation>
    </message>
    <message>
        <source>%1 (%2): %3 does not have this flag.</source>
        <comment>name, code, source</comment>
        <translation>%1（%2）：%3 没有这面旗帜。</translation>
    </message>
    <message>
        <source>It is available from %1.</source>
        <comment>ids of sources</comment>
        <translation>可用来源：%1。</translation>
    </message>
</context>
<context>
    <name>FaultFields</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Seconds before each response, at random between the two delays</source>
        <translation>每次响应前等待的秒数，在两个延迟之间随机取值</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The share of the requests that get an error instead of a flag</source>
        <translation>得到错误而不是旗帜的请求所占的比例</translation>
    </message>
    <message>
        <source>The same number gives the same delays and errors again</source>
        <translation>使用相同的数字会重现相同的延迟和错误</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How long the program sleeps at each flag of a built-in source instead of waiting for all requests</source>
        <translation>内置来源的每面旗帜到达时，程序休眠多久而不去等待所有请求</translation>
    </message>
</context>
<context>
    <name>FaultSettingsDialog</name>
    <message>
        <source>Adjust the slow source</source>
        <translation>调整慢速来源</translation>
    </message>
    <message>
        <source>Adjust the faulty source</source>
        <translation>调整模拟故障的来源</translation>
    </message>
    <message>
        <source>&amp;Shortest delay:</source>
        <translation>最短延迟(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Longest delay:</source>
        <translation>最长延迟(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Requests that fail:</source>
        <translation>请求失败的比例(&amp;R)：</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>随机种子(&amp;E)：</translation>
    </message>
</context>
<context>
    <name>FaultsPage</name>
    <message>
        <source>Two built-in sources are slow or faulty on purpose, to try how a download behaves. They need no network.</source>
        <translation>有两个内置来源会故意变慢或出错，可用来观察下载的表现。它们不需要网络。</translation>
    </message>
    <message>
        <source>Slow source</source>
        <translation>慢速来源</translation>
    </message>
    <message>
        <source>&amp;Shortest delay:</source>
        <translation>最短延迟(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Longest delay:</source>
        <translation>最长延迟(&amp;L)：</translation>
    </message>
    <message>
        <source>Random s&amp;eed:</source>
        <translation>随机种子(&amp;E)：</translation>
    </message>
    <message>
        <source>Faulty source</source>
        <translation>模拟故障的来源</translation>
    </message>
    <message>
        <source>Requests that &amp;fail:</source>
        <translation>请求失败的比例(&amp;F)：</translation>
    </message>
    <message>
        <source>Ra&amp;ndom seed:</source>
        <translation>随机种子(&amp;N)：</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>&amp;Block the event loop:</source>
        <translation>阻塞事件循环(&amp;B)：</translation>
    </message>
    <message>
        <source>At each flag of a built-in source, the program sleeps for this time, and all other responses have to wait. The timeline shows it. The window does not freeze, because the requests are in another thread with another event loop. Three ways to download ignores this setting.</source>
        <translation>内置来源的每面旗帜到达时，程序都会休眠这么久，其他响应只能等待。时间线会显示这一点。窗口不会停止响应，因为请求在另一个线程里，使用另一个事件循环。“三种下载方式”不受此设置影响。</translation>
    </message>
</context>
<context>
    <name>FeatureTexts</name>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Compared run</source>
        <translation>对比的下载</translation>
    </message>
    <message>
        <source>Event loop blocked</source>
        <translation>事件循环阻塞</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>The blue line is the number of requests that have been sent and are not complete. The higher it is, the more of them wait at the same time.</source>
        <translation>蓝线是已发出但尚未完成的请求数。线越高，同时等待的请求越多。</translation>
    </message>
    <message>
        <source>The line with thin dashes is the most requests that may be in flight at one moment: Requests at once, if the source allows as many.</source>
        <translation>细虚线是同一时刻最多允许进行的请求数：在来源允许的范围内，即“同时请求数”。</translation>
    </message>
    <message>
        <source>The line with thick dashes is the number in flight of the run that you compare with.</source>
        <translation>粗虚线是所对比的那次下载中进行中的请求数。</translation>
    </message>
    <message>
        <source>The program sleeps on purpose, and does not see the responses that arrive meanwhile. Preferences &gt; Simulated faults turns this on and off.</source>
        <translation>程序在故意休眠，看不到这期间到达的响应。可在“首选项 &gt; 模拟故障”中打开或关闭。</translation>
    </message>
    <message>
        <source>Each line is one thread of the pool: what it has checked and saved, and when. Requests need no thread while they wait.</source>
        <translation>每一行是线程池中的一个线程：它在什么时候检查和保存了什么。请求在等待时不占用线程。</translation>
    </message>
</context>
<context>
    <name>FigureTexts</name>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Names of all countries</source>
        <translation>所有国家和地区的名称</translation>
    </message>
    <message>
        <source>Waited %1 for a free slot</source>
        <translation>排队等待 %1</translation>
    </message>
    <message>
        <source>Waited %1 for the server</source>
        <translation>等待服务器 %1</translation>
    </message>
    <message>
        <source>Received in %1</source>
        <translation>接收用时 %1</translation>
    </message>
    <message>
        <source>Paused %1 before another try</source>
        <translation>重试前暂停 %1</translation>
    </message>
    <message>
        <source>Waited %1 for the metadata and a thread</source>
        <translation>等待元数据和线程 %1</translation>
    </message>
    <message>
        <source>Checked in %1</source>
        <translation>检查用时 %1</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>保存用时 %1</translation>
    </message>
    <message>
        <source>Opened a new connection</source>
        <translation>打开了新连接</translation>
    </message>
    <message>
        <source>Used an open connection again</source>
        <translation>复用了已打开的连接</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s)</source>
        <translation>
            <numerusform>尝试了 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>throttled %n time(s)</source>
        <translation>
            <numerusform>被限流 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Waiting for a slot</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Sent %1 after the start</source>
        <translation>开始后 %1发出</translation>
    </message>
    <message>
        <source>%1 received</source>
        <comment>size</comment>
        <translation>收到 %1</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 of %2</source>
        <comment>number in flight, limit</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>逐个进行需要</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Median wait</source>
        <translation>等待中位数</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>第 95 百分位</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Most in flight</source>
        <translation>同时最多</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>New connections</source>
        <translation>新连接</translation>
    </message>
    <message>
        <source>Reused</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>The time that the run has taken, from the click to the last file.</source>
        <translation>这次下载所用的时间：从点击到最后一个文件。</translation>
    </message>
    <message>
        <source>The sum of all single times: the run would take this long if each request waited for the one before it.</source>
        <translation>所有单项时间之和：如果每个请求都要等前一个完成，就需要这么久。</translation>
    </message>
    <message>
        <source>One at a time divided by elapsed: how many times faster it is to wait for many requests at once.</source>
        <translation>逐个进行的时间除以用时：同时等待多个请求快了多少倍。</translation>
    </message>
    <message>
        <source>How many requests were answered in a second, on average.</source>
        <translation>平均每秒有多少个请求得到答复。</translation>
    </message>
    <message>
        <source>How much arrived in a second, on average.</source>
        <translation>平均每秒收到多少数据。</translation>
    </message>
    <message>
        <source>Half of the requests waited shorter for the first byte from the server, half of them longer.</source>
        <translation>一半的请求等待服务器第一个字节的时间比这短，另一半比这长。</translation>
    </message>
    <message>
        <source>Only one request in twenty waited longer for the first byte from the server.</source>
        <translation>二十个请求中只有一个等待服务器第一个字节的时间比这更长。</translation>
    </message>
    <message>
        <source>The requests that have been sent and are not complete, and how many may be.</source>
        <translation>已发出但尚未完成的请求数，以及允许的上限。</translation>
    </message>
    <message>
        <source>The greatest number of requests that were in flight at one moment.</source>
        <translation>同一时刻进行中的请求最多有多少个。</translation>
    </message>
    <message>
        <source>How many times a try failed and was repeated.</source>
        <translation>有多少次尝试失败后重试。</translation>
    </message>
    <message>
        <source>How many requests ended without their content.</source>
        <translation>有多少个请求结束时没有得到内容。</translation>
    </message>
    <message>
        <source>How many connections were opened, which takes a few round trips each.</source>
        <translation>打开了多少个连接；每个都需要几次往返。</translation>
    </message>
    <message>
        <source>How many tries used a connection that was open already, which saves time.</source>
        <translation>有多少次尝试使用了已打开的连接，从而节省时间。</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Received per second</source>
        <translation>每秒接收</translation>
    </message>
    <message>
        <source>Unknown here: the event loop was blocked, and the time of each request includes the sleeps of the program.</source>
        <translation>这里无法得知：事件循环被阻塞过，每个请求的时间都包含程序的休眠。</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>This run</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1, compared</source>
        <comment>figure</comment>
        <translation>%1（对比）</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;Change folder…</source>
        <translation>更改文件夹(&amp;C)…</translation>
    </message>
    <message>
        <source>Print or &amp;export…</source>
        <translation>打印或导出(&amp;E)…</translation>
    </message>
    <message>
        <source>A sheet to print (PDF), a picture (PNG), a sprite for web pages (CSS), or a table</source>
        <translation>供打印的总览图（PDF）、图片（PNG）、供网页使用的雪碧图（CSS），或表格</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Show the folder in the file manager</source>
        <translation>在文件管理器中显示文件夹</translation>
    </message>
    <message>
        <source>Choose the folder that flags are saved to</source>
        <translation>选择保存旗帜的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Download %n flag(s)</source>
        <translation>
            <numerusform>下载 %n 面旗帜(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>Download the ticked flags</source>
        <translation>下载已勾选的旗帜</translation>
    </message>
    <message>
        <source>Tick at least one country first</source>
        <translation>请先勾选至少一个国家或地区</translation>
    </message>
</context>
<context>
    <name>FileExport</name>
    <message>
        <source>The picture would have %1 × %2 pixels, and at most %3 are possible on each side. Save it as a drawing (SVG) instead.</source>
        <translation>图片会有 %1 × %2 像素，而每边最多 %3 像素。请改存为矢量图 (SVG)。</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture. Save it as a drawing (SVG) instead.</source>
        <translation>内存不足，无法生成图片。请改存为矢量图 (SVG)。</translation>
    </message>
</context>
<context>
    <name>FileManager</name>
    <message>
        <source>No program can show the folder %1. Install a file manager and try again.</source>
        <translation>没有程序可以显示文件夹 %1。请安装文件管理器后重试。</translation>
    </message>
</context>
<context>
    <name>FileOptions</name>
    <message>
        <source>allowed are square and circle</source>
        <translation>可用的值为 square 和 circle</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>folder for the flags; it is created if it does not exist (default: downloads; in a window the last one)</source>
        <translation>保存旗帜的文件夹；不存在时自动创建（默认：downloads；在窗口中为上次使用的文件夹）</translation>
    </message>
    <message>
        <source>template for file names, with {CC}, {cc}, {iso3}, {num}, {country}, {country:zh}, {continent}, {source}, {width} and {ext}; &quot;/&quot; creates a folder (default: {CC}-{country}; in a window the last one)</source>
        <translation>文件名模板，可包含 {CC}、{cc}、{iso3}、{num}、{country}、{country:zh}、{continent}、{source}、{width} 和 {ext}；&quot;/&quot; 用于创建文件夹（默认：{CC}-{country}；在窗口中为上次使用的模板）</translation>
    </message>
    <message>
        <source>what to do if the file exists: overwrite (default; in a window the last one), skip or rename; skip does not request flags that the set already has from the same source</source>
        <translation>文件已存在时的处理方式：overwrite（覆盖，默认；在窗口中为上次的选择）、skip（跳过）或 rename（重命名）；使用 skip 时，旗帜集中已有的同一来源的旗帜不再请求</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>also save each flag as PNG, named CC-Country-WIDTH.png; an SVG is drawn at exactly this width, other pictures are never enlarged</source>
        <translation>把每面旗帜另存为 PNG，文件名为 CC-Country-WIDTH.png；SVG 严格按此宽度绘制，其他图片从不放大</translation>
    </message>
    <message>
        <source>the same as lossless WebP</source>
        <translation>同上，但保存为无损 WebP</translation>
    </message>
    <message>
        <source>crop these pictures: square, or circle with transparent corners</source>
        <translation>裁剪这些图片：square（正方形）或 circle（圆形，四角透明）</translation>
    </message>
    <message>
        <source>save only these pictures, not the file from the source</source>
        <translation>只保存这些图片，不保存来源的原始文件</translation>
    </message>
    <message>
        <source>--%1: it can be used only together with --png or --webp</source>
        <translation>--%1：只能与 --png 或 --webp 一起使用</translation>
    </message>
</context>
<context>
    <name>FileRulesForm</name>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Insert placeholder</source>
        <translation>插入占位符(&amp;I)</translation>
    </message>
    <message>
        <source>The placeholders for a file name</source>
        <translation>文件名可用的占位符</translation>
    </message>
    <message>
        <source>This template cannot be used: %1.</source>
        <translation>此模板无法使用：%1。</translation>
    </message>
</context>
<context>
    <name>FileSettings</name>
    <message>
        <source>File &amp;names and formats…</source>
        <translation>文件名和格式(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Correct the file names or the widths.</source>
        <translation>请更正文件名模板或宽度。</translation>
    </message>
</context>
<context>
    <name>FilterNames</name>
    <message>
        <source>continent</source>
        <extracomment>A translation of the keys and of the groups may have several names, separated by bars. The first one is shown to people, and people can type all of them. A key must not contain spaces or digits.</extracomment>
        <translation>大洲|洲</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区|区域</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组织|集团</translation>
    </message>
    <message>
        <source>part-of</source>
        <translation>所属|隶属</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>United Nations</source>
        <translation>联合国</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>欧盟|欧洲联盟</translation>
    </message>
    <message>
        <source>G7</source>
        <translation>七国集团|G7</translation>
    </message>
    <message>
        <source>G20</source>
        <translation>二十国集团|G20</translation>
    </message>
    <message>
        <source>NATO</source>
        <translation>北约|北大西洋公约组织</translation>
    </message>
    <message>
        <source>ASEAN</source>
        <translation>东盟|东南亚国家联盟</translation>
    </message>
    <message>
        <source>Commonwealth</source>
        <translation>英联邦</translation>
    </message>
    <message>
        <source>Benelux</source>
        <translation>比荷卢|荷比卢</translation>
    </message>
    <message>
        <source>Nordic countries</source>
        <translation>北欧国家</translation>
    </message>
    <message>
        <source>Baltic states</source>
        <translation>波罗的海国家|波罗的海三国</translation>
    </message>
    <message>
        <source>Twenty most populous</source>
        <translation>人口最多|人口大国</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>filter of a search: key, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FlagActions</name>
    <message>
        <source>Copy as P&amp;NG</source>
        <translation>复制为 PNG(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Sa&amp;ve a copy…</source>
        <translation>保存副本(&amp;V)…</translation>
    </message>
    <message>
        <source>Copy path of th&amp;e file</source>
        <translation>复制文件路径(&amp;E)</translation>
    </message>
    <message>
        <source>Copy lin&amp;k</source>
        <translation>复制链接(&amp;K)</translation>
    </message>
    <message>
        <source>Open the file with the program of the desktop (O)</source>
        <translation>用桌面的默认程序打开文件（O）</translation>
    </message>
    <message>
        <source>Show the file in the file manager (Ctrl+Shift+O)</source>
        <translation>在文件管理器中显示文件（Ctrl+Shift+O）</translation>
    </message>
    <message>
        <source>Copy the picture for a document, and the file for a folder (Ctrl+C)</source>
        <translation>复制图片以粘贴到文档，或复制文件以粘贴到文件夹（Ctrl+C）</translation>
    </message>
    <message>
        <source>Draws the flag with this width and copies it, for a document</source>
        <translation>按此宽度绘制旗帜并复制，供文档使用</translation>
    </message>
    <message>
        <source>%1 pixels wide</source>
        <translation>宽 %1 像素</translation>
    </message>
    <message>
        <source>%1 no longer exists. Download it again.</source>
        <translation>%1 已不存在。请重新下载。</translation>
    </message>
    <message>
        <source>No program can open %1. Install one and try again.</source>
        <translation>没有可打开 %1 的程序。请安装看图程序后重试。</translation>
    </message>
    <message>
        <source>Copied the path of the file.</source>
        <translation>已复制文件路径。</translation>
    </message>
    <message>
        <source>Copied the address of the picture.</source>
        <translation>已复制图片地址。</translation>
    </message>
    <message>
        <source>Save as PN&amp;G</source>
        <translation>另存为 PNG(&amp;G)</translation>
    </message>
    <message>
        <source>Draws the flag with this width and saves it in a folder of your choice</source>
        <translation>按此宽度绘制旗帜，并保存到所选的文件夹</translation>
    </message>
    <message>
        <source>%1 pixels wide…</source>
        <translation>宽 %1 像素…</translation>
    </message>
</context>
<context>
    <name>FlagDelegate</name>
    <message>
        <source>from %1</source>
        <comment>source</comment>
        <translation>来自“%1”</translation>
    </message>
</context>
<context>
    <name>FlagDetails</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>Hide the details (F9)</source>
        <translation>隐藏详细信息（F9）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Copy the flag in another size or format, its path or its link</source>
        <translation>以其他尺寸或格式复制旗帜，或复制其路径或链接</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>无旗帜</translation>
    </message>
    <message>
        <source>Choose a flag to see its details.</source>
        <translation>选择一面旗帜以查看其详细信息。</translation>
    </message>
    <message>
        <source>The flag of %1 is not in the folder</source>
        <translation>文件夹中没有%1旗帜</translation>
    </message>
    <message>
        <source>Flag of %1</source>
        <translation>%1旗帜</translation>
    </message>
    <message>
        <source>Double-click or press Return for a window of its own. The wheel, + and − zoom, 0 shows the whole flag. Drag the flag into a folder or a document.</source>
        <translation>双击或按回车键可在单独的窗口中查看。滚轮、+ 和 − 可缩放，0 显示完整的旗帜。可将旗帜拖到文件夹或文档中。</translation>
    </message>
    <message>
        <source>not in the folder</source>
        <translation>不在文件夹中</translation>
    </message>
    <message>
        <source>Wait until the running operation has ended</source>
        <translation>请等待正在运行的操作结束</translation>
    </message>
    <message>
        <source>Download only this flag, into the folder below</source>
        <translation>仅下载这面旗帜到下方的文件夹</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Download exactly the file that was saved</source>
        <translation>下载与当初保存的完全相同的文件</translation>
    </message>
</context>
<context>
    <name>FlagFacts</name>
    <message>
        <source>%1 wide</source>
        <comment>pixels of a picture</comment>
        <translation>宽 %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>pixels of a picture</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>waited %1</source>
        <comment>for a free slot</comment>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>%1 后响应</translation>
    </message>
    <message>
        <source>received in %1</source>
        <translation>接收用时 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Native name</source>
        <translation>当地名称</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Continent</source>
        <translation>大洲</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>time</comment>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>In all</source>
        <comment>time from the start of the batch to the file on disk</comment>
        <translation>总用时</translation>
    </message>
    <message>
        <source>%1, waited %2</source>
        <comment>duration of a request, for a free slot</comment>
        <translation>%1，等待 %2</translation>
    </message>
    <message>
        <source>Picture took</source>
        <comment>time of its request</comment>
        <translation>图片用时</translation>
    </message>
    <message>
        <source>Name took</source>
        <comment>time of its request</comment>
        <translation>名称用时</translation>
    </message>
    <message>
        <source>Width, height and ratio of the picture. Some sources draw every flag in one ratio, such as 4:3.</source>
        <translation>图片的宽度、高度和比例。有些来源的旗帜都采用同一比例，例如 4:3。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>saved with %1</source>
        <comment>size</comment>
        <translation>保存时为 %1</translation>
    </message>
    <message>
        <source>Flag of</source>
        <comment>the country whose flag a territory uses</comment>
        <translation>所用旗帜</translation>
    </message>
    <message>
        <source>%1 uses the flag of %2, or the source has no other picture.</source>
        <translation>%1使用%2的旗帜，或者来源没有其他图片。</translation>
    </message>
</context>
<context>
    <name>FlagGrid</name>
    <message>
        <source>Countries</source>
        <translation>国家和地区</translation>
    </message>
    <message>
        <source>Untick %1 (Space)</source>
        <translation>取消勾选%1（空格键）</translation>
    </message>
    <message>
        <source>Tick %1 (Space)</source>
        <translation>勾选%1（空格键）</translation>
    </message>
</context>
<context>
    <name>FlagReader</name>
    <message>
        <source>&quot;code&quot; must be a code in capitals, such as DE or GB-ENG</source>
        <translation>&quot;code&quot; 必须是大写代码，例如 DE 或 GB-ENG</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has characters other than printable ASCII</source>
        <translation>&quot;%1&quot; 含有可打印 ASCII 以外的字符</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; is not inside the folder of the set</source>
        <translation>文件 &quot;%1&quot; 不在旗帜集的文件夹中</translation>
    </message>
    <message>
        <source>the file name &quot;%1&quot; is reserved for the program</source>
        <translation>文件名 &quot;%1&quot; 由程序保留</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; does not have the suffix of a picture</source>
        <translation>文件 &quot;%1&quot; 没有图片的扩展名</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be 64 hexadecimal digits</source>
        <translation>&quot;%1&quot; 必须是 64 位十六进制数字</translation>
    </message>
    <message>
        <source>&quot;bytes&quot; must be a number</source>
        <translation>&quot;bytes&quot; 必须是数字</translation>
    </message>
</context>
<context>
    <name>FlagTexts</name>
    <message>
        <source>%1: %2</source>
        <comment>source: why it did not give the flag</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>file and size, source</comment>
        <translation>%1，来自“%2”</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, narrower than requested: the source&apos;s picture has no more, and pictures are not enlarged.</source>
        <translation>%1 的宽度为 %2 像素，比要求的窄：来源的图片只有这么宽，而图片不会放大。</translation>
    </message>
    <message>
        <source>%1 already exists and was kept.</source>
        <translation>%1 已存在，保留未动。</translation>
    </message>
    <message>
        <source>%1 is unchanged at the source.</source>
        <translation>%1 在来源中没有变化。</translation>
    </message>
    <message>
        <source>The source has no name for it. The name comes from this program.</source>
        <translation>该来源没有提供名称。此名称来自本程序。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>country, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The picture shows %1.</source>
        <translation>图片内容：%1。</translation>
    </message>
    <message>
        <source>narrower than requested</source>
        <translation>比要求的窄</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>source</comment>
        <translation>来自“%1”</translation>
    </message>
    <message>
        <source>The folder had another picture before. Folder &gt; Show changes shows both.</source>
        <translation>文件夹中原先是另一张图片。“文件夹”&gt;“显示变化”可显示两者。</translation>
    </message>
    <message>
        <source>The file %1 is gone. Repair restores it.</source>
        <translation>文件 %1 已丢失。“修复”可将其恢复。</translation>
    </message>
    <message>
        <source>%1 is damaged or was changed. Repair restores it.</source>
        <translation>%1 已损坏或被改动。“修复”可将其恢复。</translation>
    </message>
    <message>
        <source>%1 is damaged. Download the flag again.</source>
        <translation>%1 已损坏。请重新下载这面旗帜。</translation>
    </message>
    <message>
        <source>The folder still has the flag that was saved before.</source>
        <translation>文件夹中仍有之前保存的旗帜。</translation>
    </message>
    <message>
        <source>waiting because the server limits requests</source>
        <translation>服务器限制请求数，正在等待</translation>
    </message>
    <message>
        <source>The file is as it was saved, but it cannot be drawn.</source>
        <translation>文件与保存时一致，但无法绘制。</translation>
    </message>
</context>
<context>
    <name>FolderFile</name>
    <message>
        <source>a symbolic link is in the file&apos;s place</source>
        <translation>该位置是一个符号链接</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>更改(&amp;G)…</translation>
    </message>
    <message>
        <source>Choose the folder that flags are saved to</source>
        <translation>选择保存旗帜的文件夹</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>更改文件夹</translation>
    </message>
    <message>
        <source>Show the folder in the file manager</source>
        <translation>在文件管理器中显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Saving to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Save flags to</source>
        <translation>将旗帜保存到</translation>
    </message>
    <message>
        <source>%1 does not exist yet. The first download creates it.</source>
        <translation>%1 尚不存在。首次下载时会自动创建。</translation>
    </message>
    <message>
        <source>No program can open folders. The flags are in %1.</source>
        <translation>没有程序可以打开文件夹。旗帜保存在 %1。</translation>
    </message>
    <message>
        <source>Files are named %1</source>
        <translation>文件名格式：%1</translation>
    </message>
    <message>
        <source>Folders used recently</source>
        <translation>最近使用的文件夹</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近的文件夹</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
</context>
<context>
    <name>FooterBar</name>
    <message numerus="yes">
        <source>%n flag(s) of the folder had another picture before.</source>
        <translation>
            <numerusform>文件夹中有 %n 面旗帜换了图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick the flags you want, then press Download.</source>
        <translation>勾选所需的旗帜，然后按“下载”。</translation>
    </message>
    <message>
        <source>Welcome! The 20 countries with the most people are ticked for a start: press Download to save their flags. The built-in source has them all and needs no network.</source>
        <translation>欢迎使用！程序已预先勾选人口最多的 20 个国家，按“下载”即可保存它们的旗帜。内置来源有这些旗帜，无需联网。</translation>
    </message>
</context>
<context>
    <name>FreshnessText</name>
    <message>
        <source>%1&apos;s flag until %2</source>
        <comment>country, year</comment>
        <translation>%2 年以前的 %1 旗帜</translation>
    </message>
    <message>
        <source>the flag of %1</source>
        <comment>another country</comment>
        <translation>%1的旗帜</translation>
    </message>
    <message numerus="yes">
        <source>Older pictures: %n flag(s) are superseded or wrong: %1</source>
        <translation>
            <numerusform>过时的图片：%n 面旗帜已被取代或有误：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Older pictures: %n flag(s) are superseded or wrong.</source>
        <translation>
            <numerusform>过时的图片：%n 面旗帜已被取代或有误。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>The folder used &amp;last</source>
        <translation>上次使用的文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;This folder:</source>
        <translation>此文件夹(&amp;T)：</translation>
    </message>
    <message>
        <source>As&amp;k before quitting while flags are downloaded</source>
        <translation>正在下载时，退出前先询问(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Notify me when a download ends and the window is not in front</source>
        <translation>下载结束而窗口不在最前时通知我(&amp;N)</translation>
    </message>
    <message>
        <source>What has arrived is saved in any case, and the rest can be continued</source>
        <translation>已收到的旗帜总会保存，其余的可以稍后继续</translation>
    </message>
    <message>
        <source>One notification of the desktop for each download</source>
        <translation>每次下载发出一条桌面通知</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>The language of the window and of the names of countries</source>
        <translation>窗口和国家名称使用的语言</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>更改语言后，下次启动时生效。</translation>
    </message>
    <message>
        <source>Folder at the start</source>
        <translation>启动时的文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the folder that the window starts with</source>
        <translation>选择窗口启动时使用的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder at the start</source>
        <translation>选择启动时的文件夹</translation>
    </message>
    <message>
        <source>An absolute path. The first download creates the folder.</source>
        <translation>绝对路径。首次下载时会创建该文件夹。</translation>
    </message>
    <message>
        <source>Type the whole path of the folder at the start, or choose it.</source>
        <translation>请输入启动时文件夹的完整路径，或选择该文件夹。</translation>
    </message>
    <message>
        <source>Lan&amp;guage (语言):</source>
        <translation>语言（Language）(&amp;G)：</translation>
    </message>
</context>
<context>
    <name>GivenFile</name>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation>无法读取文件（%1）</translation>
    </message>
</context>
<context>
    <name>GraphTexts</name>
    <message>
        <source>limit %1</source>
        <translation>上限 %1</translation>
    </message>
</context>
<context>
    <name>GridActions</name>
    <message numerus="yes">
        <source>Undone: %1. %n countries are ticked.</source>
        <translation>
            <numerusform>已撤销：%1。现在勾选了 %n 个国家和地区。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redone: %1. %n countries are ticked.</source>
        <translation>
            <numerusform>已重做：%1。现在勾选了 %n 个国家和地区。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries added, %1 are ticked.</source>
        <translation>
            <numerusform>新增勾选 %n 个国家和地区，现在共勾选 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries unticked.</source>
        <translation>
            <numerusform>已取消勾选 %n 个国家和地区。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries ticked instead of %1.</source>
        <translation>
            <numerusform>现在勾选了 %n 个国家和地区，之前是 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>An operation is running. Download %1 when it has ended.</source>
        <translation>有操作正在进行。请在其结束后下载%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not shown here; Alt+2 shows what is ticked.</source>
        <translation>
            <numerusform>其中 %n 个未在此处显示；按 Alt+2 显示已勾选的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z undoes it.</source>
        <translation>按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>The ticks were like that already.</source>
        <translation>勾选本来就是这样。</translation>
    </message>
    <message numerus="yes">
        <source>The search hides %n of them; Escape clears it.</source>
        <translation>
            <numerusform>其中 %n 个被搜索条件隐藏；按 Esc 可清除搜索。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupSuggestion</name>
    <message>
        <source>“%1” is also a continent.</source>
        <translation>“%1”也是一个大洲。</translation>
    </message>
    <message>
        <source>“%1” is also a region of the world.</source>
        <translation>“%1”也是一个世界区域。</translation>
    </message>
    <message>
        <source>“%1” is also a group of countries.</source>
        <translation>“%1”也是一组国家。</translation>
    </message>
    <message numerus="yes">
        <source>Show its %n countries</source>
        <translation>
            <numerusform>显示其中 %n 个国家和地区</numerusform>
        </translation>
    </message>
    <message>
        <source>Searches for %1 (Ctrl+Shift+G)</source>
        <translation>搜索 %1 (Ctrl+Shift+G)</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>%1 and others</source>
        <comment>source</comment>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>选择(&amp;L)</translation>
    </message>
    <message>
        <source>Tick many countries at once</source>
        <translation>一次勾选多个国家和地区</translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message>
        <source>Skipped, because their source is unknown: %1</source>
        <translation>已跳过（来源未知）：%1</translation>
    </message>
    <message>
        <source>Stopping; press Ctrl-C again to end at once.</source>
        <translation>正在停止；再按一次 Ctrl-C 立即结束。</translation>
    </message>
    <message>
        <source>There is nothing to do in %1.</source>
        <translation>%1 中没有需要处理的内容。</translation>
    </message>
    <message>
        <source>Continue with: flagfetch --resume %1</source>
        <translation>继续下载请运行：flagfetch --resume %1</translation>
    </message>
    <message>
        <source>flagfetch: demonstration: the event loop is blocked for %1 ms at each flag</source>
        <translation>flagfetch：演示：每面旗帜到达时，事件循环都会阻塞 %1 毫秒</translation>
    </message>
    <message>
        <source>flagfetch: not in %1: %2. Download their flags into the folder first.</source>
        <translation>flagfetch: %1 中没有：%2。请先将它们的旗帜下载到该文件夹。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Sources</source>
        <translation>可用来源</translation>
    </message>
    <message>
        <source>an address, to which {cc}/{cc}.gif and {cc}/metadata.json are appended, or a template that contains {cc}, {CC}, {iso3}, {ISO3} or {num}</source>
        <translation>一个地址，其后会附加 {cc}/{cc}.gif 和 {cc}/metadata.json；或包含 {cc}、{CC}、{iso3}、{ISO3} 或 {num} 的模板</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1，使用 %2 构建</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>heading</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Usage: flagfetch [options] [CODE ...]
       flagfetch --headless [options] [CODE ...]
       flagfetch --compare -s S -s S [options] [CODE ...]
       flagfetch --measure-limits N,N... [options] [CODE ...]
       flagfetch --update DIR [options] [CODE ...]
       flagfetch --verify DIR [--repair]
       flagfetch --from FILE [--output DIR]
       flagfetch --resume DIR
       flagfetch --contact-sheet FILE | --sprite DIR | --data FILE [CODE ...]
       flagfetch --serve [options]

Downloads the flags of the world. Opens a window in which the named countries
are ticked; with --headless downloads them at once, without a window.

CODE names countries: a code of two letters (CN), three letters (CHN) or three
digits (156), an emoji flag, a name in any language (china), or the beginning
of a name (germ). One letter means all codes that begin with it (B: BA to BZ).
Filters are continent:africa, region:western-europe and group:eu. Words next to
each other must all match, a comma starts a new selection, a minus excludes.
Without CODE the twenty most populous countries are used or, for a folder of
flags, everything in it.
</source>
        <translation>用法：flagfetch [选项] [CODE ...]
      flagfetch --headless [选项] [CODE ...]
      flagfetch --compare -s S -s S [选项] [CODE ...]
      flagfetch --measure-limits N,N... [选项] [CODE ...]
      flagfetch --update DIR [选项] [CODE ...]
      flagfetch --verify DIR [--repair]
      flagfetch --from FILE [--output DIR]
      flagfetch --resume DIR
      flagfetch --contact-sheet FILE | --sprite DIR | --data FILE [CODE ...]
      flagfetch --serve [选项]

下载世界各国和地区的旗帜。默认打开窗口，并在其中勾选指定的国家和地区；
使用 --headless 时不打开窗口，直接下载。

CODE 用来指定国家和地区：两字母代码（CN）、三字母代码（CHN）、三位数字代码
（156）、旗帜表情符号、任意语言的名称（china），或名称的开头（germ）。
单个字母表示以它开头的所有代码（B 即 BA 到 BZ）。筛选条件有 continent:africa、
region:western-europe 和 group:eu。并列的词必须全部匹配，逗号开始新的选择，
减号表示排除。未指定 CODE 时，选取人口最多的 20 个国家；如果处理的是旗帜
文件夹，则选取其中的全部旗帜。
</translation>
    </message>
    <message>
        <source>
Exit status:
  0    every requested flag is on disk and intact
  1    some flags were not found or failed, or another error occurred
  2    the command line cannot be used; nothing was written
  130  interrupted by Ctrl-C (143: SIGTERM, 129: SIGHUP); received
       flags are saved

Examples:
  flagfetch BR germany 日本
  flagfetch --headless &quot;continent:africa -EG&quot;
  flagfetch --headless --all --output flags
  flagfetch --headless --json --server fluentpython B &gt; result.jsonl
  flagfetch --headless -s flag-icons -s builtin --all
  flagfetch --compare -s builtin -s flagcdn continent:africa
  flagfetch --measure-limits 1,2,5,10,30,100
  flagfetch --update flags
  flagfetch --verify flags --repair
  flagfetch --from flags/flags.json --output copy
  flagfetch --headless --png 80,160 --name &quot;{continent}/{cc}&quot; --all
  flagfetch --sprite site --set flags
  flagfetch --data flags.csv --set flags
  flagfetch --contact-sheet africa.pdf --language ar continent:africa
  flagfetch --serve --port 8000 --delay 0.5-5
</source>
        <translation>
退出状态：
  0    请求的旗帜全部已保存且完好
  1    有旗帜未找到或失败，或发生了其他错误
  2    命令行无法使用；没有写入任何内容
  130  被 Ctrl-C 中断（SIGTERM 为 143，SIGHUP 为 129）；
       已收到的旗帜会保存

示例：
  flagfetch BR germany 日本
  flagfetch --headless &quot;continent:africa -EG&quot;
  flagfetch --headless --all --output flags
  flagfetch --headless --json --server fluentpython B &gt; result.jsonl
  flagfetch --headless -s flag-icons -s builtin --all
  flagfetch --compare -s builtin -s flagcdn continent:africa
  flagfetch --measure-limits 1,2,5,10,30,100
  flagfetch --update flags
  flagfetch --verify flags --repair
  flagfetch --from flags/flags.json --output copy
  flagfetch --headless --png 80,160 --name &quot;{continent}/{cc}&quot; --all
  flagfetch --sprite site --set flags
  flagfetch --data flags.csv --set flags
  flagfetch --contact-sheet africa.pdf --language ar continent:africa
  flagfetch --serve --port 8000 --delay 0.5-5
</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;How to use Flagfetch</source>
        <translation>如何使用 Flagfetch(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Flagfetch</source>
        <translation>关于 Flagfetch(&amp;A)</translation>
    </message>
    <message>
        <source>How to use Flagfetch</source>
        <translation>如何使用 Flagfetch</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Flagfetch</source>
        <translation>关于 Flagfetch</translation>
    </message>
    <message>
        <source>&amp;Lesson: how programs wait</source>
        <translation>课程：程序如何等待(&amp;L)</translation>
    </message>
    <message>
        <source>Lesson: how programs wait</source>
        <translation>课程：程序如何等待</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>No program can open %1. Install one and try again.</source>
        <translation>没有可打开 %1 的程序。请安装相应程序后重试。</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Choose countries</source>
        <translation>选择国家和地区</translation>
    </message>
    <message>
        <source>Tick a country with the circle at its corner, or with Space. Ctrl+Z takes a change of ticks back.</source>
        <translation>点击国家右上角的圆圈或按空格键即可勾选。Ctrl+Z 可撤销勾选的更改。</translation>
    </message>
    <message>
        <source>The menu Select ticks many countries: continents, groups, the twenty most populous countries, and lists from the clipboard or a file. Save your ticks under a name to use them again.</source>
        <translation>“选择”菜单可一次勾选多个国家和地区：大洲、组织、人口最多的二十个国家，以及剪贴板或文件中的列表。为勾选结果命名并保存，即可再次使用。</translation>
    </message>
    <message>
        <source>The search finds names in any language, codes and emoji flags. It also understands continent:africa, region:western-europe, group:eu and state:failed. A minus leaves out, as in -EG. A comma adds another search.</source>
        <translation>搜索可查找任意语言的名称、拼音、代码和旗帜表情符号，也支持 大洲：非洲、地区：西欧、组织：欧盟 和 状态：失败，也可用英文写，例如 continent:africa。减号表示排除，例如 -EG。逗号可增加一个搜索条件。</translation>
    </message>
    <message>
        <source>The chips above the grid show only some countries, such as those that failed.</source>
        <translation>网格上方的按钮可只显示部分国家和地区，例如下载失败的。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Press Download. Each flag appears in its place as soon as it is saved.</source>
        <translation>按“下载”。每面旗帜保存后立即显示在其位置上。</translation>
    </message>
    <message>
        <source>Pause starts no new flag. Cancel stops the download; saved flags stay. The program offers to continue an interrupted download at its next start.</source>
        <translation>“暂停”后不再开始下载新的旗帜。“取消”会停止下载，已保存的旗帜会保留。下载中断后，程序下次启动时会提示继续。</translation>
    </message>
    <message>
        <source>If a flag fails, the message below the grid says why, and offers to try again.</source>
        <translation>如果某面旗帜下载失败，网格下方的消息会说明原因，并提供重试。</translation>
    </message>
    <message>
        <source>Requests at once is the number of requests that run at the same time. Most flags take two: one for the picture, one for the name.</source>
        <translation>“并发请求”是同时进行的请求数。多数旗帜需要两个请求：一个取图片，一个取名称。</translation>
    </message>
    <message>
        <source>The album</source>
        <translation>旗帜册</translation>
    </message>
    <message>
        <source>The grid shows the folder below it. A flag that the folder has is in its place. A country without a flag shows its code.</source>
        <translation>网格显示其下方所列的文件夹。文件夹中已有的旗帜显示在其位置上；没有旗帜的国家或地区显示其代码。</translation>
    </message>
    <message>
        <source>The menu of a country has what can be done with its flag, such as opening the file or downloading it again.</source>
        <translation>国家或地区的菜单列出可对其旗帜执行的操作，例如打开文件或重新下载。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A source is where the flags come from. The built-in source needs no network.</source>
        <translation>来源是旗帜的出处。内置来源不需要网络。</translation>
    </message>
    <message>
        <source>The button next to the source chooses its pictures, and other sources for flags that it does not have.</source>
        <translation>来源旁边的按钮用于选择图片，以及此来源缺少旗帜时使用的其他来源。</translation>
    </message>
    <message>
        <source>Sources &gt; Manage sources adds your own. Sources &gt; Compare shows the flags of several sources side by side.</source>
        <translation>“来源”&gt;“管理来源”可添加自己的来源。“来源”&gt;“比较”并排显示多个来源的旗帜。</translation>
    </message>
    <message>
        <source>Files and export</source>
        <translation>文件和导出</translation>
    </message>
    <message>
        <source>The menu File sets the names of the files, the formats that flags are converted to, and what happens to files that exist.</source>
        <translation>“文件”菜单设置文件名、旗帜转换成的格式，以及如何处理已存在的文件。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Every function has a key. Help &gt; Keyboard shortcuts lists all of them.</source>
        <translation>每项功能都有按键。“帮助”&gt;“键盘快捷键”列出全部按键。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library, licence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the source states no licence</source>
        <translation>该来源未注明许可证</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>source, licence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Tick the countries you want, then press Download. That is all you need. The rest of this page says what else the window can do.</source>
        <translation>勾选需要的国家和地区，然后按“下载”，这样就可以了。本页的其余部分说明此窗口的其他功能。</translation>
    </message>
    <message>
        <source>Flagfetch</source>
        <translation>Flagfetch</translation>
    </message>
    <message>
        <source>Downloads the flags of the world.</source>
        <translation>下载世界各国和地区的旗帜。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Libraries and data</source>
        <translation>库和数据</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>Flags have the licences of their sources. ATTRIBUTION.md in the folder lists those of your flags.</source>
        <translation>旗帜采用其来源的许可证。文件夹中的 ATTRIBUTION.md 列出这些旗帜的许可证。</translation>
    </message>
    <message>
        <source>View &gt; Sort by and View &gt; Group by continent arrange the grid.</source>
        <translation>“视图 &gt; 排序方式”和“视图 &gt; 按大洲分组”可排列网格。</translation>
    </message>
    <message>
        <source>Double-click a flag, or press Return, to see its details. A flag that is missing is downloaded.</source>
        <translation>双击旗帜或按回车键即可查看其详细信息。尚未保存的旗帜会被下载。</translation>
    </message>
    <message>
        <source>Drag a flag into a folder or a document. A ticked flag takes the files of all ticked flags along.</source>
        <translation>可将旗帜拖到文件夹或文档中。拖动已勾选的旗帜时，所有已勾选旗帜的文件会一并拖动。</translation>
    </message>
    <message>
        <source>Tab moves from control to control, the arrow keys move from country to country, and letters go to the country whose name, English name or code begins with them.</source>
        <translation>Tab 键在控件之间移动，方向键在国家和地区之间移动。在网格中键入字母，可转到拼音、拼音首字母、英文名称或代码以其开头的国家或地区。</translation>
    </message>
    <message>
        <source>A red triangle marks a flag whose file is damaged or gone. Repair, in its details, restores the file.</source>
        <translation>红色三角形表示旗帜的文件已损坏或丢失。详细信息中的“修复”可恢复该文件。</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The flags in a folder are a set. The file flags.json has the source, address, licence and SHA-256 hash of every flag, and ATTRIBUTION.md lists the licences.</source>
        <translation>一个文件夹中的旗帜构成一个旗帜集。文件 flags.json 记录每面旗帜的来源、地址、许可证和 SHA-256 哈希值，ATTRIBUTION.md 列出许可证。</translation>
    </message>
    <message>
        <source>Folder &gt; Update downloads only the flags that have changed at their source.</source>
        <translation>“文件夹”&gt;“更新”只下载来源处有变化的旗帜。</translation>
    </message>
    <message>
        <source>Folder &gt; Verify finds missing and damaged files, and can download them again.</source>
        <translation>“文件夹”&gt;“校验”可找出缺失和损坏的文件，并重新下载。</translation>
    </message>
    <message>
        <source>Folder &gt; Rebuild from flags.json downloads the same flags as another folder has.</source>
        <translation>“文件夹”&gt;“按 flags.json 重建”下载与另一个文件夹相同的旗帜。</translation>
    </message>
    <message>
        <source>File &gt; Print or export makes a contact sheet to print (PDF), a picture (PNG), a sprite for a web page, or a table of the flags in the folder.</source>
        <translation>“文件”&gt;“打印或导出”可用文件夹中的旗帜生成供打印的总览图（PDF）、图片（PNG）、供网页使用的雪碧图，或表格。</translation>
    </message>
    <message>
        <source>View &gt; Timeline shows every request as a bar: what it waits for, how many run at the same time, and how much faster that is than one after another.</source>
        <translation>“视图”&gt;“时间线”把每个请求显示为一个条形：它在等什么、同时有多少请求在进行，以及这比逐个进行快多少。</translation>
    </message>
    <message>
        <source>View &gt; Concurrency lab measures how much it helps to send more requests at once, and draws charts of it.</source>
        <translation>“视图”&gt;“并发实验室”测量同时发送更多请求有多大帮助，并绘制图表。</translation>
    </message>
</context>
<context>
    <name>Interrupt</name>
    <message>
        <source>flagfetch: ended, because stopping took too long</source>
        <translation>flagfetch: 停止用时过长，已直接结束</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>%1, %2</source>
        <comment>items of a list</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>phrases of a sentence</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>clauses</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>text that becomes a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>text, remark</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label, text</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>JournalFile</name>
    <message>
        <source>this is not the journal of a batch</source>
        <translation>这不是批次记录</translation>
    </message>
    <message>
        <source>&quot;purpose&quot; and &quot;conflict&quot; must be known words</source>
        <translation>&quot;purpose&quot; 和 &quot;conflict&quot; 必须是已知的词</translation>
    </message>
    <message>
        <source>&quot;codes&quot; must be codes in capitals, such as DE or GB-ENG</source>
        <translation>&quot;codes&quot; 必须是大写代码，例如 DE 或 GB-ENG</translation>
    </message>
</context>
<context>
    <name>JournalWriter</name>
    <message>
        <source>%1 would be larger than %2</source>
        <translation>%1 将超过 %2</translation>
    </message>
    <message>
        <source>it, or its journal, was moved away in the meantime</source>
        <translation>文件夹或其批次记录在此期间被移走</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip, key</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>LabActions</name>
    <message>
        <source>Concurrency &amp;lab…</source>
        <translation>并发实验室(&amp;L)…</translation>
    </message>
    <message>
        <source>Measure how much it helps to send more requests at once</source>
        <translation>测量同时发送更多请求有多大帮助</translation>
    </message>
</context>
<context>
    <name>LabChart</name>
    <message>
        <source>Limit of requests at once</source>
        <translation>并发请求上限</translation>
    </message>
    <message>
        <source>Times faster</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Chart: speed-up against the limit</source>
        <translation>图表：加速与上限的关系</translation>
    </message>
    <message>
        <source>Chart: time against the limit</source>
        <translation>图表：用时与上限的关系</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Limit of the server: %1</source>
        <translation>服务器的上限：%1</translation>
    </message>
    <message>
        <source>With at most %1 requests at once, all flags took %2: %3 faster than one after another.</source>
        <translation>最多 %1 个并发请求时，全部旗帜用时 %2：速度是逐个进行的 %3。</translation>
    </message>
</context>
<context>
    <name>LabExport</name>
    <message>
        <source>Save the measurement as</source>
        <translation>将测量结果另存为</translation>
    </message>
    <message>
        <source>The measurement is saved as %1.</source>
        <translation>测量结果已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>LabForm</name>
    <message>
        <source>How many flags each run downloads</source>
        <translation>每次运行下载多少面旗帜</translation>
    </message>
    <message>
        <source>Built-in server</source>
        <translation>内置服务器</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>How long the server waits before each response, on average</source>
        <translation>服务器每次响应前平均等待多久</translation>
    </message>
    <message>
        <source>How much a delay differs from the average at most, at random</source>
        <translation>延迟与平均值最多相差多少，随机取值</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The share of the requests that get an error instead of a flag</source>
        <translation>有多大比例的请求得到错误而不是旗帜</translation>
    </message>
    <message>
        <source>How many requests the server handles at once; more wait their turn</source>
        <translation>服务器同时处理多少个请求；其余请求排队等待</translation>
    </message>
    <message>
        <source>The same number gives the same delays and errors again</source>
        <translation>使用相同的数字会重现相同的延迟和错误</translation>
    </message>
    <message>
        <source>Where the flags come from</source>
        <translation>旗帜的来源</translation>
    </message>
    <message>
        <source>The limits of requests in flight that are measured, separated by commas</source>
        <translation>要测量的并发请求上限，用逗号分隔</translation>
    </message>
    <message>
        <source>Download the countries that are ticked in the main window</source>
        <translation>下载主窗口中勾选的国家和地区</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>S&amp;ource:</source>
        <translation>来源(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Limits:</source>
        <translation>上限(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Flags:</source>
        <translation>旗帜(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Delay:</source>
        <translation>延迟(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Jitter:</source>
        <translation>抖动(&amp;J)：</translation>
    </message>
    <message>
        <source>&amp;Errors:</source>
        <translation>错误(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;At once:</source>
        <translation>同时处理(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation>种子(&amp;S)：</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;ticked countries</source>
        <translation>
            <numerusform>勾选的 %n 个国家和地区(&amp;T)</numerusform>
        </translation>
    </message>
    <message>
        <source>These limits cannot be read; %1</source>
        <translation>无法识别这些上限；%1</translation>
    </message>
</context>
<context>
    <name>LabModel</name>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>How long the download of all flags took.</source>
        <translation>下载全部旗帜用了多长时间。</translation>
    </message>
    <message>
        <source>How many times faster this is than one request after another.</source>
        <translation>速度是逐个请求的多少倍。</translation>
    </message>
    <message>
        <source>The most requests that were in flight at the same time.</source>
        <translation>同一时刻进行中的请求最多有多少个。</translation>
    </message>
    <message>
        <source>How many flags have arrived and are valid.</source>
        <translation>有多少面旗帜已到达并且有效。</translation>
    </message>
    <message>
        <source>How many flags the source does not have.</source>
        <translation>有多少面旗帜是来源没有的。</translation>
    </message>
    <message>
        <source>How many flags have failed; their time counts.</source>
        <translation>有多少面旗帜失败；它们的用时也计算在内。</translation>
    </message>
    <message>
        <source>How many requests were sent again because they had failed.</source>
        <translation>有多少个请求因失败而重新发送。</translation>
    </message>
    <message>
        <source>The size of everything that was received.</source>
        <translation>接收到的全部内容的大小。</translation>
    </message>
    <message>
        <source>How many requests may be in flight at the same time, and in brackets how many are in effect if this computer allows fewer.</source>
        <translation>同一时刻最多允许多少个请求进行；如果本机允许的更少，括号内是实际的上限。</translation>
    </message>
    <message>
        <source>The time of one request after another, divided by the limit in effect.</source>
        <translation>逐个进行的用时除以实际的上限。</translation>
    </message>
    <message>
        <source>%1 in effect</source>
        <translation>实际 %1</translation>
    </message>
</context>
<context>
    <name>LabResults</name>
    <message>
        <source>Figures of each run</source>
        <translation>每次运行的数据</translation>
    </message>
    <message>
        <source>How much does it help to send more requests at once?</source>
        <translation>同时发送更多请求，到底有多大帮助？</translation>
    </message>
</context>
<context>
    <name>LabWindow</name>
    <message>
        <source>&amp;Picture (PNG)</source>
        <translation>图片 (PNG)(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Drawing (SVG)</source>
        <translation>矢量图 (SVG)(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Table (CSV)</source>
        <translation>表格 (CSV)(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Concurrency lab</source>
        <translation>并发实验室</translation>
    </message>
    <message>
        <source>Measure with all limits, one after another</source>
        <translation>依次用所有上限进行测量</translation>
    </message>
    <message>
        <source>Stop measuring; what is complete stays</source>
        <translation>停止测量；已完成的结果会保留</translation>
    </message>
    <message>
        <source>Save the charts as a picture, or the figures as a table</source>
        <translation>将图表保存为图片，或将数据保存为表格</translation>
    </message>
    <message>
        <source>Limit %1 (run %2 of %3): %4 of %5 flags</source>
        <translation>上限 %1（第 %2 次，共 %3 次）：%4/%5 面旗帜</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message numerus="yes">
        <source>This takes about %n second(s).</source>
        <translation>
            <numerusform>大约需要 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>How long this takes depends on the source.</source>
        <translation>需要多长时间取决于来源。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is known to accept %n request(s) at once; it may refuse more.</source>
        <translation>
            <numerusform>已知“%1”接受 %n 个并发请求；超出时可能会拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is saved.</source>
        <translation>不会保存任何文件。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>%1 (%2)</source>
        <comment>language, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <comment>language, English name, code</comment>
        <translation>%1 – %2（%3）</translation>
    </message>
    <message>
        <source>Type part of the name, or the code</source>
        <translation>输入名称的一部分，或输入代码</translation>
    </message>
</context>
<context>
    <name>LessonActions</name>
    <message>
        <source>Download the same flags one at a time, in threads and in an event loop</source>
        <translation>分别以逐个、多线程和事件循环的方式下载同样的旗帜</translation>
    </message>
    <message>
        <source>&amp;Three ways to download…</source>
        <translation>三种下载方式(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>LessonText</name>
    <message>
        <source>In Python</source>
        <translation>在 Python 中</translation>
    </message>
    <message>
        <source>In Flagfetch</source>
        <translation>在 Flagfetch 中</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Flagfetch began as an exercise: download twenty flags, first one after another, then in threads, then with asyncio. A download mostly waits for a server. The exercise asks what the program does while it waits.</source>
        <translation>Flagfetch 源于一道练习：下载二十面旗帜，先是逐个下载，再用多线程，最后用 asyncio。下载的大部分时间都在等待服务器。这道练习要看的，是程序在等待时做些什么。</translation>
    </message>
    <message>
        <source>Three ways to wait</source>
        <translation>三种等待方式</translation>
    </message>
    <message>
        <source>One at a time: the program waits for each response and does nothing else. The times of all requests add up.</source>
        <translation>逐个：程序等待每个响应，不做别的事。所有请求的时间加在一起。</translation>
    </message>
    <message>
        <source>Threads: each thread waits for one response. The waiting happens at the same time, and each wait costs a thread with its stack.</source>
        <translation>多线程：每个线程各等一个响应。等待同时进行，但每一处等待都要占用一个线程及其栈。</translation>
    </message>
    <message>
        <source>Event loop: one thread asks the system which of its sockets has something new, and handles that. The waiting happens at the same time in one thread.</source>
        <translation>事件循环：一个线程询问系统哪些套接字有新数据，然后处理它们。所有等待在同一个线程里同时进行。</translation>
    </message>
    <message>
        <source>The event loop of Flagfetch is Qt&apos;s. It calls a function for each event, and such a function must return quickly: while it runs, all other responses have to wait.</source>
        <translation>Flagfetch 使用 Qt 的事件循环。它为每个事件调用一个函数，这个函数必须很快返回：它运行期间，其他响应都只能等待。</translation>
    </message>
    <message>
        <source>From await to finished</source>
        <translation>从 await 到 finished</translation>
    </message>
    <message>
        <source>C++ with Qt does not need await. An object stands for the coroutine: its members are the local variables, and a slot is the code after the await.</source>
        <translation>用 Qt 写 C++ 不需要 await。一个对象代表协程：成员变量就是局部变量，槽函数就是 await 之后的代码。</translation>
    </message>
    <message>
        <source>An object for each country. It lives until its flag is saved or has failed.</source>
        <translation>每个国家一个对象。它一直存在到旗帜保存好或失败为止。</translation>
    </message>
    <message>
        <source>start() sends the request and returns at once. When the response is complete, the event loop calls onReplyFinished().</source>
        <translation>start() 发出请求后立即返回。响应完整后，事件循环调用 onReplyFinished()。</translation>
    </message>
    <message>
        <source>A request waits until it gets one of the slots. Each slot is one request in flight.</source>
        <translation>请求要等到一个名额才能发出。每个名额对应一个进行中的请求。</translation>
    </message>
    <message>
        <source>The thread of the requests runs an event loop, apart from that of the window.</source>
        <translation>请求所在的线程运行自己的事件循环，与窗口的事件循环分开。</translation>
    </message>
    <message>
        <source>The queue starts a job for each country and counts the results.</source>
        <translation>队列为每个国家启动一个任务，并统计结果。</translation>
    </message>
    <message>
        <source>A signal for each flag, in the order in which they arrive. The grid shows the flag at once.</source>
        <translation>每面旗帜一个信号，按到达的先后发出。网格随即显示这面旗帜。</translation>
    </message>
    <message>
        <source>Checking and saving block, so they run in a pool of threads.</source>
        <translation>检查和保存会阻塞，所以在线程池中运行。</translation>
    </message>
    <message>
        <source>Errors are values. Not found is a result; other failures may be tried again or use another source.</source>
        <translation>错误是值。“未找到”是一种结果；其他失败可以重试，或改用别的来源。</translation>
    </message>
    <message>
        <source>Destroying the job cancels its requests. A file is saved completely or not at all.</source>
        <translation>销毁任务对象就会取消它的请求。文件要么完整保存，要么完全不保存。</translation>
    </message>
    <message>
        <source>The last signal of a download has the report. It is emitted exactly once.</source>
        <translation>下载的最后一个信号带有报告。它只发出一次。</translation>
    </message>
    <message>
        <source>The life of a request</source>
        <translation>一个请求的经历</translation>
    </message>
    <message>
        <source>It waits for a slot, if as many requests as allowed are in flight.</source>
        <translation>如果进行中的请求已达到上限，就等待名额。</translation>
    </message>
    <message>
        <source>It waits for the server. This takes most of the time, and no work.</source>
        <translation>等待服务器。这占去大部分时间，却不需要做任何工作。</translation>
    </message>
    <message>
        <source>It receives the picture.</source>
        <translation>接收图片。</translation>
    </message>
    <message>
        <source>The picture waits for a thread of the pool, which checks and saves it.</source>
        <translation>图片等待线程池中的一个线程来检查并保存它。</translation>
    </message>
    <message>
        <source>finished: the flag appears in the grid.</source>
        <translation>finished：旗帜出现在网格中。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>动手试试</translation>
    </message>
    <message>
        <source>Download the twenty flags from the slow built-in source with 1, 5 and 20 requests at once. From where on does a higher number help no more?</source>
        <translation>从慢速内置来源下载这二十面旗帜，同时请求数分别设为 1、5 和 20。从多少开始，再增加也没有用了？</translation>
    </message>
    <message>
        <source>Download from the faulty built-in source. A quarter of the requests fail with status 418. Why does the program not try them again by itself?</source>
        <translation>从易出错的内置来源下载。四分之一的请求会以状态码 418 失败。为什么程序不自动重试这些请求？</translation>
    </message>
    <message>
        <source>docs/LESSON.md in the source code has these exercises with exact steps, measured numbers and answers.</source>
        <translation>源代码中的 docs/LESSON.zh_CN.md 有这些练习的具体步骤、实测数字和答案。</translation>
    </message>
    <message>
        <source>%1 (Ctrl+F1) shows the three side by side. %2 (F8) shows the requests of your own downloads. Both keys work here, too.</source>
        <translation>%1 (Ctrl+F1) 并排显示这三种做法。%2 (F8) 显示您自己下载时的请求。这两个快捷键在此窗口中也有效。</translation>
    </message>
    <message>
        <source>Help &gt; Three ways to download</source>
        <translation>“帮助 &gt; 三种下载方式”</translation>
    </message>
    <message>
        <source>View &gt; Timeline</source>
        <translation>“视图 &gt; 时间线”</translation>
    </message>
    <message>
        <source>One at a time: each bar begins where the one before ends. A bar is a request. Its thin orange part is waiting for the server, its thick blue part is receiving. In flight is the number of requests that have been sent and are not complete; here it is never more than 1.</source>
        <translation>逐个：前一个条形结束处，下一个才开始。一个条形是一个请求：细的橙色部分是等待服务器，粗的蓝色部分是接收。“进行中”是已发出但尚未完成的请求数；在这里从不超过 1。</translation>
    </message>
    <message>
        <source>Many at once: all bars begin together, and the longest decides. In flight rises to 5 at once, and falls with each response. Threads and event loop look the same.</source>
        <translation>同时进行：所有条形一起开始，由最长的决定时间。“进行中”立刻升到 5，随每个响应下降。多线程和事件循环看起来一样。</translation>
    </message>
    <message>
        <source>Open Help &gt; Three ways to download, press Run, and compare the timelines. Which of the numbers grow with the flags in progress?</source>
        <translation>打开“帮助 &gt; 三种下载方式”，按“运行”，比较三条时间线。哪些数字会随着同时下载的旗帜数增长？</translation>
    </message>
    <message>
        <source>In Preferences &gt; Simulated faults, block the event loop for 200 ms at each flag. Download the twenty flags from the source Built-in, which answers at once, with the timeline open. What happens to the responses that have arrived meanwhile? Turn it off again.</source>
        <translation>在“首选项 &gt; 模拟故障”中，设置每面旗帜到达时阻塞事件循环 200 毫秒。打开时间线，从立即回答的来源“内置”下载这二十面旗帜。这期间到达的响应会怎样？做完后请关闭它。</translation>
    </message>
    <message>
        <source>Why does the window not freeze in that exercise? The requests are in another thread, with another event loop. Three ways to download ignores the setting.</source>
        <translation>在那道练习中，窗口为什么没有停止响应？因为请求在另一个线程里，使用另一个事件循环。“三种下载方式”不受该设置影响。</translation>
    </message>
    <message>
        <source>%1 has these exercises with exact steps, measured numbers and answers.</source>
        <translation>%1 有这些练习的具体步骤、实测数字和答案。</translation>
    </message>
    <message>
        <source>A blocked event loop: the responses have arrived long ago, but the loop sleeps at each flag before it sees the next one. The ladders in the row Loop are the sleeps. The orange parts are too long: they include the sleeps, and so does every sum of these times.</source>
        <translation>阻塞的事件循环：响应早已到达，但循环在每面旗帜处休眠，之后才看到下一个。“循环”一行中的梯子形就是休眠。橙色部分过长：它们包含了休眠，这些时间的总和也是如此。</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>Requests at once</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <source> requests at once</source>
        <comment>number</comment>
        <translation> 个并发请求</translation>
    </message>
    <message>
        <source> requests</source>
        <comment>number</comment>
        <translation> 个请求</translation>
    </message>
    <message>
        <source>A flag of this source takes one request.</source>
        <translation>此来源的一面旗帜需要一个请求。</translation>
    </message>
    <message>
        <source>A flag of this source takes two requests: one for the picture, one for the name.</source>
        <translation>此来源的一面旗帜需要两个请求：一个取图片，一个取名称。</translation>
    </message>
    <message>
        <source>The source is known to accept %1 at once.</source>
        <translation>已知此来源可同时接受 %1 个请求。</translation>
    </message>
    <message>
        <source> request at once</source>
        <comment>number 1</comment>
        <translation> 个同时请求</translation>
    </message>
    <message>
        <source> request</source>
        <comment>number 1</comment>
        <translation> 个请求</translation>
    </message>
</context>
<context>
    <name>LimitList</name>
    <message>
        <source>allowed are up to %1 whole numbers from 1 to %2, separated by commas, such as 1,2,5,10</source>
        <translation>允许最多 %1 个 1 到 %2 的整数，用逗号分隔，例如 1,2,5,10</translation>
    </message>
</context>
<context>
    <name>LoadedSet</name>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>it has no flags.json</source>
        <translation>其中没有 flags.json</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>The last batch in this folder was interrupted: %1 of %2 flags are still missing.</source>
        <translation>此文件夹中的上一批次被中断：%2 面旗帜中还缺 %1 面。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>ManifestFiles</name>
    <message>
        <source>%1 would be larger than %2</source>
        <translation>%1 将超过 %2</translation>
    </message>
</context>
<context>
    <name>ManifestJson</name>
    <message>
        <source>this is not JSON (%1 at byte %2)</source>
        <translation>这不是 JSON（%1，位于第 %2 字节）</translation>
    </message>
    <message>
        <source>this is not the manifest of a set of flags</source>
        <translation>这不是旗帜集的清单</translation>
    </message>
    <message>
        <source>&quot;flags&quot; must be a list</source>
        <translation>&quot;flags&quot; 必须是列表</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; occurs twice</source>
        <translation>文件 &quot;%1&quot; 出现了两次</translation>
    </message>
    <message>
        <source>&quot;sources&quot;: there can be no more than %1</source>
        <translation>&quot;sources&quot;：最多只能有 %1 个</translation>
    </message>
</context>
<context>
    <name>MatchCount</name>
    <message>
        <source>%1 of %2</source>
        <comment>matches, countries</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 countries match.</source>
        <translation>%2 个国家和地区中有 %1 个匹配。</translation>
    </message>
    <message>
        <source>%1 of %2 in this view match.</source>
        <translation>此视图的 %2 个中有 %1 个匹配。</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>另有 %n 个行政区或组织</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) or organisation(s) match too.</source>
        <translation>
            <numerusform>另有 %n 个行政区或组织匹配。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureReport</name>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>= is the time, | what it would be if each more request at once helped equally.</source>
        <translation>= 表示用时，| 表示每多一个并发请求都同样有效时的用时。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>codes of countries</comment>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 requests at once were in effect for %2: this computer allows no more (ulimit -a).</source>
        <comment>number, limits</comment>
        <translation>上限为 %2 时，实际只有 %1 个并发请求：这台计算机不允许更多（ulimit -a）。</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) not found: %1.</source>
        <translation>
            <numerusform>未找到 %n 面旗帜：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) failed with at least one limit: %1.</source>
        <translation>
            <numerusform>%n 面旗帜在至少一个上限下失败：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureRun</name>
    <message numerus="yes">
        <source>Measuring with %n flag(s) from %1.</source>
        <translation>
            <numerusform>用来自“%1”的 %n 面旗帜进行测量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %n second(s).</source>
        <translation>
            <numerusform>大约需要 %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>flagfetch: %1 is known to accept %n request(s) at once; it may refuse more, or block you</source>
        <translation>
            <numerusform>flagfetch：已知“%1”接受 %n 个并发请求；超出时可能会拒绝请求，或封锁您</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping; press Ctrl-C again to end at once.</source>
        <translation>正在停止；再按一次 Ctrl-C 立即结束。</translation>
    </message>
    <message>
        <source>Limit %1:</source>
        <translation>上限 %1：</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>&amp;Retry failed</source>
        <translation>重试失败项(&amp;R)</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>暂不(&amp;W)</translation>
    </message>
    <message>
        <source>Download the failed flags again (Ctrl+R)</source>
        <translation>重新下载失败的旗帜（Ctrl+R）</translation>
    </message>
    <message>
        <source>Cont&amp;inue</source>
        <translation>继续(&amp;I)</translation>
    </message>
    <message>
        <source>Continue the download (Ctrl+R)</source>
        <translation>继续下载（Ctrl+R）</translation>
    </message>
    <message>
        <source>Download the flags that are still missing (Ctrl+R)</source>
        <translation>下载仍然缺少的旗帜（Ctrl+R）</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>显示变化(&amp;C)</translation>
    </message>
    <message>
        <source>Show the old and the new pictures side by side (Ctrl+R)</source>
        <translation>并排显示新旧图片（Ctrl+R）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a message</comment>
        <translation>第 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Leave these flags (Ctrl+Shift+M). The program offers them again at its next start</source>
        <translation>暂不下载这些旗帜（Ctrl+Shift+M）。程序下次启动时会再次提示</translation>
    </message>
    <message>
        <source>Remove this message (Ctrl+Shift+M)</source>
        <translation>移除此消息（Ctrl+Shift+M）</translation>
    </message>
    <message>
        <source>Show the previous message</source>
        <translation>显示上一条消息</translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation>显示下一条消息</translation>
    </message>
    <message>
        <source>Several messages wait. The most important one is shown first.</source>
        <translation>有多条消息。最重要的一条最先显示。</translation>
    </message>
    <message>
        <source>Do what the message below the flags offers</source>
        <translation>执行旗帜下方的消息所提供的操作</translation>
    </message>
    <message>
        <source>Remove the message below the flags</source>
        <translation>移除旗帜下方的消息</translation>
    </message>
    <message>
        <source>Re&amp;pair…</source>
        <translation>修复(&amp;P)…</translation>
    </message>
    <message>
        <source>Check every file of the folder, and download missing and damaged ones again (Ctrl+R)</source>
        <translation>检查文件夹中的每个文件，并重新下载缺失和损坏的文件 (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <source>byte order mark</source>
        <translation>字节顺序标记</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>no &quot;%1&quot;</source>
        <translation>缺少 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>&quot;%1&quot; 不是文本</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>没有名称</translation>
    </message>
</context>
<context>
    <name>ModeOptions</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>there are no names in this language; allowed are language tags such as zh or pt-BR</source>
        <translation>没有该语言的名称；须为 zh 或 pt-BR 这样的语言标签</translation>
    </message>
    <message>
        <source>--%1: it cannot be used together with --%2</source>
        <translation>--%1：不能与 --%2 一起使用</translation>
    </message>
    <message>
        <source>--%1: it can be used only together with %2</source>
        <translation>--%1：只能与 %2 一起使用</translation>
    </message>
    <message>
        <source>--parts: it can be used only together with --list-countries</source>
        <translation>--parts：只能与 --list-countries 一起使用</translation>
    </message>
    <message>
        <source>%1: no codes can be given together with --%2</source>
        <translation>%1：使用 --%2 时不能指定代码</translation>
    </message>
    <message>
        <source>Without a window</source>
        <translation>无窗口运行</translation>
    </message>
    <message>
        <source>download at once, without a window; prints progress on standard error and the report on standard output</source>
        <translation>不打开窗口，直接下载；进度输出到标准错误，报告输出到标准输出</translation>
    </message>
    <message>
        <source>print one line for each country instead of the progress bar</source>
        <translation>每个国家或地区输出一行，不显示进度条</translation>
    </message>
    <message>
        <source>print one JSON object for each country on standard output; the report goes to standard error</source>
        <translation>在标准输出上为每个国家或地区输出一个 JSON 对象；报告输出到标准错误</translation>
    </message>
    <message>
        <source>show how much the flags of two sources differ, the largest difference first; saves nothing</source>
        <translation>显示两个来源的旗帜差异有多大，差异最大的在前；不保存任何文件</translation>
    </message>
    <message>
        <source>serve the built-in flags to other programs until Ctrl-C</source>
        <translation>向其他程序提供内置旗帜，直到按下 Ctrl-C</translation>
    </message>
    <message>
        <source>for --serve: the port; 0 selects any free one (default: 8000)</source>
        <translation>用于 --serve：端口；0 表示任选一个空闲端口（默认：8000）</translation>
    </message>
    <message>
        <source>for --serve: a folder with {cc}/{cc}.gif and {cc}/metadata.json, served instead of the built-in flags</source>
        <translation>用于 --serve：含有 {cc}/{cc}.gif 和 {cc}/metadata.json 的文件夹，用来代替内置旗帜</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>list every country with its codes; with --json as JSON</source>
        <translation>列出所有国家和地区及其代码；与 --json 合用时输出 JSON</translation>
    </message>
    <message>
        <source>with --list-countries: list regions and organisations instead, or only the regions of the named countries</source>
        <translation>与 --list-countries 合用：改为列出行政区和组织，或只列出指定国家的行政区</translation>
    </message>
    <message>
        <source>list every source, also those of --sources; with --json as JSON</source>
        <translation>列出所有来源，包括 --sources 中的来源；与 --json 合用时输出 JSON</translation>
    </message>
    <message>
        <source>print messages for bug reports to standard error: rules of QLoggingCategory, separated by semicolons, such as &quot;flagfetch.*&quot; or flagfetch.transfer=true</source>
        <translation>将用于报告问题的消息输出到标准错误：QLoggingCategory 的规则，用分号分隔，例如 &quot;flagfetch.*&quot; 或 flagfetch.transfer=true</translation>
    </message>
    <message>
        <source>print this text</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>print the versions of the program and of Qt</source>
        <translation>显示程序和 Qt 的版本</translation>
    </message>
    <message>
        <source>--%1 and --%2: only one of them can be given</source>
        <translation>--%1 和 --%2：只能使用其中一个</translation>
    </message>
    <message>
        <source>allowed are the names of modules, such as transfer, and rules such as flagfetch.*=true</source>
        <translation>须为模块的名称（例如 transfer）或 flagfetch.*=true 这样的规则</translation>
    </message>
    <message>
        <source>language of the names in --list-countries and in exports, such as zh or pt-BR (default: en; in a list without --json the language of the messages)</source>
        <translation>--list-countries 和导出内容中名称的语言，例如 zh 或 pt-BR（默认：en；不带 --json 的列表使用消息的语言）</translation>
    </message>
    <message>
        <source>save when each request was sent and answered, for https://ui.perfetto.dev; as a table if FILE ends with .csv</source>
        <translation>保存每个请求发出和收到响应的时间，可在 https://ui.perfetto.dev 中打开；如果 FILE 以 .csv 结尾，则保存为表格</translation>
    </message>
    <message>
        <source>download the flags into memory once with each of these limits of simultaneous requests, and show how much a higher one helps (source: builtin-slow, unless another one is given)</source>
        <translation>分别以这些并发请求上限把旗帜下载到内存中，并显示提高上限有多大帮助（来源：builtin-slow，除非另行指定）</translation>
    </message>
</context>
<context>
    <name>ModelMessages</name>
    <message numerus="yes">
        <source>%n flag(s) narrower than requested, because pictures are not enlarged.</source>
        <translation>
            <numerusform>有 %n 面旗帜比要求的窄，因为图片不会放大。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shows %2</source>
        <comment>code, what its picture shows</comment>
        <translation>%1 显示 %2</translation>
    </message>
    <message>
        <source>Older pictures: %1.</source>
        <translation>过时的图片：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n 面旗帜</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>who: waiting 12 s</comment>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) failed.</source>
        <translation>
            <numerusform>%n 面旗帜下载失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept file(s) changed since they were saved. Verify (F7) can restore them.</source>
        <translation>
            <numerusform>保留的文件中有 %n 个在保存后被改动。可用“校验”（F7）恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder missing.</source>
        <comment>their files are gone</comment>
        <translation>
            <numerusform>此文件夹中缺失 %n 面旗帜的文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder damaged.</source>
        <translation>
            <numerusform>此文件夹中有 %n 面旗帜已损坏。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder missing and %1.</source>
        <comment>%1: 2 are damaged</comment>
        <translation>
            <numerusform>此文件夹中缺失 %n 面旗帜的文件，%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <comment>continues a sentence</comment>
        <translation>
            <numerusform>另有 %n 面已损坏</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameTemplate</name>
    <message>
        <source>this is too long; a name has at most %1 characters</source>
        <translation>过长；名称最多 %1 个字符</translation>
    </message>
    <message>
        <source>the brace %1 has no counterpart; a placeholder is written as in {CC}</source>
        <translation>花括号 %1 没有配对；占位符的写法如 {CC}</translation>
    </message>
    <message>
        <source>%1: there are no names in this language; allowed are language tags such as zh or pt-BR</source>
        <translation>%1：没有该语言的名称；须为 zh 或 pt-BR 这样的语言标签</translation>
    </message>
    <message>
        <source>the placeholder %1 is not known; allowed are {CC}, {cc}, {iso3}, {num}, {country}, {country:zh}, {continent}, {source}, {width} and {ext}</source>
        <translation>未知的占位符 %1；可用的占位符为 {CC}、{cc}、{iso3}、{num}、{country}、{country:zh}、{continent}、{source}、{width} 和 {ext}</translation>
    </message>
    <message>
        <source>a file&apos;s name cannot begin with &quot;/&quot;; choose the folder separately</source>
        <translation>文件名不能以 &quot;/&quot; 开头；请另行选择文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a folder or file</source>
        <translation>&quot;%1&quot; 不能用作文件夹或文件的名称</translation>
    </message>
    <message>
        <source>at most %1 folders are allowed in a file&apos;s name</source>
        <translation>文件名中最多可包含 %1 级文件夹</translation>
    </message>
    <message>
        <source>the name %1 is reserved for the set itself</source>
        <translation>名称 %1 由旗帜集自身保留</translation>
    </message>
    <message>
        <source>every flag would get the same name; use at least one of {CC}, {cc}, {iso3}, {num} and {country}</source>
        <translation>所有旗帜的名称都会相同；请至少使用 {CC}、{cc}、{iso3}、{num} 和 {country} 中的一个</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>File names and formats</source>
        <translation>文件名和格式</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>恢复默认值(&amp;D)</translation>
    </message>
    <message>
        <source>Name files %1, ask about files that already exist, and convert nothing</source>
        <translation>文件名采用 %1，文件已存在时询问，并且不作转换</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Send at &amp;most</source>
        <translation>最多同时发送(&amp;M)</translation>
    </message>
    <message>
        <source>The proxy of the &amp;system</source>
        <translation>系统代理(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;No proxy</source>
        <translation>不使用代理(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;This proxy:</source>
        <translation>此代理(&amp;T)：</translation>
    </message>
    <message>
        <source>Fewer requests at once than a source is known to accept</source>
        <translation>同时发送的请求少于来源已知可接受的数量</translation>
    </message>
    <message>
        <source> requests at once</source>
        <translation> 个请求</translation>
    </message>
    <message>
        <source>Most requests at once</source>
        <translation>同时请求数上限</translation>
    </message>
    <message>
        <source>A number that you have chosen for a source in the window stays as it is.</source>
        <translation>已在窗口中为某个来源设定的数量优先。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>From the start of a request to its last byte. A request that takes longer is sent again.</source>
        <translation>从请求开始到收到最后一个字节。超时的请求会重新发送。</translation>
    </message>
    <message>
        <source>Time &amp;limit for one request:</source>
        <translation>单个请求的时限(&amp;L)：</translation>
    </message>
    <message>
        <source>http_proxy, https_proxy, all_proxy and no_proxy, otherwise the proxy of the desktop</source>
        <translation>http_proxy、https_proxy、all_proxy 和 no_proxy，否则使用桌面环境的代理</translation>
    </message>
    <message>
        <source>Connect to every source directly</source>
        <translation>直接连接每个来源</translation>
    </message>
    <message>
        <source>Send every request through this proxy</source>
        <translation>所有请求都经过此代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>http://host:port or socks5://host:port, without a password</source>
        <translation>http://host:port 或 socks5://host:port，不含密码</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
</context>
<context>
    <name>OptionValues</name>
    <message>
        <source>allowed is a whole number, %1 or more</source>
        <translation>须为不小于 %1 的整数</translation>
    </message>
    <message>
        <source>allowed is a whole number from %1 to %2</source>
        <translation>须为 %1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>allowed is a whole number from 0 to %1</source>
        <translation>须为 0 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>allowed is a number of seconds above 0, such as 2.5, up to 86400</source>
        <translation>须为大于 0 且不超过 86400 的秒数，例如 2.5</translation>
    </message>
    <message>
        <source>allowed are seconds from shortest to longest, such as 0.5-5, up to 3600</source>
        <translation>须为从最短到最长的秒数，例如 0.5-5，不超过 3600</translation>
    </message>
    <message>
        <source>allowed is a share from 0 to 1 such as 0.25, or a percentage such as 25%</source>
        <translation>须为 0 到 1 之间的比例（例如 0.25）或百分比（例如 25%）</translation>
    </message>
    <message>
        <source>allowed are %1</source>
        <translation>可用的值为 %1</translation>
    </message>
    <message>
        <source>allowed are overwrite, skip and rename</source>
        <translation>可用的值为 overwrite、skip 和 rename</translation>
    </message>
    <message>
        <source>allowed are http://host:port, socks5://host:port, none and system</source>
        <translation>可用的值为 http://host:port、socks5://host:port、none 和 system</translation>
    </message>
    <message>
        <source>the file is too large for certificates</source>
        <translation>文件过大，不会是证书</translation>
    </message>
    <message>
        <source>there is no certificate in this file; allowed is the PEM format</source>
        <translation>此文件中没有证书；须为 PEM 格式</translation>
    </message>
    <message>
        <source>this is not a folder</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>this folder cannot be read; its permissions do not allow it</source>
        <translation>无法读取此文件夹；没有所需的权限</translation>
    </message>
    <message>
        <source>the name of a folder is needed</source>
        <translation>须为文件夹的名称</translation>
    </message>
    <message>
        <source>%1 is a file; a folder is needed</source>
        <translation>%1 是文件；须为文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder</source>
        <translation>无法写入 %1；请选择其他文件夹</translation>
    </message>
</context>
<context>
    <name>OwnSourcesText</name>
    <message>
        <source>the file is too large for a list of sources, which has at most %1</source>
        <translation>文件过大，来源列表最多为 %1</translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message numerus="yes">
        <source>Page %1 of %2, %n flag(s)</source>
        <translation>
            <numerusform>第 %1 页，共 %2 页，%n 面旗帜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n 面旗帜</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseTexts</name>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The request waits because as many others as the limit allows are running.</source>
        <translation>请求在等待，因为正在进行的其他请求已达到上限。</translation>
    </message>
    <message>
        <source>The request has been sent, and the program waits for the first byte of the response.</source>
        <translation>请求已发出，程序在等待响应的第一个字节。</translation>
    </message>
    <message>
        <source>The response arrives from the server.</source>
        <translation>正在从服务器接收响应。</translation>
    </message>
    <message>
        <source>A try has failed, and the program waits a moment before the next one.</source>
        <translation>一次尝试失败了，程序稍候片刻再试。</translation>
    </message>
    <message>
        <source>The picture is there and waits for its metadata and for a free thread.</source>
        <translation>图片已到，正在等待它的元数据和空闲线程。</translation>
    </message>
    <message>
        <source>A thread checks that the picture is complete and can be drawn.</source>
        <translation>线程检查图片是否完整、能否绘制。</translation>
    </message>
    <message>
        <source>A thread writes the files and makes sure that they are on the disk.</source>
        <translation>线程写入文件，并确保它们已落到磁盘上。</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新连接</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>A connection was opened for this request; the others reuse one.</source>
        <translation>为这个请求打开了新连接；其他请求则复用已有连接。</translation>
    </message>
    <message>
        <source>This try failed, and the program tries again.</source>
        <translation>这次尝试失败了，程序会再试一次。</translation>
    </message>
    <message>
        <source>The server refused because of too many requests, and all of them slow down.</source>
        <translation>请求过多，服务器拒绝了，于是所有请求都放慢。</translation>
    </message>
    <message>
        <source>The server does not have this file.</source>
        <translation>服务器上没有这个文件。</translation>
    </message>
    <message>
        <source>The request has failed for good.</source>
        <translation>请求最终失败。</translation>
    </message>
    <message>
        <source>The request was stopped before it was complete.</source>
        <translation>请求在完成之前被停止。</translation>
    </message>
</context>
<context>
    <name>PictureChoiceText</name>
    <message>
        <source>%1 pixels wide</source>
        <translation>宽 %1 像素</translation>
    </message>
    <message>
        <source>%1: this source has no choice of formats or widths</source>
        <translation>%1：此来源没有可选的格式或宽度</translation>
    </message>
    <message>
        <source>%1: this source has no such picture; it has %2</source>
        <translation>%1：此来源没有这样的图片；它有 %2</translation>
    </message>
</context>
<context>
    <name>PictureCopies</name>
    <message>
        <source>%1 copied: the picture for documents, the file for folders.</source>
        <translation>已复制%1旗帜：粘贴到文档中得到图片，粘贴到文件夹中得到文件。</translation>
    </message>
    <message>
        <source>%1 copied as PNG with %2 × %3 pixels. The file has no more, and pictures are not enlarged.</source>
        <translation>已将%1旗帜复制到剪贴板（PNG，%2 × %3 像素）。文件没有更多像素，图片不会被放大。</translation>
    </message>
    <message>
        <source>%1 copied as PNG with %2 × %3 pixels.</source>
        <translation>已将%1旗帜复制到剪贴板（PNG，%2 × %3 像素）。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>PictureEntries</name>
    <message>
        <source>each of the &quot;images&quot; needs a &quot;format&quot; or &quot;formats&quot;</source>
        <translation>&quot;images&quot; 中的每一项都需要 &quot;format&quot; 或 &quot;formats&quot;</translation>
    </message>
    <message>
        <source>the format &quot;%1&quot; is not known; allowed are %2</source>
        <translation>未知的格式 &quot;%1&quot;；可用的格式为 %2</translation>
    </message>
    <message>
        <source>several &quot;formats&quot; need the placeholder {format} in their &quot;url&quot;</source>
        <translation>有多个 &quot;formats&quot; 时，其 &quot;url&quot; 中需要占位符 {format}</translation>
    </message>
    <message>
        <source>&quot;widths&quot; and the placeholder {width} in the &quot;url&quot; are possible only together</source>
        <translation>&quot;widths&quot; 与 &quot;url&quot; 中的占位符 {width} 必须同时使用</translation>
    </message>
    <message>
        <source>&quot;width&quot; must be one of the &quot;widths&quot;</source>
        <translation>&quot;width&quot; 必须是 &quot;widths&quot; 中的一个</translation>
    </message>
    <message>
        <source>each of the &quot;images&quot; needs a &quot;url&quot;</source>
        <translation>&quot;images&quot; 中的每一项都需要 &quot;url&quot;</translation>
    </message>
    <message>
        <source>&quot;images&quot; must be a list, [{&quot;format&quot;: ..., &quot;url&quot;: ...}, ...]</source>
        <translation>&quot;images&quot; 必须是列表，即 [{&quot;format&quot;: ..., &quot;url&quot;: ...}, ...]</translation>
    </message>
    <message>
        <source>&quot;image&quot; and &quot;images&quot; exclude each other</source>
        <translation>&quot;image&quot; 和 &quot;images&quot; 不能同时使用</translation>
    </message>
    <message>
        <source>the key &quot;image&quot; is missing</source>
        <translation>缺少键 &quot;image&quot;</translation>
    </message>
    <message>
        <source>&quot;image&quot;: the placeholder %1 can be used in &quot;images&quot; only</source>
        <translation>&quot;image&quot;：占位符 %1 只能在 &quot;images&quot; 中使用</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>This file cannot be drawn.</source>
        <translation>无法绘制此文件。</translation>
    </message>
</context>
<context>
    <name>PictureWindow</name>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the flag smaller (−)</source>
        <translation>缩小旗帜（−）</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Whole flag</source>
        <translation>完整旗帜</translation>
    </message>
    <message>
        <source>Show the whole flag (0)</source>
        <translation>显示完整的旗帜（0）</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the flag larger (+)</source>
        <translation>放大旗帜（+）</translation>
    </message>
    <message>
        <source>Flag of %1</source>
        <translation>%1旗帜</translation>
    </message>
    <message>
        <source>The wheel, + and − zoom, 0 shows the whole flag. Drag a zoomed flag to move it.</source>
        <translation>滚轮、+ 和 − 可缩放，0 显示完整的旗帜。拖动可移动放大的旗帜。</translation>
    </message>
    <message>
        <source>%1 times as large as the whole flag in this window</source>
        <translation>为此窗口中完整旗帜的 %1 倍</translation>
    </message>
</context>
<context>
    <name>PlaceholderMenu</name>
    <message>
        <source>Code of two letters, in upper case: JP</source>
        <translation>两字母代码，大写：JP</translation>
    </message>
    <message>
        <source>The same in lower case: jp</source>
        <translation>两字母代码，小写：jp</translation>
    </message>
    <message>
        <source>Code of three letters: jpn</source>
        <translation>三字母代码：jpn</translation>
    </message>
    <message>
        <source>Number of the country: 392</source>
        <translation>数字代码：392</translation>
    </message>
    <message>
        <source>Name, as the source has it: Japan</source>
        <translation>来源提供的名称：Japan</translation>
    </message>
    <message>
        <source>Name in a language, such as fr, zh or pt-BR: Japon</source>
        <translation>指定语言的名称，例如 fr、zh 或 pt-BR：Japon</translation>
    </message>
    <message>
        <source>Continent: asia</source>
        <translation>大洲：asia</translation>
    </message>
    <message>
        <source>Name of the source: flag-icons</source>
        <translation>来源的名称：flag-icons</translation>
    </message>
    <message>
        <source>Width of the picture in pixels: 320</source>
        <translation>图片宽度（像素）：320</translation>
    </message>
    <message>
        <source>Suffix of the file, which is always added: svg</source>
        <translation>文件扩展名，总会自动添加：svg</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Type the address of the proxy, such as http://proxy.example:3128.</source>
        <translation>请输入代理地址，例如 http://proxy.example:3128。</translation>
    </message>
    <message>
        <source>%1 is not the address of a proxy. Type http://host:port or socks5://host:port.</source>
        <translation>%1 不是代理地址。请输入 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>Passwords are not stored. To use this address, start Flagfetch with --proxy or http_proxy.</source>
        <translation>程序不保存密码。要使用此地址，请在启动 Flagfetch 时用 --proxy 或 http_proxy 指定。</translation>
    </message>
</context>
<context>
    <name>PreferencesControl</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Language, folder, network, colours and other choices for all downloads</source>
        <translation>语言、文件夹、网络、配色以及适用于所有下载的其他选项</translation>
    </message>
    <message>
        <source>The language changes when Flagfetch is started again.</source>
        <translation>重新启动 Flagfetch 后，语言才会更改。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Simulated faults</source>
        <translation>模拟故障</translation>
    </message>
    <message>
        <source>Set this page to its defaults. OK applies them.</source>
        <translation>将此页恢复为默认值。按“确定”后生效。</translation>
    </message>
    <message>
        <source>Set every page to its defaults. OK applies them.</source>
        <translation>将所有页面恢复为默认值。按“确定”后生效。</translation>
    </message>
    <message>
        <source>&amp;Defaults for this page</source>
        <translation>此页恢复默认值(&amp;D)</translation>
    </message>
    <message>
        <source>Defa&amp;ults for all pages</source>
        <translation>所有页面恢复默认值(&amp;U)</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>The command line decides for this run: %1. What you choose here applies from the next start on.</source>
        <translation>本次运行由命令行选项指定：%1。在此所做的选择从下次启动起生效。</translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>it has no flags</source>
        <translation>其中没有旗帜</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Twenty most populous</source>
        <translation>人口最多的国家</translation>
    </message>
    <message>
        <source>UN members</source>
        <translation>联合国会员国</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>欧盟</translation>
    </message>
    <message>
        <source>G20</source>
        <translation>二十国集团</translation>
    </message>
    <message>
        <source>%1: UN members</source>
        <translation>%1：联合国会员国</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message numerus="yes">
        <source>Pausing: %n running download(s) finish</source>
        <translation>
            <numerusform>正在暂停：等待 %n 个进行中的下载完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProxyText</name>
    <message>
        <source>proxy %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>it is no valid address</source>
        <translation>地址无效</translation>
    </message>
    <message>
        <source>proxies of the kind %1 are not supported</source>
        <translation>不支持 %1 类型的代理</translation>
    </message>
    <message>
        <source>no host of this name was found</source>
        <translation>找不到这个名称的主机</translation>
    </message>
</context>
<context>
    <name>QNativeSocketEngine</name>
    <message>
        <source>Out of resources</source>
        <translation>资源不足</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>Quit Flagfetch?</source>
        <translation>要退出 Flagfetch 吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) have not been downloaded yet.</source>
        <translation>
            <numerusform>还有 %n 面旗帜尚未下载。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you quit now, the saved flags stay, and you can continue with the rest at the next start.</source>
        <translation>如果现在退出，已保存的旗帜会保留，其余的可以在下次启动时继续下载。</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t ask again</source>
        <translation>不再询问(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep downloading</source>
        <translation>继续下载(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>RebuildChoice</name>
    <message>
        <source>Manifests (flags*.json);;JSON (*.json);;All files (*)</source>
        <translation>清单 (flags*.json);;JSON (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the rebuilt set to</source>
        <translation>将重建的旗帜集保存到</translation>
    </message>
    <message>
        <source>Rebuild from flags.json</source>
        <translation>按 flags.json 重建</translation>
    </message>
    <message>
        <source>%1 is the folder of this flags.json itself. Choose another folder, or open this one with Change and repair it with Folder &gt; Verify.</source>
        <translation>%1 就是此 flags.json 所在的文件夹。请选择其他文件夹，或用“更改”打开此文件夹，再用“文件夹”&gt;“校验”修复。</translation>
    </message>
</context>
<context>
    <name>RecentFoldersMenu</name>
    <message>
        <source>&amp;Recent folders</source>
        <translation>最近的文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清除列表(&amp;C)</translation>
    </message>
    <message>
        <source>Forget these folders. Their files stay.</source>
        <translation>不再记住这些文件夹。其中的文件会保留。</translation>
    </message>
    <message>
        <source>%1 (does not exist)</source>
        <translation>%1（不存在）</translation>
    </message>
    <message>
        <source>%1 does not exist. It was removed or renamed, or its drive is not connected.</source>
        <translation>%1 不存在。它已被删除或重命名，或者所在的驱动器未连接。</translation>
    </message>
</context>
<context>
    <name>RedirectText</name>
    <message>
        <source>more than %1 redirects</source>
        <translation>重定向超过 %1 次</translation>
    </message>
</context>
<context>
    <name>RenderProcess</name>
    <message>
        <source>flagfetch-render was killed</source>
        <translation>flagfetch-render 被终止</translation>
    </message>
    <message>
        <source>flagfetch-render crashed</source>
        <translation>flagfetch-render 已崩溃</translation>
    </message>
    <message>
        <source>flagfetch-render sent an invalid answer</source>
        <translation>flagfetch-render 发送了无效的响应</translation>
    </message>
    <message>
        <source>it is neither beside flagfetch nor installed</source>
        <translation>它不在 flagfetch 所在的文件夹中，也没有安装</translation>
    </message>
</context>
<context>
    <name>RunChooser</name>
    <message>
        <source>The run that the timeline shows: the last ten since the start</source>
        <translation>时间线显示哪一条下载记录：程序启动以来的最近十次</translation>
    </message>
    <message>
        <source>Another run, whose figures and number in flight are shown beside it</source>
        <translation>另一条下载记录：并列显示它的数据和进行中的请求数</translation>
    </message>
    <message>
        <source>Ru&amp;n</source>
        <translation>下载记录(&amp;N)</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>对比(&amp;M)</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>to compare with</comment>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n 面旗帜</numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a run</comment>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>loop blocked %1 ms</source>
        <translation>事件循环阻塞 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>RunningActivity</name>
    <message>
        <source>An operation is running in the main window. Measure when it has ended, so that neither changes the times of the other.</source>
        <translation>主窗口中正在进行一项操作。请在它结束后再测量，以免互相影响用时。</translation>
    </message>
    <message>
        <source>The concurrency lab is measuring. Measure when it has ended, so that neither changes the times of the other.</source>
        <translation>并发实验室正在测量。请在它结束后再测量，以免互相影响用时。</translation>
    </message>
    <message>
        <source>The three ways are being measured. Measure when they have ended, so that neither changes the times of the other.</source>
        <translation>正在测量三种方式。请在测量结束后再测量，以免互相影响用时。</translation>
    </message>
    <message>
        <source>Cancelled, because an operation has started in the main window.</source>
        <translation>已取消，因为主窗口中开始了一项操作。</translation>
    </message>
</context>
<context>
    <name>SamePicturesText</name>
    <message numerus="yes">
        <source>%n countries have the same picture (%1, ...). Look at it, and check the address of the source.</source>
        <translation>
            <numerusform>%n 个国家的图片相同（%1 等）。请查看该图片，并检查来源地址。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveCopyDialog</name>
    <message>
        <source>Save a copy: %1</source>
        <translation>保存副本：%1</translation>
    </message>
    <message>
        <source>As it is (%1)</source>
        <translation>原格式（%1）</translation>
    </message>
    <message>
        <source>The format of the copy</source>
        <translation>副本的格式</translation>
    </message>
    <message>
        <source> pixels</source>
        <comment>after a number in a field</comment>
        <translation> 像素</translation>
    </message>
    <message>
        <source>A picture with fewer pixels than this is not enlarged</source>
        <translation>像素少于此值的图片不会被放大</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose the folder and the name of the copy</source>
        <translation>选择副本的文件夹和名称</translation>
    </message>
</context>
<context>
    <name>SaveFileText</name>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>WebP image (*.webp)</source>
        <translation>WebP 图片 (*.webp)</translation>
    </message>
    <message>
        <source>%1 image (*.%2)</source>
        <comment>format, suffix</comment>
        <translation>%1 图片 (*.%2)</translation>
    </message>
    <message>
        <source>Save a copy: %1</source>
        <translation>保存副本：%1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search: name, code, emoji, continent:africa …</source>
        <translation>搜索：名称、拼音、代码、表情符号、大洲：非洲 …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Shows only the countries that match (Ctrl+F): names in any language, codes, emoji flags.&lt;br&gt;Also continent:africa, region:western-europe, group:eu and state:failed; a minus leaves out, as in -EG; a comma adds another search.</source>
        <translation>只显示匹配的国家和地区（Ctrl+F）：任意语言的名称、拼音、代码、旗帜表情符号。&lt;br&gt;也可使用 大洲：非洲、地区：西欧、组织：欧盟 和 状态：失败；减号表示排除，例如 -EG；逗号可增加一个搜索条件。</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>转到搜索栏</translation>
    </message>
</context>
<context>
    <name>SearchStates</name>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未下载|缺失</translation>
    </message>
    <message>
        <source>not requested</source>
        <translation>未请求</translation>
    </message>
</context>
<context>
    <name>SelectMenu</name>
    <message>
        <source>Add from clip&amp;board</source>
        <translation>从剪贴板添加(&amp;B)</translation>
    </message>
    <message>
        <source>Add from a &amp;file...</source>
        <translation>从文件添加(&amp;F)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n shown</source>
        <translation>
            <numerusform>全选显示的 %n 个(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;None of the %n shown</source>
        <translation>
            <numerusform>全不选显示的 %n 个(&amp;N)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Invert the %n shown</source>
        <translation>
            <numerusform>反选显示的 %n 个(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反选(&amp;I)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>选择(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tick only</source>
        <translation>仅勾选(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;dd to the ticks</source>
        <translation>添加到勾选(&amp;D)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, number of countries</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>tick only “%1”</source>
        <comment>undo step</comment>
        <translation>仅勾选“%1”</translation>
    </message>
    <message>
        <source>add “%1”</source>
        <comment>undo step</comment>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>tick all shown</source>
        <comment>undo step</comment>
        <translation>勾选显示的全部</translation>
    </message>
    <message>
        <source>tick all</source>
        <comment>undo step</comment>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>untick all shown</source>
        <comment>undo step</comment>
        <translation>取消勾选显示的全部</translation>
    </message>
    <message>
        <source>untick all</source>
        <comment>undo step</comment>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>invert the shown ticks</source>
        <comment>undo step</comment>
        <translation>反转显示的勾选</translation>
    </message>
    <message>
        <source>invert the ticks</source>
        <comment>undo step</comment>
        <translation>反转勾选</translation>
    </message>
    <message>
        <source>Without territories. In a search: %1</source>
        <translation>不含属地。搜索写法：%1</translation>
    </message>
    <message>
        <source>%1: all countries and territories</source>
        <translation>%1：所有国家和地区</translation>
    </message>
    <message>
        <source>With territories, of which some use the flag of another country. In a search: %1</source>
        <translation>包含属地，其中一些使用另一个国家的旗帜。搜索写法：%1</translation>
    </message>
    <message>
        <source>tick only those shown</source>
        <comment>undo step</comment>
        <translation>仅勾选显示的</translation>
    </message>
    <message>
        <source>&amp;Those shown (%1)</source>
        <comment>countries, number</comment>
        <translation>显示的 %1 个(&amp;T)</translation>
    </message>
</context>
<context>
    <name>SelectionsDialog</name>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Saved selections</source>
        <translation>已保存的选择</translation>
    </message>
    <message>
        <source>Rename this selection (F2)</source>
        <translation>重命名此选择（F2）</translation>
    </message>
    <message>
        <source>Remove this selection (Delete)</source>
        <translation>移除此选择（Delete）</translation>
    </message>
</context>
<context>
    <name>SelectionsMenu</name>
    <message>
        <source>&amp;Saved selections</source>
        <translation>已保存的选择(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n countries)</source>
        <translation>
            <numerusform>%1（%n 个国家和地区）</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save the ticks...</source>
        <translation>保存勾选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename or remove...</source>
        <translation>重命名或移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Save selection</source>
        <translation>保存选择</translation>
    </message>
    <message>
        <source>Save the ticked countries as (a selection of this name is replaced):</source>
        <translation>将已勾选的国家和地区保存为（同名的选择会被替换）：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved as “%1”. Select &gt; Saved selections ticks it again.</source>
        <translation>已保存为“%1”。用“选择”&gt;“已保存的选择”可再次勾选。</translation>
    </message>
    <message>
        <source>&amp;Tick only these</source>
        <translation>仅勾选这些(&amp;T)</translation>
    </message>
    <message>
        <source>tick only “%1”</source>
        <comment>undo step</comment>
        <translation>仅勾选“%1”</translation>
    </message>
    <message>
        <source>&amp;Add to the ticks</source>
        <translation>添加到勾选(&amp;A)</translation>
    </message>
    <message>
        <source>add “%1”</source>
        <comment>undo step</comment>
        <translation>添加“%1”</translation>
    </message>
</context>
<context>
    <name>ServedCountsText</name>
    <message>
        <source>%1 from %2</source>
        <comment>number of flags, source</comment>
        <translation>%1 面来自“%2”</translation>
    </message>
</context>
<context>
    <name>SetFlags</name>
    <message>
        <source>this is not a folder</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
</context>
<context>
    <name>SetLock</name>
    <message>
        <source>%1 is not a file of Flagfetch; remove it</source>
        <translation>%1 不是 Flagfetch 的文件；请删除</translation>
    </message>
    <message>
        <source>remove %1 if that program no longer runs</source>
        <translation>如果该程序已不再运行，请删除 %1</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1，进程 %2</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>本机上的 %1</translation>
    </message>
    <message>
        <source>%1 on %2; %3</source>
        <translation>%2 上的 %1；%3</translation>
    </message>
</context>
<context>
    <name>SetMenu</name>
    <message>
        <source>&amp;Update</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>显示变化(&amp;C)</translation>
    </message>
    <message>
        <source>Wait until the batch has ended, or cancel it.</source>
        <translation>请等待当前批次结束，或将其取消。</translation>
    </message>
    <message>
        <source>There is no set of flags in the folder yet. Download flags into it first.</source>
        <translation>文件夹中还没有旗帜集。请先把旗帜下载到其中。</translation>
    </message>
    <message>
        <source>No update has changed a flag yet.</source>
        <translation>还没有更新过任何旗帜。</translation>
    </message>
    <message>
        <source>Show the old and the new pictures side by side</source>
        <translation>并排显示新旧图片</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Rebuild from flags.json…</source>
        <translation>按 flags.json 重建(&amp;R)…</translation>
    </message>
    <message>
        <source>Download the flags of this folder that have changed at the source (F5)</source>
        <translation>下载此文件夹中在来源处有变化的旗帜（F5）</translation>
    </message>
    <message>
        <source>Find missing or damaged files (F7)</source>
        <translation>找出缺失或损坏的文件（F7）</translation>
    </message>
    <message>
        <source>Download the flags that the flags.json of another folder lists, into a folder of your choice</source>
        <translation>把另一个文件夹的 flags.json 所列的旗帜下载到所选的文件夹</translation>
    </message>
</context>
<context>
    <name>SetOptions</name>
    <message>
        <source>this is a folder; the flags.json in it is needed</source>
        <translation>这是文件夹；须为其中的 flags.json</translation>
    </message>
    <message>
        <source>there is no such file; the flags.json of a set is needed</source>
        <translation>没有这个文件；须为旗帜集的 flags.json</translation>
    </message>
    <message>
        <source>allowed are names that end with .pdf or .png</source>
        <translation>须为以 .pdf 或 .png 结尾的名称</translation>
    </message>
    <message>
        <source>allowed are names that end with .csv or .json</source>
        <translation>须为以 .csv 或 .json 结尾的名称</translation>
    </message>
    <message>
        <source>allowed is the name of a folder</source>
        <translation>须为文件夹的名称</translation>
    </message>
    <message>
        <source>allowed are A4, A3 and Letter, also with -landscape appended</source>
        <translation>可用的值为 A4、A3 和 Letter，也可附加 -landscape</translation>
    </message>
    <message>
        <source>--%1: it can be used only together with %2</source>
        <translation>--%1：只能与 %2 一起使用</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>旗帜集</translation>
    </message>
    <message>
        <source>request the flags in this folder again, or only those of the codes; downloads only what has changed</source>
        <translation>重新请求此文件夹中的旗帜，或只请求指定代码的旗帜；只下载有变化的旗帜</translation>
    </message>
    <message>
        <source>compare the files in this folder with the hashes in its flags.json; makes no network requests</source>
        <translation>将此文件夹中的文件与其 flags.json 中的哈希值比较；不发出网络请求</translation>
    </message>
    <message>
        <source>with --verify: download missing and altered files again</source>
        <translation>与 --verify 合用：重新下载缺失和被改动的文件</translation>
    </message>
    <message>
        <source>download the set that this flags.json describes to --output (default: downloads)</source>
        <translation>将此 flags.json 描述的旗帜集下载到 --output（默认：downloads）</translation>
    </message>
    <message>
        <source>continue the interrupted batch in this folder</source>
        <translation>继续此文件夹中被中断的批次</translation>
    </message>
    <message>
        <source>Exporting a folder of flags</source>
        <translation>导出旗帜文件夹</translation>
    </message>
    <message>
        <source>save pages with all flags, their names and codes as FILE.pdf, or as one picture FILE.png</source>
        <translation>将所有旗帜及其名称和代码排成页面，保存为 FILE.pdf，或保存为一张图片 FILE.png</translation>
    </message>
    <message>
        <source>save one picture of all flags, with CSS, JSON of the positions and a page that shows them; DIR must be new, empty or an older sprite</source>
        <translation>将所有旗帜保存为一张图片，附带 CSS、记录位置的 JSON 和演示网页；DIR 必须是新文件夹、空文件夹或以前的雪碧图</translation>
    </message>
    <message>
        <source>save what is known about the flags as FILE.csv or FILE.json</source>
        <translation>将旗帜的已知信息保存为 FILE.csv 或 FILE.json</translation>
    </message>
    <message>
        <source>the folder of flags to export (default: downloads)</source>
        <translation>要导出的旗帜文件夹（默认：downloads）</translation>
    </message>
    <message>
        <source>title of the contact sheet, or of the page of the sprite</source>
        <translation>总览图的标题，或雪碧图网页的标题</translation>
    </message>
    <message>
        <source>paper of a PDF: A4 (default), A3 or Letter; for landscape A4-landscape and so on</source>
        <translation>PDF 的纸张：A4（默认）、A3 或 Letter；横向为 A4-landscape 等</translation>
    </message>
    <message>
        <source>width of the flags of a sprite in CSS pixels, 8 to 512 (default: 64); the picture has twice as many pixels</source>
        <translation>雪碧图中旗帜的宽度，以 CSS 像素计，8 到 512（默认：64）；图片的像素数是其两倍</translation>
    </message>
    <message>
        <source>flags in each row, at most 20 on a sheet and 100 in a sprite (default: chosen automatically); &quot;fit&quot;: as many as put a sheet on one page</source>
        <translation>每行的旗帜数，总览图最多 20，雪碧图最多 100（默认：自动选择）；“fit”表示让总览图放入一页所需的数目</translation>
    </message>
</context>
<context>
    <name>SetSummaryText</name>
    <message>
        <source>flags.json in this folder is damaged (%1). The next download backs it up and creates a new one from the files.</source>
        <translation>此文件夹中的 flags.json 已损坏（%1）。下次下载时会先备份它，再根据文件新建一个。</translation>
    </message>
    <message numerus="yes">
        <source>The last batch in this folder was interrupted. All its flags are here, but %n flag(s) were not requested again.</source>
        <translation>
            <numerusform>此文件夹中的上一批次被中断。所有旗帜都在文件夹中，但有 %n 面没有重新请求。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetText</name>
    <message numerus="yes">
        <source>%n file(s) checked, all intact.</source>
        <translation>
            <numerusform>已检查 %n 个文件，全部完好。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked, %1 not intact.</source>
        <translation>
            <numerusform>已检查 %n 个文件，其中 %1 个有问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>flags.json is damaged (%1), so the files cannot be checked. Use another copy of it, or download into the folder again: that backs it up and creates a new one from the files.</source>
        <translation>flags.json 已损坏（%1），因此无法校验文件。请使用它的另一份副本，或重新下载到该文件夹：程序会先备份它，再根据文件新建一个。</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>the file is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>%1: %2; the window starts without settings and stores none</source>
        <translation>%1：%2；窗口将不使用设置启动，也不保存设置</translation>
    </message>
</context>
<context>
    <name>ShippedSources</name>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>The flags that come with this program, in the ratio 4:3.</source>
        <translation>本程序自带的旗帜，比例为 4:3。</translation>
    </message>
    <message>
        <source>Built-in, square</source>
        <translation>内置，方形</translation>
    </message>
    <message>
        <source>The flags that come with this program, as squares.</source>
        <translation>本程序自带的旗帜，呈正方形。</translation>
    </message>
    <message>
        <source>Built-in, slow</source>
        <translation>内置，慢速</translation>
    </message>
    <message>
        <source>The built-in flags, each after a random delay. For trying out the program.</source>
        <translation>内置的旗帜，每面旗帜随机延迟后才提供，供试用本程序。</translation>
    </message>
    <message>
        <source>Built-in, faulty</source>
        <translation>内置，模拟故障</translation>
    </message>
    <message>
        <source>The built-in flags, but some requests fail on purpose. For trying out the program.</source>
        <translation>内置的旗帜，但部分请求会故意失败，供试用本程序。</translation>
    </message>
    <message>
        <source>Debian, older</source>
        <translation>Debian，旧版</translation>
    </message>
    <message>
        <source>Flags from a package of Debian. Several of them are out of date.</source>
        <translation>来自 Debian 软件包的旗帜，其中一些已经过时。</translation>
    </message>
    <message>
        <source>GIF pictures of 194 flags. The author asks for few requests at once.</source>
        <translation>194 面旗帜的 GIF 图片。作者希望同时发出的请求不要太多。</translation>
    </message>
    <message>
        <source>The flags of the project flag-icons, in the ratio 4:3.</source>
        <translation>flag-icons 项目的旗帜，比例为 4:3。</translation>
    </message>
    <message>
        <source>flag-icons, square</source>
        <translation>flag-icons，方形</translation>
    </message>
    <message>
        <source>The flags of the project flag-icons, as squares.</source>
        <translation>flag-icons 项目的旗帜，呈正方形。</translation>
    </message>
    <message>
        <source>Flags in their own ratios, as SVG or PNG.</source>
        <translation>保持各自比例的旗帜，SVG 或 PNG 格式。</translation>
    </message>
    <message>
        <source>Flags in their own ratios, as PNG, WebP or JPG in many sizes, or as SVG.</source>
        <translation>保持各自比例的旗帜，有多种尺寸的 PNG、WebP 或 JPG 格式，也有 SVG 格式。</translation>
    </message>
    <message>
        <source>Round flags, also of many regions.</source>
        <translation>圆形旗帜，还包括许多地区。</translation>
    </message>
    <message>
        <source>Small PNG pictures, flat.</source>
        <translation>扁平风格的小尺寸 PNG 图片。</translation>
    </message>
    <message>
        <source>Flagsapi, shiny</source>
        <translation>Flagsapi，光泽效果</translation>
    </message>
    <message>
        <source>Small PNG pictures with a shine.</source>
        <translation>带光泽效果的小尺寸 PNG 图片。</translation>
    </message>
    <message>
        <source>Flags in their own ratios, from a collection of data about countries.</source>
        <translation>保持各自比例的旗帜，来自一个国家和地区数据集。</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>公有领域</translation>
    </message>
    <message>
        <source>Public domain, Debian iso-flags-svg</source>
        <translation>公有领域，Debian iso-flags-svg</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>免费使用</translation>
    </message>
    <message>
        <source>ODbL (the data)</source>
        <translation>ODbL（数据）</translation>
    </message>
    <message>
        <source>No network needed</source>
        <translation>无需网络</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <comment>hosts</comment>
        <translation>网络：%1</translation>
    </message>
</context>
<context>
    <name>ShortcutTexts</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Controls and menus</source>
        <translation>控件和菜单</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家和地区</translation>
    </message>
    <message>
        <source>Tick or untick the country</source>
        <translation>勾选或取消勾选此国家或地区</translation>
    </message>
    <message>
        <source>Tick all countries from the latest tick to this one</source>
        <translation>勾选从上次勾选处到此处的所有国家和地区</translation>
    </message>
    <message>
        <source>Open the menu of the country</source>
        <translation>打开此国家或地区的菜单</translation>
    </message>
    <message>
        <source>Show the details of the flag, or download a missing one</source>
        <translation>显示旗帜的详细信息，或下载缺少的旗帜</translation>
    </message>
    <message>
        <source>The keys work everywhere in the window. Those with an asterisk (*) edit the text while a text field has the focus. Those with a dagger (†) are for the current flag: they work in the details and, except O, in the grid.</source>
        <translation>这些按键在窗口中随处可用。焦点在文本框中时，带星号（*）的按键用于编辑文本。带剑号（†）的按键用于当前旗帜：在详细信息中可用，除 O 外在网格中也可用。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show less time in more detail</source>
        <translation>显示更短的时间、更多的细节</translation>
    </message>
    <message>
        <source>Show more time in less detail</source>
        <translation>显示更长的时间、更少的细节</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整次运行</translation>
    </message>
    <message>
        <source>Choose the country in the grid</source>
        <translation>在网格中选中该国家或地区</translation>
    </message>
</context>
<context>
    <name>SizeSlider</name>
    <message>
        <source>Size of the flags</source>
        <translation>旗帜大小</translation>
    </message>
    <message>
        <source>Size of the flags (Ctrl and + or -)</source>
        <translation>旗帜大小（Ctrl 加 + 或 -）</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Larger flags</source>
        <translation>放大旗帜</translation>
    </message>
    <message>
        <source>Smaller flags</source>
        <translation>缩小旗帜</translation>
    </message>
</context>
<context>
    <name>SourceChooser</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source options</source>
        <translation>来源选项</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>来源(&amp;U)</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>自己添加的来源</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, source</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Pictures of this source, and other sources for missing flags</source>
        <translation>此来源的图片，以及缺少旗帜时使用的其他来源</translation>
    </message>
    <message>
        <source>for lessons: answers late</source>
        <translation>教学用：响应较慢</translation>
    </message>
    <message>
        <source>for lessons: refuses some requests</source>
        <translation>教学用：拒绝部分请求</translation>
    </message>
</context>
<context>
    <name>SourceEditor</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>The name in the list of sources</source>
        <translation>在来源列表中显示的名称</translation>
    </message>
    <message>
        <source>&amp;Id:</source>
        <translation>标识(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Picture address:</source>
        <translation>图片地址(&amp;P)：</translation>
    </message>
    <message>
        <source>With {cc}, {CC}, {iso3}, {ISO3} or {num} where the country&apos;s code belongs, as in https://flags.example/{cc}.svg</source>
        <translation>在国家或地区代码的位置写 {cc}、{CC}、{iso3}、{ISO3} 或 {num}，例如 https://flags.example/{cc}.svg</translation>
    </message>
    <message>
        <source>From this program</source>
        <translation>来自本程序</translation>
    </message>
    <message>
        <source>A JSON file for each country</source>
        <translation>每个国家或地区一个 JSON 文件</translation>
    </message>
    <message>
        <source>One JSON file for all countries</source>
        <translation>所有国家和地区共用一个 JSON 文件</translation>
    </message>
    <message>
        <source>Country na&amp;mes:</source>
        <translation>国家和地区名称(&amp;M)：</translation>
    </message>
    <message>
        <source>Names a&amp;ddress:</source>
        <translation>名称地址(&amp;D)：</translation>
    </message>
    <message>
        <source>Pat&amp;h of the name:</source>
        <translation>名称的路径(&amp;H)：</translation>
    </message>
    <message>
        <source>Path of the c&amp;ode:</source>
        <translation>代码的路径(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>许可证(&amp;L)：</translation>
    </message>
    <message>
        <source>The licence of the flags</source>
        <translation>旗帜的许可证</translation>
    </message>
    <message>
        <source>How many requests this source accepts at once</source>
        <translation>此来源可接受的并发请求数</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>The minimum time between the starts of two requests</source>
        <translation>相继开始的两个请求之间的最短间隔</translation>
    </message>
    <message>
        <source>&amp;Requests at once:</source>
        <translation>并发请求数(&amp;R)：</translation>
    </message>
    <message>
        <source>Pa&amp;use between requests:</source>
        <translation>请求间隔(&amp;U)：</translation>
    </message>
    <message>
        <source>Several kinds; they can be changed in the file</source>
        <translation>有多种；可在文件中更改</translation>
    </message>
    <message>
        <source>Where the names of the countries come from</source>
        <translation>国家和地区名称的出处</translation>
    </message>
    <message>
        <source>The address of that file; with {cc} if there is one for each country</source>
        <translation>该文件的地址；若每个国家或地区各有一个文件，则包含 {cc}</translation>
    </message>
    <message>
        <source>Where the name is in that file, with dots between the steps, as in name.common</source>
        <translation>名称在该文件中的位置，各级之间用点分隔，例如 name.common</translation>
    </message>
    <message>
        <source>Where the two-letter code is in that file; empty if the names are listed by their codes</source>
        <translation>两字母代码在该文件中的位置；若名称按代码列出，则留空</translation>
    </message>
    <message>
        <source>Pictures of this program</source>
        <translation>本程序的图片</translation>
    </message>
    <message>
        <source>A short word for the command line</source>
        <translation>命令行中使用的简短代号</translation>
    </message>
    <message>
        <source>Country names</source>
        <translation>国家和地区名称</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>an address with ? or # needs the placeholder {cc}</source>
        <translation>含有 ? 或 # 的地址需要占位符 {cc}</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>ids of sources</comment>
        <translation>
            <numerusform>%1 及另外 %n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: there is no such source; allowed are %2, an http:// or https:// address, and a template such as https://HOST/{cc}.png</source>
        <translation>%1：没有这个来源；可用 %2、http:// 或 https:// 地址，以及 https://HOST/{cc}.png 这样的模板</translation>
    </message>
</context>
<context>
    <name>SourceListView</name>
    <message>
        <source>● %1, not saved</source>
        <comment>a source</comment>
        <translation>● %1，未保存</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <comment>a source</comment>
        <translation>%1，未保存</translation>
    </message>
</context>
<context>
    <name>SourceListing</name>
    <message>
        <source>also %1 regions and organisations</source>
        <translation>还有 %1 个行政区和组织</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自己添加</translation>
    </message>
</context>
<context>
    <name>SourceOptions</name>
    <message>
        <source>--sources %1: %2</source>
        <translation>--sources %1：%2</translation>
    </message>
    <message>
        <source>--server %1: this source is given twice</source>
        <translation>--server %1：此来源指定了两次</translation>
    </message>
    <message>
        <source>--compare: two sources are needed, as in --compare -s builtin -s flagcdn</source>
        <translation>--compare：需要两个来源，例如 --compare -s builtin -s flagcdn</translation>
    </message>
    <message>
        <source>--pictures %1: there are no pictures named {cc}.svg in this folder</source>
        <translation>--pictures %1：此文件夹中没有名为 {cc}.svg 的图片</translation>
    </message>
    <message>
        <source>--error-rate: it can be used only together with --server builtin-faulty, or with --serve</source>
        <translation>--error-rate：只能与 --server builtin-faulty 或 --serve 一起使用</translation>
    </message>
    <message>
        <source>--seed: it can be used only together with --server builtin-slow or builtin-faulty, or with --serve</source>
        <translation>--seed：只能与 --server builtin-slow 或 builtin-faulty，或与 --serve 一起使用</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>the source: its name (default: builtin) or an address, see Sources below; give the option again to add a source for flags that the earlier ones do not have</source>
        <translation>来源：名称（默认：builtin）或地址，见下文“可用来源”；重复此选项可添加备用来源，用于前面的来源没有的旗帜</translation>
    </message>
    <message>
        <source>picture format, if the source has several: svg, png, webp, jpg, gif</source>
        <translation>图片格式，用于有多种格式的来源：svg、png、webp、jpg、gif</translation>
    </message>
    <message>
        <source>picture width in pixels, if the source has several; --list-sources shows them</source>
        <translation>图片宽度（像素），用于有多种宽度的来源；--list-sources 会列出各种宽度</translation>
    </message>
    <message>
        <source>read more sources from a JSON file</source>
        <translation>从 JSON 文件读取更多来源</translation>
    </message>
    <message>
        <source>folder with the {cc}.svg pictures that the built-in sources serve</source>
        <translation>内置来源所用 {cc}.svg 图片的文件夹</translation>
    </message>
    <message>
        <source>share of the requests that builtin-faulty (default: 25%) or --serve (default: 0) answers with status 418, such as 0.25 or 25%</source>
        <translation>builtin-faulty（默认：25%）或 --serve（默认：0）以状态码 418 响应的请求所占的比例，例如 0.25 或 25%</translation>
    </message>
    <message>
        <source>seed of these random delays and errors; the same number repeats them (default: 1)</source>
        <translation>这些随机延迟和错误的种子；相同的数字会重现它们（默认：1）</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>number of simultaneous requests to each source, 1 to 1000 (default: the limit of the source)</source>
        <translation>每个来源的并发请求数，1 到 1000（默认：该来源的上限）</translation>
    </message>
    <message>
        <source>time limit for one request (default: 30)</source>
        <translation>单个请求的时限（默认：30）</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, none, or system (default)</source>
        <translation>http://host:port、socks5://host:port、none 或 system（默认）</translation>
    </message>
    <message>
        <source>trust these certificates in addition to those of the system</source>
        <translation>除系统证书外，也信任这些证书</translation>
    </message>
    <message>
        <source>--block-loop: it can be used only together with a built-in source</source>
        <translation>--block-loop：只能与内置来源一起使用</translation>
    </message>
    <message>
        <source>demonstration: block the event loop for 0 to 1000 milliseconds at each flag of a built-in source (default: 0)</source>
        <translation>演示：内置来源的每面旗帜到达时，阻塞事件循环 0 到 1000 毫秒（默认：0）</translation>
    </message>
    <message>
        <source>--measure-limits: only one source can be measured at a time</source>
        <translation>--measure-limits：一次只能测量一个来源</translation>
    </message>
    <message>
        <source>--%1: it can be used only together with --server builtin-slow, or with --serve</source>
        <translation>--%1：只能与 --server builtin-slow 或 --serve 一起使用</translation>
    </message>
    <message>
        <source>seconds before each response of builtin-slow (default: 0.5-5; 0.1-0.3 with --measure-limits) or of --serve (default: 0)</source>
        <translation>builtin-slow（默认：0.5-5；使用 --measure-limits 时为 0.1-0.3）或 --serve（默认：0）每次响应前等待的秒数</translation>
    </message>
    <message>
        <source>number of requests that builtin-slow or --serve handles at once, 0 to 1000; more wait their turn (default: 0, any number; 10 with --measure-limits)</source>
        <translation>builtin-slow 或 --serve 同时处理的请求数，0 到 1000；其余请求排队等待（默认：0，即不限；使用 --measure-limits 时为 10）</translation>
    </message>
</context>
<context>
    <name>SourceOptionsPopup</name>
    <message>
        <source>Ad&amp;just how it behaves...</source>
        <translation>调整来源的行为(&amp;J)…</translation>
    </message>
    <message>
        <source>Source options</source>
        <translation>来源选项</translation>
    </message>
    <message>
        <source>The format of the pictures</source>
        <translation>图片的格式</translation>
    </message>
    <message>
        <source>The width of the pictures</source>
        <translation>图片的宽度</translation>
    </message>
    <message>
        <source>Delays, errors and random seed of this source</source>
        <translation>此来源的延迟、错误和随机种子</translation>
    </message>
    <message>
        <source>&amp;Manage sources...</source>
        <translation>管理来源(&amp;M)…</translation>
    </message>
    <message>
        <source>See all sources, and add your own</source>
        <translation>查看所有来源，并添加自己的来源</translation>
    </message>
    <message>
        <source>If a fla&amp;g is missing there, use:</source>
        <translation>此来源缺少旗帜时使用(&amp;G)：</translation>
    </message>
    <message>
        <source>Picture &amp;format:</source>
        <translation>图片格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Wid&amp;th:</source>
        <translation>宽度(&amp;T)：</translation>
    </message>
    <message>
        <source>As the source has it</source>
        <translation>来源的默认格式</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Any: SVG has no fixed size</source>
        <translation>任意：SVG 没有固定尺寸</translation>
    </message>
</context>
<context>
    <name>SourceProblems</name>
    <message>
        <source>The id is missing.</source>
        <translation>缺少标识。</translation>
    </message>
    <message>
        <source>Id: only A to Z, 0 to 9 and . _ - are allowed.</source>
        <translation>标识：只能使用 A 到 Z、0 到 9 以及 . _ - 等字符。</translation>
    </message>
    <message>
        <source>Id: another source of yours has it already.</source>
        <translation>标识：您的另一个来源已在使用。</translation>
    </message>
    <message>
        <source>The picture address is missing.</source>
        <translation>缺少图片地址。</translation>
    </message>
    <message>
        <source>Picture address</source>
        <translation>图片地址</translation>
    </message>
    <message>
        <source>The names address is missing.</source>
        <translation>缺少名称地址。</translation>
    </message>
    <message>
        <source>Names address</source>
        <translation>名称地址</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
</context>
<context>
    <name>SourceQueue</name>
    <message>
        <source>%1 did not answer a single request</source>
        <translation>%1 没有响应任何请求</translation>
    </message>
</context>
<context>
    <name>SourceRegistry</name>
    <message>
        <source>Saved in %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>SourceTest</name>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Country whose flag is fetched for the test</source>
        <translation>测试时获取哪个国家或地区的旗帜</translation>
    </message>
    <message>
        <source>Fetch this country&apos;s flag to check whether the source works</source>
        <translation>获取这个国家或地区的旗帜，检查来源是否可用</translation>
    </message>
    <message>
        <source>Test whether this source works.</source>
        <translation>测试此来源是否可用。</translation>
    </message>
    <message>
        <source>Nothing to test yet.</source>
        <translation>还没有可测试的内容。</translation>
    </message>
    <message>
        <source>Fetching...</source>
        <translation>正在获取…</translation>
    </message>
    <message>
        <source>It works: %1, %2, %3.</source>
        <comment>name, size, time</comment>
        <translation>可用：%1，%2，%3。</translation>
    </message>
    <message>
        <source>Try with the &amp;flag of:</source>
        <translation>用于测试的旗帜(&amp;F)：</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Add a source that starts as a copy of this one</source>
        <translation>以此来源的副本为基础添加来源</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Remove this source from your file</source>
        <translation>从自己的文件中移除此来源</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save this source in your file</source>
        <translation>将此来源保存到自己的文件</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Discard chan&amp;ges</source>
        <translation>放弃更改(&amp;G)</translation>
    </message>
    <message>
        <source>Show this source as it was saved last</source>
        <translation>将此来源恢复为上次保存的内容</translation>
    </message>
    <message>
        <source>A source is where flags come from: this program itself, or a server on the network. You can add sources of your own, or copy one and change the copy.</source>
        <translation>来源是旗帜图片的出处：本程序自身，或网络上的服务器。您可以添加自己的来源，也可以复制现有来源再修改副本。</translation>
    </message>
    <message>
        <source>All sources; the second line says which server each needs</source>
        <translation>所有来源；第二行说明各自需要哪个服务器</translation>
    </message>
    <message>
        <source>This source cannot be saved yet. Correct the marked field.</source>
        <translation>此来源暂时无法保存。请更正标出的字段。</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>没有需要保存的内容。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>SourcesFile</name>
    <message>
        <source>%1: this is not JSON (%2 at byte %3); allowed is an array of sources</source>
        <translation>%1：这不是 JSON（%2，位于第 %3 字节）；须为来源的数组</translation>
    </message>
    <message>
        <source>%1: the file must hold an array of sources, [{...}, ...]</source>
        <translation>%1：文件内容须为来源的数组，即 [{...}, ...]</translation>
    </message>
    <message>
        <source>%1, entry %2: %3</source>
        <translation>%1，第 %2 项：%3</translation>
    </message>
    <message>
        <source>a source must be an object, {&quot;id&quot;: ..., &quot;image&quot;: ...}</source>
        <translation>来源必须是对象，即 {&quot;id&quot;: ..., &quot;image&quot;: ...}</translation>
    </message>
    <message>
        <source>the id &quot;%1&quot; occurs twice; each source needs its own</source>
        <translation>id &quot;%1&quot; 出现了两次；每个来源都需要自己的 id</translation>
    </message>
</context>
<context>
    <name>SourcesMenu</name>
    <message>
        <source>&amp;Sources</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Manage sources...</source>
        <translation>管理来源(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Compare...</source>
        <translation>比较(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>StartRequestServer</name>
    <message numerus="yes">
        <source>tick %n countries of another start</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>勾选再次启动时指定的 %n 个国家和地区</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartText</name>
    <message>
        <source>the window was open already and has been brought to the front</source>
        <translation>窗口早已打开，现已移到最前</translation>
    </message>
</context>
<context>
    <name>StartupChecks</name>
    <message>
        <source>flagfetch: the display cannot be reached, so no window can be shown; --headless needs none</source>
        <translation>flagfetch: 无法连接显示服务器，因此不能显示窗口；--headless 不需要窗口</translation>
    </message>
    <message>
        <source>the system does not let this process start another thread.</source>
        <translation>系统不允许此进程再启动线程。</translation>
    </message>
    <message>
        <source>the system has no more memory for this process.</source>
        <translation>系统没有更多内存可供此进程使用。</translation>
    </message>
    <message>
        <source>this process may have %1 files and connections open at once, and needs %2. Raise the limit (ulimit -n).</source>
        <translation>此进程最多可同时打开 %1 个文件和连接，但需要 %2 个。请提高限制（ulimit -n）。</translation>
    </message>
    <message>
        <source>the system does not let this process start %1 threads. Raise the limit of processes (ulimit -u, or that of the container).</source>
        <translation>系统不允许此进程启动 %1 个线程。请提高进程数的限制（ulimit -u 或容器的限制）。</translation>
    </message>
    <message>
        <source>there is no display for a window (DISPLAY and WAYLAND_DISPLAY are not set); --headless needs none</source>
        <translation>没有可显示窗口的环境（未设置 DISPLAY 和 WAYLAND_DISPLAY）；--headless 不需要窗口</translation>
    </message>
    <message>
        <source>Saved files stay. Close other programs and start this one again.</source>
        <translation>已保存的文件会保留。请关闭其他程序，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Saved files stay. Continue with --resume and the name of the folder.</source>
        <translation>已保存的文件会保留。可用 --resume 加上文件夹名称继续。</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>waiting %1 s</source>
        <translation>等待 %1 秒</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation>文件已丢失</translation>
    </message>
</context>
<context>
    <name>StructureText</name>
    <message>
        <source>the GIF has an unknown block</source>
        <translation>GIF 含有未知的块</translation>
    </message>
    <message>
        <source>the GIF has an extension of the wrong length</source>
        <translation>GIF 含有长度错误的扩展块</translation>
    </message>
    <message>
        <source>the GIF has its frame outside of the picture</source>
        <translation>GIF 的帧超出了图片范围</translation>
    </message>
    <message>
        <source>the GIF has a frame without pixels or colours</source>
        <translation>GIF 含有没有像素或颜色的帧</translation>
    </message>
    <message>
        <source>the GIF has an unknown code size</source>
        <translation>GIF 的编码长度未知</translation>
    </message>
    <message>
        <source>the pixels of the GIF are damaged</source>
        <translation>GIF 的像素数据已损坏</translation>
    </message>
    <message>
        <source>the JPEG has data between its segments</source>
        <translation>JPEG 的段之间有多余的数据</translation>
    </message>
    <message>
        <source>the JPEG has no pixels</source>
        <translation>JPEG 没有像素</translation>
    </message>
    <message>
        <source>the JPEG starts twice</source>
        <translation>JPEG 有两个起始标记</translation>
    </message>
    <message>
        <source>the JPEG has a segment without a length</source>
        <translation>JPEG 含有没有长度的段</translation>
    </message>
    <message>
        <source>the JPEG has an invalid segment</source>
        <translation>JPEG 含有无效的段</translation>
    </message>
    <message>
        <source>the JPEG has an invalid scan</source>
        <translation>JPEG 含有无效的扫描</translation>
    </message>
    <message>
        <source>the pixels of the JPEG are damaged</source>
        <translation>JPEG 的像素数据已损坏</translation>
    </message>
    <message>
        <source>a checksum of the PNG is wrong</source>
        <translation>PNG 的校验和有误</translation>
    </message>
    <message>
        <source>a chunk of the PNG is invalid or misplaced</source>
        <translation>PNG 的数据块无效或位置不正确</translation>
    </message>
    <message>
        <source>the WebP has an invalid or missing chunk</source>
        <translation>WebP 的数据块无效或缺失</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 面有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 面无变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 面已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n 面未找到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 面失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 面已取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) downloaded in %1</source>
        <translation>
            <numerusform>已下载 %n 面旗帜，用时 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The folder&apos;s %1 was not written by this program. It was backed up as %2.</source>
        <translation>文件夹中的 %1 不是由本程序写入的。已将其备份为 %2。</translation>
    </message>
    <message>
        <source>The folder&apos;s %1 is damaged. It was backed up as %2 (%3), and a new one was created from the files.</source>
        <translation>文件夹中的 %1 已损坏。已将其备份为 %2（%3），并根据文件新建了一个。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of countries</comment>
        <translation>
            <numerusform>%1等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) repaired: %1.</source>
        <translation>
            <numerusform>已修复 %n 个文件：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1 s because the server limits requests</source>
        <translation>服务器限制请求数，等待 %1 秒</translation>
    </message>
    <message>
        <source>no response for %1 s</source>
        <comment>from a server</comment>
        <translation>已有 %1 秒没有响应</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Template of file names</source>
        <translation>文件名模板</translation>
    </message>
    <message>
        <source>Text in braces differs for each flag; &quot;/&quot; makes a folder</source>
        <translation>花括号中的内容因旗帜而异；&quot;/&quot; 用于创建文件夹</translation>
    </message>
</context>
<context>
    <name>TerminalRun</name>
    <message>
        <source>flagfetch: --port %1: it cannot be used (%2); choose another one, or 0 for any that is free</source>
        <translation>flagfetch: --port %1：无法使用（%2）；请选择其他端口，或用 0 任选一个空闲端口</translation>
    </message>
    <message>
        <source>Serving flags at %1 until Ctrl-C.</source>
        <translation>正在 %1 提供旗帜，按 Ctrl-C 停止。</translation>
    </message>
    <message>
        <source>For example: flagfetch --headless --server %1 BR DE JP</source>
        <translation>例如：flagfetch --headless --server %1 BR DE JP</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>this is larger than 1 MiB; give a text with countries only</source>
        <translation>文件超过 1 MiB；请提供只含国家和地区的文本</translation>
    </message>
    <message>
        <source>this is not text; give plain text or CSV, in UTF-8</source>
        <translation>这不是文本；请提供 UTF-8 编码的纯文本或 CSV</translation>
    </message>
</context>
<context>
    <name>ThreeWaysWindow</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Three ways to download</source>
        <translation>三种下载方式</translation>
    </message>
    <message>
        <source>The same flags from the same built-in server, one way after another. Each flag takes two requests. One at a time, the delays add up to about %1. Nothing is saved.</source>
        <translation>从同样的内置服务器下载同样的旗帜，三种方式依次进行。每面旗帜需要两个请求。逐个下载时，延迟加起来约 %1。不保存任何文件。</translation>
    </message>
    <message>
        <source>&amp;Same time scale</source>
        <translation>相同时间比例(&amp;S)</translation>
    </message>
    <message>
        <source>All three timelines show as much time as the longest way takes. Otherwise each has the width of its chart.</source>
        <translation>三条时间线都按最慢的一种方式所需的时间显示。取消后，每条时间线各自占满宽度。</translation>
    </message>
</context>
<context>
    <name>TickHistory</name>
    <message>
        <source>tick %1</source>
        <comment>undo step</comment>
        <translation>勾选%1</translation>
    </message>
    <message>
        <source>untick %1</source>
        <comment>undo step</comment>
        <translation>取消勾选%1</translation>
    </message>
    <message numerus="yes">
        <source>tick %n countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>勾选 %n 个国家和地区</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>untick %n countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>取消勾选 %n 个国家和地区</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n ticks</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>更改 %n 个勾选</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineExplanation</name>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示什么</translation>
    </message>
    <message>
        <source>Each bar is one request, from the moment it is ready to be sent. A country has a thick bar for its picture and a thin one for its metadata. Bars that are side by side in time were waited for together: that is what makes many requests at once faster than one after another.</source>
        <translation>每个条形是一个请求，从它准备好发送时开始。每个国家或地区有一个粗条（图片）和一个细条（元数据）。时间上重叠的条形是同时等待的：这正是多个请求同时进行比逐个进行更快的原因。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Mouse and keyboard</source>
        <translation>鼠标和键盘</translation>
    </message>
    <message>
        <source>The wheel scrolls. Ctrl and the wheel, + and − zoom, 0 shows the whole run. Drag to move. The arrow keys go from request to request; a click or Return chooses the country in the grid.</source>
        <translation>滚轮滚动；Ctrl 加滚轮、+ 和 − 缩放，0 显示整次下载；拖动可移动。方向键在请求之间移动；单击或按回车键会在网格中选中该国家或地区。</translation>
    </message>
    <message>
        <source>Bars, marks and lines</source>
        <translation>条形、标记和线条</translation>
    </message>
</context>
<context>
    <name>TimelineExport</name>
    <message>
        <source>Save the timeline as</source>
        <translation>将时间线另存为</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>时间线已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>TimelineLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>&amp;Picture (PNG)</source>
        <translation>图片 (PNG)(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Drawing (SVG)</source>
        <translation>矢量图 (SVG)(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Table (CSV)</source>
        <translation>表格 (CSV)(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;race for Perfetto (JSON)</source>
        <translation>Perfetto 跟踪文件 (JSON)(&amp;R)</translation>
    </message>
    <message>
        <source>Less detail</source>
        <translation>更少细节</translation>
    </message>
    <message>
        <source>Show more time in less detail. The key is − in the timeline.</source>
        <translation>显示更长的时间、更少的细节。在时间线中按 −。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整次下载</translation>
    </message>
    <message>
        <source>Show the whole run. The key is 0 in the timeline.</source>
        <translation>显示整次下载。在时间线中按 0。</translation>
    </message>
    <message>
        <source>More detail</source>
        <translation>更多细节</translation>
    </message>
    <message>
        <source>Show less time in more detail. The key is + in the timeline.</source>
        <translation>显示更短的时间、更多的细节。在时间线中按 +。</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示什么</translation>
    </message>
    <message>
        <source>Explain every bar, mark and number in one sentence each</source>
        <translation>用一句话解释每个条形、标记和数字</translation>
    </message>
    <message>
        <source>Hide the timeline</source>
        <translation>隐藏时间线</translation>
    </message>
    <message>
        <source>Hide the timeline (F8)</source>
        <translation>隐藏时间线 (F8)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table, or a trace for Perfetto</source>
        <translation>将时间线保存为图片、表格或 Perfetto 跟踪文件</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show or hide the timeline of the requests</source>
        <translation>显示或隐藏请求的时间线</translation>
    </message>
</context>
<context>
    <name>TimelineTexts</name>
    <message>
        <source>Names</source>
        <comment>file with the names of all countries</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>short for event loop</comment>
        <translation>循环</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <translation>时间线：%1</translation>
    </message>
    <message>
        <source>Start a download: each of its requests appears here as a bar, while it waits, arrives and is saved.</source>
        <translation>开始下载后，它的每个请求都会在这里显示为一个条形：等待、接收，直到保存。</translation>
    </message>
</context>
<context>
    <name>TitleField</name>
    <message>
        <source>Flags of the twenty most populous countries</source>
        <translation>人口最多的 20 个国家的国旗</translation>
    </message>
    <message>
        <source>Flags of the members of the UN</source>
        <translation>联合国会员国国旗</translation>
    </message>
    <message>
        <source>Flags of the European Union</source>
        <translation>欧盟国家国旗</translation>
    </message>
    <message>
        <source>Flags of the G20</source>
        <translation>二十国集团旗帜</translation>
    </message>
    <message>
        <source>Flags of Africa</source>
        <translation>非洲旗帜</translation>
    </message>
    <message>
        <source>Flags of the Americas</source>
        <translation>美洲旗帜</translation>
    </message>
    <message>
        <source>Flags of Antarctica</source>
        <translation>南极洲旗帜</translation>
    </message>
    <message>
        <source>Flags of Asia</source>
        <translation>亚洲旗帜</translation>
    </message>
    <message>
        <source>Flags of Europe</source>
        <translation>欧洲旗帜</translation>
    </message>
    <message>
        <source>Flags of Oceania</source>
        <translation>大洋洲旗帜</translation>
    </message>
    <message>
        <source>Flags of the world</source>
        <translation>世界旗帜</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>TraceOption</name>
    <message>
        <source>the name of a file is needed</source>
        <translation>需要一个文件名</translation>
    </message>
    <message>
        <source>a set of flags has this file, and it is not replaced; choose another name</source>
        <translation>此文件属于一个旗帜集，不会被替换；请使用其他名称</translation>
    </message>
    <message>
        <source>--trace: with --verify it can be used only together with --repair</source>
        <translation>--trace：与 --verify 同用时，必须同时指定 --repair</translation>
    </message>
    <message>
        <source>this name is too long; choose another name</source>
        <translation>名称过长；请选择其他名称</translation>
    </message>
    <message>
        <source>Flagfetch reads this file, and it is not replaced; choose another name</source>
        <translation>Flagfetch 会读取此文件，因此不会替换它；请选择其他名称</translation>
    </message>
    <message>
        <source>this is no file that can be replaced; choose another name</source>
        <translation>这不是可以替换的文件；请选择其他名称</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Save before closing? Not saved: %1.</source>
        <translation>关闭前是否保存？未保存：%1。</translation>
    </message>
</context>
<context>
    <name>UrlTemplate</name>
    <message>
        <source>the placeholder %1 is not known; allowed are {cc}, {CC}, {iso3}, {ISO3} and {num}</source>
        <translation>未知的占位符 %1；可用的占位符为 {cc}、{CC}、{iso3}、{ISO3} 和 {num}</translation>
    </message>
    <message>
        <source>a placeholder for the country is missing; allowed are {cc}, {CC}, {iso3}, {ISO3} and {num}</source>
        <translation>缺少表示国家或地区的占位符；可用的占位符为 {cc}、{CC}、{iso3}、{ISO3} 和 {num}</translation>
    </message>
</context>
<context>
    <name>VerboseLine</name>
    <message>
        <source>%1 (the source has no name for it)</source>
        <translation>%1（来源没有提供名称）</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，有变化</translation>
    </message>
    <message>
        <source>%1 is unchanged</source>
        <translation>%1 无变化</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 已存在</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Checking the files in %1…</source>
        <translation>正在检查 %1 中的文件…</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Files that are not intact</source>
        <translation>有问题的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) in the folder, left alone.</source>
        <translation>
            <numerusform>文件夹中另有 %n 个文件，未作处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program is saving flags in this folder. Check it again when that is done.</source>
        <translation>另一个程序正在向此文件夹保存旗帜。请在其完成后重新校验。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Download what is missing, damaged or changed, exactly as it was</source>
        <translation>按原样重新下载缺失、损坏或被改动的文件</translation>
    </message>
</context>
<context>
    <name>VerifyReport</name>
    <message>
        <source>Intact: %1</source>
        <translation>完好：%1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺失：%1</translation>
    </message>
    <message>
        <source>Altered: %1</source>
        <translation>被改动：%1</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Not part of the set: %1</source>
        <translation>不属于旗帜集：%1</translation>
    </message>
    <message>
        <source>Continue with: flagfetch --resume %1</source>
        <translation>继续下载请运行：flagfetch --resume %1</translation>
    </message>
</context>
<context>
    <name>VerifyRun</name>
    <message>
        <source>%1 of %2 files checked</source>
        <translation>已检查 %1 / %2 个文件</translation>
    </message>
    <message>
        <source>To download them again: flagfetch --verify %1 --repair</source>
        <translation>重新下载请运行：flagfetch --verify %1 --repair</translation>
    </message>
    <message>
        <source>Another program is saving flags in this folder. Check it again when that is done.</source>
        <translation>另一个程序正在向此文件夹保存旗帜。请在其完成后重新校验。</translation>
    </message>
</context>
<context>
    <name>ViewControl</name>
    <message>
        <source>The grid shows only “%1”. All (Alt+1) shows the others, too.</source>
        <translation>网格现在只显示“%1”。选择“全部”(Alt+1) 可同时显示其他国家和地区。</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ontinent</source>
        <translation>大洲(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;State (failures first)</source>
        <translation>状态，失败的在前(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Arrival (latest first)</source>
        <translation>下载时间，最新的在前(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Group by continent</source>
        <translation>按大洲分组(&amp;G)</translation>
    </message>
</context>
<context>
    <name>WayFields</name>
    <message>
        <source>How many flags each way downloads</source>
        <translation>每种方式下载多少面旗帜</translation>
    </message>
    <message>
        <source>How many threads the pool has, and how many requests of the event loop are in flight at most</source>
        <translation>线程池有多少个线程，以及事件循环最多有多少个进行中的请求</translation>
    </message>
    <message>
        <source>&amp;Flags:</source>
        <translation>旗帜(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;At once:</source>
        <translation>同时(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Delay up to:</source>
        <translation>最长延迟(&amp;D)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>The server waits for a random time before each response, at most this long. The times are the same in all three ways.</source>
        <translation>服务器在每个响应之前等待一段随机时间，最长为此值。三种方式遇到的等待时间相同。</translation>
    </message>
</context>
<context>
    <name>WayPanel</name>
    <message>
        <source>%1: timeline</source>
        <translation>%1：时间线</translation>
    </message>
    <message>
        <source>Has not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Runs…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>%1: elapsed time, compared with the other ways</source>
        <translation>%1：用时，与其他方式比较</translation>
    </message>
    <message>
        <source>The elapsed time. The bars of the three ways have the same scale.</source>
        <translation>用时。三种方式的条形使用同一比例。</translation>
    </message>
    <message>
        <source>Press Run: each request of this way appears here as a bar.</source>
        <translation>按“运行”：这种方式的每个请求都会在这里显示为一个条形。</translation>
    </message>
</context>
<context>
    <name>WayTexts</name>
    <message>
        <source>One at a time took %1, the pool of threads %2 and the event loop %3.</source>
        <translation>逐个下载用了 %1，线程池用了 %2，事件循环用了 %3。</translation>
    </message>
    <message>
        <source>Waiting for many responses at the same time is what saves the time.</source>
        <translation>节省时间的正是同时等待许多响应。</translation>
    </message>
    <message>
        <source>There was little to wait for, so the ways differ little.</source>
        <translation>需要等待的时间很少，所以三种方式相差不大。</translation>
    </message>
    <message>
        <source>The three have not received the same pictures.</source>
        <translation>三种方式收到的图片并不相同。</translation>
    </message>
    <message>
        <source>All three have received the same pictures.</source>
        <translation>三种方式收到的图片相同。</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>逐个下载</translation>
    </message>
    <message>
        <source>A pool of threads</source>
        <translation>线程池</translation>
    </message>
    <message>
        <source>The event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>The next request starts when the one before has ended.</source>
        <translation>前一个请求结束后，才开始下一个。</translation>
    </message>
    <message>
        <source>Each thread fetches one flag and blocks while it waits. Only this lesson downloads like this.</source>
        <translation>每个线程下载一面旗帜，等待时阻塞。只有本课程这样下载。</translation>
    </message>
    <message>
        <source>One thread sends many requests and reacts to each response when it arrives. Flagfetch downloads like this.</source>
        <translation>一个线程发出许多请求，响应到达时再处理。Flagfetch 就是这样下载的。</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>处理器时间</translation>
    </message>
    <message>
        <source>The most threads that the program had during this way, beyond those at its start; those of the event loop are Qt&apos;s, and those that check pictures.</source>
        <translation>这种方式运行期间，程序的线程最多比开始时多几个；事件循环多出的是 Qt 的线程和检查图片的线程。</translation>
    </message>
    <message>
        <source>The most memory that the whole program used during this way, beyond that at its start, measured every 5 ms.</source>
        <translation>这种方式运行期间，整个程序的内存最多比开始时多用多少，每 5 毫秒测量一次。</translation>
    </message>
    <message>
        <source>How long the processors have worked for the whole program during this way, with its window and its server.</source>
        <translation>这种方式运行期间，处理器为整个程序（包括窗口和服务器）工作了多久。</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n 面旗帜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 面失败</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled. Run all three ways to compare them.</source>
        <translation>已取消。请运行全部三种方式再作比较。</translation>
    </message>
    <message numerus="yes">
        <source>The event loop needed %n extra thread(s).</source>
        <translation>
            <numerusform>事件循环额外用了 %n 个线程。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, %n check(s) pictures</source>
        <translation>
            <numerusform>其中 %n 个检查图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n wait(s) for the responses, up to six in each</source>
        <translation>
            <numerusform>%n 个等待响应，每个最多同时等六个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pool needed %n extra thread(s), and each waits for one response.</source>
        <translation>
            <numerusform>线程池额外用了 %n 个线程，每个只等一个响应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Extra threads</source>
        <translation>额外的线程</translation>
    </message>
    <message>
        <source>Extra memory</source>
        <translation>额外的内存</translation>
    </message>
    <message>
        <source>The time of the first way divided by the time of this one. Known when both have ended.</source>
        <translation>第一种方式的时间除以这种方式的时间。两者都结束后才能得知。</translation>
    </message>
</context>
<context>
    <name>WebAddress</name>
    <message>
        <source>there are spaces around the address; write it without</source>
        <translation>地址前后有空格；请去掉</translation>
    </message>
    <message>
        <source>an address begins with http:// or https://</source>
        <translation>地址须以 http:// 或 https:// 开头</translation>
    </message>
    <message>
        <source>the port must be from 1 to 65535</source>
        <translation>端口须在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>this is not a valid address; spaces and other special characters must be percent-encoded</source>
        <translation>地址无效；空格和其他特殊字符须用百分号编码</translation>
    </message>
    <message>
        <source>only http:// and https:// addresses are allowed</source>
        <translation>只能使用 http:// 和 https:// 地址</translation>
    </message>
    <message>
        <source>the address has no host; allowed is http://HOST/... or https://HOST/...</source>
        <translation>地址中没有主机；须为 http://HOST/... 或 https://HOST/...</translation>
    </message>
    <message>
        <source>a user name or password is not allowed here</source>
        <translation>此处不能包含用户名或密码</translation>
    </message>
</context>
<context>
    <name>WidthList</name>
    <message>
        <source>allowed are widths from 1 to %1 pixels, as 320 or 80,160,320</source>
        <translation>须为 1 到 %1 像素的宽度，例如 320 或 80,160,320</translation>
    </message>
</context>
</TS>
