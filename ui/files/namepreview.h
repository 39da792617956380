#pragma once

#include "ui/files/nameexamples.h"

#include <QList>
#include <QStackedWidget>

class ElidedLabel;
class ProblemText;
class QGridLayout;
class QLabel;

/// Shows what a template comes to: paths as files would get them, or in their place why it cannot be used.
/// Of one size whichever it shows.
class NamePreview final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit NamePreview(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(NamePreview)

    void showExamples(const QList<NameExample> &examples);
    void showProblem(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *country;
        ElidedLabel *paths;
    };

    void addRow();
    void updateColours();

    QWidget *m_examples;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    ProblemText *m_problem;
};
