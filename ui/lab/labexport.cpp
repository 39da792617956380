#include "ui/lab/labexport.h"

#include "app/failures/failure.h"
#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/tasks/latestjob.h"
#include "ui/details/savefiledialog.h"
#include "ui/look/cellmetrics.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderOfMeasurements = "lab/folder"_L1; // key of the settings
constexpr int marginOfSheet = 2 * CellMetrics::unit;
constexpr qreal ratioOfSheet = 2; // pixels for each device-independent one in a PNG file

/// Where the parts of a picture are, from top to bottom: title, charts, conclusion.
class LabSheet final
{
public:
    explicit LabSheet(const LabPicture &picture)
        : m_picture(picture)
        , m_font(picture.charts.first()->font())
        , m_palette(picture.charts.first()->palette())
    {
        m_titleFont = m_font;
        m_titleFont.setBold(true);
        int width = 0;
        int height = 0;
        for (const QGraphicsView *chart : picture.charts) {
            width += chart->width() + marginOfSheet;
            height = std::max(height, chart->height());
        }
        width -= marginOfSheet;
        m_title = textArea(m_titleFont, picture.title, marginOfSheet, width);
        m_charts = QRect(marginOfSheet, m_title.bottom() + marginOfSheet, width, height);
        m_conclusion = textArea(m_font, picture.conclusion, m_charts.bottom() + marginOfSheet, width);
        m_size = QSize(width + 2 * marginOfSheet, m_conclusion.bottom() + marginOfSheet);
    }

    [[nodiscard]] QSize size() const { return m_size; }

    void paint(QPainter &painter) const
    {
        painter.fillRect(QRect({}, m_size), m_palette.color(QPalette::Base));
        paintText(painter, m_titleFont, m_title, m_picture.title);
        paintText(painter, m_font, m_conclusion, m_picture.conclusion);
        QPoint at = m_charts.topLeft();
        for (QGraphicsView *chart : m_picture.charts) {
            chart->render(&painter, QRectF(at, QSizeF(chart->viewport()->size())));
            at.rx() += chart->width() + marginOfSheet;
        }
    }

private:
    [[nodiscard]] static QRect textArea(const QFont &font, const QString &text, int top, int width)
    {
        return QFontMetrics(font).boundingRect(
            QRect(marginOfSheet, top, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, text);
    }
    void paintText(QPainter &painter, const QFont &font, const QRect &area, const QString &text) const
    {
        painter.setFont(font);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(area, Qt::TextWordWrap | Qt::TextDontClip, text);
    }

    const LabPicture &m_picture;
    const QFont m_font;
    const QPalette m_palette;
    QFont m_titleFont;
    QRect m_title;
    QRect m_charts;
    QRect m_conclusion;
    QSize m_size;
};

QByteArray pngOf(const LabSheet &sheet)
{
    QImage image(sheet.size() * ratioOfSheet, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratioOfSheet);
    QPainter painter(&image);
    sheet.paint(painter);
    painter.end();
    QBuffer png;
    return image.save(&png, "PNG") ? png.data() : QByteArray();
}

QByteArray svgOf(const LabSheet &sheet, const QString &title)
{
    QBuffer svg;
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    generator.setTitle(title);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect({}, sheet.size()));
    generator.setResolution(96);
    QPainter painter(&generator);
    sheet.paint(painter);
    painter.end();
    return svg.data();
}

QString proposedMeasurement(LabFormat format)
{
    const QString folder = QSettings()
                               .value(folderOfMeasurements,
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .toString();
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    return QDir(nearestFolder(folder)).filePath(u"limits-%1.%2"_s.arg(time, suffixOf(format)));
}

std::optional<Failure> writeMeasurement(const QByteArray &content, const QString &path)
{
    if (isPartOfSet(path))
        return Failure{FailureKind::PartOfSet, 0, {}};
    const auto written = writeAtomically(path, content, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(written.error());
}

} // namespace

QString suffixOf(LabFormat format)
{
    switch (format) {
    case LabFormat::Png:
        return u"png"_s;
    case LabFormat::Svg:
        return u"svg"_s;
    case LabFormat::Csv:
        return u"csv"_s;
    }
    Q_UNREACHABLE();
}

QByteArray bytesOf(const LabPicture &picture, LabFormat format)
{
    if (format == LabFormat::Csv)
        return measurementCsv(picture.measurement);
    const LabSheet sheet(picture);
    return format == LabFormat::Png ? pngOf(sheet) : svgOf(sheet, picture.title);
}

LabExport::LabExport(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    m_pool.setMaxThreadCount(1);
}

void LabExport::choose(const QByteArray &content, LabFormat format)
{
    auto *dialog = new QFileDialog(&m_widget, tr("Save the measurement as"), proposedMeasurement(format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString &path) {
        QSettings().setValue(folderOfMeasurements, QFileInfo(path).absolutePath());
        write(content, path);
    });
    dialog->open();
}

void LabExport::write(const QByteArray &content, const QString &path)
{
    auto *writing = new QFutureWatcher<std::optional<Failure>>(this);
    connect(writing, &QFutureWatcherBase::finished, this, [this, writing, path] {
        writing->deleteLater();
        const auto failure = resultOf(writing->future());
        const QString shown = QDir::toNativeSeparators(path);
        if (failure)
            Q_EMIT error(failureText(*failure, shown));
        else
            Q_EMIT notice(tr("The measurement is saved as %1.").arg(shown));
    });
    writing->setFuture(
        QtConcurrent::run(&m_pool, [content, path] { return writeMeasurement(content, path); }));
}
