#include "app/storage/atomicwrite.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_OutputFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderIsCreatedWithItsParents_data();
    void folderIsCreatedWithItsParents();
    void existingFolderIsUnchanged();
    void otherKindsOfFilesAreDenied_data();
    void otherKindsOfFilesAreDenied();
    void readOnlyFolderIsDenied();
    void folderInReadOnlyParentIsDenied();
    void leftoversAreRemovedUnlessInUse();
};

void tst_OutputFolder::folderIsCreatedWithItsParents_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one") << u"flags"_s;
    QTest::newRow("several") << u"a/b/c"_s;
    QTest::newRow("slash at the end") << u"a/b/"_s;
    QTest::newRow("detour") << u"a/../b"_s;
    QTest::newRow("accents and spaces") << u"Bilder für Côte d'Ivoire 中国"_s;
}

void tst_OutputFolder::folderIsCreatedWithItsParents()
{
    QFETCH(QString, name);
    const QTemporaryDir parent;

    QVERIFY(!prepareOutputFolder(parent.filePath(name)));

    QVERIFY(QFileInfo(parent.filePath(name)).isDir());
    QVERIFY(QDir(parent.filePath(name)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void tst_OutputFolder::existingFolderIsUnchanged()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"DE.gif"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));

    QVERIFY(!prepareOutputFolder(folder.path()));

    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(folder.path()).entryList(all), QStringList{u"DE.gif"_s});
}

void tst_OutputFolder::otherKindsOfFilesAreDenied_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("file") << u"file"_s;
    QTest::newRow("inside a file") << u"file/flags"_s;
    QTest::newRow("dangling link") << u"link"_s;
    QTest::newRow("inside a dangling link") << u"link/flags"_s;
    QTest::newRow("name that is too long") << u"x"_s.repeated(300);
}

void tst_OutputFolder::otherKindsOfFilesAreDenied()
{
    QFETCH(QString, name);
    const QTemporaryDir parent;
    QFile file(parent.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(parent.filePath(u"nowhere"_s), parent.filePath(u"link"_s)));

    const auto failure = prepareOutputFolder(parent.filePath(name));

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderDenied);
    QVERIFY(!failure->detail.isEmpty());
}

void tst_OutputFolder::readOnlyFolderIsDenied()
{
    const QTemporaryDir folder;
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0555), 0);
    const OrdinaryUser user;
    if (!user.isOrdinary())
        QSKIP("Root cannot become an ordinary user here");

    const auto failure = prepareOutputFolder(folder.path());

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderDenied);
}

void tst_OutputFolder::folderInReadOnlyParentIsDenied()
{
    const QTemporaryDir folder;
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0555), 0);
    const OrdinaryUser user;
    if (!user.isOrdinary())
        QSKIP("Root cannot become an ordinary user here");

    const auto failure = prepareOutputFolder(folder.filePath(u"flags"_s));

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderDenied);
}

void tst_OutputFolder::leftoversAreRemovedUnlessInUse()
{
    const QTemporaryDir folder;
    const QStringList names{u".flagfetch-1.part"_s, u".flagfetch-2.part"_s, u".flagfetch.part"_s,
        u".other-1.part"_s, u"DE-Germany.gif"_s};
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QByteArray inUse = QFile::encodeName(folder.filePath(u".flagfetch-2.part"_s));
    const int descriptor = ::open(inUse.constData(), O_RDWR | O_CLOEXEC);
    QCOMPARE(::flock(descriptor, LOCK_EX), 0);

    QVERIFY(!prepareOutputFolder(folder.path()));
    ::close(descriptor);

    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QStringList left = QDir(folder.path()).entryList(all);
    left.sort();
    QCOMPARE(left, names.sliced(1));
}

FLAGFETCH_TEST(tst_OutputFolder, Core)
#include "tst_outputfolder.moc"
