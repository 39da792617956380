#pragma once

#include <QWidget>

class ProblemText;
class QLabel;

/// One place for a notice or a problem, which has an icon. Its height is reserved, so that the layout does
/// not move. A screen reader announces a new problem. Owned by ExportDialog.
class MessageArea final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MessageArea)

    /// Shows the problem, or the notice if there is no problem. Each may be empty.
    void showTexts(const QString &notice, const QString &problem);

private:
    ProblemText *m_problem;
    QLabel *m_notice;
};
