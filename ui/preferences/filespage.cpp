#include "ui/preferences/filespage.h"

#include "ui/files/filerulesform.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FilesPage::FilesPage(const NameExamples &examples, const QStringList &given)
    : PreferencesPage({u"name"_s, u"conflict"_s, u"png"_s, u"webp"_s, u"crop"_s, u"no-original"_s}, given)
    , m_form(new FileRulesForm(examples))
{
    content()->addWidget(m_form);
    content()->addStretch();
    connect(m_form, &FileRulesForm::changed, this, &PreferencesPage::changed);
}

void FilesPage::setValues(const PreferenceValues &values)
{
    m_form->setRules(values.files);
}

void FilesPage::collect(PreferenceValues &values) const
{
    values.files = m_form->rules();
}

QString FilesPage::problem() const
{
    return m_form->isValid() ? QString() : tr("Correct the file names or the widths.");
}
