#pragma once

#include "app/drawing/renderpool.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

// Requests to a RenderPool, and the processes that it starts.

inline constexpr int patience = 20'000; // ms; allows for other processes

inline PictureRequest request(const QByteArray &bytes)
{
    return {.bytes = bytes, .box = {40, 30}, .renditions = {}};
}

/// The ids of the child processes that have not been reaped.
inline std::set<pid_t> renderers()
{
    std::set<pid_t> found;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/"_s + process + u"/stat"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> fields = file.readAll().split(' ');
        if (fields.value(1).startsWith("(flagfetch-rende") && fields.value(3).toInt() == ::getpid())
            found.insert(process.toInt());
    }
    return found;
}

/// Waits for a child process other than `old`. Returns 0 if there is none.
inline pid_t rendererBesides(pid_t old)
{
    pid_t other = 0;
    const auto isThere = [&] {
        const std::set<pid_t> all = renderers();
        const auto found = std::ranges::find_if(all, [old](pid_t process) { return process != old; });
        other = found == all.end() ? 0 : *found;
        return other != 0;
    };
    return QTest::qWaitFor(isThere, patience) ? other : 0;
}

inline bool isPicture(const RenderAnswer &answer)
{
    return std::holds_alternative<PictureAnswer>(answer);
}

inline std::optional<FailureKind> failureOf(const RenderAnswer &answer)
{
    const auto *failure = std::get_if<Failure>(&answer);
    return failure ? std::optional(failure->kind) : std::nullopt;
}

/// Waits until a process uses processor time, which means that it draws.
inline bool isBusy(pid_t process)
{
    const auto ticks = [process] {
        QFile file(u"/proc/%1/stat"_s.arg(process));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(13).toInt() : 0;
    };
    const int before = ticks();
    return QTest::qWaitFor([&] { return ticks() > before + 5; }, patience);
}
