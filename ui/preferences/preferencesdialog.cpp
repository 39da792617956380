#include "ui/preferences/preferencesdialog.h"

#include "app/language/joining.h"
#include "ui/files/namepreview.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"
#include "ui/look/verticalscrollarea.h"
#include "ui/look/wheelguard.h"
#include "ui/preferences/appearancepage.h"
#include "ui/preferences/faultspage.h"
#include "ui/preferences/filespage.h"
#include "ui/preferences/generalpage.h"
#include "ui/preferences/networkpage.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStyle>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

PreferencesDialog::PreferencesDialog(
    const PreferenceValues &values, const NameExamples &examples, const QStringList &given, QWidget *parent)
    : QDialog(parent)
    , m_values(values)
    , m_tabs(new QTabWidget)
    , m_problem(new ProblemText(1))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Preferences"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false); // the dialog is as wide as all tabs
    m_tabs->setAccessibleName(tr("Pages of the preferences"));
    addPage(new GeneralPage(given), tr("General"));
    addPage(new FilesPage(examples, given), tr("Files"));
    addPage(new NetworkPage(given), tr("Network"));
    addPage(new AppearancePage, tr("Appearance"));
    addPage(new FaultsPage(given), tr("Simulated faults"));
    addButtons();
    addKeys();

    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    check();

    constexpr QSize preferredSize(62 * CellMetrics::unit, 0);
    constexpr QSize frameAllowance(2 * CellMetrics::unit, 5 * CellMetrics::unit);
    QSize wanted = sizeHint().expandedTo(preferredSize);
    wanted.rheight() += missingHeight(wanted.width() - 2 * margin);
    resize(wanted.boundedTo(screen()->availableSize() - frameAllowance));
}

// The size hint does not know how many lines the wrapped texts need in this width.
int PreferencesDialog::missingHeight(int width) const
{
    const QStyle &look = *style();
    const int pageWidth = width - look.pixelMetric(QStyle::PM_ScrollBarExtent);
    int missing = 0;
    int highest = 0;
    for (const PreferencesPage *page : m_pages)
        highest = std::max(highest, page->sizeHint().height());
    for (const PreferencesPage *page : m_pages)
        missing = std::max(missing, page->heightForWidth(pageWidth) - highest);
    return missing;
}

PreferenceValues PreferencesDialog::values() const
{
    PreferenceValues values = m_values;
    for (const PreferencesPage *page : m_pages)
        page->collect(values);
    return values;
}

void PreferencesDialog::addPage(PreferencesPage *page, const QString &title)
{
    m_pages.append(page);
    keepWheelForScrolling(*page);
    auto *area = new VerticalScrollArea(page); // for small screens
    area->setFocusPolicy(Qt::NoFocus);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    m_tabs->addTab(area, title);
    page->setValues(m_values);
    connect(page, &PreferencesPage::changed, this, &PreferencesDialog::check);
}

void PreferencesDialog::addButtons()
{
    const auto add
        = [this](const QString &text, const QString &toolTip, void (PreferencesDialog::*restore)()) {
              QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ResetRole);
              button->setToolTip(toolTip);
              button->setAutoDefault(false);
              connect(button, &QPushButton::clicked, this, restore);
          };
    add(tr("&Defaults for this page"), tr("Set this page to its defaults. OK applies them."),
        &PreferencesDialog::restorePage);
    add(tr("Defa&ults for all pages"), tr("Set every page to its defaults. OK applies them."),
        &PreferencesDialog::restoreAll);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

// Fields of a page take Ctrl+Tab as text or as a choice, so that it does not reach the tabs.
void PreferencesDialog::addKeys()
{
    const auto turn = [this](int pages) {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + pages + m_tabs->count()) % m_tabs->count());
    };
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), this), &QShortcut::activated, this,
        [turn] { turn(1); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), this), &QShortcut::activated,
        this, [turn] { turn(-1); });
}

// Shows the first problem, with the title of its page.
void PreferencesDialog::check()
{
    QString problem;
    for (qsizetype number = 0; number < m_pages.size() && problem.isEmpty(); ++number) {
        if (const QString ofPage = m_pages.at(number)->problem(); !ofPage.isEmpty())
            problem = withLabel(m_tabs->tabText(int(number)), ofPage);
    }
    m_problem->setText(problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

void PreferencesDialog::restorePage()
{
    m_pages.at(m_tabs->currentIndex())->setValues(defaultPreferenceValues());
}

void PreferencesDialog::restoreAll()
{
    for (PreferencesPage *page : std::as_const(m_pages))
        page->setValues(defaultPreferenceValues());
}
