#pragma once

#include "app/exports/exportflag.h"

/// Two short sentences for people: what happened to the export, and what to do about it.
[[nodiscard]] QString exportFailureText(const Failure &failure, const QString &path);

/// The sources and licences of the flags, each once, in one line.
[[nodiscard]] QString creditsOf(const QList<ExportFlag> &flags);

/// What an export of a set lacks whose manifest could not be used.
[[nodiscard]] QString damagedSetText(const QString &folder, const QString &damage);

/// One sentence: whose flags are missing from the result and why, or nothing where all are there.
[[nodiscard]] QString leftOutText(const QList<LeftOutFlag> &leftOut);
