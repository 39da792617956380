#include "tests/support/testprogram.h"
#include "ui/grid/thumbnailrefresh.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestThumbnailRefresh final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsFilesToFitBox();
    void skipsUnreadableFiles();
    void newSizeCancelsPreviousOne();

private:
    [[nodiscard]] FlagFile makeFlag(const QString &code) const;

    QTemporaryDir m_folder;
};

FlagFile TestThumbnailRefresh::makeFlag(const QString &code) const
{
    const FlagFile flag{code, m_folder.filePath(code + u".svg"_s)};
    QFile file(flag.path);
    const bool made = file.open(QIODevice::WriteOnly);
    Q_ASSERT(made);
    file.write(R"(<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320">)"
               R"(<rect width="640" height="320" fill="#ff0000"/></svg>)");
    return flag;
}

void TestThumbnailRefresh::drawsFilesToFitBox()
{
    ThumbnailRefresh refresh;
    QSignalSpy drawn(&refresh, &ThumbnailRefresh::drawn);
    refresh.start({makeFlag(u"AA"_s), makeFlag(u"BB"_s)}, {100, 75});
    QTRY_COMPARE(drawn.count(), 2);
    const auto picture = drawn.first().at(1).value<QImage>();
    QCOMPARE(picture.size(), QSize(100, 50));
    QCOMPARE(picture.pixelColor(50, 25), QColor(Qt::red));
}

void TestThumbnailRefresh::skipsUnreadableFiles()
{
    ThumbnailRefresh refresh;
    QSignalSpy drawn(&refresh, &ThumbnailRefresh::drawn);
    const FlagFile gone{u"XX"_s, m_folder.filePath(u"gone.svg"_s)};
    refresh.start({gone, makeFlag(u"AA"_s)}, {100, 75});
    QTRY_COMPARE(drawn.count(), 1);
    QCOMPARE(drawn.first().at(0).toString(), u"AA"_s);
}

void TestThumbnailRefresh::newSizeCancelsPreviousOne()
{
    QList<FlagFile> flags;
    for (int i = 0; i < 50; ++i)
        flags.append(makeFlag(QString::number(i)));
    ThumbnailRefresh refresh;
    QSignalSpy drawn(&refresh, &ThumbnailRefresh::drawn);
    refresh.start(flags, {100, 75});
    refresh.start(flags, {40, 30});
    QTRY_COMPARE(drawn.count(), flags.size());
    for (const auto &signal : std::as_const(drawn))
        QCOMPARE(signal.at(1).value<QImage>().size(), QSize(40, 20));
}

FLAGFETCH_TEST(TestThumbnailRefresh, Widgets)
#include "tst_thumbnailrefresh.moc"
