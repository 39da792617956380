#pragma once

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/language/translation.h"
#include "app/session/sessionthread.h"
#include "app/sources/sourcelist.h"
#include "app/storage/setfiles.h"
#include "ui/accessible/accessiblefactory.h"
#include "ui/footer/messageline.h"
#include "ui/footer/progressrow.h"
#include "ui/grid/countrymenu.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/batchbuttons.h"
#include "ui/header/categorybar.h"
#include "ui/header/categorychip.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// A temporary folder for one test, with the settings of the window and its flags.
class WindowFolders final
{
public:
    WindowFolders()
    {
        registerAccessibleClasses();
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"flagfetch"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path(u"settings"_s));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] WindowOptions options(
        const QStringList &ticked, const QString &sourceId = u"builtin"_s) const
    {
        WindowOptions options;
        options.ticked = ticked;
        options.folder = path(u"flags"_s);
        options.conflict = ConflictPolicy::Overwrite; // no question
        options.sources = {SourceList::shipped().resolve(sourceId).value()};
        return options;
    }
    [[nodiscard]] QStringList files() const
    {
        QStringList files = QDir(path(u"flags"_s)).entryList(QDir::Files, QDir::Name);
        files.removeIf([](const QString &file) { return isReservedSetFile(file); });
        return files;
    }

private:
    QTemporaryDir m_folder;
};

/// A window with all objects that main() creates for it, and functions that use it with mouse and keyboard.
class WindowSession final
{
public:
    explicit WindowSession(const WindowOptions &options, BuiltinServers::Settings settings = {},
        const SaveTask &save = &saveFlag, const QString &language = u"en"_s)
        : catalogue(language)
        , servers(std::move(settings))
        , thread(catalogue, servers, save)
        , window(thread.session(), catalogue, sources, servers, options)
        , downloads(window.session())
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window does not become active");
    }

    template <typename Widget>
    [[nodiscard]] Widget *part() const
    {
        return window.findChild<Widget *>();
    }
    /// The button at the top right: Download, or Cancel while a batch runs.
    [[nodiscard]] QPushButton *mainButton() const
    {
        return part<DownloadButton>()->isVisible() ? part<DownloadButton>() : cancel();
    }
    /// Clicks the main button, as soon as it no longer ignores clicks after the end of a batch.
    void press() const
    {
        if (!QTest::qWaitFor([this] { return part<DownloadButton>()->isSettled(); }))
            qFatal("The button ignores clicks");
        QTest::mouseClick(mainButton(), Qt::LeftButton);
    }
    [[nodiscard]] QString buttonText() const { return mainButton()->text(); }
    [[nodiscard]] QPushButton *cancel() const
    {
        return part<BatchButtons>()->findChildren<QPushButton *>().value(1);
    }
    [[nodiscard]] QPushButton *pause() const { return part<BatchButtons>()->findChild<QPushButton *>(); }
    [[nodiscard]] QPushButton *offer() const { return part<MessageLine>()->findChild<QPushButton *>(); }
    [[nodiscard]] QModelIndex cell(const QString &code) const
    {
        const auto *model = part<FlagGrid>()->model();
        return model->match(model->index(0, 0), FlagModel::CodeRole, code, 1, Qt::MatchExactly).value(0);
    }
    [[nodiscard]] FlagState state(const QString &code) const
    {
        return cell(code).data(FlagModel::StateRole).value<FlagState>();
    }
    [[nodiscard]] int count(FlagState wanted) const
    {
        const auto *model = part<FlagGrid>()->model();
        int found = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            found += model->index(row, 0).data(FlagModel::StateRole).value<FlagState>() == wanted ? 1 : 0;
        return found;
    }
    /// Chooses an entry of a country's menu with the keyboard. Returns false if there is no such entry.
    [[nodiscard]] bool choose(const QString &code, const QString &entry) const
    {
        part<FlagGrid>()->setCurrentIndex(cell(code));
        QTest::keyClick(part<FlagGrid>(), Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = part<CountryMenu>();
        const bool opened = menu->isVisible();
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->text().remove(u'&') == entry)
                QTest::keyClick(menu, QKeySequence::mnemonic(action->text())[0].key());
        }
        return opened && !menu->isVisible();
    }
    [[nodiscard]] QString message() const { return part<MessageLine>()->text(); }
    /// The texts of the visible chips, without that of regions and organisations, which is always visible,
    /// and that of missing flags, which follows from those that are saved.
    [[nodiscard]] QString chips() const
    {
        QStringList texts;
        const auto buttons = part<CategoryBar>()->findChildren<CategoryChip *>();
        for (const CategoryChip *chip : buttons) {
            if (!chip->isHidden() && !chip->text().startsWith(u"Regions"_s)
                && !chip->text().startsWith(u"Missing"_s))
                texts.append(chip->shownText());
        }
        return texts.join(u" | "_s);
    }
    [[nodiscard]] QString progress() const { return part<ProgressRow>()->text(); }

    const Catalogue catalogue;
    const SourceList sources = SourceList::shipped();
    BuiltinServers servers;
    const SessionThread thread;
    MainWindow window;
    SessionClient &downloads;
};

/// The slow built-in source with a delay longer than any test.
inline BuiltinServers::Settings verySlow()
{
    BuiltinServers::Settings settings;
    settings.slow.shortestDelay = std::chrono::minutes(1);
    settings.slow.longestDelay = std::chrono::minutes(1);
    return settings;
}

inline BuiltinServers::Settings faultyBy(double rate)
{
    BuiltinServers::Settings settings;
    settings.faulty.errorRate = rate;
    settings.faulty.errorDelay = std::chrono::milliseconds(1);
    return settings;
}
