#pragma once

#include "ui/details/flagfile.h"
#include "ui/details/picturezoom.h"
#include "ui/grid/pictureloader.h"

#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <optional>

/// Shows a flag as large as the view allows, drawn from its file for exactly this size in the background, on
/// a checkerboard where it is transparent. The wheel, +, - and 0 zoom; dragging moves a zoomed picture and
/// takes any other to a file manager or a document. Lives in the GUI thread.
class PictureView final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PictureView)

    /// Shows `preview` until the flag is drawn. Another version of the same file keeps the zoom.
    void setFlag(const FlagFile &file, const QPixmap &preview);
    /// Shows a text instead, such as the code of a country whose flag is not on disk.
    void setText(const QString &text);

    [[nodiscard]] const std::optional<FlagFile> &file() const { return m_file; }
    /// The picture as it was drawn last; null before that.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    /// Whether the picture has as many pixels as the view shows, or as its file has.
    [[nodiscard]] bool isSharp() const { return m_isSharp; }
    [[nodiscard]] const PictureZoom &zoom() const { return m_zoom; }

    void zoomIn();
    void zoomOut();
    void resetZoom();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// For a size policy that uses it. At most a part of the window's height, so that the texts below have
    /// space and do not move when other parts of the window change.
    /// The height that other parts leave. Call it also when the window has another height.
    void setMostHeight(int height);
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A double click or Return.
    void opened();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRectF area() const; // for the picture at factor 1
    [[nodiscard]] ThumbnailRequest wanted() const;
    void request();
    void take(const ThumbnailRequest &request, const QImage &picture);
    void zoomBy(double factor, const QPointF &anchor);
    void moveBy(const QPointF &distance);
    void updateSizes();
    void updateZoom();
    void compose();

    PictureLoader m_loader;
    QTimer m_pause; // collects the requests of zooming, resizing and fast changes of the flag
    std::optional<FlagFile> m_file;
    QString m_text;
    QImage m_picture;
    QSizeF m_natural; // of a raster that does not fill the view, in device pixels; else empty
    bool m_isSharp = false;
    PictureZoom m_zoom;
    QPixmap m_shown; // the visible part, so that paintEvent() only copies
    std::optional<QPointF> m_pressed; // by the left button, if it can become a drag
    int m_mostHeight = QWIDGETSIZE_MAX;
};
