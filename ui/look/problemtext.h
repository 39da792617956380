#pragma once

#include <QWidget>

class QLabel;

/// Says what is wrong with what a person is typing, beside the icon of failures. Keeps its room while there
/// is nothing to say, so that nothing moves when there is.
class ProblemText final : public QWidget
{
    Q_OBJECT

public:
    /// With room for so many lines.
    explicit ProblemText(int lines, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProblemText)

    /// Empty: there is none.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QLabel *m_icon;
    QLabel *m_text;
};
