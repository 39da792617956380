#include "app/logging/logging.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

// The threshold keeps debug messages off, also where the environment enables those of all of Qt.
Q_LOGGING_CATEGORY(lcBuiltin, "flagfetch.builtin", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDownloads, "flagfetch.downloads", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDrawing, "flagfetch.drawing", QtInfoMsg)
Q_LOGGING_CATEGORY(lcExports, "flagfetch.exports", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSession, "flagfetch.session", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSets, "flagfetch.sets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "flagfetch.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTransfer, "flagfetch.transfer", QtInfoMsg)

namespace {

/// The category that a name without "flagfetch." stands for, and any other name as it is. Nothing if the
/// program has no such category. Names of Qt's categories are not checked.
std::optional<QString> categoryOf(const QString &name)
{
    static const std::array all{&lcBuiltin(), &lcDownloads(), &lcDrawing(), &lcExports(), &lcSession(),
        &lcSets(), &lcStorage(), &lcTransfer()};
    const auto isOurs = [](QStringView category) {
        return std::ranges::any_of(all, [category](const QLoggingCategory *known) {
            return category == QLatin1StringView(known->categoryName());
        });
    };
    if (name.contains(u'*') || isOurs(name))
        return name;
    if (const QString whole = "flagfetch."_L1 + name; isOurs(whole))
        return whole;
    const bool isOfQt = name.contains(u'.') && !name.startsWith("flagfetch."_L1);
    return isOfQt ? std::optional(name) : std::nullopt;
}

QtMessageHandler handlerBefore = nullptr;

/// Qt 6.4 warns, without a category, of each font that lacks a script, before it tries the next one. Names of
/// countries and languages are in many scripts, so that hundreds of lines would follow from one page of them.
void dropFontWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith("  OpenType support missing for "_L1))
        handlerBefore(type, context, message);
}

} // namespace

QString loggableUrl(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

std::optional<QString> readLogRules(const QString &text)
{
    static const QRegularExpression form(uR"(^[\w.*-]+=(true|false)$)"_s);
    QStringList rules = text.split(u';', Qt::SkipEmptyParts);
    for (QString &rule : rules) {
        rule = rule.trimmed();
        if (!rule.contains(u'='))
            rule += "=true"_L1;
        const qsizetype nameEnd = rule.indexOf(u'=');
        const auto category = categoryOf(rule.first(nameEnd));
        if (!form.match(rule).hasMatch() || !category)
            return std::nullopt;
        rule = *category + rule.sliced(nameEnd);
    }
    return rules.isEmpty() ? std::nullopt : std::optional(rules.join(u'\n'));
}

void startLogging(const QString &rules)
{
    if (handlerBefore == nullptr)
        handlerBefore = qInstallMessageHandler(&dropFontWarnings);
    // Qt warns of each request that a server has refused with GOAWAY. They are sent again.
    const QString defaultRules = u"qt.network.http2.warning=false"_s;
    if (rules.isEmpty())
        return QLoggingCategory::setFilterRules(defaultRules);
    qputenv("QT_ASSUME_STDERR_HAS_CONSOLE", "1"); // not to the journal of the system
    qSetMessagePattern(u"%{time process} %{category}: %{message}"_s);
    QLoggingCategory::setFilterRules(defaultRules + u'\n' + rules);
}
