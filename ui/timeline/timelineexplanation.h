#pragma once

#include <QWidget>

class QTextBrowser;

/// A window that explains every phase, mark and number of the timeline in one sentence each, for those who
/// cannot point at them too. Owned by the window of the timeline. Escape closes it.
class TimelineExplanation final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineExplanation(QWidget *owner);
    Q_DISABLE_COPY_MOVE(TimelineExplanation)

    void open();
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void write();

    QTextBrowser *m_text;
};
