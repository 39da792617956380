#include "ui/preferences/preferencespage.h"

#include "app/language/joining.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/remarklabel.h"
#include "ui/look/textwidgets.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PreferenceValues defaultPreferenceValues()
{
    return {.preferences = {}, .files = {}, .pictureWidth = CellMetrics::defaultPictureWidth};
}

PreferencesPage::PreferencesPage(const QStringList &options, const QStringList &given)
    : m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(
        2 * CellMetrics::unit, 2 * CellMetrics::unit, 2 * CellMetrics::unit, CellMetrics::unit);
    m_content->setSpacing(CellMetrics::unit);
    QStringList overriding;
    for (const QString &option : options) {
        if (given.contains(option))
            overriding.append(u"--"_s + option);
    }
    if (overriding.isEmpty())
        return;
    QLabel *note = wrappingLabel(tr("The command line decides for this run: %1. What you choose here applies "
                                    "from the next start on.")
                                     .arg(joinedItems(overriding)));
    note->setObjectName(u"commandLineNote"_s);
    m_content->addWidget(note);
}

void PreferencesPage::addRemark(const QString &text)
{
    m_content->addWidget(new RemarkLabel(text));
}
