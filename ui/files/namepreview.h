#pragma once

#include "app/images/rendition.h"
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

/// The files that are saved for the flag of one country.
struct NameExample
{
    QString country; ///< name in the user's language
    QStringList paths; ///< relative to the folder, with "/" as separator
    QString shown; ///< all paths, the common beginning only once: "JP-Japan-80.png, …-160.png"
};

/// Computes example paths for a template and a conversion, without a download. The countries are a plain
/// name, one with a space and accents, and one that differs from another mostly by its code. Assumes a suffix
/// and a width if the source does not define them, and takes names from the catalogue.
class NameExamples final
{
public:
    NameExamples(const Catalogue &catalogue, const Source &source);

    [[nodiscard]] QList<NameExample> examplesFor(
        const NameTemplate &nameTemplate, const Conversion &conversion = {}) const;

private:
    QList<NameParts> m_parts;
};

/// Shows the example paths of a template, or why the template is invalid. Has the same size in both cases.
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
