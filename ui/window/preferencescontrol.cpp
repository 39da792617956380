#include "ui/window/preferencescontrol.h"

#include "app/builtin/builtinservers.h"
#include "app/terminal/optionvalues.h"
#include "ui/files/namepreview.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/windowstyle.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/window/downloadcommands.h"
#include "ui/window/windowmenus.h"

#include <QAction>

using namespace Qt::StringLiterals;

PreferencesControl::PreferencesControl(
    const WindowParts &parts, const PreferenceTargets &targets, const WindowOptions &options, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_targets(targets)
    , m_options(options)
    , m_window(window)
{
    addAction();
    apply({}, Preferences::load());
    connect(m_parts.header.source(), &SourceChooser::faultsAdjusted, this, &PreferencesControl::storeFaults);
}

PreferencesControl::~PreferencesControl() = default;

void PreferencesControl::addAction()
{
    auto *action = new QAction(tr("&Preferences…"), this);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    action->setMenuRole(QAction::PreferencesRole);
    action->setToolTip(tr("Language, folder, network, colours and other choices for all downloads"));
    m_targets.menuBar.addToFile(action);
    connect(action, &QAction::triggered, this, &PreferencesControl::open);
}

void PreferencesControl::open()
{
    if (m_dialog)
        return m_dialog->activateWindow();
    const PreferenceValues before = currentValues();
    const NameExamples examples(m_targets.catalogue, m_parts.header.source()->sources().first());
    m_dialog = new PreferencesDialog(before, examples, m_options.given, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, before] { accept(before, m_dialog->values()); });
    m_dialog->open();
}

// Reads the settings again: other parts of the window change some of these values too.
PreferenceValues PreferencesControl::currentValues()
{
    m_disk.waitForDone();
    const FileRules stored = WindowSettings::load().files.value_or(FileRules());
    return {.preferences = Preferences::load(),
        .files = m_parts.files.chosen().value_or(stored),
        .pictureWidth = m_parts.countries.grid()->pictureWidth()};
}

void PreferencesControl::accept(const PreferenceValues &before, const PreferenceValues &values)
{
    if (values.pictureWidth != before.pictureWidth)
        m_parts.header.size()->setPictureWidth(values.pictureWidth);
    if (values.files != before.files)
        applyFiles(values.files);
    if (values.preferences == before.preferences)
        return;
    store(values.preferences);
    apply(before.preferences, values.preferences);
    if (values.preferences.language != before.preferences.language)
        Q_EMIT notice(tr("The language changes when Flagfetch is started again."));
}

// Leaves alone what has not changed: the creator of the window may have set it otherwise.
void PreferencesControl::apply(const Preferences &before, const Preferences &preferences)
{
    if (preferences.colours != before.colours)
        applyColourScheme(preferences.colours);
    if (preferences.reducesMotion != before.reducesMotion)
        WindowStyle::setMotionReduced(preferences.reducesMotion);
    if (preferences.mostAtOnce != before.mostAtOnce)
        m_parts.header.limit()->setMostAtOnce(preferences.mostAtOnce);
    if (!(preferences.slow == before.slow && preferences.faulty == before.faulty
            && preferences.blockedLoop == before.blockedLoop))
        applyFaults(preferences);
    m_targets.commands.setBlockedLoop(m_targets.servers.settings().blockedLoop);
    applyTransfer(preferences);
}

void PreferencesControl::applyTransfer(const Preferences &preferences)
{
    const Preferences usual;
    TransferSettings transfer = m_options.transfer;
    if (!isGiven(u"timeout"_s) && preferences.deadline != usual.deadline)
        transfer.deadline = preferences.deadline;
    if (!isGiven(u"proxy"_s) && preferences.proxyChoice != usual.proxyChoice) {
        transfer.proxyChoice = preferences.proxyChoice;
        if (const auto proxy = readProxy(preferences.proxy))
            transfer.proxy = *proxy;
    }
    m_targets.commands.setTransfer(transfer);
    m_targets.sources.setTransfer(transfer);
}

void PreferencesControl::applyFaults(const Preferences &preferences)
{
    BuiltinServers::Settings settings = m_targets.servers.settings();
    if (!isGiven(u"delay"_s)) {
        settings.slow.shortestDelay = preferences.slow.shortestDelay;
        settings.slow.longestDelay = preferences.slow.longestDelay;
    }
    if (!isGiven(u"error-rate"_s))
        settings.faulty.errorRate = preferences.faulty.errorRate;
    if (!isGiven(u"seed"_s)) {
        settings.slow.seed = preferences.slow.seed;
        settings.faulty.seed = preferences.faulty.seed;
    }
    if (!isGiven(u"block-loop"_s))
        settings.blockedLoop = preferences.blockedLoop;
    m_targets.servers.setSettings(settings);
}

void PreferencesControl::applyFiles(const FileRules &rules)
{
    m_parts.files.choose(rules);
    FileRules effective = rules;
    effective.nameTemplate = m_options.nameTemplate.value_or(rules.nameTemplate);
    if (m_options.conflict)
        effective.conflict = m_options.conflict;
    effective.conversion = m_options.conversion.value_or(rules.conversion);
    if (effective != rules)
        m_parts.files.setRules(effective);
}

void PreferencesControl::store(const Preferences &preferences)
{
    m_disk.start([preferences] { preferences.store(); });
}

// The command line sets them for this run only.
void PreferencesControl::storeFaults()
{
    m_disk.waitForDone();
    const BuiltinServers::Settings &settings = m_targets.servers.settings();
    Preferences preferences = Preferences::load();
    if (!isGiven(u"delay"_s) && !isGiven(u"seed"_s))
        preferences.slow = settings.slow;
    if (!isGiven(u"error-rate"_s) && !isGiven(u"seed"_s))
        preferences.faulty = settings.faulty;
    store(preferences);
}
