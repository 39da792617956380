#include "app/exports/exportflag.h"
#include "app/exports/exportjob.h"
#include "app/exports/exportpreview.h"
#include "app/sets/manifestjson.h"
#include "app/storage/setfiles.h"
#include "tests/exports/exportflags.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class tst_ExportJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sheetIsWrittenWithProgress();
    void missingFolderIsCreated();
    void spriteReplacesASprite();
    void spriteReplacesNoOtherFiles();
    void spriteReplacesNoOtherFolders_data();
    void spriteReplacesNoOtherFolders();
    void filesOfASetAreNotReplaced_data();
    void filesOfASetAreNotReplaced();
    void cancelKeepsExistingFile();
    void destructionCancels();
    void leftoversOfKilledProgramAreRemoved();
    void fileWithNameOfFolderIsReported();
    void formatsFollowSuffix();

private:
    [[nodiscard]] ExportOutcome outcomeOf(const ExportRequest &request) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<ExportFlag> m_flags;
};

void tst_ExportJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"set"_s));
    m_flags = someFlags(QDir(m_folder->filePath(u"set"_s)), 12);
}

ExportOutcome tst_ExportJob::outcomeOf(const ExportRequest &request) const
{
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start(request);
    if (!finished.wait(20'000))
        return {.failure = Failure{FailureKind::Timeout, 0, {}}, .path = {}, .leftOut = {}};
    return finished.first().first().value<ExportOutcome>();
}

void tst_ExportJob::sheetIsWrittenWithProgress()
{
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    QSignalSpy advanced(&job, &ExportJob::advanced);
    const QString path = m_folder->filePath(u"sheet.pdf"_s);
    job.start({m_flags, SheetSpec{}, path});
    QVERIFY(job.isRunning());
    QVERIFY(finished.wait(20'000));
    QVERIFY(!job.isRunning());
    QCOMPARE(advanced.last(), (QVariantList{12, 12}));
    QVERIFY(contentOf(path).startsWith("%PDF-"));
}

void tst_ExportJob::missingFolderIsCreated()
{
    const QString path = m_folder->filePath(u"new/newer/sheet.png"_s);
    QVERIFY(!outcomeOf({m_flags, SheetSpec{{}, SheetFormat::Png}, path}).failure);
    QVERIFY(contentOf(path).startsWith("\x89PNG"));
    const QString sprite = m_folder->filePath(u"other/newer/sprite"_s);
    QVERIFY(!outcomeOf({m_flags, SpriteOptions{}, sprite}).failure);
    QCOMPARE(namesIn(sprite).size(), spriteFileNames().size());
}

void tst_ExportJob::spriteReplacesASprite()
{
    const QString place = m_folder->filePath(u"sprite"_s);
    QVERIFY(!outcomeOf({m_flags, SpriteOptions{}, place}).failure);
    m_flags.resize(2);
    QVERIFY(!outcomeOf({m_flags, SpriteOptions{}, place}).failure);
    QVERIFY(!contentOf(place + u"/flags.css"_s).contains("flag-ac"));
    QCOMPARE(namesIn(m_folder->path()), (QStringList{u"set"_s, u"sprite"_s}));
}

void tst_ExportJob::spriteReplacesNoOtherFiles()
{
    const QString place = m_folder->filePath(u"site"_s);
    QVERIFY(QDir().mkdir(place));
    QVERIFY(put(place + u"/flags.css"_s, "old"));
    QVERIFY(put(place + u"/thesis.txt"_s, "years of work"));
    const ExportOutcome outcome = outcomeOf({m_flags, SpriteOptions{}, place});
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::FolderNotEmpty);
    const QString text = exportFailureText(*outcome.failure, outcome.path);
    QVERIFY2(text.contains(u"thesis.txt"_s) && text.contains(place), qPrintable(text));
    QCOMPARE(namesIn(place), (QStringList{u"flags.css"_s, u"thesis.txt"_s}));
    QCOMPARE(contentOf(place + u"/flags.css"_s), "old");
    QCOMPARE(namesIn(m_folder->path()), (QStringList{u"set"_s, u"site"_s}));
}

void tst_ExportJob::spriteReplacesNoOtherFolders_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("another index.html") << QStringList{u"index.html"_s} << QByteArray("<h1>Mine</h1>");
    QTest::newRow("the manifest of a set")
        << QStringList{u"flags.json"_s} << QByteArray(R"({"format":"flagfetch-set","version":1,"flags":[]})");
    QTest::newRow("all file names, but other positions")
        << spriteFileNames() << QByteArray(R"({"flags":[]})");
}

void tst_ExportJob::spriteReplacesNoOtherFolders()
{
    QFETCH(QStringList, names);
    QFETCH(const QByteArray, content);
    const QString place = m_folder->filePath(u"site"_s);
    QVERIFY(QDir().mkdir(place));
    for (const QString &name : std::as_const(names))
        QVERIFY(put(place + u'/' + name, content));
    const ExportRequest request{m_flags, SpriteOptions{}, place};
    QCOMPARE(previewOf(request, {0, {200, 200}}, {[](int, int) { return true; }}).refusal->kind,
        FailureKind::FolderNotEmpty);
    const ExportOutcome outcome = outcomeOf(request);
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::FolderNotEmpty);
    names.sort();
    QCOMPARE(namesIn(place), names);
    for (const QString &name : std::as_const(names))
        QCOMPARE(contentOf(place + u'/' + name), content);
}

void tst_ExportJob::filesOfASetAreNotReplaced_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("its manifest") << u"set/flags.json"_s << true;
    QTest::newRow("new manifest") << u"new/flags.json"_s << true;
    QTest::newRow("a flag") << u"set/africa/ke.png"_s << true;
    QTest::newRow("rendition") << u"set/africa/ke-80.png"_s << true;
    QTest::newRow("beside them") << u"set/africa/all.png"_s << false;
    QTest::newRow("of the same name elsewhere") << u"new/africa/ke.png"_s << false;
}

void tst_ExportJob::filesOfASetAreNotReplaced()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isRefused);
    const QByteArray hash = sha256("old");
    const SetFlag flag{.code = u"KE"_s,
        .file = u"africa/ke.png"_s,
        .sha256 = hash,
        .bytes = 3,
        .derived
        = {{.file = u"africa/ke-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = hash, .bytes = 3}}};
    Manifest set;
    set.nameTemplate = u"{continent}/{cc}"_s;
    set.flags = {flag};
    const QByteArray manifest = manifestToJson(set);
    QVERIFY(QDir(m_folder->path()).mkpath(u"set/africa"_s));
    for (const QString &file : {flag.file, flag.derived.first().file})
        QVERIFY(put(m_folder->filePath(u"set/"_s + file), "old"));
    QVERIFY(put(m_folder->filePath(u"set/flags.json"_s), manifest));

    const QString path = m_folder->filePath(name);
    ExportRequest request{m_flags, SheetSpec{{}, SheetFormat::Png}, path};
    if (name.endsWith(u".json"_s))
        request.what = DataFormat::Json;
    const QByteArray before = contentOf(path);
    const ExportOutcome outcome = outcomeOf(request);
    QCOMPARE(outcome.failure.has_value(), isRefused);
    QCOMPARE(contentOf(path) == before, isRefused);
    if (isRefused)
        QCOMPARE(outcome.failure->kind, FailureKind::PartOfSet);
}

void tst_ExportJob::cancelKeepsExistingFile()
{
    const QString path = m_folder->filePath(u"sheet.pdf"_s);
    QVERIFY(put(path, "old"));
    QList<ExportFlag> many;
    for (int i = 0; i < 200; ++i)
        many += m_flags;
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    connect(&job, &ExportJob::advanced, &job, &ExportJob::cancel);
    job.start({many, SheetSpec{}, path});
    QVERIFY(finished.wait(20'000));
    const auto outcome = finished.first().first().value<ExportOutcome>();
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::Cancelled);
    QCOMPARE(contentOf(path), "old");
}

void tst_ExportJob::destructionCancels()
{
    const QString path = m_folder->filePath(u"sheet.pdf"_s);
    QList<ExportFlag> many;
    for (int i = 0; i < 200; ++i)
        many += m_flags;
    {
        ExportJob job;
        job.start({many, SheetSpec{}, path});
    }
    QVERIFY(!QFile::exists(path));
}

void tst_ExportJob::leftoversOfKilledProgramAreRemoved()
{
    const QString leftover = m_folder->filePath(u".flagfetch-1a2b.folder"_s);
    QVERIFY(QDir().mkdir(leftover));
    QVERIFY(put(leftover + u"/flags.png"_s, "half"));
    QVERIFY(!outcomeOf({m_flags, SpriteOptions{}, m_folder->filePath(u"sprite"_s)}).failure);
    QCOMPARE(namesIn(m_folder->path()), (QStringList{u"set"_s, u"sprite"_s}));
}

void tst_ExportJob::fileWithNameOfFolderIsReported()
{
    const QString place = m_folder->filePath(u"sprite"_s);
    QVERIFY(put(place, "a file"));
    QVERIFY(outcomeOf({m_flags, SpriteOptions{}, place}).failure);
    QCOMPARE(contentOf(place), "a file");
    const QString folder = m_folder->filePath(u"sheet.pdf"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(outcomeOf({m_flags, SheetSpec{}, folder}).failure);
    QVERIFY(QFileInfo(folder).isDir());
}

void tst_ExportJob::formatsFollowSuffix()
{
    QVERIFY(sheetFormatOf(u"a/b.PDF"_s) == SheetFormat::Pdf);
    QVERIFY(sheetFormatOf(u"b.png"_s) == SheetFormat::Png);
    QVERIFY(!sheetFormatOf(u"b.jpg"_s));
    QVERIFY(!sheetFormatOf(u".pdf"_s));
    QVERIFY(!sheetFormatOf(u"a/.PDF"_s));
    QVERIFY(dataFormatOf(u"b.csv"_s) == DataFormat::Csv);
    QVERIFY(dataFormatOf(u"b.json"_s) == DataFormat::Json);
    QVERIFY(!dataFormatOf(u"csv"_s));
}

FLAGFETCH_TEST(tst_ExportJob, Core)
#include "tst_exportjob.moc"
