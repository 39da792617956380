#include "app/exports/contactsheet.h"
#include "app/exports/flagcheck.h"
#include "tests/exports/exportflags.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const ExportControl going{goOn};
}

class tst_ContactSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pdfHasNamesInEveryScript();
    void vectorFlagsStayVectors();
    void rasterFlagsAreDrawn();
    void pngShowsEveryFlag();
    void drawingOutsideItsBoxIsClipped_data();
    void drawingOutsideItsBoxIsClipped();
    void missingPictureLeavesItsPlaceEmpty();
    void crashingPictureIsLeftOut();
    void halfDrawnPictureIsLeftOut();
    void fifoDoesNotHang();
    void canBeCancelled();
    void previewFitsItsBox();
    void previewShowsEachPage();
    void sheetFitsOnOnePage();
    void checkFindsWhatSheetLacks();

private:
    /// The output of a tool of poppler for the sheet; nothing if the tool is not installed.
    [[nodiscard]] QString output(
        const QString &tool, const QByteArray &pdf, const QStringList &arguments = {});

    /// The sheet drawn by poppler; null if that fails.
    [[nodiscard]] QImage firstPageOf(const QByteArray &pdf);

    QTemporaryDir m_folder;
};

QString tst_ContactSheet::output(const QString &tool, const QByteArray &pdf, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(tool);
    QFile file(m_folder.filePath(u"sheet.pdf"_s));
    if (program.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(
        program, QStringList(arguments) << file.fileName() << (tool == u"pdftotext"_s ? u"-"_s : QString()));
    process.waitForFinished(20'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QImage tst_ContactSheet::firstPageOf(const QByteArray &pdf)
{
    QFile file(m_folder.filePath(u"page.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(u"pdftoppm"_s,
        {u"-png"_s, u"-r"_s, u"60"_s, u"-singlefile"_s, file.fileName(), m_folder.filePath(u"page"_s)});
    process.waitForFinished(20'000);
    return QImage(m_folder.filePath(u"page.png"_s));
}

void tst_ContactSheet::pdfHasNamesInEveryScript()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("The package poppler-utils is not installed");
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 60);
    flags[0].name = u"مصر"_s;
    flags[1].name = u"Đất nước"_s;
    flags[2].name = u"Ελλάδα"_s;
    const auto sheet
        = contactSheet(flags, {u"All of them"_s, 5, Paper::A4, u"en"_s}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    QVERIFY(sheet->leftOut.isEmpty());
    const QString text = output(u"pdftotext"_s, sheet->bytes).normalized(QString::NormalizationForm_KC);
    QVERIFY(QString(text).remove(u' ').contains(u"مصر"_s)); // later versions put spaces between its letters
    for (const QString &expected : {u"All of them"_s, u"Đất nước"_s, u"Ελλάδα"_s, u"Land AD"_s, u"Land CH"_s,
             u"1/2"_s, u"2/2"_s, u"Made-up flags (CC0)"_s})
        QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_s + text));
}

void tst_ContactSheet::vectorFlagsStayVectors()
{
    const auto sheet = contactSheet(someFlags(QDir(m_folder.path()), 3), {}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    QVERIFY(!sheet->bytes.contains("/Subtype /Image"));
    QVERIFY(sheet->bytes.startsWith("%PDF-"));
    QVERIFY(sheet->bytes.trimmed().endsWith("%%EOF"));
}

void tst_ContactSheet::rasterFlagsAreDrawn()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 1);
    QImage red(40, 30, QImage::Format_RGB32);
    red.fill(Qt::red);
    flags[0].path = m_folder.filePath(u"red.png"_s);
    QVERIFY(red.save(flags[0].path));
    const auto pdf = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(pdf && pdf->bytes.contains("/Subtype /Image"));
    const auto png = contactSheet(flags, {}, SheetFormat::Png, going);
    QVERIFY(png);
    const QImage image = QImage::fromData(png->bytes);
    int redPixels = 0;
    for (int x = 0; x < image.width(); ++x)
        redPixels += image.pixelColor(x, 140) == QColor(Qt::red) ? 1 : 0;
    QVERIFY2(redPixels > 150, qPrintable(QString::number(redPixels)));
}

void tst_ContactSheet::pngShowsEveryFlag()
{
    int steps = 0;
    const auto sheet = contactSheet(someFlags(QDir(m_folder.path()), 50), {}, SheetFormat::Png,
        {[&steps](int done, int total) { return total == 50 && done == ++steps; }});
    QVERIFY(sheet);
    QCOMPARE(steps, 50);
    const QImage image = QImage::fromData(sheet->bytes, "PNG");
    QVERIFY(image.width() > 1000 && image.height() > 1000);
}

void tst_ContactSheet::drawingOutsideItsBoxIsClipped_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::newRow("size") << QByteArray("width='40' height='30'");
    QTest::newRow("viewBox") << QByteArray("viewBox='0 0 40 30'");
    QTest::newRow("overflow") << QByteArray("viewBox='0 0 40 30' overflow='visible'");
    QTest::newRow("style") << QByteArray("width='40' height='30' style='overflow: visible'");
    QTest::newRow("sliced") << QByteArray(
        "width='40' height='30' viewBox='0 0 20 30' preserveAspectRatio='xMidYMid slice'");
}

// Row 110 of the faults. Only the area of the second flag of three must be red.
void tst_ContactSheet::drawingOutsideItsBoxIsClipped()
{
    QFETCH(QByteArray, attributes);
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 3);
    QFile file(flags[1].path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<svg xmlns='http://www.w3.org/2000/svg' " + attributes
        + "><rect x='-9000' y='-9000' width='18000' height='18000' fill='#f00'/></svg>");
    file.close();
    const auto redOf = [](const QImage &image) {
        qint64 red = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                red += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        return double(red) / (double(image.width()) * image.height());
    };

    const auto png = contactSheet(flags, {}, SheetFormat::Png, going);
    QVERIFY(png);
    const double ofPng = redOf(QImage::fromData(png->bytes));
    QVERIFY2(ofPng > 0.001 && ofPng < 0.3, qPrintable(QString::number(ofPng)));

    const auto pdf = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(pdf && pdf->leftOut.isEmpty());
    if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty())
        QSKIP("The package poppler-utils is not installed");
    const double ofPdf = redOf(firstPageOf(pdf->bytes));
    QVERIFY2(ofPdf > 0.001 && ofPdf < 0.3, qPrintable(QString::number(ofPdf)));
}

void tst_ContactSheet::missingPictureLeavesItsPlaceEmpty()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 3);
    QVERIFY(QFile::remove(flags.at(1).path));
    const auto sheet = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    const auto &leftOut = sheet->leftOut;
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.first().code, u"AB"_s);
    QCOMPARE(leftOut.first().failure.kind, FailureKind::NotFound);
}

void tst_ContactSheet::crashingPictureIsLeftOut()
{
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 6);
    QVERIFY(breakPicture(flags.at(2)));
    QVERIFY(breakPicture(flags.at(4)));
    QList<int> steps;
    const ExportControl counting{[&steps](int done, int) {
        steps.append(done);
        return true;
    }};
    const auto sheet = contactSheet(flags, {}, SheetFormat::Png, counting);
    QVERIFY(sheet);
    const auto &leftOut = sheet->leftOut;
    QCOMPARE(leftOut.size(), 2);
    QCOMPARE(leftOut.first().code, u"AC"_s);
    const FailureKind kind = leftOut.first().failure.kind;
    QVERIFY(kind == FailureKind::DrawingFailed || kind == FailureKind::DrawingTooSlow);
    QVERIFY(!QImage::fromData(sheet->bytes).isNull());
    QCOMPARE(steps, QList<int>({1, 2, 3, 4, 5, 6})); // what is drawn again is not counted again
}

// A PDF that it was drawn on would be invalid.
void tst_ContactSheet::halfDrawnPictureIsLeftOut()
{
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 3);
    QFile file(flags.at(1).path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(tooManyElementsSvg()) > 0);
    file.close();
    const auto sheet = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    QCOMPARE(sheet->leftOut.size(), 1);
    QCOMPARE(sheet->leftOut.first().code, u"AB"_s);
    QVERIFY(sheet->bytes.startsWith("%PDF"));
}

void tst_ContactSheet::fifoDoesNotHang()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 2);
    flags[0].path = u"/dev/zero"_s;
    const auto sheet = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    QCOMPARE(sheet->leftOut.size(), 1);
}

void tst_ContactSheet::canBeCancelled()
{
    const ExportControl stopAtTwo{[](int done, int) { return done < 2; }};
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 5);
    for (const auto format : {SheetFormat::Pdf, SheetFormat::Png}) {
        const auto sheet = contactSheet(flags, {}, format, stopAtTwo);
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().kind, FailureKind::Cancelled);
    }
    QVERIFY(!contactSheetPreview(flags, {}, SheetFormat::Pdf, {0, {200, 200}}, stopAtTwo));
}

void tst_ContactSheet::previewFitsItsBox()
{
    const auto preview = contactSheetPreview(
        someFlags(QDir(m_folder.path()), 100), {}, SheetFormat::Pdf, {0, {200, 200}}, going);
    QVERIFY(preview);
    const QImage portrait = preview->image;
    QCOMPARE(portrait.height(), 200);
    QVERIFY(portrait.width() < 200);
    QCOMPARE(portrait.pixelColor(2, 2), QColor(Qt::white));
}

void tst_ContactSheet::previewShowsEachPage()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 60);
    const SheetOptions options{{}, 5, Paper::A4, u"en"_s};
    const auto shown = [&](int page) {
        return contactSheetPreview(flags, options, SheetFormat::Pdf, {page, {300, 300}}, going);
    };
    const auto first = shown(0);
    const auto second = shown(1);
    const auto beyond = shown(7);
    QVERIFY(first && second && beyond);
    QCOMPARE(first->pages, 2);
    QCOMPARE(first->columns, 5);
    QCOMPARE(second->page, 1);
    QVERIFY(second->image != first->image);
    QCOMPARE(beyond->page, 1);
    QCOMPARE(beyond->image, second->image);

    // The last flag is drawn on the second page, and nowhere on the first.
    QFile file(flags.last().path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><path fill='#f0f' d='M0 "
               "0h4v3H0'/></svg>");
    file.close();
    QCOMPARE(shown(0)->image, first->image);
    QVERIFY(shown(1)->image != second->image);
}

void tst_ContactSheet::sheetFitsOnOnePage()
{
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 60);
    const SheetOptions options{{}, columnsForOnePage, Paper::A4, u"en"_s};
    const auto preview = contactSheetPreview(flags, options, SheetFormat::Pdf, {0, {300, 300}}, going);
    QVERIFY(preview);
    QCOMPARE(preview->pages, 1);
    QVERIFY2(preview->columns > 5, qPrintable(QString::number(preview->columns)));
}

void tst_ContactSheet::checkFindsWhatSheetLacks()
{
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 5);
    QVERIFY(QFile::remove(flags.at(1).path));
    QFile file(flags.at(3).path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
    file.close();
    // Row 130.
    QVERIFY(QFile::resize(flags.at(2).path, 0)); // used to be drawn as a place that stays empty on purpose
    QVERIFY(QFile::remove(flags.at(4).path) && QDir().mkdir(flags.at(4).path));
    const auto sheet = contactSheet(flags, {}, SheetFormat::Pdf, going);
    QVERIFY(sheet);
    const auto codes = [](const QList<LeftOutFlag> &leftOut) {
        QStringList found;
        for (const LeftOutFlag &flag : leftOut)
            found.append(flag.code);
        return found;
    };
    const QList<LeftOutFlag> undrawable = undrawableFlags(flags, going);
    QCOMPARE(codes(undrawable), QStringList({u"AB"_s, u"AC"_s, u"AD"_s, u"AE"_s}));
    QCOMPARE(codes(undrawable), codes(sheet->leftOut));
    const QList<FailureKind> kinds{
        FailureKind::NotFound, FailureKind::Truncated, FailureKind::NotAPicture, FailureKind::ReadFailed};
    for (qsizetype number = 0; number < kinds.size(); ++number) {
        QCOMPARE(undrawable.at(number).failure.kind, kinds.at(number));
        QCOMPARE(sheet->leftOut.at(number).failure.kind, kinds.at(number));
    }
}

FLAGFETCH_TEST(tst_ContactSheet, Core)
#include "tst_contactsheet.moc"
