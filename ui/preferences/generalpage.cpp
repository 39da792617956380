#include "ui/preferences/generalpage.h"

#include "app/language/translation.h"
#include "ui/look/cellmetrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

GeneralPage::GeneralPage(const QStringList &given)
    : PreferencesPage({u"output"_s}, given)
    , m_language(new QComboBox)
    , m_lastFolder(new QRadioButton(tr("The folder used &last")))
    , m_thisFolder(new QRadioButton(tr("&This folder:")))
    , m_folder(new QLineEdit)
    , m_asks(new QCheckBox(tr("As&k before quitting while flags are downloaded")))
    , m_notifies(new QCheckBox(tr("&Notify me when a download ends and the window is not in front")))
{
    addLanguage();
    addFolder();
    m_asks->setToolTip(tr("What has arrived is saved in any case, and the rest can be continued"));
    m_notifies->setToolTip(tr("One notification of the desktop for each download"));
    content()->addWidget(m_asks);
    content()->addWidget(m_notifies);
    content()->addStretch();
    for (const QCheckBox *box : {m_asks, m_notifies})
        connect(box, &QCheckBox::toggled, this, &PreferencesPage::changed);
}

void GeneralPage::addLanguage()
{
    m_language->addItem(tr("Language of the system"), QString());
    const QList<InterfaceLanguage> languages = interfaceLanguages();
    for (const InterfaceLanguage &language : languages)
        m_language->addItem(language.name, language.tag);
    m_language->setToolTip(tr("The language of the window and of the names of countries"));
    auto *label = new QLabel(tr("Lan&guage (语言):"));
    label->setBuddy(m_language);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_language);
    row->addStretch();
    content()->addLayout(row);
    addRemark(tr("Another language is used from the next start on."));
    connect(m_language, &QComboBox::currentIndexChanged, this, &PreferencesPage::changed);
}

void GeneralPage::addFolder()
{
    auto *box = new QGroupBox(tr("Folder at the start"));
    auto *choose = new QPushButton(tr("C&hoose…"));
    choose->setToolTip(tr("Choose the folder that the window starts with"));
    choose->setAccessibleName(tr("Choose the folder at the start"));
    choose->setAutoDefault(false);
    m_folder->setObjectName(u"startFolder"_s);
    m_folder->setAccessibleName(tr("Folder at the start"));
    m_folder->setToolTip(tr("An absolute path. The first download creates the folder."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_thisFolder);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(m_lastFolder);
    layout->addLayout(row);
    content()->addWidget(box);
    connect(choose, &QPushButton::clicked, this, &GeneralPage::chooseFolder);
    connect(m_folder, &QLineEdit::textEdited, m_thisFolder, [this] { m_thisFolder->setChecked(true); });
    connect(m_folder, &QLineEdit::textChanged, this, &PreferencesPage::changed);
    connect(m_thisFolder, &QRadioButton::toggled, this, &PreferencesPage::changed);
}

void GeneralPage::setValues(const PreferenceValues &values)
{
    const Preferences &shown = values.preferences;
    m_language->setCurrentIndex(std::max(0, m_language->findData(shown.language)));
    m_folder->setText(QDir::toNativeSeparators(shown.startFolder));
    (shown.startFolder.isEmpty() ? m_lastFolder : m_thisFolder)->setChecked(true);
    m_asks->setChecked(shown.asksBeforeQuitting);
    m_notifies->setChecked(shown.notifiesOfBatchEnd);
}

void GeneralPage::collect(PreferenceValues &values) const
{
    Preferences &collected = values.preferences;
    collected.language = m_language->currentData().toString();
    collected.startFolder = m_thisFolder->isChecked() ? folder() : QString();
    collected.asksBeforeQuitting = m_asks->isChecked();
    collected.notifiesOfBatchEnd = m_notifies->isChecked();
}

QString GeneralPage::problem() const
{
    if (m_lastFolder->isChecked() || QDir::isAbsolutePath(folder()))
        return {};
    return tr("Type the whole path of the folder at the start, or choose it.");
}

void GeneralPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder at the start"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_folder->setText(QDir::toNativeSeparators(chosen));
        m_thisFolder->setChecked(true);
    });
    dialog->open();
}

QString GeneralPage::folder() const
{
    const QString typed = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const bool isInHome = typed == "~"_L1 || typed.startsWith("~/"_L1);
    const QString path = isInHome ? QDir::homePath() + typed.sliced(1) : typed;
    return path.isEmpty() ? path : QDir::cleanPath(path);
}
