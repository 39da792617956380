#pragma once

#include <QLineEdit>

/// A value that can be selected and copied with the mouse and the keyboard, but not edited. One that is too
/// long is elided in the middle while the field does not have the focus; the tooltip has the whole value.
class ValueField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ValueField)

    /// An empty tooltip is replaced by the value.
    void setValue(const QString &value, const QString &toolTip);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
