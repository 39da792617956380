#pragma once

#include <QLoggingCategory>
#include <QString>
#include <QUrl>

#include <optional>

// One category for each module that acts on the world. All messages are debug messages, for bug reports; the
// categories are silent unless --log or QT_LOGGING_RULES enables them. Messages never contain credentials.

Q_DECLARE_LOGGING_CATEGORY(lcBuiltin)
Q_DECLARE_LOGGING_CATEGORY(lcDownloads)
Q_DECLARE_LOGGING_CATEGORY(lcDrawing)
Q_DECLARE_LOGGING_CATEGORY(lcExports)
Q_DECLARE_LOGGING_CATEGORY(lcSession)
Q_DECLARE_LOGGING_CATEGORY(lcSets)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcTransfer)

/// The address without user name, password and query, which may have a key.
[[nodiscard]] QString loggableUrl(const QUrl &url);

/// Returns rules as QLoggingCategory::setFilterRules() takes them, from rules that are separated by
/// semicolons. A rule without "=" enables its category, and "transfer" stands for "flagfetch.transfer".
/// Nothing if one of them is no rule, or if the program has no such category.
[[nodiscard]] std::optional<QString> readLogRules(const QString &text);

/// Enables categories by rules of readLogRules(). Messages go to standard error, with time and category.
/// Call it once, before threads start.
void startLogging(const QString &rules);
