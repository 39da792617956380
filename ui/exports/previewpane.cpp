#include "ui/exports/previewpane.h"

#include "ui/look/cellmetrics.h"

#include <QFontDatabase>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds shortPause{80}; // after the last change
constexpr std::chrono::milliseconds noticeable{300};
constexpr int margin = CellMetrics::unit;
} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
    setMinimumSize(30 * CellMetrics::unit, 36 * CellMetrics::unit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_pause.setSingleShot(true);
    m_pause.setInterval(shortPause);
    m_patience.setSingleShot(true);
    m_patience.setInterval(noticeable);
    connect(&m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_pause, &QTimer::timeout, this, &PreviewPane::request);
    connect(&m_job, &PreviewJob::drawn, this, &PreviewPane::showPreview);
}

void PreviewPane::showRequest(const ExportRequest &request)
{
    m_request = request;
    m_message.clear();
    if (!accessibleDescription().isEmpty())
        setAccessibleDescription({});
    start();
}

void PreviewPane::showPage(int page)
{
    m_page = page;
    if (m_request)
        start();
}

void PreviewPane::start()
{
    m_pause.start();
    if (!m_isDrawing)
        m_patience.start();
    m_isDrawing = true;
}

void PreviewPane::showMessage(const QString &text)
{
    m_request.reset();
    m_shown = {};
    m_pause.stop();
    m_isDrawing = false;
    m_message = text;
    setAccessibleDescription(text);
    update();
}

void PreviewPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(margin, margin, -margin, -margin);
    if (!m_message.isEmpty()) {
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    paintPreview(painter, area);
    if (!m_isDrawing || m_patience.isActive())
        return;
    QRect notice = painter.fontMetrics().boundingRect(tr("Drawing…"));
    notice.adjust(-2 * margin, -margin, 2 * margin, margin);
    notice.moveCenter(area.center());
    painter.setFont(font());
    painter.fillRect(notice, palette().toolTipBase());
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawRect(notice);
    painter.drawText(notice, Qt::AlignCenter, tr("Drawing…"));
}

void PreviewPane::paintPreview(QPainter &painter, const QRect &area) const
{
    QColor edge = palette().color(QPalette::Text);
    edge.setAlphaF(0.2F);
    if (!m_shown.image.isNull()) {
        QRectF place({}, m_shown.image.deviceIndependentSize());
        place.moveCenter(QRectF(area).center());
        painter.drawImage(place.topLeft(), m_shown.image);
        painter.setPen(QPen(edge, 0));
        painter.drawRect(place);
    } else if (!m_shown.text.isEmpty()) {
        painter.fillRect(area, palette().base());
        painter.setPen(QPen(edge, 0));
        painter.drawRect(area);
        painter.setPen(palette().color(QPalette::Text));
        painter.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        painter.setClipRect(area);
        painter.drawText(area.adjusted(margin, margin, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_shown.text);
        painter.setClipping(false);
    }
}

void PreviewPane::resizeEvent(QResizeEvent *)
{
    if (m_request)
        start();
}

void PreviewPane::request()
{
    const QSize area = size() - QSize(2 * margin, 2 * margin);
    m_job.request(*m_request, {.number = m_page, .box = area * devicePixelRatioF()});
}

void PreviewPane::showPreview(const ExportPreview &preview)
{
    if (!m_request) // showMessage() was called in the meantime
        return;
    m_isDrawing = false;
    m_shown = preview;
    m_page = preview.page;
    m_shown.image.setDevicePixelRatio(devicePixelRatioF());
    update();
    Q_EMIT drawn(m_shown);
}
