#include "app/storage/ownsources.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_OwnSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFileIsAnEmptyList();
    void unusableFileIsOneProblem_data();
    void unusableFileIsOneProblem();
    void hugeFileIsRefusedAtOnce();
    void pipeIsNotRead();
    void unusableFileIsBackedUp();
    void changeCreatesTheFolder();
    void changeKeepsChangesByOthers();
    void sourceIsRemoved();
    void linkIsFollowed();
    void unwritableChangeFails();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"sources.json"_s); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static QStringList idsIn(const OwnSources &sources)
    {
        QStringList ids;
        for (const Source &source : sources.file.sources())
            ids.append(source.id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

SourceChange adding(const QString &id)
{
    return {.replacedId = {}, .entry = {{u"id"_s, id}, {u"image"_s, u"http://h/{cc}.png"_s}}};
}

} // namespace

void tst_OwnSources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_OwnSources::missingFileIsAnEmptyList()
{
    const OwnSources sources = readOwnSources(path());
    QVERIFY(sources.file.sources().isEmpty());
    QVERIFY(sources.problems.isEmpty());
    QVERIFY(!sources.isUnreadable);
}

void tst_OwnSources::unusableFileIsOneProblem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("flags");
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\1\2\3", 8).repeated(1000);
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("cut") << QByteArray(R"([{"id": "a")");
}

void tst_OwnSources::unusableFileIsOneProblem()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const OwnSources sources = readOwnSources(path());
    QVERIFY(sources.isUnreadable);
    QCOMPARE(sources.problems.size(), 1);
    QVERIFY2(sources.problems.first().startsWith(path()), qPrintable(sources.problems.first()));
    QVERIFY(!sources.problems.first().contains(u'\n'));
}

void tst_OwnSources::hugeFileIsRefusedAtOnce()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 30)); // a sparse file
    const OwnSources sources = readOwnSources(path());
    QVERIFY(sources.isUnreadable);
    QVERIFY2(sources.problems.first().contains("too large"_L1), qPrintable(sources.problems.first()));
}

void tst_OwnSources::pipeIsNotRead()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    const OwnSources sources = readOwnSources(path()); // opening it would wait forever for a writer
    QVERIFY(sources.isUnreadable);
    QVERIFY(sources.problems.first().contains("not a file"_L1));
}

void tst_OwnSources::unusableFileIsBackedUp()
{
    for (const QByteArray &bytes : {QByteArray("first"), QByteArray("second")}) {
        write(bytes);
        const auto changed = changeOwnSources(path(), adding(u"mine"_s));
        QVERIFY(changed);
        QCOMPARE(idsIn(readOwnSources(path())), QStringList{u"mine"_s});
    }
    QCOMPARE(bytesOf(path() + u".unusable"_s), QByteArray("first"));
    QCOMPARE(bytesOf(path() + u".unusable-2"_s), QByteArray("second"));
}

void tst_OwnSources::changeCreatesTheFolder()
{
    const QString deep = m_folder->filePath(u"a/b/sources.json"_s);
    const auto changed = changeOwnSources(deep, adding(u"mine"_s));
    QVERIFY(changed);
    QCOMPARE(idsIn(readOwnSources(deep)), QStringList{u"mine"_s});
    QCOMPARE(
        QDir(m_folder->filePath(u"a/b"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{u"sources.json"_s});
}

void tst_OwnSources::changeKeepsChangesByOthers()
{
    write(R"([{"id": "bad", "image": "file:///x"}, {"id": "theirs", "image": "http://h/{cc}"}])");
    const auto changed = changeOwnSources(path(), adding(u"mine"_s));
    QVERIFY(changed);
    QCOMPARE(idsIn(*changed), (QStringList{u"theirs"_s, u"mine"_s}));
    QCOMPARE(changed->problems.size(), 1);
    QVERIFY(bytesOf(path()).contains("file:///x"));
}

void tst_OwnSources::sourceIsRemoved()
{
    write(R"([{"id": "a", "image": "http://h/{cc}"}, {"id": "b", "image": "http://h/{cc}"}])");
    const auto changed = changeOwnSources(path(), {.replacedId = u"a"_s, .entry = {}});
    QVERIFY(changed);
    QCOMPARE(idsIn(*changed), QStringList{u"b"_s});
}

void tst_OwnSources::linkIsFollowed()
{
    const QString real = m_folder->filePath(u"elsewhere.json"_s);
    write("[]");
    QVERIFY(QFile::rename(path(), real));
    QVERIFY(QFile::link(real, path()));
    QVERIFY(changeOwnSources(path(), adding(u"mine"_s)));
    QVERIFY(QFileInfo(path()).isSymLink());
    QCOMPARE(idsIn(readOwnSources(real)), QStringList{u"mine"_s});
}

void tst_OwnSources::unwritableChangeFails()
{
    write("[]");
    const QString below = path() + u"/sources.json"_s; // a file is in the place of the folder
    const auto changed = changeOwnSources(below, adding(u"mine"_s));
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, FailureKind::FolderDenied);
}

FLAGFETCH_TEST(tst_OwnSources, None)
#include "tst_ownsources.moc"
