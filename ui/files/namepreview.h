#pragma once

#include "app/images/conversion.h"
#include "app/storage/nametemplate.h"

#include <QList>
#include <QStackedWidget>
#include <QString>
#include <QStringList>

class Catalogue;
class ElidedLabel;
class ProblemText;
class QGridLayout;
class QLabel;
struct Source;

/// The files that one country's flag comes to.
struct NameExample
{
    QString country; ///< in the language of the person
    QStringList paths; ///< below the folder, with "/" between their parts
    QString shown; ///< all of them, with what they have in common said once: "JP-Japan-80.png, …-160.png"
};

/// Shows people what a template and a conversion make of names that are plain, have spaces and accents, or
/// are told apart by little but their code. What only the picture itself would tell is assumed: an ending or
/// a width that the source does not say, and names as the catalogue has them.
class NameExamples final
{
public:
    NameExamples(const Catalogue &catalogue, const Source &source);

    [[nodiscard]] QList<NameExample> examplesFor(
        const NameTemplate &nameTemplate, const Conversion &conversion = {}) const;

private:
    QList<NameParts> m_parts;
};

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
