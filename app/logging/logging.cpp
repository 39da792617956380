#include "app/logging/logging.h"

#include <QRegularExpression>
#include <QStringList>

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
        if (!form.match(rule).hasMatch())
            return std::nullopt;
    }
    return rules.isEmpty() ? std::nullopt : std::optional(rules.join(u'\n'));
}

void startLogging(const QString &rules)
{
    // Qt warns of each request that a server has refused with GOAWAY. They are sent again.
    const QString defaultRules = u"qt.network.http2.warning=false"_s;
    if (rules.isEmpty())
        return QLoggingCategory::setFilterRules(defaultRules);
    qputenv("QT_ASSUME_STDERR_HAS_CONSOLE", "1"); // not to the journal of the system
    qSetMessagePattern(u"%{time process} %{category}: %{message}"_s);
    QLoggingCategory::setFilterRules(defaultRules + u'\n' + rules);
}
