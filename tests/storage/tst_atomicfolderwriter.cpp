#include "app/storage/atomicfolderwriter.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_AtomicFolderWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesTheOldFolder();
    void foreignFilesAreNotReplaced();
    void killBetweenTheRenamesLosesNothing_data();
    void killBetweenTheRenamesLosesNothing();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_parent->filePath(name); }
    [[nodiscard]] bool makeFolder(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray contentOf(const QString &name) const;
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_parent->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_parent;
};

void tst_AtomicFolderWriter::init()
{
    m_parent = std::make_unique<QTemporaryDir>();
}

bool tst_AtomicFolderWriter::makeFolder(const QString &name, const QByteArray &content) const
{
    QFile file(path(name) + u"/flags.png"_s);
    return QDir(m_parent->path()).mkdir(name) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

QByteArray tst_AtomicFolderWriter::contentOf(const QString &name) const
{
    QFile file(path(name) + u"/flags.png"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_AtomicFolderWriter::replacesTheOldFolder()
{
    QVERIFY(makeFolder(u"site"_s, "old"));
    {
        AtomicFolderWriter folder;
        QVERIFY(!folder.open(path(u"site"_s)));
        QVERIFY(!folder.add(u"flags.png"_s, "new"));
        QCOMPARE(contentOf(u"site"_s), "old");
        QVERIFY(!folder.publish({u"flags.png"_s}));
    }
    QCOMPARE(contentOf(u"site"_s), "new");
    QCOMPARE(entries(), QStringList{u"site"_s});
}

void tst_AtomicFolderWriter::foreignFilesAreNotReplaced()
{
    QVERIFY(makeFolder(u"site"_s, "mine"));
    {
        AtomicFolderWriter folder;
        QVERIFY(!folder.open(path(u"site"_s)));
        QVERIFY(folder.publish({u"index.html"_s}));
    }
    QCOMPARE(contentOf(u"site"_s), "mine");
    QCOMPARE(entries(), QStringList{u"site"_s});
}

void tst_AtomicFolderWriter::killBetweenTheRenamesLosesNothing_data()
{
    QTest::addColumn<bool>("isBehindTheSecond");
    QTest::newRow("before the second") << false;
    QTest::newRow("behind the second") << true;
}

// The state after a kill on file systems that cannot exchange two folders.
void tst_AtomicFolderWriter::killBetweenTheRenamesLosesNothing()
{
    QFETCH(const bool, isBehindTheSecond);
    QVERIFY(makeFolder(u".flagfetch-1a2b.site.old"_s, "old"));
    QVERIFY(makeFolder(u".flagfetch-3c4d.other.site.old"_s, "other"));
    if (isBehindTheSecond)
        QVERIFY(makeFolder(u"site"_s, "new"));
    {
        AtomicFolderWriter folder;
        QVERIFY(!folder.open(path(u"site"_s)));
        QCOMPARE(contentOf(u"site"_s), isBehindTheSecond ? "new" : "old");
    }
    QCOMPARE(entries(), QStringList({u".flagfetch-3c4d.other.site.old"_s, u"site"_s}));
}

FLAGFETCH_TEST(tst_AtomicFolderWriter, Core)
#include "tst_atomicfolderwriter.moc"
