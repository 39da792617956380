#pragma once

#include <QLabel>

/// A quiet line of plain text that explains the controls above it. Wraps, and follows changes of the palette.
class RemarkLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit RemarkLabel(const QString &text, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RemarkLabel)

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColour();

    bool m_isUpdating = false; // the own palette changes in updateColour()
};
