#include "ui/exports/exportflags.h"

#include "app/exports/flagcheck.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace {

QList<LeftOutFlag> checkUntilStopped(const QList<ExportFlag> &flags, const std::stop_token &stop)
{
    const CancelToken cancel = CancelToken::make();
    const std::stop_callback cancelCheck(stop, [&cancel] { cancel.cancel(); });
    return undrawableFlags(flags, {[&stop](int, int) { return !stop.stop_requested(); }, cancel});
}

} // namespace

ExportFlags::ExportFlags(const QString &folder, const QStringList &ticked, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_ticked(ticked)
    , m_loading([this](const Result<SetFlags> &set) { onLoaded(set); })
    , m_checking([this](const QList<LeftOutFlag> &undrawable) { onChecked(undrawable); })
{
}

void ExportFlags::load(const QString &language)
{
    const SetChoice choice{.folder = m_folder, .codes = {}, .language = language};
    m_loading.start(*QThreadPool::globalInstance(),
        [choice](const std::stop_token &stop) { return flagsOfSet(choice, stop); });
}

void ExportFlags::onLoaded(const Result<SetFlags> &set)
{
    m_flags = set ? set->flags : QList<ExportFlag>();
    m_damage = set ? set->damage : QString();
    m_failure = set ? std::nullopt : std::optional(set.error());
    if (!m_flags.isEmpty() && !std::exchange(m_isCheckStarted, true))
        m_checking.start(
            *QThreadPool::globalInstance(), [flags = onePerCountry(m_flags)](const std::stop_token &stop) {
                return checkUntilStopped(flags, stop);
            });
    Q_EMIT loaded();
}

void ExportFlags::onChecked(const QList<LeftOutFlag> &undrawable)
{
    m_undrawable = undrawable;
    Q_EMIT checked();
}

bool ExportFlags::isChosen(const QString &code, Choice choice) const
{
    return choice == Choice::All || m_ticked.contains(code);
}

QList<ExportFlag> ExportFlags::flags(Choice choice) const
{
    QList<ExportFlag> chosen = m_flags;
    chosen.removeIf([this, choice](const ExportFlag &flag) { return !isChosen(flag.code, choice); });
    return chosen;
}

int ExportFlags::countries(Choice choice) const
{
    QSet<QString> codes;
    for (const ExportFlag &flag : m_flags) {
        if (isChosen(flag.code, choice))
            codes.insert(flag.code);
    }
    return int(codes.size());
}

int ExportFlags::missing() const
{
    return int(m_ticked.size()) - countries(Choice::Ticked);
}

QList<LeftOutFlag> ExportFlags::undrawable(Choice choice) const
{
    QList<LeftOutFlag> chosen;
    for (const LeftOutFlag &flag : m_undrawable) {
        if (!isChosen(flag.code, choice))
            continue;
        chosen.append(flag);
        const auto named = std::ranges::find(m_flags, flag.code, &ExportFlag::code);
        if (named != m_flags.cend()) // in the current language
            chosen.last().name = named->name;
    }
    return chosen;
}
