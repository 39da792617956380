#pragma once

#include <QWidget>

class QLabel;

/// Lies over a view that has nothing to show, says so, and offers to clear the search.
class EmptySearchNotice final : public QWidget
{
    Q_OBJECT

public:
    /// Keeps itself as large as `covered`, which becomes its parent.
    explicit EmptySearchNotice(QWidget *covered);
    Q_DISABLE_COPY_MOVE(EmptySearchNotice)

    void setSearch(const QString &search);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clearRequested();

private:
    QLabel *m_text;
};
