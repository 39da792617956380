#pragma once

#include <QWidget>

/// Counts in words, never shortened: a text that is too long for one line takes the lines that are kept for
/// it. The whole is its tooltip, too.
class CountsLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountsLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountsLabel)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// As many as the text may take.
    void setLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_lines = 1;
};
