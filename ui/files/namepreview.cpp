#include "ui/files/namepreview.h"

#include "app/countries/catalogue.h"
#include "app/saving/flagrenditions.h"
#include "app/sources/source.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/look/textwidgets.h"

#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumLines = 4; // of an error

/// Joins the paths. Omits the common beginning `stem` of all but the first.
QString pathsToShow(const QStringList &paths, const QString &stem)
{
    QStringList shown{paths.first()};
    for (const QString &path : paths.sliced(1))
        shown.append(path.startsWith(stem) ? u'…' + path.sliced(stem.size()) : path);
    return shown.join(u", "_s);
}

} // namespace

NameExamples::NameExamples(const Catalogue &catalogue, const Source &source)
{
    constexpr int someWidth = 640;
    for (const QString &code : {u"JP"_s, u"CI"_s, u"CD"_s}) {
        const Country country = catalogue.countryFor(code);
        m_parts.append({.country = country,
            .name = country.name,
            .source = source.id,
            .width = source.width > 0 ? source.width : someWidth,
            .suffix = source.format.isEmpty() ? u"png"_s : source.format});
    }
}

QList<NameExample> NameExamples::examplesFor(
    const NameTemplate &nameTemplate, const Conversion &conversion) const
{
    QList<NameExample> examples;
    for (const NameParts &parts : m_parts) {
        const QString original = nameTemplate.pathOf(parts);
        QStringList paths;
        if (conversion.keepsOriginal || conversion.renditions.isEmpty())
            paths.append(original);
        for (const RenditionSpec &spec : conversion.renditions)
            paths.append(renditionPath(nameTemplate, parts, spec));
        const QString stem = original.chopped(parts.suffix.size() + 1);
        examples.append(
            {.country = parts.country.displayName, .paths = paths, .shown = pathsToShow(paths, stem)});
    }
    return examples;
}

NamePreview::NamePreview(QWidget *parent)
    : QStackedWidget(parent)
    , m_examples(new QWidget)
    , m_grid(new QGridLayout(m_examples))
    , m_problem(new ProblemText(maximumLines))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * CellMetrics::unit);
    m_grid->setVerticalSpacing(CellMetrics::unit / 2);
    m_grid->setColumnStretch(1, 1);
    addWidget(m_examples);
    addWidget(m_problem);
}

void NamePreview::showExamples(const QList<NameExample> &examples)
{
    while (m_rows.size() < examples.size())
        addRow();
    for (qsizetype i = 0; i < examples.size(); ++i) {
        m_rows[i].country->setText(examples[i].country);
        m_rows[i].paths->setText(QDir::toNativeSeparators(examples[i].shown));
        m_rows[i].paths->setToolTip(QDir::toNativeSeparators(examples[i].paths.join(u'\n')));
    }
    setCurrentIndex(0);
}

void NamePreview::showProblem(const QString &text)
{
    m_problem->setText(text);
    setCurrentIndex(1);
}

void NamePreview::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void NamePreview::addRow()
{
    const Row row{.country = new QLabel, .paths = new ElidedLabel(Qt::ElideMiddle)};
    row.country->setTextFormat(Qt::PlainText);
    row.paths->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int line = int(m_rows.size());
    m_grid->addWidget(row.country, line, 0);
    m_grid->addWidget(row.paths, line, 1);
    m_rows.append(row);
    m_grid->setRowStretch(line, 0);
    m_grid->setRowStretch(line + 1, 1); // free space goes below the rows
    updateColours();
}

// The countries are secondary text; the paths are the main text.
void NamePreview::updateColours()
{
    for (const Row &row : std::as_const(m_rows)) {
        QPalette muted;
        muted.setColor(QPalette::WindowText, mutedText(palette()));
        row.country->setPalette(muted);
    }
}
