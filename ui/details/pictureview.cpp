#include "ui/details/pictureview.h"

#include "app/images/rendition.h"
#include "ui/details/flagdrag.h"
#include "ui/details/picturepainter.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {
constexpr std::chrono::milliseconds shortPause{60}; // shorter than the time between two repeats of a held key
constexpr int margin = CellMetrics::unit / 2; // for the focus frame
constexpr int arrowStep = 4 * CellMetrics::unit;
} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_pause.setSingleShot(true);
    m_pause.setInterval(shortPause);
    connect(&m_pause, &QTimer::timeout, this, &PictureView::request);
    connect(&m_loader, &PictureLoader::loaded, this, &PictureView::take);
}

void PictureView::setFlag(const FlagFile &file, const QPixmap &preview)
{
    if (m_file == file)
        return;
    const bool isSameFlag = m_file && m_file->code == file.code && m_file->path == file.path;
    m_file = file;
    m_text.clear();
    if (!isSameFlag)
        m_zoom.reset();
    if (!isSameFlag || !preview.isNull()) {
        m_picture = preview.toImage();
        m_picture.setDevicePixelRatio(1); // its pixels are scaled to the view
    }
    m_natural = {};
    m_isSharp = false;
    m_loader.load({});
    updateSizes();
}

void PictureView::setText(const QString &text)
{
    if (!m_file && m_text == text)
        return;
    m_file.reset();
    m_text = text;
    m_picture = {};
    m_isSharp = false;
    m_zoom.reset();
    m_pause.stop();
    m_loader.load({});
    updateSizes();
}

void PictureView::zoomIn()
{
    zoomBy(PictureZoom::step, rect().toRectF().center());
}

void PictureView::zoomOut()
{
    zoomBy(1 / PictureZoom::step, rect().toRectF().center());
}

void PictureView::resetZoom()
{
    m_zoom.reset();
    updateZoom();
}

QSize PictureView::sizeHint() const
{
    return {40 * CellMetrics::unit, 30 * CellMetrics::unit};
}

QSize PictureView::minimumSizeHint() const
{
    return {8 * CellMetrics::unit, 4 * CellMetrics::unit};
}

void PictureView::setMostHeight(int height)
{
    m_mostHeight = height;
    updateGeometry();
}

int PictureView::heightForWidth(int width) const
{
    const int largest
        = std::max(minimumSizeHint().height(), std::min(m_mostHeight, window()->height() * 2 / 7));
    return std::min(width * 3 / 4, largest);
}

QRectF PictureView::area() const
{
    return rect().toRectF().adjusted(margin, margin, -margin, -margin);
}

ThumbnailRequest PictureView::wanted() const
{
    QSizeF box = m_zoom.isZoomed() ? m_zoom.place().size() : area().size();
    box *= devicePixelRatioF();
    const QSize pixels(int(std::lround(box.width())), int(std::lround(box.height())));
    return {m_file->code, m_file->path, m_file->fileSha256,
        pixels.boundedTo({maximalRenditionWidth, maximalRenditionWidth}), m_file->version};
}

void PictureView::request()
{
    if (m_file && isVisible() && !area().isEmpty())
        m_loader.load({wanted()});
}

void PictureView::take(const ThumbnailRequest &request, const QImage &picture)
{
    if (!m_file || request != wanted())
        return;
    m_isSharp = true;
    if (picture.isNull()) {
        m_picture = {};
        m_text = tr("This file cannot be drawn.");
    } else {
        m_picture = picture;
        // Only a raster can be smaller than the box in both directions. The size of an SVG is rounded.
        const bool isSmall
            = picture.width() < request.box.width() - 1 && picture.height() < request.box.height() - 1;
        m_natural = isSmall ? picture.size().toSizeF() : QSizeF();
    }
    const QSizeF fitted = fittedSize(m_picture, m_natural / devicePixelRatioF(), area().size());
    m_zoom.setSizes(size().toSizeF(), fitted, maximalRenditionWidth / devicePixelRatioF());
    compose();
    Q_EMIT zoomChanged();
}

void PictureView::updateSizes()
{
    const QSizeF fitted = fittedSize(m_picture, m_natural / devicePixelRatioF(), area().size());
    m_zoom.setSizes(size().toSizeF(), fitted, maximalRenditionWidth / devicePixelRatioF());
    updateZoom();
}

void PictureView::zoomBy(double factor, const QPointF &anchor)
{
    m_zoom.zoomBy(factor, anchor);
    updateZoom();
}

void PictureView::moveBy(const QPointF &distance)
{
    m_zoom.moveBy(distance);
    compose();
}

void PictureView::updateZoom()
{
    setCursor(m_zoom.isZoomed() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (m_file) {
        m_isSharp = false;
        m_pause.start();
    }
    compose();
    Q_EMIT zoomChanged();
}

void PictureView::compose()
{
    m_shown = m_picture.isNull() ? QPixmap()
                                 : visiblePart(m_picture, m_zoom.place(),
                                     {.size = size(), .pixelRatio = devicePixelRatioF()}, palette());
    update();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_shown.isNull())
        painter.drawPixmap(0, 0, m_shown);
    else if (!m_text.isEmpty())
        paintPlaceholder(painter, area(), m_text, palette());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void PictureView::resizeEvent(QResizeEvent *)
{
    updateSizes();
}

void PictureView::showEvent(QShowEvent *)
{
    if (m_file && !m_isSharp)
        m_pause.start();
}

void PictureView::hideEvent(QHideEvent *)
{
    m_pause.stop();
    m_loader.load({});
}

void PictureView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        compose();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift on many keyboards
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return resetZoom();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat() && m_file)
            Q_EMIT opened();
        return;
    case Qt::Key_Left:
        return moveBy({arrowStep, 0});
    case Qt::Key_Right:
        return moveBy({-arrowStep, 0});
    case Qt::Key_Up:
        return moveBy({0, arrowStep});
    case Qt::Key_Down:
        return moveBy({0, -arrowStep});
    default:
        return QWidget::keyPressEvent(event);
    }
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120; // of QWheelEvent::angleDelta()
    event->accept();
    if (const int turned = event->angleDelta().y(); turned != 0 && !m_picture.isNull())
        zoomBy(std::pow(PictureZoom::step, turned / notch), event->position());
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = event->position();
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const QPointF distance = event->position() - *m_pressed;
    if (m_zoom.isZoomed()) {
        m_pressed = event->position();
        moveBy(distance);
    } else if (distance.manhattanLength() >= QApplication::startDragDistance()) {
        m_pressed.reset();
        if (m_file)
            dragFlags(*this, {*m_file}, m_picture);
    }
}

void PictureView::mouseReleaseEvent(QMouseEvent *)
{
    m_pressed.reset();
}

void PictureView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed.reset();
    if (event->button() == Qt::LeftButton && m_file)
        Q_EMIT opened();
}
