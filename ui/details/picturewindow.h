#pragma once

#include "ui/details/flagfile.h"

#include <QWidget>

class PictureView;
class QPixmap;
class QToolButton;

/// A window for one flag, as large as the user makes it. Escape closes it. A window of its own, so that it
/// can be on another screen than the main window, which owns it.
class PictureWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureWindow(QWidget *owner);
    Q_DISABLE_COPY_MOVE(PictureWindow)

    /// Shows the flag and brings the window to the front.
    void open(const FlagFile &file, const QPixmap &preview);

    [[nodiscard]] PictureView *view() const { return m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QToolButton *addButton(
        const QString &text, const QString &name, const QString &toolTip, void (PictureView::*run)());
    void describeZoom();

    PictureView *m_view;
    QToolButton *m_smaller;
    QToolButton *m_whole;
    QToolButton *m_larger;
};
