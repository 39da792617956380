#pragma once

#include <QScrollArea>

/// Scrolls a form vertically only. It is always at least as wide as the form needs, and the form as high as
/// its wrapped texts need, so nothing is cut off.
class VerticalScrollArea final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes ownership of the form.
    explicit VerticalScrollArea(QWidget *form, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(VerticalScrollArea)

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void reserveHeight();
    [[nodiscard]] int widthAround() const;
};
