#include "tests/support/testprogram.h"
#include "ui/grid/pictureloader.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestPictureLoader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsFilesToFitBox();
    void reportsUnreadableFiles();
    void newSizeReplacesPreviousOne();
    void comparesFilesThatCannotBeDrawn();
    void wantedPicturesAreDrawnOnce();
    void drawsMostUrgentFirst();
    void cancelledPictureIsDrawnWhenWantedAgain();

private:
    [[nodiscard]] ThumbnailRequest makeFlag(const QString &code, const QSize &box = {100, 75}) const;
    [[nodiscard]] QList<ThumbnailRequest> makeFlags(const QSize &box) const;

    QTemporaryDir m_folder;
};

ThumbnailRequest TestPictureLoader::makeFlag(const QString &code, const QSize &box) const
{
    const QString path = m_folder.filePath(code + u".svg"_s);
    QFile file(path);
    const bool made = file.open(QIODevice::WriteOnly);
    Q_ASSERT(made);
    file.write(R"(<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320">)"
               R"(<rect width="640" height="320" fill="#ff0000"/></svg>)");
    return {code, path, {}, box};
}

QList<ThumbnailRequest> TestPictureLoader::makeFlags(const QSize &box) const
{
    QList<ThumbnailRequest> flags;
    for (int i = 0; i < 50; ++i)
        flags.append(makeFlag(QString::number(i), box));
    return flags;
}

void TestPictureLoader::drawsFilesToFitBox()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.load({makeFlag(u"AA"_s), makeFlag(u"BB"_s)});
    QTRY_COMPARE(loaded.count(), 2);
    const auto picture = loaded.first().at(1).value<QImage>();
    QCOMPARE(picture.size(), QSize(100, 50));
    QCOMPARE(picture.pixelColor(50, 25), QColor(Qt::red));
}

void TestPictureLoader::reportsUnreadableFiles()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.load({{u"XX"_s, m_folder.filePath(u"gone.svg"_s), {}, {100, 75}}});
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(loaded.first().at(0).value<ThumbnailRequest>().code, u"XX"_s);
    QVERIFY(loaded.first().at(1).value<QImage>().isNull());
    QVERIFY(!loaded.first().at(2).toBool());
}

void TestPictureLoader::comparesFilesThatCannotBeDrawn()
{
    const QByteArray bytes = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>)";
    const QString path = m_folder.filePath(u"empty.svg"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.load({{u"AA"_s, path, hash, {100, 75}}});
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(loaded.first().at(1).value<QImage>().isNull());
    QVERIFY(loaded.first().at(2).toBool());
    loader.load({{u"AA"_s, path, "other", {100, 75}}});
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(!loaded.last().at(2).toBool());
}

void TestPictureLoader::newSizeReplacesPreviousOne()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.load(makeFlags({100, 75}));
    loader.load(makeFlags({40, 30}));
    QTRY_COMPARE(loaded.count(), 50);
    for (const auto &signal : std::as_const(loaded))
        QCOMPARE(signal.at(1).value<QImage>().size(), QSize(40, 20));
}

void TestPictureLoader::wantedPicturesAreDrawnOnce()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.load(makeFlags({40, 30}));
    loader.load(makeFlags({40, 30}));
    QTRY_COMPARE(loaded.count(), 50);
    QTRY_VERIFY(loader.isIdle());
    QCOMPARE(loaded.count(), 50);
}

void TestPictureLoader::drawsMostUrgentFirst()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    QList<ThumbnailRequest> flags = makeFlags({40, 30});
    loader.load(flags);
    std::ranges::reverse(flags);
    loader.load(flags);
    QTRY_COMPARE(loaded.count(), 50);
    // A few were being drawn when the order changed, and several are drawn at once.
    QList<int> order;
    for (const auto &signal : std::as_const(loaded))
        order.append(signal.at(0).value<ThumbnailRequest>().code.toInt());
    QVERIFY2(order.indexOf(49) < order.indexOf(25), "the last one is the most urgent");
}

// Regression: a cell stayed empty if it left the view and came back while its picture was being drawn.
void TestPictureLoader::cancelledPictureIsDrawnWhenWantedAgain()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    const ThumbnailRequest flag = makeFlag(u"AA"_s);
    loader.load({flag});
    loader.load({});
    loader.load({flag});
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(!loaded.first().at(1).value<QImage>().isNull());
    QTRY_VERIFY(loader.isIdle());
    QCOMPARE(loaded.count(), 1);
}

FLAGFETCH_TEST(TestPictureLoader, Widgets)
#include "tst_pictureloader.moc"
