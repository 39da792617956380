#include "ui/lab/labexport.h"

#include "ui/look/cellmetrics.h"

#include <QBuffer>
#include <QDateTime>
#include <QGraphicsView>
#include <QPainter>
#include <QSvgGenerator>

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

FileExport::Content contentOf(const LabPicture &picture, LabFormat format)
{
    if (format == LabFormat::Csv)
        return [measurement = picture.measurement] { return measurementCsv(measurement); };
    const LabSheet sheet(picture);
    if (format == LabFormat::Svg)
        return [svg = svgOf(sheet, picture.title)] { return svg; };
    const auto paint = [&sheet](QPainter &painter) { sheet.paint(painter); };
    const auto image = drawnImage(sheet.size(), ratioOfSheet, paint);
    return [image] { return image.and_then(&encodedPng); };
}

LabExport::LabExport(QWidget &widget)
    : QObject(&widget)
    , m_file(widget, folderOfMeasurements)
{
    connect(&m_file, &FileExport::saved, this,
        [this](const QString &path) { Q_EMIT notice(tr("The measurement is saved as %1.").arg(path)); });
    connect(&m_file, &FileExport::error, this, &LabExport::error);
}

void LabExport::choose(const std::function<LabPicture()> &shown, LabFormat format)
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    m_file.choose(tr("Save the measurement as"), u"limits-%1.%2"_s.arg(time, suffixOf(format)),
        [shown, format] { return contentOf(shown(), format); });
}

void LabExport::write(const FileExport::Content &content, const QString &path)
{
    m_file.write(content, path);
}
