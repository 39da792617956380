#pragma once

#include "app/countries/queryproblem.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

/// Lies over a view that has nothing to show, says why, and offers to clear the search, or to look for what
/// may have been meant.
class EmptySearchNotice final : public QWidget
{
    Q_OBJECT

public:
    /// Keeps itself as large as `covered`, which becomes its parent.
    explicit EmptySearchNotice(QWidget *covered);
    Q_DISABLE_COPY_MOVE(EmptySearchNotice)

    void setSearch(const QString &search, const std::optional<QueryProblem> &problem);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clearRequested();
    void searchRequested(const QString &name);

private:
    QString m_nearest;
    QLabel *m_text;
    QPushButton *m_search;
};
