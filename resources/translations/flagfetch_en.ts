<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChangesWindow</name>
    <message numerus="yes">
        <source>%n flag(s) with another picture now.</source>
        <translation>
            <numerusform>%n flag has another picture now.</numerusform>
            <numerusform>%n flags have other pictures now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingReport</name>
    <message numerus="yes">
        <source>Narrower than requested, because pictures are never enlarged: %n flag%1</source>
        <translation>
            <numerusform>Narrower than requested, because pictures are never enlarged: %n flag%1</numerusform>
            <numerusform>Narrower than requested, because pictures are never enlarged: %n flags%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message numerus="yes">
        <source>%n ticked countries</source>
        <translation>
            <numerusform>%n ticked country</numerusform>
            <numerusform>%n ticked countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConclusionText</name>
    <message numerus="yes">
        <source>From %1 on the number of flags is the limit: all %n requests are in flight at once already.</source>
        <translation>
            <numerusform>From %1 on the number of flags is the limit: the only request is in flight already.</numerusform>
            <numerusform>From %1 on the number of flags is the limit: all %n requests are in flight at once already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the flags failed, so the times cannot be compared.</source>
        <translation>
            <numerusform>%n of the flags failed, so the times cannot be compared.</numerusform>
            <numerusform>%n of the flags failed, so the times cannot be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With more than %1 requests at once the server is overloaded: up to %n flag(s) failed.</source>
        <translation>
            <numerusform>With more than %1 requests at once the server is overloaded: up to %n flag failed.</numerusform>
            <numerusform>With more than %1 requests at once the server is overloaded: up to %n flags failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictQuestion</name>
    <message numerus="yes">
        <source>%1 of %n flag(s) already exist in %2.</source>
        <translation>
            <numerusform>%1 of %n flag already exists in %2.</numerusform>
            <numerusform>%1 of %n flags already exist in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryImporter</name>
    <message numerus="yes">
        <source>Ticked %n countries.</source>
        <translation>
            <numerusform>Ticked %n country.</numerusform>
            <numerusform>Ticked %n countries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tick %n pasted countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>tick %n pasted country</numerusform>
            <numerusform>tick %n pasted countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n rows</source>
        <translation>
            <numerusform>%1: %2 of %n row</numerusform>
            <numerusform>%1: %2 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadButton</name>
    <message numerus="yes">
        <source>Download %n flag(s)</source>
        <translation>
            <numerusform>Download %n flag</numerusform>
            <numerusform>Download %n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Download %n again</source>
        <translation>
            <numerusform>Download %n again</numerusform>
            <numerusform>Download %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadCommands</name>
    <message numerus="yes">
        <source>%n flag(s) skipped, because their source is unknown%1. Download them again.</source>
        <translation>
            <numerusform>%n flag skipped, because its source is unknown%1. Download it again.</numerusform>
            <numerusform>%n flags skipped, because their source is unknown%1. Download them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has a set of flags already, and %n of them would be replaced.</source>
        <translation>
            <numerusform>%1 has a set of flags already, and %n of them would be replaced.</numerusform>
            <numerusform>%1 has a set of flags already, and %n of them would be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n flag(s) are in the folder and were kept. Nothing was downloaded.</source>
        <translation>
            <numerusform>The flag is in the folder and was kept. Nothing was downloaded.</numerusform>
            <numerusform>All %n flags are in the folder and were kept. Nothing was downloaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) that the folder has were kept.</source>
        <translation>
            <numerusform>%n flag that the folder has was kept.</numerusform>
            <numerusform>%n flags that the folder has were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptySearchNotice</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>&amp;Download the %n ticked flag(s)</source>
        <translation>
            <numerusform>&amp;Download the ticked flag</numerusform>
            <numerusform>&amp;Download the %n ticked flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked flag(s) are not in the folder yet.</source>
        <translation>
            <numerusform>%n ticked flag is not in the folder yet.</numerusform>
            <numerusform>%n ticked flags are not in the folder yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message numerus="yes">
        <source>All %n in the folder</source>
        <translation>
            <numerusform>The %n in the folder</numerusform>
            <numerusform>All %n in the folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n ticked</source>
        <translation>
            <numerusform>Only the %n ticked</numerusform>
            <numerusform>Only the %n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message numerus="yes">
        <source>%1: %n flags</source>
        <translation>
            <numerusform>%1: %n flag</numerusform>
            <numerusform>%1: %n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n flag: %1. Download it again.</source>
        <translation>
            <numerusform>Without %n flag: %1. Download it again.</numerusform>
            <numerusform>Without %n flags: %1. Download them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureTexts</name>
    <message numerus="yes">
        <source>Tried %n time(s)</source>
        <translation>
            <numerusform>Tried %n time</numerusform>
            <numerusform>Tried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>throttled %n time(s)</source>
        <translation>
            <numerusform>throttled %n time</numerusform>
            <numerusform>throttled %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message numerus="yes">
        <source>&amp;Download %n flag(s)</source>
        <translation>
            <numerusform>&amp;Download %n flag</numerusform>
            <numerusform>&amp;Download %n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagFacts</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n requests</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FooterBar</name>
    <message numerus="yes">
        <source>%n flag(s) of the folder had another picture before.</source>
        <translation>
            <numerusform>%n flag has another picture now.</numerusform>
            <numerusform>%n flags have other pictures now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreshnessText</name>
    <message numerus="yes">
        <source>Older pictures: %n flag(s) are superseded or wrong: %1</source>
        <translation>
            <numerusform>Older pictures: %n flag is superseded or wrong: %1</numerusform>
            <numerusform>Older pictures: %n flags are superseded or wrong: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Older pictures: %n flag(s) are superseded or wrong.</source>
        <translation>
            <numerusform>Older pictures: %n flag is superseded or wrong.</numerusform>
            <numerusform>Older pictures: %n flags are superseded or wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridActions</name>
    <message numerus="yes">
        <source>Undone: %1. %n countries are ticked.</source>
        <translation>
            <numerusform>Undone: %1. %n country is ticked.</numerusform>
            <numerusform>Undone: %1. %n countries are ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redone: %1. %n countries are ticked.</source>
        <translation>
            <numerusform>Redone: %1. %n country is ticked.</numerusform>
            <numerusform>Redone: %1. %n countries are ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries added, %1 are ticked.</source>
        <translation>
            <numerusform>%n country added, %1 are ticked.</numerusform>
            <numerusform>%n countries added, %1 are ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries unticked.</source>
        <translation>
            <numerusform>%n country unticked.</numerusform>
            <numerusform>%n countries unticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries ticked instead of %1.</source>
        <translation>
            <numerusform>%n country ticked instead of %1.</numerusform>
            <numerusform>%n countries ticked instead of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not shown here; Alt+2 shows what is ticked.</source>
        <translation>
            <numerusform>%n of them is not shown here; Alt+2 shows what is ticked.</numerusform>
            <numerusform>%n of them are not shown here; Alt+2 shows what is ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search hides %n of them; Escape clears it.</source>
        <translation>
            <numerusform>The search hides %n of them; Escape clears it.</numerusform>
            <numerusform>The search hides %n of them; Escape clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupSuggestion</name>
    <message numerus="yes">
        <source>Show its %n countries</source>
        <translation>
            <numerusform>Show its %n country</numerusform>
            <numerusform>Show its %n countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabForm</name>
    <message numerus="yes">
        <source>The %n &amp;ticked countries</source>
        <translation>
            <numerusform>The %n &amp;ticked country</numerusform>
            <numerusform>The %n &amp;ticked countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabWindow</name>
    <message numerus="yes">
        <source>This takes about %n second(s).</source>
        <translation>
            <numerusform>This takes about %n second.</numerusform>
            <numerusform>This takes about %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is known to accept %n request(s) at once; it may refuse more.</source>
        <translation>
            <numerusform>%1 is known to accept %n request at once; it may refuse more.</numerusform>
            <numerusform>%1 is known to accept %n requests at once; it may refuse more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchCount</name>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) or organisation(s) match too.</source>
        <translation>
            <numerusform>%n region or organisation matches too.</numerusform>
            <numerusform>%n regions or organisations match too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureReport</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>codes of countries</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) not found: %1.</source>
        <translation>
            <numerusform>%n flag not found: %1.</numerusform>
            <numerusform>%n flags not found: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) failed with at least one limit: %1.</source>
        <translation>
            <numerusform>%n flag failed with at least one limit: %1.</numerusform>
            <numerusform>%n flags failed with at least one limit: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureRun</name>
    <message numerus="yes">
        <source>Measuring with %n flag(s) from %1.</source>
        <translation>
            <numerusform>Measuring with %n flag from %1.</numerusform>
            <numerusform>Measuring with %n flags from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes about %n second(s).</source>
        <translation>
            <numerusform>This takes about %n second.</numerusform>
            <numerusform>This takes about %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>flagfetch: %1 is known to accept %n request(s) at once; it may refuse more, or block you</source>
        <translation>
            <numerusform>flagfetch: %1 is known to accept %n request at once; it may refuse more, or block you</numerusform>
            <numerusform>flagfetch: %1 is known to accept %n requests at once; it may refuse more, or block you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelMessages</name>
    <message numerus="yes">
        <source>%n flag(s) narrower than requested, because pictures are not enlarged.</source>
        <translation>
            <numerusform>%n flag is narrower than requested, because pictures are not enlarged.</numerusform>
            <numerusform>%n flags are narrower than requested, because pictures are not enlarged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) failed.</source>
        <translation>
            <numerusform>%n flag failed.</numerusform>
            <numerusform>%n flags failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept file(s) changed since they were saved. Verify (F7) can restore them.</source>
        <translation>
            <numerusform>%n kept file changed since it was saved. Verify (F7) can restore it.</numerusform>
            <numerusform>%n kept files changed since they were saved. Verify (F7) can restore them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder missing.</source>
        <comment>their files are gone</comment>
        <translation>
            <numerusform>%n flag of this folder is missing.</numerusform>
            <numerusform>%n flags of this folder are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder damaged.</source>
        <translation>
            <numerusform>%n flag of this folder is damaged.</numerusform>
            <numerusform>%n flags of this folder are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) of this folder missing and %1.</source>
        <comment>%1: 2 are damaged</comment>
        <translation>
            <numerusform>%n flag of this folder is missing and %1.</numerusform>
            <numerusform>%n flags of this folder are missing and %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <comment>continues a sentence</comment>
        <translation>
            <numerusform>%n is damaged</numerusform>
            <numerusform>%n are damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message numerus="yes">
        <source>Page %1 of %2, %n flag(s)</source>
        <translation>
            <numerusform>Page %1 of %2, %n flag</numerusform>
            <numerusform>Page %1 of %2, %n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message numerus="yes">
        <source>Pausing: %n running download(s) finish</source>
        <translation>
            <numerusform>Pausing: %n running download finishes</numerusform>
            <numerusform>Pausing: %n running downloads finish</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message numerus="yes">
        <source>%n flag(s) have not been downloaded yet.</source>
        <translation>
            <numerusform>%n flag has not been downloaded yet.</numerusform>
            <numerusform>%n flags have not been downloaded yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SamePicturesText</name>
    <message numerus="yes">
        <source>%n countries have the same picture (%1, ...). Look at it, and check the address of the source.</source>
        <translation>
            <numerusform>%n country has the same picture (%1, ...). Look at it, and check the address of the source.</numerusform>
            <numerusform>%n countries have the same picture (%1, ...). Look at it, and check the address of the source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectMenu</name>
    <message numerus="yes">
        <source>&amp;All %n shown</source>
        <translation>
            <numerusform>&amp;All %n shown</numerusform>
            <numerusform>&amp;All %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;None of the %n shown</source>
        <translation>
            <numerusform>&amp;None of the %n shown</numerusform>
            <numerusform>&amp;None of the %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Invert the %n shown</source>
        <translation>
            <numerusform>&amp;Invert the %n shown</numerusform>
            <numerusform>&amp;Invert the %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionsMenu</name>
    <message numerus="yes">
        <source>%1 (%n countries)</source>
        <translation>
            <numerusform>%1 (%n country)</numerusform>
            <numerusform>%1 (%n countries)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetSummaryText</name>
    <message numerus="yes">
        <source>The last batch in this folder was interrupted. All its flags are here, but %n flag(s) were not requested again.</source>
        <translation>
            <numerusform>The last batch in this folder was interrupted. All its flags are here, but %n flag was not requested again.</numerusform>
            <numerusform>The last batch in this folder was interrupted. All its flags are here, but %n flags were not requested again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetText</name>
    <message numerus="yes">
        <source>%n file(s) checked, all intact.</source>
        <translation>
            <numerusform>%n file checked, intact.</numerusform>
            <numerusform>%n files checked, all intact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked, %1 not intact.</source>
        <translation>
            <numerusform>%n file checked, %1 not intact.</numerusform>
            <numerusform>%n files checked, %1 not intact.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>ids of sources</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartRequestServer</name>
    <message numerus="yes">
        <source>tick %n countries of another start</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>tick %n country of another start</numerusform>
            <numerusform>tick %n countries of another start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n not found</numerusform>
            <numerusform>%n not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) downloaded in %1</source>
        <translation>
            <numerusform>%n flag downloaded in %1</numerusform>
            <numerusform>%n flags downloaded in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of countries</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) repaired: %1.</source>
        <translation>
            <numerusform>%n file repaired: %1.</numerusform>
            <numerusform>%n files repaired: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TickHistory</name>
    <message numerus="yes">
        <source>tick %n countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>tick %n country</numerusform>
            <numerusform>tick %n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>untick %n countries</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>untick %n country</numerusform>
            <numerusform>untick %n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n ticks</source>
        <comment>undo step</comment>
        <translation>
            <numerusform>change %n tick</numerusform>
            <numerusform>change %n ticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message numerus="yes">
        <source>%n other file(s) in the folder, left alone.</source>
        <translation>
            <numerusform>%n other file in the folder, left alone.</numerusform>
            <numerusform>%n other files in the folder, left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayTexts</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The event loop needed %n extra thread(s).</source>
        <translation>
            <numerusform>The event loop needed %n extra thread.</numerusform>
            <numerusform>The event loop needed %n extra threads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of these, %n check(s) pictures</source>
        <translation>
            <numerusform>Of these, %n checks pictures</numerusform>
            <numerusform>Of these, %n check pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n wait(s) for the responses, up to six in each</source>
        <translation>
            <numerusform>and %n waits for the responses, up to six of them</numerusform>
            <numerusform>and %n wait for the responses, up to six in each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pool needed %n extra thread(s), and each waits for one response.</source>
        <translation>
            <numerusform>The pool needed %n extra thread, which waits for one response.</numerusform>
            <numerusform>The pool needed %n extra threads, and each waits for one response.</numerusform>
        </translation>
    </message>
</context>
</TS>
