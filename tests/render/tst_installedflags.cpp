#include "app/render/decodedpicture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the installed pictures that the built-in source serves.
class tst_InstalledFlags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allInstalledFlagsAreDrawn();
    void truncatedFlagsAreRejected();
    void georgiaHasFiveCrosses();

private:
    [[nodiscard]] QByteArray bytesOf(const QString &file) const;

    QDir m_folder;
    QStringList m_files;
};

void tst_InstalledFlags::initTestCase()
{
    m_folder.setPath(QStandardPaths::locate(QStandardPaths::GenericDataLocation,
        u"iso-flags-svg/country-4x3"_s, QStandardPaths::LocateDirectory));
    m_files = m_folder.entryList({u"??.svg"_s});
    if (m_folder.path().isEmpty() || m_files.isEmpty())
        QSKIP("The package iso-flags-svg is not installed");
}

QByteArray tst_InstalledFlags::bytesOf(const QString &file) const
{
    QFile picture(m_folder.filePath(file));
    return picture.open(QIODevice::ReadOnly) ? picture.readAll() : QByteArray();
}

void tst_InstalledFlags::allInstalledFlagsAreDrawn()
{
    constexpr QSize box(160, 120);
    QImage nothing(box, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    QVERIFY(m_files.size() >= 249);
    for (const QString &file : std::as_const(m_files)) {
        const auto picture = DecodedPicture::fromBytes(bytesOf(file));
        QVERIFY2(picture, qPrintable(file));
        QCOMPARE(picture->format(), PictureFormat::Svg);
        const QImage image = picture->fittedInto(box);
        QVERIFY2(!image.isNull(), qPrintable(file));
        QVERIFY2(image.width() == box.width() || image.height() == box.height(), qPrintable(file));
        QVERIFY2(image != nothing.copy(image.rect()), qPrintable(file));
    }
}

void tst_InstalledFlags::truncatedFlagsAreRejected()
{
    constexpr int cuts = 10;
    for (const QString &file : std::as_const(m_files)) {
        const QByteArray whole = bytesOf(file).trimmed();
        for (int cut = 0; cut < cuts; ++cut) {
            const auto picture = DecodedPicture::fromBytes(whole.first(whole.size() * cut / cuts));
            QVERIFY2(!picture, qPrintable(u"%1 at %2/10"_s.arg(file).arg(cut)));
        }
        QVERIFY2(!DecodedPicture::fromBytes(whole.chopped(1)), qPrintable(file));
    }
}

// QtSvg does not draw them, so the program does not use it.
void tst_InstalledFlags::georgiaHasFiveCrosses()
{
    const auto picture = DecodedPicture::fromBytes(bytesOf(u"ge.svg"_s));
    QVERIFY(picture);
    const QImage image = picture->fittedInto({400, 300});
    const auto isRed = [&image](int x, int y) {
        const QColor colour = image.pixelColor(x, y);
        return colour.red() > 200 && colour.green() < 60;
    };

    for (const QPoint corner : {QPoint(0, 0), QPoint(240, 0), QPoint(0, 180), QPoint(240, 180)}) {
        int red = 0;
        for (int y = corner.y(); y < corner.y() + 120; ++y) {
            for (int x = corner.x(); x < corner.x() + 160; ++x)
                red += isRed(x, y) ? 1 : 0;
        }
        QVERIFY2(red > 500 && red < 9000, qPrintable(QString::number(red)));
    }
    QVERIFY(isRed(200, 150));
}

FLAGFETCH_TEST(tst_InstalledFlags, Core)
#include "tst_installedflags.moc"
